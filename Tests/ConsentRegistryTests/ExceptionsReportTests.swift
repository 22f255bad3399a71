import ConsentRegistry
import Testing

/// Uses that a peer's own exception allowed: sums over all peers, whoever reads.
struct ExceptionsReportTests {
  private func rows(
    _ peers: [ReportPeer], on day: String = "2026-05-31", _ scope: ReportScope = ReportScope()
  ) -> [ExceptionsReport.OrganisationRow] {
    var report = ExceptionsReport(scope: scope, policy: .initial)
    for peer in peers { report.add(peer.seen(on: date(day))) }
    return report.totals()
  }

  /// Held back on 1 April by rest and notice; ada set both aside on 2 April, and was asked again.
  private var ada: ReportPeer {
    var ada = ReportPeer("ada")
    let request = ReportPeer.request(for: [date("2026-05-01"), date("2026-05-02")])
    ada.heldBack(request, on: date("2026-04-01"), by: .restPeriod, .noticeShort)
    ada.note(
      .asking(
        .exceptionSet(
          attempt: 1, rules: [.restPeriod, .noticeShort], day: date("2026-04-02"))))
    ada.ask("e1", request, on: date("2026-04-03"), origin: .excepted)
    ada.ask("e2", ReportPeer.request(for: [date("2026-05-20")]), on: date("2026-04-10"))
    return ada
  }

  @Test func `two uses of three rest on an exception, under each rule that was set aside`() throws {
    let row = try #require(rows([ada]).first)
    #expect(row.uses == 2 && row.allUses == 3 && row.excepted == 1 && row.asks == 2)
    #expect(row.byRule == [.restPeriod: 2, .noticeShort: 2])
    // Of another one, which came over without its attempt, the rule isn't known.
    var bo = ReportPeer("bo")
    bo.ask(
      "b1", ReportPeer.request(for: [date("2026-05-05")]), on: date("2026-04-03"),
      origin: .excepted)
    let both = try #require(rows([ada, bo]).first)
    #expect(both.uses == 3 && both.byRule == row.byRule)
    // Before they took place they were asked for, and no more.
    let april = try #require(rows([ada], on: "2026-04-30").first)
    #expect(april.uses == 0 && april.excepted == 1)
  }

  @Test func `it can be narrowed to days and an organisation, and to nothing that is one peer's`() {
    #expect(rows([ada], .days("2026-05-02", "2026-05-02")).first?.uses == 1)
    #expect(rows([ada], ReportScope(organisation: id("o2"))).isEmpty)
    #expect(rows([ada], ReportScope(event: id("x"), story: id("s2"))) == rows([ada]))
    #expect(ExceptionsReport.filters == [.period, .organisation])
  }

  private func rows(_ peers: [ReportPeer], _ scope: ReportScope)
    -> [ExceptionsReport.OrganisationRow]
  {
    rows(peers, on: "2026-05-31", scope)
  }
}
