import ConsentRegistry

/// The report `rotation`: who wants to be thought of in turn, for the custodian's eyes.
struct RotationSheet: RecordReport {
  static let filters = RotationReport.filters

  private let heading: ReportHeading
  private var report = RotationReport()

  init(_ reading: ReportReading) throws {
    // It lays peers side by side, which is nobody else's to see.
    guard reading.reader == .custodian else { throw RegistryError.notForThisRole }
    heading = reading.heading
  }

  var sheet: ReportSheet {
    ReportSheet(
      name: "rotation", title: "Turns", heading: heading, measures: report.measures,
      tables: [
        FigureTable(
          key: "peers", title: "Whose turn it may be",
          columns: [
            .left("peer", "peer"), .right("daysSince", "days since the last telling"),
            .right("tellings", "tellings in a year"), .right("room", "room left"),
          ], isMain: true, about: RotationReport.heading)
      ],
      empty: [
        "Nobody has said that they want to be thought of in turn.",
        "Only the peer says so: `storyguard peer rotation PEER yes --as peer:PEER`.",
      ])
  }

  mutating func add(_ peer: ReportedPeer, to layout: any SheetLayout) { report.add(peer) }

  func finish(to layout: any SheetLayout) {
    for row in report.totals() {
      layout.add(
        FigureRow([
          .id(row.peer), row.daysSinceLastTelling.map { .whole($0) } ?? .words("never"),
          .whole(row.tellings), .whole(row.room),
        ]), to: "peers")
    }
  }
}
