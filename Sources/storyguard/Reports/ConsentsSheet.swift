import ConsentRegistry

/// The report `consents`: what peers have granted, until when, and what is left of it.
struct ConsentsSheet: RecordReport {
  static let filters = ConsentsReport.filters

  private let heading: ReportHeading
  private var report: ConsentsReport

  init(_ reading: ReportReading) {
    heading = reading.heading
    report = ConsentsReport(scope: reading.scope, policy: reading.policy)
  }

  var sheet: ReportSheet {
    ReportSheet(
      name: "consents", title: "Consents", heading: heading, measures: report.measures,
      tables: [
        FigureTable(
          key: "organisations", title: "By organisation",
          columns: [
            .left("organisation", "organisation"), .right("live", "live"),
            .right("endingSoon", "ending soon"),
          ]),
        FigureTable(
          key: "consents", title: "Consents",
          columns: [
            .left("state", "state"), .left("peer", "peer"), .left("story", "story").optional,
            .left("from", "from").optional, .left("until", "until"),
            .right("daysLeft", "days left"), .left("purposes", "what for").optional,
            .left("organisations", "for whom"),
            .left("consent", "consent").forPrograms,
            .left("onlyFor", "only for").forPrograms,
          ], isMain: true,
          about: "What has been withdrawn from a consent isn't shown as part of it any more. A "
            + "consent that ends is asked for anew; silence is its end."),
      ],
      empty: [
        "No consent is entered for these days.",
        "A peer grants one with `storyguard consent grant`.",
      ])
  }

  mutating func add(_ peer: ReportedPeer, to layout: any SheetLayout) {
    for row in report.add(peer) {
      layout.add(
        FigureRow(
          [
            row.endsSoon ? .marked(row.state.code) : .code(row.state), .id(row.peer),
            .id(row.story), .day(row.from), .day(row.until), .whole(row.daysLeft),
            .codes(row.purposesLeft), .ids(row.organisationsLeft), .id(row.consent),
            .id(row.onlyFor),
          ], row.endsSoon ? .yellow : .none), to: "consents")
    }
  }

  func finish(to layout: any SheetLayout) {
    for row in report.totals() {
      layout.add(
        FigureRow([.id(row.organisation), .whole(row.live), .whole(row.endingSoon)]),
        to: "organisations")
    }
  }
}
