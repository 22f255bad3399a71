import ConsentRegistry
import Offices
import Testing

/// A registry in memory with one peer, Ada, for what surrounds asks; each verb has its own day.
final class AskingOffice {
  let ledger = MemoryLedger()
  let ada: PeerID
  private var count = 0

  init() throws {
    ada = try #require(PeerID("ada"))
    try desk(.peer, on: "2026-05-01").addPeer(ada, home: .utc, words: PeerWords())
    try desk(.peer, on: "2026-05-01").note(
      .storyTold(id("s1"), label: nil, boundary: Boundary(topics: ["housing": .share])), of: ada)
  }

  func id<Subject>(_ text: String) throws -> ID<Subject> { try #require(ID(text)) }
  func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// A desk at noon of a day.
  func desk(_ role: Actor.Role, _ id: String? = nil, on day: String) -> Desk<MemoryLedger> {
    var policies = PolicyHistory()
    policies.store(.initial, on: Day(number: 0))
    return Desk(
      ledger: ledger, policies: policies,
      actor: Actor(
        role: role, id: id ?? (role == .peer ? "ada" : role == .coordinator ? "kit" : nil)),
      moment: Moment(now: Instant(day + "T12:00:00Z") ?? Instant(milliseconds: 0)),
      newID: {
        self.count += 1
        return "id-\(self.count)"
      })
  }

  func grant(
    organisation: String = "o1", purposes: Choices<Purpose> = [.training], on text: String
  ) throws {
    try desk(.peer, on: text).grant(
      Consent(
        id: nil, story: id("s1"), purposes: purposes, channels: [.inPerson],
        audiences: [.students], organisations: [id(organisation)], attribution: .firstName,
        recording: false, reuse: false, given: day(text), from: day(text),
        until: day(text).adding(365)), by: ada)
  }

  func request(
    for text: String, organisation: String = "o1", purpose: Purpose = .training,
    by coordinator: String = "kit", of peer: String = "ada", relations: Choices<Relation> = [],
    words: RequestWords = RequestWords(), unpaid: Bool = true
  ) throws -> UseRequest {
    let start = try day(text)
    return UseRequest(
      peer: try id(peer), story: try id("s1"), organisation: try id(organisation),
      coordinator: try id(coordinator), event: nil, zone: .utc,
      sessions: [
        AskedSession(
          time: .telling(
            start: try #require(LocalTime(day: start, minute: 600)), minutes: 15,
            recorded: false), channel: .inPerson, purpose: purpose, audience: .students,
          attribution: .firstName)
      ],
      purpose: nil, topics: ["housing"], relations: relations, inTheRoom: false,
      support: Support(hasPerson: true, debriefOn: start), offer: Offer(unpaid: unpaid),
      words: words)
  }

  /// Puts a request through; the hold's id, or nothing if it was held back.
  @discardableResult
  func ask(_ request: UseRequest, on day: String) throws -> EngagementID? {
    let outcome = try desk(.custodian, on: day).ask(request, of: ada)
    guard case .held(let engagement, _) = outcome else { return nil }
    return engagement.id
  }

  func record() throws -> PeerRecord { try #require(ledger.record(of: ada)) }

  func quiet(on text: String) throws -> [CausedQuiet] {
    try record().quiet(on: day(text), policy: .initial)
  }

  /// The codes of what stands against a request on a day, for the peer's eyes.
  func reasons(_ request: UseRequest, on day: String) throws -> [String] {
    try desk(.peer, on: day).check(request, of: ada).reasons.map(\.rule.code)
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
