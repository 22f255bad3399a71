import ConsentRegistry

/// The report `event`: what of each event took place, and what is still owed for it.
struct EventSheet: RecordReport {
  static let filters = EventReport.filters

  private let heading: ReportHeading
  private var report: EventReport

  init(_ reading: ReportReading) {
    heading = reading.heading
    report = EventReport(scope: reading.scope, reader: reading.reader)
  }

  var sheet: ReportSheet {
    ReportSheet(
      name: "event", title: "Events", heading: heading, measures: report.measures,
      tables: [
        FigureTable(
          key: "events", title: "Events",
          columns: [
            .left("event", "event"), .left("first", "from"), .left("last", "to").optional,
            .left("organisation", "organisation"), .right("peers", "peers"),
            .right("told", "told"), .right("shown", "shown").optional,
            .right("booked", "booked").optional, .right("notClosed", "not closed"),
            .right("payDue", "pay due").optional, .right("payOverdue", "pay overdue"),
            .right("checkInsOverdue", "care overdue"),
          ], isMain: true,
          about: "`storyguard report uses --event EVENT` lists the uses behind a row.")
      ],
      empty: [
        "Nothing is entered for an event in these days.",
        "A request and `storyguard record` both take `--event`.",
      ])
  }

  mutating func add(_ peer: ReportedPeer, to layout: any SheetLayout) { report.add(peer) }

  func finish(to layout: any SheetLayout) {
    for row in report.totals() {
      let counts = [
        row.peers, row.tellings, row.exposures, row.booked, row.notClosed, row.payDue,
        row.payOverdue, row.checkInsOverdue,
      ]
      layout.add(
        FigureRow(
          [.id(row.event), .day(row.first), .day(row.last), .id(row.organisation)]
            + counts.map { .whole($0) }), to: "events")
    }
  }
}
