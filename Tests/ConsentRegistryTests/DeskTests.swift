import ConsentRegistry
import Offices
import Testing

/// What is done at the desk, and by whom: on a ledger in memory that keeps the port's promises.
struct DeskTests {
  @Test func `a withdrawal lets go what is booked and no longer covered, and nothing else`() throws
  {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    try office.grant("short", purposes: [.training, .fundraising], until: "2026-06-15")
    let early = try office.ask(on: "2026-06-01")
    let late = try office.ask(on: "2026-07-01")
    let letGo = try office.desk(.peer, "ada").withdraw(
      .init(consent: office.id("wide")), by: office.ada)
    // The short one still covers 1 June; it doesn't reach 1 July.
    #expect(letGo.engagements == [late])
    #expect(try office.states(of: early) == [.held])
    #expect(try office.states(of: late) == [.released])
  }

  @Test func `a withdrawal that names nothing the peer has given is refused`() throws {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    #expect(
      office.refusal {
        try office.desk(.peer, "ada").withdraw(.init(consent: office.id("typo")), by: office.ada)
      } == .unknownConsent)
    #expect(
      office.refusal {
        try office.desk(.peer, "ada").withdraw(.init(story: office.id("typo")), by: office.ada)
      } == .unknownStory)
    #expect(office.refusal { try office.grant("wide", until: "2026-12-31") } == .consentExists)
  }

  @Test
  func `a pause lets go what is booked inside it, except what the peer keeps and then confirms`()
    throws
  {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    let kept = try office.ask(on: "2026-06-01")
    let lost = try office.ask(on: "2026-07-01")
    let pause = Pause(from: try office.day("2026-05-20"), until: nil)
    let letGo = try office.desk(.supporter, "sam").pause(pause, keeping: [kept], by: office.ada)
    #expect(letGo.engagements == [lost])
    guard case .answered = try office.desk(.peer, "ada").answer(.yes, to: kept, of: office.ada)
    else {
      Issue.record("the booking that the peer keeps is held up by the pause")
      return
    }
    #expect(try office.states(of: kept) == [.confirmed])
  }

  @Test func `what is left of a partly released ask can still be accepted`() throws {
    let office = try Office()
    try office.grant("wide", purposes: [.training, .fundraising], until: "2026-12-31")
    let both = try office.ask(on: "2026-06-01", purposes: [.training, .fundraising])
    _ = try office.desk(.peer, "ada").withdraw(.init(purpose: .fundraising), by: office.ada)
    #expect(try office.states(of: both) == [.held, .released])
    _ = try office.desk(.peer, "ada").answer(.yes, to: both, of: office.ada)
    #expect(try office.states(of: both) == [.confirmed, .released])
  }

  @Test func `silence is no, and a yes entered late doesn't wake it`() throws {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    let ask = try office.ask(on: "2026-06-01")
    let late = office.desk(.custodian, nil, day: "2026-05-05", now: "2026-05-20T12:00:00Z")
    #expect(office.refusal { try late.answer(.yes, to: ask, of: office.ada) } == .notWaiting(nil))
    let own = office.desk(.peer, "ada", now: "2026-05-20T12:00:00Z")
    #expect(
      office.refusal { try own.answer(.yes, to: ask, of: office.ada) } == .notWaiting(.lapsed))
  }

  @Test func `nobody but the peer loosens, and a supporter may tighten`() throws {
    let office = try Office()
    let rest = try #require(Term.named("rest.days"))
    _ = try office.desk(.supporter, "sam").setLimits([(rest, 21)], by: office.ada)
    #expect(
      office.refusal { try office.desk(.supporter, "sam").setLimits([(rest, 7)], by: office.ada) }
        == .onlyThePeer)
    for (role, id) in [(Actor.Role.coordinator, "kit"), (.peer, "bo")] {
      let other = office.desk(role, id)
      #expect(office.refusal { try other.setLimits([(rest, 30)], by: office.ada) } == .onlyThePeer)
      #expect(office.refusal { try other.withdraw(.init(), by: office.ada) } == .onlyThePeer)
      #expect(office.refusal { try other.recordForReading(of: office.ada) } == .onlyThePeer)
      #expect(
        office.refusal { try other.record(office.told(on: "2026-04-01"), of: office.ada) }
          == .onlyThePeer)
    }
    #expect(
      office.refusal {
        _ = try office.desk(.peer, "bo").ask(office.request(on: "2026-06-01"), of: office.ada)
      } == .notForThisRole)
    #expect(
      office.refusal {
        _ = try office.desk(.coordinator, "lee").ask(
          office.request(on: "2026-06-01"), of: office.ada)
      } == .notTheirs)
  }

  @Test func `nothing is done ahead of time, and what is entered late loosens nothing sooner`()
    throws
  {
    let office = try Office()
    let ahead = office.desk(.peer, "ada", day: "2026-05-05")
    #expect(
      office.refusal { try ahead.withdraw(.init(), by: office.ada) }
        == .inTheFuture(today: try office.day("2026-05-04")))
    let rest = try #require(Term.named("rest.days"))
    let record = try office.desk(.peer, "ada", day: "2026-01-01").setLimits(
      [(rest, 1)], by: office.ada)
    let policy = Policy.initial
    #expect(record.limits.inForce(on: try office.day("2026-05-10"), over: policy)[rest] == nil)
    #expect(record.limits.inForce(on: try office.day("2026-05-11"), over: policy)[rest] == 1)
  }

  @Test func `an unknown peer and one with no consent left for the asker read alike`() throws {
    let office = try Office()
    let request = try office.request(on: "2026-06-01")
    let kit = office.desk(.coordinator, "kit")
    let unknown = try kit.checkForAsker(request, of: office.id("nobody"))
    #expect(try kit.checkForAsker(request, of: office.ada) == unknown)
    try office.grant("wide", until: "2026-12-31")
    #expect(try kit.checkForAsker(request, of: office.ada).isPermitted)
    _ = try office.desk(.peer, "ada").withdraw(.init(), by: office.ada)
    // A safeguard done without must not show that somebody is there.
    try office.desk(.peer, "ada").note(.waived(.care, isWaived: true), of: office.ada)
    #expect(try kit.checkForAsker(request, of: office.ada) == unknown)
  }

  @Test func `the custodian reads of the peer's choices only that there is one`() throws {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    try office.desk(.peer, "ada").setReadiness(notBefore: office.day("2026-08-01"), by: office.ada)
    let request = try office.request(on: "2026-06-01")
    let own = try office.desk(.peer, "ada").check(request, of: office.ada)
    let told = try office.desk(.custodian, nil).check(request, of: office.ada)
    #expect(own.earliest == Day("2026-08-01"))
    #expect(told.reasons.map(\.rule) == own.reasons.map(\.rule))
    #expect(told.reasons.map(\.facts) == [.ownChoice])
    #expect(told.earliest == nil && told.reasons.allSatisfy { $0.liftsOn == nil })
  }
}

/// A registry in memory with one peer, on 4 May 2026.
final class Office {
  let ledger = MemoryLedger()
  let ada: PeerID
  var roles = Roles()
  private var count = 0

  init() throws {
    ada = try Office.make("ada")
    try desk(.peer, "ada").addPeer(ada, home: .utc, words: PeerWords())
    try desk(.peer, "ada").note(
      .storyTold(id("s1"), label: nil, boundary: Boundary(topics: ["housing": .share])), of: ada)
    try desk(.peer, "ada").name(id("sam"), of: nil, by: ada)
  }

  static func make<Subject>(_ text: String) throws -> ID<Subject> { try #require(ID(text)) }
  func id<Subject>(_ text: String) throws -> ID<Subject> { try Office.make(text) }
  func day(_ text: String) throws -> Day { try #require(Day(text)) }

  func desk(
    _ role: Actor.Role, _ id: String?, day: String? = nil, now: String = "2026-05-04T12:00:00Z"
  ) -> Desk<MemoryLedger> {
    var policies = PolicyHistory()
    policies.store(.initial, on: Day(number: 0))
    return Desk(
      ledger: ledger, policies: policies, actor: Actor(role: role, id: id),
      moment: Moment(now: Instant(now) ?? Instant(milliseconds: 0), day: day.flatMap { Day($0) }),
      roles: roles,
      newID: {
        self.count += 1
        return "id-\(self.count)"
      })
  }

  func grant(_ name: String, purposes: Choices<Purpose> = [.training], until: String) throws {
    try desk(.peer, "ada").grant(
      Consent(
        id: id(name), story: id("s1"), purposes: purposes, channels: [.inPerson],
        audiences: [.students], organisations: [id("o1")], attribution: .firstName,
        recording: false, reuse: false, given: day("2026-05-01"), from: day("2026-05-01"),
        until: day(until)), by: ada)
  }

  func request(on text: String, purposes: [Purpose] = [.training]) throws -> UseRequest {
    let start = try day(text)
    return UseRequest(
      peer: ada, story: try id("s1"), organisation: try id("o1"), coordinator: try id("kit"),
      event: nil, zone: .utc,
      sessions: try purposes.enumerated().map { place, purpose in
        AskedSession(
          time: .telling(
            start: try #require(LocalTime(day: start.adding(place), minute: 600)), minutes: 15,
            recorded: false), channel: .inPerson, purpose: purpose, audience: .students,
          attribution: .firstName)
      },
      purpose: nil, topics: ["housing"], relations: [], inTheRoom: false,
      support: Support(hasPerson: true, debriefOn: start.adding(7)), offer: Offer(unpaid: true))
  }

  func ask(on text: String, purposes: [Purpose] = [.training]) throws -> EngagementID {
    let outcome = try desk(.coordinator, "kit").ask(request(on: text, purposes: purposes), of: ada)
    guard case .held(let engagement, _) = outcome else { throw RegistryError.unknownEngagement }
    return engagement.id
  }

  func told(on text: String) throws -> LateEntry {
    LateEntry(
      kind: .telling, channel: .inPerson, time: .day(try day(text)), story: try id("s1"),
      organisation: try id("o1"), event: nil)
  }

  func states(of engagement: EngagementID) throws -> [SessionState] {
    try #require(ledger.record(of: ada)?.engagement(engagement)).sessions.map(\.state)
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
