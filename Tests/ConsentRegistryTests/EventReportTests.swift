import ConsentRegistry
import Testing

/// What took place at an event, and what is still owed for it.
struct EventReportTests {
  private func rows(
    _ peers: [ReportPeer], on day: String, _ scope: ReportScope = ReportScope(),
    for reader: ReportReader = .custodian
  ) -> [EventReport.EventRow] {
    var report = EventReport(scope: scope, reader: reader)
    for peer in peers { report.add(peer.seen(on: date(day))) }
    return report.totals()
  }

  private func peer(
    _ name: String, at days: [String], event: String? = "ev", by organisation: String = "o1",
    channel: Channel = .inPerson, _ state: SessionState = .completed
  ) -> ReportPeer {
    var peer = ReportPeer(name)
    peer.ask(
      "e-\(name)",
      ReportPeer.request(
        by: organisation, for: days.map(date), event: event, channel: channel),
      on: date("2026-04-01"), becomes: state)
    return peer
  }

  @Test func `two days, three peers, what took place, is booked and isn't closed`() throws {
    let peers = [
      peer("a", at: ["2026-05-01", "2026-05-02"]), peer("b", at: ["2026-05-02"], .confirmed),
      peer("c", at: ["2026-05-02"], channel: .web), peer("d", at: ["2026-05-02"], event: nil),
    ]
    let row = try #require(rows(peers, on: "2026-05-02").first)
    #expect(row.first == date("2026-05-01") && row.last == date("2026-05-02"))
    #expect(row.peers == 3 && row.tellings == 2 && row.exposures == 1 && row.tookPlace == 3)
    #expect(row.notClosed == 1 && row.booked == 0)
    // The two that took place are due 30 days after 2 May, on 1 June; a's check-in on 3 May.
    #expect(row.payDue == 2 && row.payOverdue == 0 && row.checkInsOverdue == 0)
    let late = try #require(rows(peers, on: "2026-06-02").first)
    #expect(late.payDue == 0 && late.payOverdue == 2 && late.checkInsOverdue == 1)
    // Two days before it, b's is booked, and nothing has taken place.
    let before = try #require(rows(peers, on: "2026-04-30").first)
    #expect(before.booked == 1 && before.tookPlace == 0 && before.peers == 1)
    let behind = peers.map { $0.seen(on: date("2026-05-02")) }.flatMap { seen in
      seen.uses.uses.filter { row.behind.includes($0, of: seen.peer, by: seen.day) }
    }
    #expect(behind.count == row.tookPlace)
  }

  @Test func `an ask that waits, was declined, has lapsed or was let go reads like none`() {
    let none = rows([peer("a", at: ["2026-05-01"])], on: "2026-05-01")
    for state in [SessionState.held, .declined, .lapsed, .released, .cancelledByPeer] {
      let with = [peer("a", at: ["2026-05-01"]), peer("b", at: ["2026-05-01"], state)]
      #expect(rows(with, on: "2026-04-05") == rows([with[0]], on: "2026-04-05"))
      #expect(rows(with, on: "2026-05-01") == none)
    }
  }

  @Test func `cancelled too late and fallen through, it is owed for and was no use`() throws {
    // Cancelled ten days before is in time; a recent one isn't.
    var late = peer("a", at: ["2026-05-20"], .confirmed)
    late.note(
      .booking(.cancelledByOrganiser(id("e-a"), sessions: [0], day: date("2026-05-19"))))
    let row = try #require(rows([late], on: "2026-05-25").first)
    #expect(row.payDue == 1 && row.peers == 0 && row.tookPlace == 0)
    #expect(row.first == date("2026-05-20"))
    #expect(rows([peer("b", at: ["2026-05-20"], .cancelledByOrganiser)], on: "2026-05-25").isEmpty)
    let fell = try #require(
      rows([peer("c", at: ["2026-05-20"], .didNotTakePlace)], on: "2026-05-22").first)
    #expect(fell.checkInsOverdue == 1 && fell.payDue == 0)
  }

  @Test func `events of two organisations stand apart, by their first day`() {
    let peers = [
      peer("a", at: ["2026-05-09"]), peer("b", at: ["2026-05-02"], by: "o2"),
      peer("c", at: ["2026-05-09"], event: "e2"),
    ]
    let all = rows(peers, on: "2026-05-31")
    #expect(all.map { "\($0.organisation) \($0.event)" } == ["o2 ev", "o1 e2", "o1 ev"])
    #expect(rows(peers, on: "2026-05-31", ReportScope(event: id("ev"))).count == 2)
    #expect(rows(peers, on: "2026-05-31", ReportScope(organisation: id("o2"))).count == 1)
    #expect(rows(peers, on: "2026-05-31", .days("2026-05-03", nil)).count == 2)
    #expect(rows(peers, on: "2026-05-31", ReportScope(story: id("s2"))).isEmpty)
  }
}
