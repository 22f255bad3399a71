import ConsentRegistry
import Testing

/// What organisations took beside what they gave, by their word and by peers', worked out by hand.
struct GivebackReportTests {
  private func rows(
    _ peers: [ReportPeer], on day: String = "2026-06-30", _ scope: ReportScope = ReportScope(),
    for reader: ReportReader = .custodian
  ) -> [GivebackReport.OrganisationRow] {
    var report = GivebackReport(scope: scope, reader: reader)
    for peer in peers { report.add(peer.seen(on: date(day))) }
    return report.totals()
  }

  private func told(
    _ peer: String, _ name: String, on day: String, offer: Offer, event: String? = nil
  ) -> ReportPeer {
    var one = ReportPeer(peer)
    one.ask(
      name, ReportPeer.request(for: [date(day)], event: event, offer: offer),
      on: date(day).adding(-20))
    return one
  }

  private func pay(_ name: String, _ kind: PayKind = .remuneration) -> Due.Cause {
    .engagement(id(name), kind)
  }

  private let fee = Offer(remuneration: dollars(150))

  @Test func `paid on the due day is on time, a day later late, and said isn't confirmed`() throws {
    // Each talk of 1 April 2026 is due on 1 May.
    var ada = told("ada", "a", on: "2026-04-01", offer: fee)
    ada.note(.owing(.paid(pay("a"), nil, day: date("2026-05-01"))))
    var bo = told("bo", "b", on: "2026-04-01", offer: fee)
    bo.note(.owing(.paid(pay("b"), dollars(100), day: date("2026-04-11"))))
    bo.note(.owing(.paid(pay("b"), dollars(50), day: date("2026-05-02"))))
    bo.note(.owing(.payConfirmed(pay("b"), day: date("2026-05-04"))))
    let cy = told("cy", "c", on: "2026-04-01", offer: fee)
    var di = told("di", "d", on: "2026-04-01", offer: fee)
    di.note(.owing(.paid(pay("d"), nil, day: date("2026-04-21"))))
    di.note(.owing(.payMissing(pay("d"), day: date("2026-05-20"))))
    let row = try #require(rows([ada, bo, cy, di]).first)
    #expect(row.tellings == 4 && row.peers == 4 && row.exposures == 0)
    // Said: ada 150, bo 150, di 150; confirmed: bo's 150.
    #expect(row.pay == Said(said: [dollars(450)], confirmed: [dollars(150)]))
    #expect(row.paidOnTime == Said(said: 2, confirmed: 0))
    #expect(row.paidLate == Said(said: 1, confirmed: 1))
    // cy has nothing, and di says that it is missing.
    #expect(row.overdue == 2 && row.missing == 1)
    // Said: 20, 30 and 31 days; confirmed: 31.
    #expect(row.daysToPay == Said(said: .days(30), confirmed: .days(31)))
    // On 1 May cy's is due and not overdue; what bo gets on 2 May isn't known yet.
    let early = try #require(rows([ada, bo, cy], on: "2026-05-01").first)
    #expect(early.overdue == 0 && early.pay.said == [dollars(250)])
    #expect(early.paidOnTime == Said(said: 1, confirmed: 0))
  }

  @Test func `costs, things and other currencies stand apart, and are never added up`() throws {
    let pounds = try #require(Money(minor: 9_000, currency: "GBP"))
    var ada = told(
      "ada", "a", on: "2026-05-01",
      offer: Offer(remuneration: pounds, reimbursement: dollars(20), inKind: true))
    ada.note(
      .owing(.paid(pay("a"), nil, day: date("2026-05-02"))),
      .owing(.paid(pay("a", .reimbursement), nil, day: date("2026-05-02"))),
      .owing(.paid(pay("a", .inKind), nil, day: date("2026-05-02"))),
      .owing(.payConfirmed(pay("a", .inKind), day: date("2026-05-03"))))
    var bo = told("bo", "b", on: "2026-05-01", offer: fee)
    bo.note(.owing(.paid(pay("b"), nil, day: date("2026-05-10"))))
    // A fee that no booking here is about; it came after all.
    bo.note(
      .owing(
        .feeMissing(
          Fee(id: id("f"), organisation: id("o1"), amount: dollars(30), dueOn: date("2026-05-05")),
          day: date("2026-05-20"))),
      .owing(.payConfirmed(.fee(id("f")), day: date("2026-05-25"))))
    let row = try #require(rows([ada, bo]).first)
    #expect(row.pay.said == [pounds, dollars(150)] && row.pay.confirmed == [dollars(30)])
    #expect(row.costs == Said(said: [dollars(20)], confirmed: []))
    #expect(row.inKind == Said(said: 1, confirmed: 1))
    // The fee came late by the peer's word; pay alone counts for the days, 1 and 9.
    #expect(row.paidLate == Said(said: 0, confirmed: 1))
    #expect(row.daysToPay == Said(said: .days(1), confirmed: nil))
  }

  @Test func `work and training are given, with what they cost and whether the time was paid`()
    throws
  {
    var ada = ReportPeer("ada")
    ada.offer("w1", on: date("2026-05-01"))
    ada.offer("w2", on: date("2026-05-01"), doneOn: date("2026-05-10"))
    ada.note(.owing(.paid(.work(id("w2")), nil, day: date("2026-05-20"))))
    ada.contribution(
      "c1", minutes: 90, cost: dollars(10), isPaidTime: true, on: date("2026-05-02"),
      confirmedOn: date("2026-05-03"))
    ada.contribution("c2", .supervision, minutes: 45, cost: dollars(5), on: date("2026-05-04"))
    ada.contribution("c3", .other, minutes: 30, on: date("2026-07-01"))
    let row = try #require(rows([ada]).first)
    #expect(row.workOffered == 2 && row.workDone == 1)
    #expect(row.workPay == Said(said: [dollars(80)], confirmed: []))
    #expect(row.trainingMinutes == Said(said: 90, confirmed: 90))
    #expect(row.supervisionMinutes == Said(said: 45, confirmed: 0))
    // 1 July is still to come.
    #expect(row.otherMinutes == Said(said: 0, confirmed: 0))
    #expect(row.costToPeers == Said(said: [dollars(15)], confirmed: [dollars(10)]))
    #expect(row.paidMinutes == Said(said: 90, confirmed: 90))
    #expect(row.unpaidMinutes == Said(said: 45, confirmed: 0))
    #expect(row.tellings == 0 && row.peers == 0)
  }

  @Test func `pay stands in the quarter of its use, and an event has no work`() throws {
    var ada = told("ada", "a", on: "2026-03-30", offer: fee, event: "ev")
    ada.note(.owing(.paid(pay("a"), nil, day: date("2026-04-20"))))
    ada.offer("w1", on: date("2026-04-02"), doneOn: date("2026-04-03"))
    let first = try #require(rows([ada], .days("2026-01-01", "2026-03-31")).first)
    #expect(first.tellings == 1 && first.pay.said == [dollars(150)] && first.workOffered == 0)
    let second = try #require(rows([ada], .days("2026-04-01", "2026-06-30")).first)
    #expect(second.tellings == 0 && second.pay.said.isEmpty && second.workDone == 1)
    let event = try #require(rows([ada], ReportScope(event: id("ev"))).first)
    #expect(event.pay.said == [dollars(150)] && event.workOffered == 0)
    #expect(rows([ada], ReportScope(event: id("other"))).isEmpty)
    #expect(rows([ada], ReportScope(story: id("s1"))).first?.tellings == 1)
    #expect(rows([ada], ReportScope(organisation: id("o2"))).isEmpty)
    // The figure's own filter finds the use behind it.
    let seen = ada.seen(on: date("2026-06-30"))
    #expect(
      seen.uses.uses.count { event.behind.includes($0, of: seen.peer, by: seen.day) } == 1)
  }

  @Test
  func `half of five came within the third of them, and after more than a year nobody counts`()
    throws
  {
    func median(_ days: [Int]) -> Median? {
      let peers = days.enumerated().map { place, days in
        var peer = told("p\(place)", "e\(place)", on: "2025-01-01", offer: fee)
        peer.note(.owing(.paid(pay("e\(place)"), nil, day: date("2025-01-01").adding(days))))
        return peer
      }
      return rows(peers, on: "2027-01-01").first?.daysToPay.said
    }
    #expect(median([3, 40, 5, 0, 8]) == .days(5))
    // Of an even number the lower of the two in the middle; paid beforehand took no day.
    #expect(median([10, 2]) == .days(2) && median([-3, 4, 4]) == .days(4))
    #expect(median([-3]) == .days(0))
    #expect(median([365, 365, 366]) == .days(365) && median([366, 365, 400]) == .moreThan(365))
    #expect(median([]) == nil)
  }

  @Test func `to a custodian pay is overdue by the registry's days, to the peer by their own`()
    throws
  {
    var ada = told("ada", "a", on: "2026-05-01", offer: fee)
    let term = try #require(Term.named("pay.dueDays"))
    ada.note(
      .limitsSet(
        Limits([.init(term: term, value: 10)]), refusesInTheRoom: false, day: date("2026-04-01"),
        recordedOn: date("2026-04-01")))
    // Due on 31 May, by ada's own word on 11 May.
    #expect(rows([ada], on: "2026-05-12", for: .peer).first?.overdue == 1)
    #expect(rows([ada], on: "2026-05-12").first?.overdue == 0)
    #expect(rows([ada], on: "2026-05-31").first?.overdue == 0)
    #expect(rows([ada], on: "2026-06-01").first?.overdue == 1)
    // Whose days count changes nothing in which quarter it is.
    #expect(rows([ada], on: "2026-06-01", .days("2026-05-01", "2026-05-01")).first?.overdue == 1)
  }
}
