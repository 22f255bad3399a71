import ConsentRegistry

/// The report `exceptions`: how often organisations used a story by a peer's own exception.
struct ExceptionsSheet: RecordReport {
  static let filters = ExceptionsReport.filters

  private let heading: ReportHeading
  private var report: ExceptionsReport

  init(_ reading: ReportReading) {
    heading = reading.heading
    report = ExceptionsReport(scope: reading.scope, policy: reading.policy)
  }

  var sheet: ReportSheet {
    ReportSheet(
      name: "exceptions", title: "Exceptions", heading: heading, measures: report.measures,
      tables: [
        FigureTable(
          key: "organisations", title: "By organisation",
          columns: [
            .left("organisation", "organisation"), .right("uses", "uses by exception"),
            .right("allUses", "of all uses"), .right("asks", "asks by exception"),
            .right("allAsks", "of all asks"), .left("byRule", "which limits"),
          ], isMain: true,
          about: "It is told per organisation only: nobody is to see which peer sets a limit aside."
        )
      ],
      empty: ["Nothing was asked for or used in these days, by exception or otherwise."])
  }

  mutating func add(_ peer: ReportedPeer, to layout: any SheetLayout) { report.add(peer) }

  func finish(to layout: any SheetLayout) {
    for row in report.totals() {
      let rules = row.byRule.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.key.code) \($0.value)" }
      let isTooShort = report.isTooShort
      layout.add(
        FigureRow([
          .id(row.organisation), isTooShort ? .tooFew : .whole(row.uses), .whole(row.allUses),
          isTooShort ? .tooFew : .whole(row.excepted), .whole(row.asks),
          .words(isTooShort ? "" : rules.joined(separator: ", ")),
        ]), to: "organisations")
    }
  }
}
