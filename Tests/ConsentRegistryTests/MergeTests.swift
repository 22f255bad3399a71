import Notation
import Seeded
import Testing

@testable import ConsentRegistry
import Offices

/// Two records of one person become one: nothing counts twice, and nothing is loosened.
struct MergeTests {
  @Test func `rest and caps after a merge are those of both records together`() throws {
    var dice = SeededDice(seed: 12)
    var refused = 0
    var clashes = 0
    for _ in 0..<Soak.count(2_000) {
      var pair = try Pair(&dice, isPlain: true)
      let (ada, other) = (pair.ada, pair.other)
      let joined = try pair.merge()
      #expect(joined.letGo.engagements == [])
      clashes += other.engagements.count { ada.engagement($0.id) != nil }
      let merged = joined.record.standing(on: pair.today, policy: .initial)
      let (first, second) = (
        ada.standing(on: pair.today, policy: .initial),
        other.standing(on: pair.today, policy: .initial)
      )
      let union = Standing(
        zone: .utc, boundaries: first.boundaries, consents: first.consents, limits: merged.limits,
        engagements: first.engagements + second.engagements.map(pair.apart),
        asks: first.asks + second.asks, ownTellings: first.ownTellings + second.ownTellings)
      for _ in 0..<12 {
        let request = try pair.request(&dice)
        let (found, expected) = (
          Guard.decide(request, standing: merged, policy: .initial, today: pair.today),
          Guard.decide(request, standing: union, policy: .initial, today: pair.today)
        )
        #expect(found.reasons.filter(\.counts) == expected.reasons.filter(\.counts))
        if expected.reasons.contains(where: \.counts) { refused += 1 }
      }
      let again = try pair.merge(expecting: .mergedInto(pair.adaID))
      #expect(again)
    }
    // Otherwise the comparison said little.
    #expect(refused > Soak.count(2_000) && clashes > 50, "\(refused) refused, \(clashes) clashes")
  }

  @Test func `a merge loosens nothing that either record held`() throws {
    var dice = SeededDice(seed: 13)
    var held: [RuleCode: Int] = [:]
    for _ in 0..<Soak.count(2_000) {
      var pair = try Pair(&dice, isPlain: false)
      let parts = [pair.ada, pair.other]
      let merged = try pair.merge().record
      let standing = merged.standing(on: pair.today, policy: .initial)
      for _ in 0..<8 {
        let request = try pair.request(&dice)
        func rules(_ standing: Standing) -> Set<RuleCode> {
          Set(
            Guard.decide(request, standing: standing, policy: .initial, today: pair.today)
              .reasons.map(\.rule))
        }
        let each = parts.map { rules($0.standing(on: pair.today, policy: .initial)) }
        let found = rules(standing)
        for rule in [RuleCode.pauseActive, .readinessNotBefore]
        where each.contains(where: { $0.contains(rule) }) {
          #expect(found.contains(rule), "\(rule)")
          held[rule, default: 0] += 1
        }
        // Neither consented as things stood, so both together haven't.
        let consent: Set<RuleCode> = [.consentMissing, .consentRevoked, .consentNotInForce]
        if each.allSatisfy({ !$0.isDisjoint(with: consent) }) {
          #expect(!found.isDisjoint(with: consent))
          held[.consentMissing, default: 0] += 1
        }
      }
      let policy = Policy.initial.merged(
        with: merged.limits.inForce(on: pair.today, over: .initial))
      for part in parts {
        let own = Policy.initial.merged(
          with: part.limits.inForce(on: pair.today, over: .initial))
        #expect(!policy.isLooser(than: own))
      }
    }
    #expect(held.count == 3 && held.values.allSatisfy { $0 > 20 }, "\(held)")
  }

  @Test func `a claimed record is joined by the custodian alone, and an unclaimed one by the peer`()
    throws
  {
    var dice = SeededDice(seed: 14)
    var pair = try Pair(&dice, isPlain: true)
    let both = try pair.merge(as: .peer, "ada", expecting: .bothClaimed)
    #expect(both)
    let stranger = try pair.merge(as: .peer, "other", expecting: .onlyThePeer)
    #expect(stranger)
    let asker = try pair.merge(as: .coordinator, "kit", expecting: .onlyThePeer)
    #expect(asker)
    pair.keepOnly(
      [
        .peerAdded(zone: .utc, isClaimed: false, words: PeerWords(name: "A. Planted")),
        .recorded(
          try Pair.engagement("csv-1", on: pair.today.adding(-3), .completed, origin: .imported),
          words: UseWords()),
      ])
    let joined = try pair.merge(as: .peer, "ada")
    #expect(joined.engagements == 1 && joined.record.words.name == "A. Planted")
    // To one who asks, what is gone was never there.
    let kit = pair.desk(.coordinator, "kit")
    #expect(try kit.read(pair.otherID) == nil)
    let gone = try pair.desk(.custodian, nil).read(pair.otherID)
    #expect(gone?.engagements == [] && gone?.mergedInto == pair.adaID)
    let request = try pair.request(&dice)
    let nobody = try #require(PeerID("nobody"))
    let (ofGone, ofNobody) = (
      try kit.checkForAsker(request, of: pair.otherID), try kit.checkForAsker(request, of: nobody)
    )
    #expect(ofGone == ofNobody)
  }
}

extension Reason {
  /// Whether it comes from counting uses and asks.
  fileprivate var counts: Bool {
    [.restPeriod, .capRolling, .capEngagement, .capLifetime, .loadLimit, .askCap].contains(rule)
  }
}

/// Two records of one person, with a history each, on 4 May 2026.
private struct Pair {
  let today: Day
  let adaID: PeerID
  let otherID: PeerID
  private var chronicle: MemoryLedger

  init(_ dice: inout SeededDice, isPlain: Bool) throws {
    today = try #require(Day("2026-05-04"))
    adaID = try #require(PeerID("ada"))
    otherID = try #require(PeerID("other"))
    chronicle = MemoryLedger()
    for peer in [adaID, otherID] {
      chronicle.begin(peer, with: try Pair.history(&dice, today: today, isPlain: isPlain))
    }
  }

  var ada: PeerRecord { chronicle.record(of: adaID) ?? PeerRecord(peer: adaID) }
  var other: PeerRecord { chronicle.record(of: otherID) ?? PeerRecord(peer: otherID) }

  mutating func keepOnly(_ history: [Happening]) { chronicle.begin(otherID, with: history) }

  func desk(_ role: Actor.Role, _ id: String?) -> Desk<MemoryLedger> {
    var policies = PolicyHistory()
    policies.store(.initial, on: Day(number: 0))
    return Desk(
      ledger: chronicle, policies: policies, actor: Actor(role: role, id: id),
      moment: Moment(now: Instant("2026-05-04T12:00:00Z") ?? Instant(milliseconds: 0)),
      newID: { "id" })
  }

  mutating func merge(as role: Actor.Role = .custodian, _ id: String? = nil) throws -> Joined {
    let chronicle = chronicle
    return try desk(role, id).merge(
      otherID, into: adaID,
      history: { (peer) throws(Never) in chronicle.happenings[peer] ?? [] },
      untold: { (_) throws(Never) in [] },
      rename: HappeningNotation(zones: { _ in .utc }).renamed)
  }

  /// Whether a merge is refused with just that.
  mutating func merge(
    as role: Actor.Role = .custodian, _ id: String? = nil, expecting refusal: RegistryError
  ) throws -> Bool {
    do {
      _ = try merge(as: role, id)
      return false
    } catch DeskError<Never>.refused(let error) {
      return error == refusal
    }
  }

  /// The engagement under an id that nothing else has: the rules leave none out by its id.
  func apart(_ engagement: Engagement) -> Engagement {
    Engagement(
      id: EngagementID("apart-\(engagement.id)") ?? engagement.id, story: engagement.story,
      organisation: engagement.organisation, purpose: engagement.purpose,
      sessions: engagement.sessions)
  }

  func request(_ dice: inout SeededDice) throws -> UseRequest {
    try Pair.request(on: today.adding(dice.int(0...150)), by: dice.int(1...3))
  }

  static func request(on day: Day, by organisation: Int) throws -> UseRequest {
    UseRequest(
      peer: PeerID("ada"), story: try #require(StoryID("s1")),
      organisation: try #require(OrganisationID("o\(organisation)")),
      coordinator: CoordinatorID("kit"), event: nil, zone: .utc,
      sessions: [
        AskedSession(
          time: .telling(
            start: try #require(LocalTime(day: day, minute: 600)), minutes: 15, recorded: false),
          channel: .inPerson, purpose: .training, audience: .students, attribution: .firstName)
      ],
      purpose: nil, topics: ["housing"], relations: [], inTheRoom: false,
      support: Support(hasPerson: true, debriefOn: day.adding(1)), offer: Offer(unpaid: true))
  }

  static func engagement(
    _ id: String, on day: Day, _ state: SessionState, origin: Origin, askedOn: Day? = nil,
    by organisation: Int = 1
  ) throws -> EngagementRecord {
    EngagementRecord(
      id: try #require(EngagementID(id)), story: try #require(StoryID("s1")),
      organisation: try #require(OrganisationID("o\(organisation)")), event: nil, origin: origin,
      askedOn: askedOn, replyUntil: askedOn?.adding(7),
      request: try askedOn.map { _ in try request(on: day, by: organisation) },
      sessions: [
        .init(
          use: try #require(UseID("\(id)-1")), kind: .telling, channel: .inPerson,
          purpose: .training, audience: .students, first: day, last: day, state: state)
      ])
  }

  /// A year of one record; a plain one has nothing taken back, paused or put off.
  private static func history(
    _ dice: inout SeededDice, today: Day, isPlain: Bool
  ) throws -> [Happening] {
    var history: [Happening] = [
      .peerAdded(zone: .utc, isClaimed: true, words: PeerWords()),
      .storyTold(
        try #require(StoryID("s1")), label: nil, boundary: Boundary(topics: ["housing": .share])),
      .consented(try consent(&dice, today: today, isPlain: isPlain)),
    ]
    var ids = Array(1...9).shuffled(using: &dice)[...]
    for _ in 0..<dice.int(0...4) {
      guard let id = ids.popFirst() else { break }
      history.append(
        .recorded(
          try engagement(
            "e\(id)", on: today.adding(-dice.int(1...200)), .completed, origin: .recorded,
            by: dice.int(1...3)), words: UseWords()))
    }
    for _ in 0..<dice.int(0...3) {
      guard let id = ids.popFirst(), let engagementID = EngagementID("e\(id)") else { break }
      let asked = today.adding(-dice.int(0...40))
      history.append(
        .asked(
          try engagement(
            "e\(id)", on: today.adding(dice.int(1...90)), .held, origin: .permitted,
            askedOn: asked, by: dice.int(1...3))))
      if dice.int(0...2) > 0 { history.append(.answered(engagementID, .yes, day: asked)) }
    }
    for _ in 0..<dice.int(0...2) {
      history.append(.toldElsewhere(day: today.adding(-dice.int(0...30))))
    }
    if dice.int(0...2) == 0, let rest = Term.named("rest.days") {
      history.append(
        .limitsSet(
          Limits([.init(term: rest, value: Double(dice.int(3...40)))]), refusesInTheRoom: false,
          day: today.adding(-30), recordedOn: today.adding(-dice.int(0...30))))
    }
    return isPlain ? history : try history + choices(&dice, today: today)
  }

  private static func choices(_ dice: inout SeededDice, today: Day) throws -> [Happening] {
    var choices: [Happening] = []
    if dice.int(0...2) == 0 {
      let from = today.adding(dice.int(-10...40))
      choices.append(
        .paused(
          Pause(from: from, until: dice.int(0...1) == 0 ? nil : from.adding(dice.int(0...30))),
          keeping: []))
    }
    if dice.int(0...3) == 0 {
      choices.append(.readinessSet(notBefore: today.adding(dice.int(1...60))))
    }
    if dice.int(0...2) == 0 {
      choices.append(
        .withdrew(
          day: today.adding(-dice.int(0...60)),
          scope: .init(
            purpose: dice.int(0...1) == 0 ? .training : nil,
            organisation: OrganisationID("o\(dice.int(1...3))"))))
    }
    return choices
  }

  private static func consent(
    _ dice: inout SeededDice, today: Day, isPlain: Bool
  ) throws -> Consent {
    let given = today.adding(isPlain ? -300 : -dice.int(0...300))
    return Consent(
      id: ConsentID("c\(dice.int(1...2))"), story: try #require(StoryID("s1")),
      purposes: isPlain || dice.int(0...3) > 0 ? [.training] : [.fundraising],
      channels: [.inPerson], audiences: [.students],
      organisations: try (1...3).map { try #require(OrganisationID("o\($0)")) },
      attribution: .firstName, recording: false, reuse: false, given: given, from: given,
      until: given.addingMonths(24))
  }
}
