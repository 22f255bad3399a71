import ConsentRegistry
import Testing

/// Check-ins that were due, made and missed; each is due a day after what it follows.
struct CareReportTests {
  private func report(
    _ peers: [ReportPeer], on day: String, _ scope: ReportScope = ReportScope(),
    for reader: ReportReader = .custodian
  ) -> (rows: [CareReport.CheckInRow], organisations: [CareReport.OrganisationRow]) {
    var report = CareReport(scope: scope, reader: reader)
    let rows = peers.flatMap { report.add($0.seen(on: date(day))) }
    return (rows, report.totals())
  }

  /// Four talks: of 1, 10 and 20 May, and one of 25 May that fell through.
  private var ada: ReportPeer {
    var ada = ReportPeer("ada")
    for (name, day, state) in [
      ("e1", "2026-05-01", SessionState.completed), ("e2", "2026-05-10", .endedEarly),
      ("e3", "2026-05-20", .completed), ("e4", "2026-05-25", .didNotTakePlace),
      ("e5", "2026-05-26", .cancelledByPeer),
    ] {
      ada.ask(
        name, ReportPeer.request(for: [date(day)], event: "ev-\(name)"), on: date("2026-04-01"),
        becomes: state)
    }
    ada.recorded("r1", on: date("2026-05-05"))
    ada.note(
      .owing(.checkedIn(id("e1"), day: date("2026-05-02"))),
      .owing(.checkedIn(id("e2"), day: date("2026-05-13"))),
      .owing(.checkInConfirmed(id("e2"), day: date("2026-05-12"))),
      .owing(.checkedIn(id("e3"), day: date("2026-05-20"))),
      .owing(.checkInMissed(id("e3"), day: date("2026-05-22"))))
    return ada
  }

  @Test func `made on the next day is in time, two days later late, and missed is overdue`() throws
  {
    let (rows, organisations) = report([ada], on: "2026-05-26")
    #expect(rows.map(\.engagement.text) == ["e1", "e2", "e3", "e4"])
    #expect(rows.map(\.dueOn) == [2, 11, 21, 26].map { may($0) })
    #expect(rows.map(\.state) == [.done, .done, .overdue, .due])
    #expect(rows.map(\.daysLate) == [0, 1, 5, 0])
    #expect(rows[1].doneOn == may(12) && rows[1].saidOn == may(13))
    #expect(rows[1].confirmedOn == may(12) && rows[2].isMissed && rows[0].event == id("ev-e1"))
    let row = try #require(organisations.first)
    #expect([row.due, row.inTime, row.late, row.overdue] == [1, 1, 1, 1])
    // The day after, the one for the talk that fell through is overdue too.
    #expect(report([ada], on: "2026-05-27").organisations.first?.overdue == 2)
    // What was said later isn't known on 12 May; of what is still to come nothing is owed.
    let early = report([ada], on: "2026-05-12").rows
    #expect(early.map(\.state) == [.done, .done] && early[1].saidOn == nil)
  }

  @Test func `it is narrowed by days, organisation and event`() {
    var bo = ReportPeer("bo")
    bo.ask(
      "b1", ReportPeer.request(by: "o2", for: [date("2026-05-31")], event: "ev-b"),
      on: date("2026-05-01"))
    let both = [ada, bo]
    #expect(report(both, on: "2026-06-30", .days("2026-05-11", "2026-05-25")).rows.count == 2)
    let o2 = report(both, on: "2026-06-30", ReportScope(organisation: id("o2")))
    #expect(o2.rows.map(\.peer) == [id("bo")] && o2.organisations.count == 1)
    #expect(report(both, on: "2026-06-30", ReportScope(event: id("ev-e2"))).rows.count == 1)
    #expect(report(both, on: "2026-06-30", ReportScope(story: id("s2"))).rows.isEmpty)
  }

  @Test func `a peer's own day for a check-in shows to them, and to no custodian`() throws {
    let term = try #require(Term.named("care.checkInAfterDays"))
    var own = ada
    own.note(
      .limitsSet(
        Limits([.init(term: term, value: 0)]), refusesInTheRoom: false, day: date("2026-01-01"),
        recordedOn: date("2026-01-01")))
    let plain = report([ada], on: "2026-05-26")
    #expect(report([own], on: "2026-05-26", for: .peer).rows[0].dueOn == may(1))
    #expect(report([own], on: "2026-05-26", for: .peer).organisations[0].overdue == 2)
    #expect(report([own], on: "2026-05-26").rows == plain.rows)
    #expect(report([own], on: "2026-05-26").organisations == plain.organisations)
  }
}
