import Notation
import Testing

@testable import ConsentRegistry
import Offices

/// What comes over with a record that is joined to another, and what of it goes on acting.
struct MergeCarriedTests {
  @Test func `a yes to one use alone stays a yes to that use alone`() throws {
    let two = try TwoRecords()
    let (use, o1): (EngagementID, OrganisationID) = (try two.id("spring"), try two.id("o1"))
    for (peer, origin) in [(two.maya, Origin.permitted), (two.ana, .firstAsked)] {
      let engagement = try two.engagement(
        "spring", on: "2026-06-01", .held, of: peer, origin: origin)
      two.add([.asked(engagement), .answered(use, .yes, day: try two.day("2026-05-01"))], to: peer)
    }
    two.add([.consented(try two.consent("one-use", onlyFor: "spring"))], to: two.ana)
    let joined = try two.merge()
    let consent = try #require(joined.record.consents.first { $0.id?.text == "one-use" })
    #expect(consent.onlyFor?.text == "spring-2")
    #expect(joined.letGo.engagements.isEmpty)
    let isKnown = joined.record.isKnown(to: o1)
    #expect(!isKnown)
    let standing = joined.record.standing(on: try two.day("2026-05-04"), policy: .initial)
    let request = try two.request(on: "2026-09-01")
    let decision = Guard.decide(
      request, standing: standing, policy: .initial, today: try two.day("2026-05-04"))
    #expect(decision.reasons.contains { $0.rule.isConsent })
  }

  @Test func `what was withdrawn stays withdrawn for what was placed, and grants nothing anew`()
    throws
  {
    for scope in [
      Revocation.Scope(), .init(purpose: .training), .init(consent: try ConsentID.named("c")),
      .init(organisation: try OrganisationID.named("o1")),
    ] {
      let two = try TwoRecords()
      two.add([.consented(try two.consent("c", given: "2026-05-02"))], to: two.maya)
      two.add(
        [
          .consented(try two.consent("c", purposes: [.training, .fundraising])),
          .asked(
            try two.engagement("told", on: "2026-04-20", .held, of: two.ana, askedOn: "2026-04-02")),
          .answered(try two.id("told"), .yes, day: try two.day("2026-04-03")),
          .completed(try two.id("told"), sessions: [0], day: try two.day("2026-04-20")),
          .recorded(
            try two.engagement(
              "gifts", on: "2026-04-21", .completed, of: two.ana, origin: .recorded,
              purpose: .fundraising), words: UseWords()),
          .withdrew(day: try two.day("2026-05-01"), scope: scope),
        ], to: two.ana)
      // As in the other record, so in the joined one; and what was granted in the one that stays
      // after the withdrawal in the other stands.
      let before = try two.placed(from: ["told-1", "gifts-1"], of: two.ana, dry: true)
      let joined = try two.merge()
      #expect(try two.placed(from: ["told-1", "gifts-1"], of: two.maya) == before)
      #expect(before.contains(true))
      #expect(joined.consentsLeftBehind.map(\.text) == ["c-2"])
      let today = try two.day("2026-05-04")
      let standing = joined.record.standing(on: today, policy: .initial)
      func rules(_ purpose: Purpose) throws -> [RuleCode] {
        let request = try two.request(on: "2026-09-01", purpose: purpose)
        return Guard.decide(request, standing: standing, policy: .initial, today: today)
          .reasons.map(\.rule).filter(\.isConsent)
      }
      #expect(try rules(.training) == [])
      #expect(try rules(.fundraising) == [.consentMissing])
    }
  }

  @Test func `a withdrawal that came over stops first asks, and makes nobody known`() throws {
    let two = try TwoRecords()
    let o1: OrganisationID = try two.id("o1")
    let today = try two.day("2026-05-04")
    two.add(
      [.asking(.firstAsksAllowed(o1, isAllowed: true, day: try two.day("2026-04-01")))],
      to: two.maya)
    two.add(
      [
        .consented(try two.consent(nil, purposes: [.training, .media])),
        .consented(try two.consent("past", given: "2025-01-01", until: "2025-12-31")),
        .withdrew(day: try two.day("2026-05-01"), scope: .init(purpose: .training)),
      ], to: two.ana)
    func takes(_ purpose: Purpose) throws -> Bool {
      let record = try #require(two.ledger.record(of: two.maya))
      let request = try two.request(on: "2026-09-01", purpose: purpose)
      let standing = record.standing(on: today, policy: .initial)
      return record.takesAsFirstAsk(
        request,
        refused: Guard.decide(request, standing: standing, policy: .initial, today: today))
    }
    #expect(try takes(.training))
    let isKnown = try two.merge().record.isKnown(to: o1)
    #expect(!isKnown)
    #expect(try !takes(.training))
    #expect(try takes(.media))
  }

  @Test func `nobody joins a record that they are kept from, nor brings over a yes unheard`()
    throws
  {
    let two = try TwoRecords()
    let northside: OrganisationID = try two.id("northside")
    var roles = Roles()
    roles.give(.custodian, to: "rin", of: northside)
    let rin = two.desk(.custodian, "rin", roles: roles)
    for peer in [two.maya, two.ana] {
      two.add([.tied(organisation: northside, relations: [.employer])], to: peer)
      #expect(two.refusal { try two.merge(at: rin) } == .custodianIsTied)
      two.add([.tied(organisation: northside, relations: [])], to: peer)
    }
    // kit has asked under the one id; with the consent under the other kit could ask for more.
    two.add(
      [
        .asked(try two.engagement("over", on: "2026-04-10", .held, of: two.maya)),
        .answered(try two.id("over"), .notThisOne, day: try two.day("2026-04-01")),
      ], to: two.maya)
    two.add([.consented(try two.consent("c"))], to: two.ana)
    let kit = two.desk(.custodian, "kit")
    #expect(two.refusal { try two.merge(at: kit) } == .askerIsNoWitness)
    let joined = try two.merge(at: kit.witnessed(by: try two.id("bea")))
    #expect(joined.record.supporters.witnesses == [.consent(try two.id("c")): try two.id("bea")])
  }

  @Test func `of what either record wishes the stricter stands, and who stands by them stays`()
    throws
  {
    let two = try TwoRecords()
    let (bea, cem, dan): (SupporterID, SupporterID, SupporterID) = (
      try two.id("bea"), try two.id("cem"), try two.id("dan")
    )
    let o1: OrganisationID = try two.id("o1")
    two.add(
      [
        .waived(.care, isWaived: true), .waived(.release, isWaived: true),
        .support(.remindersWanted(true)), .support(.addressSet("maya@home.example")),
        .support(.named(bea, organisation: nil)), .support(.named(cem, organisation: nil)),
        .support(.named(dan, organisation: nil)), .support(.letGo(dan)),
      ], to: two.maya)
    two.add(
      [
        .waived(.care, isWaived: true), .consented(try two.consent("c")),
        .support(
          .witnessed(
            .consent(try two.id("c")), by: try two.id("eva"), day: try two.day("2026-05-01"))),
        .work(.wanted(whileResting: false)), .support(.noesTold(atTheEnd: true)),
        .support(.remindersWanted(false)), .support(.addressSet(nil)),
        .support(.named(cem, organisation: o1)), .support(.named(dan, organisation: nil)),
        .support(.named(bea, organisation: nil)), .support(.letGo(bea)),
      ], to: two.ana)
    let record = try two.merge().record
    #expect(record.waives == [.care])
    #expect(!record.work.isWantedWhileResting && record.reach.tellsNoesAtTheEnd)
    #expect(!record.reach.wantsReminders)
    #expect(record.reach.address(or: PeerWords(contact: "x")) == nil)
    #expect(record.supporters.named == [cem: o1])
    #expect(record.supporters.witnesses == [.consent(try two.id("c")): try two.id("eva")])
  }

  @Test func `a record that nobody has claimed takes back no safeguard done without`() throws {
    let two = try TwoRecords()
    let sheet = try two.begin("sheet", isClaimed: false)
    two.add(
      [.waived(.care, isWaived: true), .support(.remindersWanted(true))], to: two.maya)
    let record = try two.merge(sheet, at: two.desk(.peer, "maya")).record
    #expect(record.waives == [.care] && record.reach.wantsReminders)
    #expect(record.reach.said == nil && record.work.isWantedWhileResting)
  }

  @Test func `who asked under the one id finds the booking there, and nothing under the other`()
    throws
  {
    let two = try TwoRecords()
    for (peer, name) in [(two.maya, "m"), (two.ana, "a"), (two.ana, "a2")] {
      two.add(
        [
          .consented(try two.consent("c-\(name)")),
          .asked(
            try two.engagement(
              name, on: name == "m" ? "2026-05-30" : "2026-07-30", .held, of: peer)),
          .answered(try two.id(name), .yes, day: try two.day("2026-05-01")),
        ], to: peer)
    }
    try two.merge()
    let kit = two.desk(.coordinator, "kit")
    let listed = try kit.bookingsForAsker(from: nil) { (_) throws(Never) in
      ["m", "a", "a2"].compactMap { EngagementID($0) }.map { (two.maya, $0) }
    }
    #expect(listed.map(\.peer) == [two.maya, two.ana, two.ana])
    let a: EngagementID = try two.id("a")
    for (peer, id) in [(two.maya, a), (two.ana, try two.id("m"))] {
      #expect(two.refusal { try kit.cancel(id, of: peer, by: .organiser) } == .unknownEngagement)
      #expect(two.refusal { try kit.hostPage(of: id, for: peer) } == .noHostPage)
      #expect(
        two.refusal { try kit.engagement(of: peer, id: id, event: nil) } == .unknownEngagement)
      let request = try two.request(on: "2026-08-30", of: peer)
      #expect(two.refusal { try kit.edit(id, to: request, of: peer) } == .unknownEngagement)
    }
    let stranger = two.desk(.coordinator, "lee")
    #expect(
      two.refusal { try stranger.cancel(a, of: two.ana, by: .organiser) } == .unknownEngagement)
    #expect(try kit.hostPage(of: a, for: two.ana).engagement == a)
    #expect(try kit.engagement(of: two.ana, id: a, event: nil) == a)
    _ = try kit.edit(a, to: two.request(on: "2026-08-30", of: two.ana), of: two.ana)
    _ = try kit.cancel(try two.id("a2"), of: two.ana, by: .organiser)
    let kept = try #require(two.ledger.record(of: two.maya))
    #expect(kept.engagement(try two.id("a2"))?.sessions[0].state == .cancelledByOrganiser)
    let done = two.desk(.coordinator, "kit", on: "2026-08-01")
    #expect(try done.complete(a, of: two.ana).sessions[0].state == .completed)
    // To ask anew under the old id is to ask nobody.
    guard
      case .toldToAsker(let told) = try kit.ask(
        two.request(on: "2026-09-30", of: two.ana), of: two.ana)
    else {
      Issue.record("the old id was taken for a peer")
      return
    }
    #expect(told.reasons.first == .consent(gaps: []))
  }

  @Test func `of two asks that lapsed the later one lapsed again, whichever record it was in`()
    throws
  {
    let two = try TwoRecords()
    two.add(
      [
        .asked(
          try two.engagement("late", on: "2026-07-01", .held, of: two.maya, askedOn: "2026-04-01"))
      ], to: two.maya)
    two.add(
      [
        .asked(
          try two.engagement("early", on: "2026-07-01", .held, of: two.ana, askedOn: "2026-03-01"))
      ], to: two.ana)
    let record = try two.merge().record
    let causes = record.quiet(on: try two.day("2026-05-04"), policy: .initial).map(\.cause)
    #expect(causes == [.lapsed(try two.id("early")), .lapsedAgain(try two.id("late"))])
  }

  @Test func `joined on to a third record, a withdrawal reaches no more than it did`() throws {
    let two = try TwoRecords()
    let zoe = try two.begin("zoe")
    two.add([.withdrew(day: try two.day("2026-05-03"), scope: .init())], to: two.ana)
    two.add([.consented(try two.consent("late", given: "2026-05-04"))], to: two.maya)
    try two.merge()
    let joined = try two.merge(two.maya, into: zoe)
    #expect(joined.record.formerly == [two.maya, two.ana] && joined.consentsLeftBehind.isEmpty)
    let isKnown = joined.record.isKnown(to: try two.id("o1"))
    #expect(isKnown)
  }
}

extension ID {
  fileprivate static func named(_ text: String) throws -> ID { try #require(ID(text)) }
}

/// Two records of one person on 4 May 2026, both claimed: `ana` goes into `maya`.
struct TwoRecords {
  let ledger = MemoryLedger()
  let maya: PeerID
  let ana: PeerID

  init() throws {
    maya = try #require(PeerID("maya"))
    ana = try #require(PeerID("ana"))
    for peer in ["maya", "ana"] { try begin(peer) }
  }

  @discardableResult
  func begin(_ name: String, isClaimed: Bool = true) throws -> PeerID {
    let peer: PeerID = try id(name)
    add(
      [
        .peerAdded(zone: .utc, isClaimed: isClaimed, words: PeerWords()),
        .storyTold(try id("s1"), label: nil, boundary: Boundary(topics: ["housing": .share])),
      ], to: peer)
    return peer
  }

  func id<Subject>(_ text: String) throws -> ID<Subject> { try #require(ID(text)) }
  func day(_ text: String) throws -> Day { try #require(Day(text)) }

  func add(_ happenings: [Happening], to peer: PeerID) {
    for happening in happenings { ledger.add(happening, to: peer) }
  }

  func desk(
    _ role: Actor.Role, _ id: String? = nil, roles: Roles = Roles(), on day: String = "2026-05-04"
  ) -> Desk<MemoryLedger> {
    var policies = PolicyHistory()
    policies.store(.initial, on: Day(number: 0))
    return Desk(
      ledger: ledger, policies: policies, actor: Actor(role: role, id: id),
      moment: Moment(now: Instant(day + "T12:00:00Z") ?? Instant(milliseconds: 0)), roles: roles,
      newID: { "id" })
  }

  @discardableResult
  func merge(
    _ other: PeerID? = nil, into keep: PeerID? = nil, at desk: Desk<MemoryLedger>? = nil
  ) throws -> Joined {
    let ledger = ledger
    return try (desk ?? self.desk(.custodian)).merge(
      other ?? ana, into: keep ?? maya,
      history: { (peer) throws(Never) in ledger.happenings[peer] ?? [] },
      untold: { (_) throws(Never) in [] },
      rename: HappeningNotation(zones: { _ in .utc }).renamed)
  }

  func consent(
    _ name: String?, purposes: Choices<Purpose> = [.training], given: String = "2026-04-01",
    until: String = "2027-03-31", onlyFor: String? = nil
  ) throws -> Consent {
    Consent(
      id: name.flatMap { ConsentID($0) }, story: try id("s1"), purposes: purposes,
      channels: [.inPerson], audiences: [.students], organisations: [try id("o1")],
      attribution: .firstName, recording: true, reuse: false, given: try day(given),
      from: try day(given), until: try day(until),
      onlyFor: onlyFor.flatMap { EngagementID($0) })
  }

  func request(
    on text: String, of peer: PeerID? = nil, purpose: Purpose = .training
  ) throws -> UseRequest {
    let start = try day(text)
    return UseRequest(
      peer: peer ?? maya, story: try id("s1"), organisation: try id("o1"),
      coordinator: try id("kit"), event: nil, zone: .utc,
      sessions: [
        AskedSession(
          time: .telling(
            start: try #require(LocalTime(day: start, minute: 600)), minutes: 15, recorded: false),
          channel: .inPerson, purpose: purpose, audience: .students, attribution: .firstName)
      ],
      purpose: nil, topics: ["housing"], relations: [], inTheRoom: false,
      support: Support(hasPerson: true, debriefOn: start), offer: Offer(unpaid: true))
  }

  func engagement(
    _ name: String, on text: String, _ state: SessionState, of peer: PeerID,
    origin: Origin = .permitted, purpose: Purpose = .training, askedOn: String = "2026-05-01"
  ) throws -> EngagementRecord {
    let wasAsked = ![.recorded, .imported].contains(origin)
    let (start, asked) = (try day(text), try day(askedOn))
    return EngagementRecord(
      id: try id(name), story: try id("s1"), organisation: try id("o1"), event: nil,
      origin: origin, askedOn: wasAsked ? asked : nil,
      replyUntil: wasAsked ? asked.adding(7) : nil,
      request: wasAsked ? try request(on: text, of: peer, purpose: purpose) : nil,
      sessions: [
        .init(
          use: try id("\(name)-1"), kind: .telling, channel: .inPerson, purpose: purpose,
          audience: .students, first: start, last: start, state: state)
      ])
  }

  /// Whether each of these uses, placed now, must come down at once; kept only if it isn't dry.
  func placed(from uses: [String], of peer: PeerID, dry: Bool = false) throws -> [Bool] {
    let desk = desk(.custodian)
    return try uses.map { use in
      let new = NewPlacement(
        id: try id("p-\(use)"), use: try id(use), medium: .page, holder: try id("o1"),
        address: "x")
      guard dry else { return try desk.place(new, of: peer).openTask != nil }
      let record = try #require(ledger.record(of: peer))
      let (engagement, index) = try #require(record.use(new.use))
      let session = engagement.sessions[index]
      return record.isWithdrawn(
        Placement(
          id: try id("p-\(use)"), use: new.use, medium: .page, holder: new.holder, address: "x",
          story: engagement.story, purpose: session.purpose, channel: session.channel,
          organisation: engagement.organisation, placedOn: try day("2026-05-04")))
    }
  }

  /// What a piece of work is refused with; nothing if it isn't.
  func refusal<Result>(_ work: () throws -> Result) -> RegistryError? {
    do {
      _ = try work()
      return nil
    } catch DeskError<Never>.refused(let error) {
      return error
    } catch {
      return nil
    }
  }
}
