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
}

/// Two records of one person on 4 May 2026, both claimed: `ana` goes into `maya`.
struct TwoRecords {
  let ledger = MemoryLedger()
  let maya: PeerID
  let ana: PeerID

  init() throws {
    maya = try #require(PeerID("maya"))
    ana = try #require(PeerID("ana"))
    for peer in [maya, ana] {
      add(
        [
          .peerAdded(zone: .utc, isClaimed: true, words: PeerWords()),
          .storyTold(try id("s1"), label: nil, boundary: Boundary(topics: ["housing": .share])),
        ], to: peer)
    }
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
  func merge(at desk: Desk<MemoryLedger>? = nil) throws -> Joined {
    let ledger = ledger
    return try (desk ?? self.desk(.custodian)).merge(
      ana, into: maya,
      history: { (peer) throws(Never) in ledger.happenings[peer] ?? [] },
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
