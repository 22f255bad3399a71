import ConsentRegistry

/// The report `unclaimed`: peers that an import made, to be invited or removed.
struct UnclaimedSheet: RecordReport {
  static let filters = UnclaimedReport.filters

  private let heading: ReportHeading
  private var report: UnclaimedReport

  init(_ reading: ReportReading) {
    heading = reading.heading
    report = UnclaimedReport(scope: reading.scope)
  }

  var sheet: ReportSheet {
    ReportSheet(
      name: "unclaimed", title: "Unclaimed", heading: heading, measures: report.measures,
      tables: [
        FigureTable(
          key: "peers", title: "Peers",
          columns: [
            .left("peer", "peer"), .right("uses", "uses"), .left("firstUse", "first"),
            .left("lastUse", "last"), .left("organisations", "for whom"),
          ], isMain: true,
          about: "They count and rest, and can't be asked for anything. Invite them: "
            + "`storyguard peer claim` is theirs to say; `storyguard peer erase` removes them."),
        FigureTable(
          key: "organisations", title: "By organisation",
          columns: [
            .left("organisation", "organisation"), .right("peers", "peers"), .right("uses", "uses"),
          ]),
      ], empty: ["Every peer here has said that the record is theirs. Nothing needs doing."])
  }

  mutating func add(_ peer: ReportedPeer, to layout: any SheetLayout) {
    for row in report.add(peer) {
      layout.add(
        FigureRow([
          .id(row.peer), .whole(row.uses), .day(row.firstUse), .day(row.lastUse),
          .ids(row.organisations),
        ]), to: "peers")
    }
  }

  func finish(to layout: any SheetLayout) {
    for row in report.totals() {
      layout.add(
        FigureRow([.id(row.organisation), .whole(row.peers), .whole(row.uses)]),
        to: "organisations")
    }
  }
}
