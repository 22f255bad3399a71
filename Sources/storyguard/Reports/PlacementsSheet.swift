import ConsentRegistry

/// The report `placements`: where recordings, prints, posts and pages are, and what must come down.
struct PlacementsSheet: RecordReport {
  static let filters = PlacementsReport.filters

  private let heading: ReportHeading
  private var report: PlacementsReport

  init(_ reading: ReportReading) {
    heading = reading.heading
    report = PlacementsReport(scope: reading.scope)
  }

  var sheet: ReportSheet {
    ReportSheet(
      name: "placements", title: "Placements", heading: heading, measures: report.measures,
      tables: [
        FigureTable(
          key: "organisations", title: "By organisation",
          columns: [
            .left("organisation", "organisation"), .right("live", "live"),
            .right("removed", "taken down"), .right("beyondRecall", "beyond recall"),
            .right("removalRefused", "refused"), .right("toComeDown", "to come down"),
            .right("overdue", "overdue"),
          ]),
        FigureTable(
          key: "placements", title: "Placements",
          columns: [
            .left("state", "state"), .left("organisation", "organisation"), .left("peer", "peer"),
            .left("medium", "what"), .left("holder", "who holds it"), .left("since", "since"),
            .left("deadline", "down by"), .left("opened", "asked on").forPrograms,
            .truth("overdue", "overdue").forPrograms, .left("event", "event").forPrograms,
            .left("use", "use").forPrograms, .left("placement", "placement").optional,
          ], isMain: true,
          about: "down by: the last day on which a withdrawal wants it taken down. ! marks what is "
            + "past it: ask its holder again, then `storyguard placement state`."),
      ],
      empty: [
        "No placement is entered for these days.",
        "`storyguard placement add` says where a recording, a print, a post or a page is.",
      ])
  }

  mutating func add(_ peer: ReportedPeer, to layout: any SheetLayout) {
    for row in report.add(peer) {
      layout.add(
        FigureRow(
          [
            row.isOverdue ? .marked(row.state.code) : .code(row.state), .id(row.organisation),
            .id(row.peer), .code(row.medium), .id(row.holder), .day(row.since),
            .day(row.deadline), .day(row.taskOpened), .truth(row.isOverdue), .id(row.event),
            .id(row.use), .id(row.placement),
          ], row.isOverdue ? .red : .none), to: "placements")
    }
  }

  func finish(to layout: any SheetLayout) {
    for row in report.totals() {
      let counts = [
        row.live, row.removed, row.beyondRecall, row.removalRefused, row.toComeDown, row.overdue,
      ]
      layout.add(
        FigureRow([.id(row.organisation)] + counts.map { .whole($0) }), to: "organisations")
    }
  }
}
