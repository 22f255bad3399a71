import ConsentRegistry
import Testing

/// For each alert the smallest history that raises it, and the neighbour that doesn't.
struct AlertTests {
  private let o1: OrganisationID = id("o-1")

  @Test func `codes and their severities are those that are written down`() {
    let written: [(Severity, [String])] = [
      (
        .critical,
        ["overuse.rest", "overuse.cap", "overuse.load", "care.overdue", "removal.overdue"]
      ),
      (
        .warning,
        [
          "nearing.cap", "asks.pressure", "token.storyOnly", "token.concentration",
          "org.noContact", "pay.overdue", "booking.review",
        ]
      ),
      (.notice, ["consent.ending", "booking.unclosed", "exception.used"]),
    ]
    #expect(written.flatMap(\.1).count == AlertCode.allCases.count)
    for (severity, codes) in written {
      for code in codes { #expect(AlertCode(code: code)?.severity == severity, "\(code)") }
    }
    #expect(Severity.notice < .warning && Severity.warning < .critical)
  }

  @Test func `a use that broke a rest and two caps is one alert, for whoever asked for it`() throws
  {
    var life = AlertLife()
    life.told("e-1", may(1), may(2), for: "o-2")
    life.told("e-2", may(15))
    let found = alerts(life, on: may(20)).of(.overuseRest)
    #expect(found.count == 1)
    let alert = try #require(found.first)
    #expect(alert.codes == [.overuseRest, .overuseCap])
    #expect(alert.peer == id("p-1") && alert.organisation == o1 && alert.since == may(15))
    #expect(
      alert.items.map(\.key.text) == [
        "overuse.cap/p-1/e-2-1/2026-05-15", "overuse.rest/p-1/e-2-1/2026-05-15",
      ])
    // Of two caps broken by one use each is told, as one item.
    var more = AlertLife()
    for (place, day) in [1, 40, 62].enumerated() { more.told("e-\(place)", may(day)) }
    more.told("e-4", may(78))
    more.told("e-5", may(89))
    let last = alerts(more, on: may(89)).of(.overuseCap).flatMap(\.items)
    #expect(
      last.contains { item in
        if case .overuse(let facts, _, _, _) = item.facts { facts.count == 2 } else { false }
      })
    // On 16 May the rest is kept, and two tellings in 30 days break nothing.
    var rested = AlertLife()
    rested.told("e-1", may(1))
    rested.told("e-2", may(16))
    #expect(alerts(rested, on: may(20)) == [])
  }

  @Test func `overuse is told for 365 days, and never where the peer made an exception`() {
    var life = AlertLife()
    life.told("e-1", may(1))
    life.told("e-2", may(15))
    #expect(alerts(life, on: may(15 + 364)).codes == ["overuse.rest"])
    #expect(alerts(life, on: may(15 + 365)).isEmpty)
    #expect(alerts(life, on: may(14)).isEmpty)
    var excepted = AlertLife()
    excepted.told("e-1", may(1))
    excepted.told("e-2", may(15), origin: .excepted)
    #expect(alerts(excepted, on: may(20)).codes == ["exception.used"])
  }

  @Test func `a load that is too high is told`() {
    let loaded = always {
      withoutRest(&$0)
      ($0.caps, $0.load.halfLife, $0.load.limit) = (Caps(), 14, 1.4)
    }
    var life = AlertLife()
    life.told("e-1", may(1))
    life.told("e-2", may(15))
    #expect(alerts(life, on: may(15), under: loaded).codes == ["overuse.load"])
    var spaced = AlertLife()
    spaced.told("e-1", may(1))
    spaced.told("e-2", may(29))
    #expect(alerts(spaced, on: may(29), under: loaded).isEmpty)
  }

  @Test func `eight of ten are near the cap, seven aren't, and eleven are over it`() throws {
    let ten = always {
      withoutRest(&$0)
      $0.caps = Caps([Cap(kind: .telling, atMost: 10, days: 365)])
    }
    func life(_ count: Int) -> AlertLife {
      var life = AlertLife()
      for place in 0..<count {
        life.told("e-\(place)", may(1 + place * 10), for: place < 3 ? "o-2" : "o-1")
      }
      return life
    }
    func near(_ life: AlertLife, on day: Day) -> [Alert] {
      alerts(life, on: day, under: ten).of(.nearingCap)
    }
    #expect(near(life(7), on: may(120)).isEmpty)
    let alert = try #require(near(life(8), on: may(120)).first)
    #expect(alert.since == may(71) && alert.organisation == nil)
    guard case .nearingCap(let cap, 8, 0, let organisations, let uses)? = alert.items.first?.facts
    else { throw Missing() }
    #expect(cap.atMost == 10 && organisations == [id("o-1"), id("o-2")] && uses.count == 8)
    #expect(near(life(10), on: may(120)).count == 1)
    #expect(near(life(11), on: may(120)).isEmpty)
    #expect(alerts(life(11), on: may(120), under: ten).codes.contains("overuse.cap"))
    // 365 days that end on 30 April 2027 hold 1 May 2026; those that end on 1 May don't.
    #expect(near(life(8), on: may(365)).count == 1)
    #expect(near(life(8), on: may(366)).isEmpty)
    // Seven told, and one booked for yesterday; for tomorrow it would be none of them.
    var booked = life(7)
    booked.agreed("e-8", asked: may(70), may(90))
    #expect(near(booked, on: may(91)).count == 1)
    #expect(near(booked, on: may(89)).isEmpty)
    // One that waits for its answer doesn't count: a no would show.
    var waiting = life(7)
    waiting.ask("e-8", on: may(90), [may(90)])
    #expect(near(waiting, on: may(90)).isEmpty)
    // A cap of four says nothing: there the first use is near the last.
    let four = always { $0.caps = Caps([Cap(kind: .telling, atMost: 4, days: 365)]) }
    #expect(alerts(life(4), on: may(120), under: four).of(.nearingCap).isEmpty)
  }

  @Test func `each further use near a cap is news, and a day gone by isn't`() throws {
    let ten = always {
      withoutRest(&$0)
      $0.caps = Caps([Cap(kind: .telling, atMost: 10, days: 365)])
    }
    var life = AlertLife()
    for place in 0..<8 { life.told("e-\(place)", may(1 + place * 10)) }
    let then = alerts(life, on: may(80), under: ten)
    let later = alerts(life, on: may(100), under: ten).of(.nearingCap)
    #expect(try #require(later.first).onlyNew(since: then.keys) == nil)
    life.told("e-9", may(100))
    let more = alerts(life, on: may(100), under: ten).of(.nearingCap)
    #expect(try #require(more.first).onlyNew(since: then.keys) == more.first)
  }

  @Test func `three asks by one organisation in thirty days are told, held back or not`() throws {
    var life = AlertLife()
    life.ask("e-1", on: may(1), [may(60)])
    life.add(.answered(id("e-1"), .notThisOne, day: may(2)))
    life.heldBack(on: may(10), [.askQuiet])
    #expect(alerts(life, on: may(30)).of(.asksPressure).isEmpty)
    life.add(.asking(.askedOutside(id("o-1"), words: nil, day: may(30))))
    let alert = try #require(alerts(life, on: may(30)).of(.asksPressure).first)
    #expect(alert.organisation == o1 && alert.since == may(30))
    #expect(
      alert.items.map(\.facts) == [.asks(times: 3, atMost: 2, days: 30, byAll: false)])
    #expect(alerts(life, on: may(31)).of(.asksPressure).isEmpty)
  }

  @Test func `five asks by all together name the organisation with the most`() throws {
    var life = AlertLife()
    for (place, organisation) in ["o-1", "o-2", "o-2", "o-3"].enumerated() {
      life.ask("e-\(place)", on: may(1 + place), [may(60 + place)], for: organisation)
    }
    #expect(alerts(life, on: may(10)).of(.asksPressure).isEmpty)
    life.heldBack(on: may(9), for: "o-3", [.askCap])
    life.heldBack(on: may(10), for: "o-3", [.askCap])
    let found = alerts(life, on: may(10)).of(.asksPressure)
    // Over its own two, and over the four of all: one alert of two items.
    #expect(found.map(\.organisation) == [id("o-3")])
    #expect(
      Set(found.flatMap(\.items).map(\.facts)) == [
        .asks(times: 6, atMost: 4, days: 30, byAll: true),
        .asks(times: 3, atMost: 2, days: 30, byAll: false),
      ])
  }

  @Test func `four tellings and one piece of work are only a story, three and two aren't`() throws {
    func life(stories: Int, work: Int) -> AlertLife {
      var life = AlertLife()
      for place in 0..<stories { life.told("e-\(place)", may(1 + place * 60)) }
      for place in 0..<work {
        let offer = WorkOffer(
          id: id("w-\(place)"), organisation: o1, coordinator: nil, day: nil, minutes: 60,
          pay: .unpaid, words: nil, offeredOn: may(1), replyUntil: may(8))
        life.add(.work(.offered(offer)))
        life.add(.work(.done(offer.id, day: may(20))))
      }
      return life
    }
    let found = alerts(life(stories: 4, work: 1), on: may(200)).of(.tokenStoryOnly)
    let alert = try #require(found.first)
    #expect(alert.peer == id("p-1") && alert.organisation == nil && alert.since == may(181))
    #expect(
      alert.items.map(\.facts) == [
        .storyOnly(stories: 4, of: 5, days: 365, organisations: [o1])
      ])
    #expect(alerts(life(stories: 3, work: 2), on: may(200)).of(.tokenStoryOnly).isEmpty)
    #expect(alerts(life(stories: 4, work: 0), on: may(200)).of(.tokenStoryOnly).isEmpty)
    // A year after the first telling it is one of three.
    #expect(alerts(life(stories: 4, work: 1), on: may(365)).of(.tokenStoryOnly).count == 1)
    #expect(alerts(life(stories: 4, work: 1), on: may(366)).of(.tokenStoryOnly).isEmpty)
  }

  @Test func `a consent that ends is told for thirty days, once, unless another reaches farther`()
    throws
  {
    var life = AlertLife()
    life.consent("c-1", to: "o-1", "o-2", from: may(-300), until: may(31))
    #expect(alerts(life, on: may(0)).isEmpty)
    let found = alerts(life, on: may(1))
    #expect(found.count == 1 && found.codes == ["consent.ending"])
    #expect(found.first?.items.map(\.organisation) == [id("o-1"), id("o-2")])
    #expect(found.first?.organisation == nil && found.first?.since == may(1))
    #expect(alerts(life, on: may(1), organisation: "o-2").map(\.organisation) == [id("o-2")])
    #expect(alerts(life, on: may(31)).count == 1)
    #expect(alerts(life, on: may(32)).isEmpty)
    var renewed = life
    renewed.consent("c-2", to: "o-1", from: may(60), until: may(300))
    #expect(alerts(renewed, on: may(10)).map(\.organisation) == [id("o-2")])
    // Withdrawn as a whole it isn't live; of two purposes one was left.
    var withdrawn = life
    withdrawn.add(.withdrew(day: may(5), scope: Revocation.Scope(purpose: .training)))
    #expect(alerts(withdrawn, on: may(10)).isEmpty)
    var partly = AlertLife()
    partly.consent(
      "c-1", to: "o-1", from: may(-300), until: may(31), purposes: [.training, .fundraising])
    partly.add(.withdrew(day: may(5), scope: Revocation.Scope(purpose: .training)))
    #expect(alerts(partly, on: may(10)).codes == ["consent.ending"])
    // A renewal that was itself withdrawn reaches nowhere.
    renewed.add(.withdrew(day: may(8), scope: Revocation.Scope(consent: id("c-2"))))
    #expect(alerts(renewed, on: may(10)).first?.items.count == 2)
    // Two consents are two alerts.
    var two = life
    two.consent("c-3", to: "o-1", from: may(-300), until: may(31))
    #expect(alerts(two, on: may(10)).count == 2)
  }

  @Test func `a booking that what came in late conflicts with is told, and an ask isn't`() throws {
    var life = AlertLife()
    life.consent("c-1", to: "o-1", from: may(-100), until: may(200))
    life.told("e-0", may(-2))
    life.agreed("e-1", asked: may(5), may(25))
    #expect(alerts(life, on: may(20)).of(.bookingReview).isEmpty)
    life.told("e-2", may(3))
    let found = alerts(life, on: may(20)).of(.bookingReview)
    #expect(found.count == 1 && found.first?.since == may(6))
    #expect(
      found.first?.items.map(\.facts) == [
        .review(
          id("e-1"), nil, agreedOn: may(6), rules: [.capRolling], ownChoice: false)
      ])
    #expect(alerts(life, on: may(25)).of(.bookingReview).count == 1)
    #expect(alerts(life, on: may(26)).of(.bookingReview).isEmpty)
    var waiting = AlertLife()
    waiting.consent("c-1", to: "o-1", from: may(-100), until: may(200))
    waiting.told("e-0", may(18))
    waiting.ask("e-1", on: may(20), [may(25)])
    #expect(alerts(waiting, on: may(20)).of(.bookingReview).isEmpty)
  }

  @Test func `a booking that nobody has closed is told on the fourth day`() {
    var life = AlertLife()
    life.agreed("e-1", asked: may(-20), may(1))
    #expect(alerts(life, on: may(4)).isEmpty)
    let found = alerts(life, on: may(5))
    #expect(found.codes == ["booking.unclosed"] && found.first?.since == may(5))
    life.add(.completed(id("e-1"), sessions: [0], day: may(5)))
    #expect(alerts(life, on: may(5)).of(.bookingUnclosed).isEmpty)
  }

  @Test func `the gravest stands first, then the oldest, and one organisation's can be told alone`()
    throws
  {
    var life = AlertLife()
    life.consent("c-1", to: "o-1", from: may(-300), until: may(60))
    life.did("e-1", asked: may(-20), may(1))
    life.told("e-2", may(35), for: "o-2")
    life.told("e-3", may(40), for: "o-2")
    let found = alerts(life, on: may(50)).sorted { $0.comesBefore($1) }
    #expect(found.map(\.severity) == found.map(\.severity).sorted(by: >))
    #expect(found.codes == ["care.overdue", "overuse.rest", "consent.ending"])
    #expect(alerts(life, on: may(50), organisation: "o-2").codes == ["overuse.rest"])
    #expect(alerts(life, on: may(50), organisation: "o-3").isEmpty)
  }
}

private struct Missing: Error {}
