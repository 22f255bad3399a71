import ConsentRegistry
import Testing

/// Peers that an import made and nobody has claimed.
struct UnclaimedReportTests {
  private func report(
    _ peers: [ReportPeer], _ scope: ReportScope = ReportScope()
  ) -> (rows: [UnclaimedReport.PeerRow], organisations: [UnclaimedReport.OrganisationRow]) {
    var report = UnclaimedReport(scope: scope)
    let rows = peers.flatMap { report.add($0.seen(on: date("2026-05-31"))) }
    return (rows, report.totals())
  }

  @Test func `whoever has claimed, consented or gone into another record isn't listed`() throws {
    var sheet = ReportPeer("sheet", isClaimed: false)
    sheet.recorded("e1", on: date("2026-03-01"), for: "o2", origin: .imported)
    sheet.recorded("e2", on: date("2026-04-01"), for: "o1", origin: .imported)
    sheet.recorded("e3", on: date("2026-02-01"), for: "o1", origin: .imported)
    sheet.recorded("e4", on: date("2026-06-01"), for: "o3", origin: .imported)
    var claimed = sheet
    claimed.note(.peerClaimed)
    var consented = sheet
    consented.consent("c", to: ["o1"], from: date("2026-05-01"), until: date("2026-06-01"))
    var gone = sheet
    gone.note(.record(.mergedInto(id("ada"), day: date("2026-05-01"))))
    let empty = ReportPeer("empty", isClaimed: false)
    let (rows, organisations) = report([sheet, claimed, consented, gone, empty, ReportPeer("ada")])
    #expect(rows.map(\.peer) == [id("sheet"), id("empty")])
    let row = try #require(rows.first)
    #expect(row.uses == 3 && row.firstUse == date("2026-02-01"))
    // 1 June is still to come.
    #expect(row.lastUse == date("2026-04-01") && row.organisations == [id("o1"), id("o2")])
    #expect(rows[1].uses == 0 && rows[1].firstUse == nil)
    #expect(
      organisations.map { "\($0.organisation) \($0.peers) \($0.uses)" } == ["o1 1 2", "o2 1 1"])
    // Narrowed, only those with a use within.
    let o2 = report([sheet, empty], ReportScope(organisation: id("o2")))
    #expect(o2.rows.map(\.uses) == [1] && o2.organisations.count == 1)
    #expect(report([sheet, empty], .days("2026-04-02", nil)).rows.isEmpty)
  }
}
