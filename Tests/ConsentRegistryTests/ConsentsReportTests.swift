import ConsentRegistry
import Testing

/// What peers have granted and what is left of it, day by day.
struct ConsentsReportTests {
  private func report(
    _ peers: [ReportPeer], on day: String, _ scope: ReportScope = ReportScope()
  ) -> (rows: [ConsentsReport.ConsentRow], organisations: [ConsentsReport.OrganisationRow]) {
    var report = ConsentsReport(scope: scope, policy: .initial)
    let rows = peers.flatMap { report.add($0.seen(on: date(day))) }
    return (rows, report.totals())
  }

  private func counts(_ rows: [ConsentsReport.OrganisationRow]) -> [String] {
    rows.map { "\($0.organisation) \($0.live) \($0.endingSoon)" }
  }

  /// From 1 March to 30 June 2026, for `o1` and `o2`: training and fundraising.
  private var ada: ReportPeer {
    var ada = ReportPeer("ada")
    ada.note(
      .consented(
        Consent(
          id: id("c1"), story: id("s1"), purposes: [.training, .fundraising],
          channels: [.inPerson], audiences: [.students], organisations: [id("o1"), id("o2")],
          attribution: .firstName, recording: false, reuse: false, given: date("2026-02-01"),
          from: date("2026-03-01"), until: date("2026-06-30"))))
    return ada
  }

  @Test func `thirty days before its last day a consent ends soon, and on it no day is left`()
    throws
  {
    func seen(_ day: String) throws -> ConsentsReport.ConsentRow {
      try #require(report([ada], on: day).rows.first)
    }
    #expect(report([ada], on: "2026-01-31").rows.isEmpty)
    #expect(try seen("2026-02-28").state == .notYet && seen("2026-02-28").daysLeft == nil)
    #expect(try seen("2026-05-30").state == .live && seen("2026-05-30").daysLeft == 31)
    #expect(try seen("2026-05-31").state == .endsSoon && seen("2026-05-31").daysLeft == 30)
    #expect(try seen("2026-06-30").state == .endsSoon && seen("2026-06-30").daysLeft == 0)
    #expect(try seen("2026-07-01").state == .ended && !seen("2026-07-01").endsSoon)
    #expect(counts(report([ada], on: "2026-05-30").organisations) == ["o1 1 0", "o2 1 0"])
    #expect(counts(report([ada], on: "2026-06-30").organisations) == ["o1 1 1", "o2 1 1"])
    #expect(counts(report([ada], on: "2026-07-01").organisations) == ["o1 0 0", "o2 0 0"])
  }

  @Test func `withdrawn bit by bit until nothing is left, it is withdrawn as a whole`() throws {
    var ada = ada
    let may = "2026-05-10"
    ada.note(.withdrew(day: date("2026-05-01"), scope: .init(purpose: .fundraising)))
    let training = try #require(report([ada], on: may).rows.first)
    #expect(training.state == .partlyWithdrawn && training.purposesLeft == [.training])
    #expect(training.organisationsLeft == [id("o1"), id("o2")])
    #expect(training.purposes == [.training, .fundraising])
    ada.note(.withdrew(day: date("2026-05-02"), scope: .init(organisation: id("o1"))))
    let one = try #require(report([ada], on: may).rows.first)
    #expect(one.state == .partlyWithdrawn && one.organisationsLeft == [id("o2")])
    #expect(counts(report([ada], on: may).organisations) == ["o1 0 0", "o2 1 0"])
    // Asked for o1, for which nothing is left of it, it is withdrawn; for o2 it runs in part.
    #expect(report([ada], on: may, ReportScope(organisation: id("o1"))).rows[0].state == .withdrawn)
    #expect(
      report([ada], on: may, ReportScope(organisation: id("o2"))).rows[0].state
        == .partlyWithdrawn)
    ada.note(.withdrew(day: date("2026-05-09"), scope: .init(channel: .inPerson)))
    let none = try #require(report([ada], on: may).rows.first)
    #expect(none.state == .withdrawn && none.purposesLeft.isEmpty && none.daysLeft == nil)
    // On the day before, that wasn't so yet; what is granted afterwards stands.
    #expect(report([ada], on: "2026-05-08").rows[0].state == .partlyWithdrawn)
    ada.consent("c2", to: ["o1"], from: date("2026-05-10"), until: date("2026-12-31"))
    #expect(report([ada], on: may).rows.map(\.state) == [.withdrawn, .live])
  }

  @Test func `a yes to one use alone is listed, and no consent to ask for more`() throws {
    var ada = ReportPeer("ada")
    ada.consent(
      nil, to: ["o1"], from: date("2026-05-01"), until: date("2026-05-20"), onlyFor: "e1")
    let found = report([ada], on: "2026-05-10")
    #expect(found.rows.first?.onlyFor == id("e1") && found.organisations.isEmpty)
  }

  @Test func `a period takes in what runs on one of its days`() {
    func count(_ from: String?, _ to: String?) -> Int {
      report([ada], on: "2026-12-31", .days(from, to)).rows.count
    }
    #expect(count("2026-06-30", nil) == 1 && count("2026-07-01", nil) == 0)
    #expect(count(nil, "2026-03-01") == 1 && count(nil, "2026-02-28") == 0)
    #expect(report([ada], on: "2026-05-01", ReportScope(story: id("s2"))).rows.isEmpty)
  }
}
