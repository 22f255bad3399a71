import ConsentRegistry
import Notation
import Testing

@testable import storyguard

/// What each alert says, to the custodian and to the peer.
struct AlertWordsTests {
  /// One life in which something of nearly every code happens, read on 20 July 2026.
  private static func life() -> AlertLife {
    var life = AlertLife()
    let fee = Money(minor: 15_000, currency: "USD")
    life.consent("c-1", to: "o-1", "o-2", from: may(-100), until: may(100))
    life.did("e-1", asked: may(-30), may(1), offer: Offer(remuneration: fee))
    life.told("e-2", may(10), for: "o-2")
    for (place, day) in [16, 40, 60].enumerated() { life.told("e-\(place + 3)", may(day)) }
    life.agreed("e-6", asked: may(50), may(70))
    life.agreed("e-7", asked: may(60), may(90))
    for day in [70, 75] { life.heldBack(on: may(day), [.restPeriod]) }
    life.told("shown", may(20), of: .exposure)
    let placement = Placement(
      id: id("pl-1"), use: id("shown-1"), medium: .page, holder: id("o-9"), address: nil,
      story: id("s-1"), purpose: .training, channel: .web, organisation: id("o-1"),
      placedOn: may(20))
    life.add(.placing(.placed(placement)))
    life.add(.placing(.removalOpened(placement.id, day: may(30), deadline: may(60))))
    return life
  }

  private static func lines(for reader: ReportReader) -> [AlertCode: String] {
    var excepted = AlertLife("p-2")
    excepted.told("x-1", may(60), for: "o-3", origin: .excepted)
    let policies = always {
      $0.alerts.nearingFrom = 6
      ($0.alerts.concentrationFromPeers, $0.alerts.noContactDays) = (1, 60)
    }
    let found = alerts(Self.life(), excepted, on: may(81), under: policies, for: reader)
    var lines: [AlertCode: String] = [:]
    for alert in found where alert.peer != id("p-2") {
      for code in alert.codes where lines[code] == nil {
        lines[code] = AlertWords(alert, for: reader).line
      }
    }
    return lines
  }

  @Test(arguments: spoken)
  func `each says who, what, since when, and what to do now`(_ code: String, _ line: String) throws
  {
    let code = try #require(AlertCode(code: code))
    #expect(Self.lines(for: .custodian)[code] == line.replacing("\n", with: " "))
  }

  @Test func `to the peer it says you, and asks nothing of them`() {
    let lines = Self.lines(for: .peer)
    #expect(lines.count == 12)
    for (code, line) in lines {
      #expect(line.hasPrefix("you, "), "\(code)")
      for word in ["p-1's", "the peer", "They", "their", "Ask "] {
        #expect(!line.contains(word), "\(line)")
      }
    }
  }

  @Test func `as JSON each has the keys that are written down, and the same facts`() throws {
    let found = alerts(Self.life(), on: may(81))
    for alert in found {
      let json = AlertJSON.json(alert, for: .custodian)
      guard case .object(let members) = json, case .array(let items)? = json["items"] else {
        Issue.record("not an object")
        return
      }
      #expect(
        members.map(\.name) == [
          "code", "also", "severity", "peer", "organisation", "since", "who", "what", "do", "items",
        ])
      for (item, written) in zip(alert.items, items) {
        guard case .object(let members) = written else { continue }
        #expect(
          members.map(\.name).prefix(5) == ["key", "code", "since", "day", "organisation"])
        #expect(written["key"] == .string(item.key.text) && members.count > 5)
      }
    }
    let pay = try #require(found.first { $0.codes == [.payOverdue] })
    let item = AlertJSON.json(pay, for: .custodian)["items"]?[0]
    #expect(item?["amount"] == ["minor": 15000, "currency": "USD"])
    #expect(item?["dueOn"] == "2026-05-31" && item?["missed"] == false)
  }

  private static let spoken: [(String, String)] = [
    (
      "overuse.rest",
      """
      p-1, asked by o-2: The telling for o-2 on Sunday 10 May 2026 came after 8 full days of
      rest, and 14 were due. It wasn't asked for here. Ask the peer how they are, and speak
      with o-2 about leaving more time. `storyguard report overuse --peer p-1` shows the uses.
      """
    ),
    (
      "overuse.cap",
      """
      p-1, asked by o-1: The telling for o-1 on Monday 29 June 2026 made it 5 tellings in 90
      days, where at most 3 may be. It wasn't asked for here. There are 2 more like it, from
      before. Since Saturday 16 May 2026. Ask the peer how they are, and speak with o-1 about
      leaving more time. `storyguard report overuse --peer p-1` shows the uses.
      """
    ),
    (
      "nearing.cap",
      """
      p-1, with o-1, o-2: 5 tellings and 1 booked that nobody has closed in 180 days, where at
      most 6 may be, for o-1, o-2: no room is left. Nearly full since Monday 29 June 2026. Tell
      those who plan with the peer that it is enough, and ask for work that needs no story.
      `storyguard report usage --peer p-1` shows the caps.
      """
    ),
    (
      "asks.pressure",
      """
      p-1, asked by o-1: o-1 has asked 3 times in 30 days, or meant to; at most 2 may be.
      Since Thursday 9 July 2026. Ask o-1 to wait before asking again; work that needs no
      story can be offered at any time.
      """
    ),
    (
      "token.storyOnly",
      """
      p-1, with o-1, o-2: 5 of the 5 things that the peer did here within 365 days were
      telling their story, for o-1, o-2. Since Monday 29 June 2026. Ask these organisations
      what else they could offer: `storyguard offer make p-1 …` is for work that needs no
      story.
      """
    ),
    (
      "token.concentration",
      """
      o-1, with p-1: 4 of 4 tellings for o-1 within 90 days were p-1's. Since Monday
      29 June 2026. Ask o-1 to spread its invitations, and to offer p-1 work that needs no
      story.
      """
    ),
    (
      "org.noContact",
      """
      p-1, with o-1: They told their story for o-1 80 days ago, on Friday 1 May 2026, and o-1
      hasn't been in touch since, other than to ask or to pay. Since Wednesday 1 July 2026.
      Ask o-1 to be in touch, without wanting anything. `storyguard checkin list p-1` shows
      its check-ins.
      """
    ),
    (
      "care.overdue",
      """
      p-1, owed by o-1: o-1 was to check in with the peer by Saturday 2 May 2026, after e-1.
      Since Sunday 3 May 2026. Ask o-1 to check in today. `storyguard checkin done p-1
      --engagement e-1` notes it.
      """
    ),
    (
      "pay.overdue",
      """
      p-1, owed by o-1: o-1 was to pay 150.00 USD by Sunday 31 May 2026 for e-1. Since Monday
      1 June 2026. Ask o-1 to pay now. `storyguard pay done p-1 --engagement e-1` notes it.
      """
    ),
    (
      "removal.overdue",
      """
      p-1, with o-1: A page (pl-1) was to come down by Monday 29 June 2026; o-9 holds it.
      Since Tuesday 30 June 2026. Ask o-9 to take it down, and to say how one can see that it
      is gone. `storyguard placement state p-1 pl-1 removed` notes it.
      """
    ),
    (
      "consent.ending",
      """
      p-1, granted to o-1, o-2: The consent c-1 for s-1 to o-1, o-2 ends in 19 days: Saturday
      8 August 2026 is its last day. Since Thursday 9 July 2026. Ask the peer, with no hurry,
      whether they want to renew it. Silence is no, and it then ends.
      """
    ),
    (
      "booking.review",
      """
      p-1, with o-1: e-7, on Wednesday 29 July 2026, would not be let through any more: too
      many uses, a check-in is overdue, pay is overdue. Agreed on Tuesday 30 June 2026.
      Nothing is cancelled for this: speak with the peer and o-1. `storyguard booking review
      p-1` says why.
      """
    ),
    (
      "booking.unclosed",
      """
      p-1, with o-1: e-6 was booked for Thursday 9 July 2026, and nobody has said what became
      of it. Since Monday 13 July 2026. Ask o-1 what became of it. `storyguard complete p-1
      --engagement e-6` notes it; with `--did-not-take-place` if it didn't.
      """
    ),
    (
      "exception.used",
      """
      o-3: 1 use for o-3 rests on a limit that a peer set aside. Within the last 90 days. Ask
      o-3 to plan with more time. Nobody asks whose they were.
      """
    ),
  ]
}
