import ConsentRegistry
import Seeded
import Testing

/// What peers have chosen for themselves shows in no alert to a custodian.
struct AlertPrivacyTests {
  @Test
  func `of an own limit only that it is the peer's own choice is told, where it stands alone`()
    throws
  {
    var own = AlertLife()
    try own.ownLimit("rest.days", 21, on: may(0))
    own.told("e-1", may(1))
    own.told("e-2", may(19))
    let found = alerts(own, on: may(30)).flatMap(\.items)
    #expect(found.map(\.code) == [.overuseRest])
    #expect(found.first.map(broken) == [.rest(days: 17, due: nil)])
    let toPeer = alerts(own, on: may(30), for: .peer).flatMap(\.items)
    #expect(toPeer.first.map(broken) == [.rest(days: 17, due: 21)])
    // Where the registry's own limit is broken too, the peer's own shows in nothing.
    var plain = AlertLife()
    var both = AlertLife()
    try both.ownLimit("caps.telling.20", 1, on: may(0))
    for day in [1, 15, 30] {
      plain.told("e-\(day)", may(day))
      both.told("e-\(day)", may(day))
    }
    func last(_ life: AlertLife) -> [AlertItem] {
      alerts(life, on: may(40)).flatMap(\.items).filter { $0.day == may(30) }
    }
    #expect(last(plain).map(\.code) == [.overuseCap] && last(both) == last(plain))
  }

  @Test func `of a private reason against a booking nothing is told but to the peer`() {
    var life = AlertLife()
    life.consent("c-1", to: "o-1", from: may(-100), until: may(200))
    life.agreed("e-1", asked: may(5), may(25))
    for (choice, rule): (Happening, RuleCode) in [
      (.readinessSet(notBefore: may(60)), .readinessNotBefore),
      (.toldElsewhere(day: may(20)), .restPeriod),
    ] {
      var chosen = life
      chosen.add(choice)
      func facts(_ reader: ReportReader) -> [AlertFacts] {
        alerts(chosen, on: may(20), for: reader).of(.bookingReview).flatMap(\.items).map(\.facts)
      }
      #expect(facts(.custodian).isEmpty)
      #expect(
        facts(.peer) == [
          .review(id("e-1"), nil, agreedOn: may(6), rules: [rule], ownChoice: false)
        ])
    }
  }

  @Test func `worlds that differ in what is private alone give the custodian the same alerts`()
    throws
  {
    var dice = SeededDice(seed: 407)
    var seen: Set<AlertCode> = []
    for _ in 0..<Soak.count(3_000) {
      var worlds = TwoWorlds(&dice)
      try worlds.live(&dice)
      let day = may(dice.int(100...140))
      let policies = always { if dice.int(0...1) == 0 { $0.alerts.nearingFrom = 2 } }
      let (one, other) = (
        alerts(worlds.one, on: day, under: policies),
        alerts(worlds.other, on: day, under: policies)
      )
      #expect(shown(one) == shown(other))
      seen.formUnion(one.flatMap(\.codes))
    }
    // The worlds must hold something to tell.
    #expect(
      seen.isSuperset(of: [
        .overuseRest, .overuseCap, .nearingCap, .asksPressure, .tokenStoryOnly, .orgNoContact,
        .careOverdue, .consentEnding, .bookingReview, .bookingUnclosed,
      ]), "\(seen)")
  }

  /// All items but what may be told of the peer's own choices: that there is one.
  private func shown(_ alerts: [Alert]) -> [String] {
    alerts.flatMap(\.items).compactMap { item in
      switch item.facts {
      case .overuse(let facts, _, _, _) where facts.allSatisfy(isOwnChoice): return nil
      case .review(let booking, _, let day, let rules, _):
        return rules.isEmpty ? nil : "\(item.key) \(item.since) \(booking) \(day as Any) \(rules)"
      default: return "\(item.key) \(item.since) \(item.facts)"
      }
    }.sorted()
  }

  private func isOwnChoice(_ fact: Breach.Fact) -> Bool {
    switch fact {
    case .rest(_, due: nil), .cap(_, _, over: nil), .load(_, limit: nil): true
    default: false
    }
  }

  /// The limits that an item says were broken.
  private func broken(_ item: AlertItem) -> [Breach.Fact] {
    if case .overuse(let facts, _, _, _) = item.facts { facts } else { [] }
  }
}

/// One life lived twice: what others know of is the same, what is the peer's own is not.
private struct TwoWorlds {
  private(set) var one = AlertLife()
  private(set) var other = AlertLife()

  init(_ dice: inout SeededDice) {
    let (from, until) = (may(-100), may(dice.int(90...200)))
    both { $0.consent("c-1", to: "o-1", "o-2", from: from, until: until) }
  }

  mutating func live(_ dice: inout SeededDice) throws {
    for number in 0..<dice.int(2...11) {
      let name = "e-\(number)"
      let day = may(dice.int(0...110))
      let organisation = "o-\(dice.int(1...2))"
      switch dice.int(0...5) {
      case 0, 1: both { $0.told(name, day, for: organisation) }
      case 2: both { $0.did(name, asked: day.adding(-20), day, for: organisation) }
      case 3:
        let booked = day.adding(dice.int(0...50))
        both { $0.agreed(name, asked: day.adding(-20), booked, for: organisation) }
      default:
        // Asked, with no for an answer or none at all; or held back after an earlier no.
        let asked = may(dice.int(60...90))
        Self.ask(name, on: asked, by: organisation, of: &one, &dice)
        Self.ask(name, on: asked, by: organisation, of: &other, &dice)
      }
    }
    try Self.choose(for: &one, &dice)
    try Self.choose(for: &other, &dice)
  }

  private mutating func both(_ live: (inout AlertLife) -> Void) {
    live(&one)
    live(&other)
  }

  private static func ask(
    _ name: String, on day: Day, by organisation: String, of life: inout AlertLife,
    _ dice: inout SeededDice
  ) {
    guard dice.int(0...2) > 0 else {
      let rules: [[RuleCode]] = [[.askQuiet], [.pauseActive], [.readinessNotBefore]]
      life.heldBack(on: day, for: organisation, rules[dice.int(0...2)])
      return
    }
    life.ask(name, on: day, [day.adding(20)], for: organisation)
    switch dice.int(0...2) {
    case 0: life.add(.answered(id(name), .notThisOne, day: day.adding(dice.int(0...5))))
    case 1: life.add(.answered(id(name), .notThisKind, day: day.adding(dice.int(0...5))))
    default: break
    }
  }

  /// What the peer has chosen, in one world; most of it.
  private static func choose(for life: inout AlertLife, _ dice: inout SeededDice) throws {
    if dice.int(0...1) == 0 {
      let from = may(dice.int(0...150))
      life.add(.paused(Pause(from: from, until: from.adding(dice.int(0...30))), keeping: []))
    }
    if dice.int(0...1) == 0 { life.add(.readinessSet(notBefore: may(dice.int(0...200)))) }
    if dice.int(0...1) == 0 { life.add(.toldElsewhere(day: may(dice.int(0...130)))) }
    if dice.int(0...1) == 0 {
      life.add(
        .asking(
          .quietChosen(id("o-1"), purpose: nil, until: may(dice.int(50...200)), day: may(40))))
    }
    // Tighter than the registry's; a looser one stands in its place, and less is broken then.
    switch dice.int(0...4) {
    case 0: try life.ownLimit("rest.days", Double(dice.int(15...40)), on: may(-100))
    case 1: try life.ownLimit("caps.telling.20", 1, on: may(-100))
    case 2: try life.ownLimit("caps.telling.30", Double(dice.int(0...1)), on: may(-100))
    case 3: try life.ownLimit("asks.perOrganisation", 1, on: may(-100))
    default: break
    }
  }
}
