import ConsentRegistry
import Offices
import Testing

/// A registry in memory with one peer, who told their story for one organisation and was paid or not.
final class CareOffice {
  let ledger = MemoryLedger()
  let ada: PeerID
  private var count = 0

  /// On 4 May 2026 ada, at home in UTC, has named sam as a supporter, and granted a consent to `o1`
  /// and `o2` for the whole year.
  init() throws {
    ada = try #require(PeerID("ada"))
    let desk = desk(.peer, "ada", on: "2026-05-04")
    try desk.addPeer(ada, home: .utc, words: PeerWords())
    try desk.note(
      .storyTold(id("s1"), label: nil, boundary: Boundary(topics: ["housing": .share])), of: ada)
    try desk.note(.support(.named(id("sam"), organisation: nil)), of: ada)
    try desk.grant(
      Consent(
        id: id("wide"), story: id("s1"), purposes: [.training], channels: [.inPerson],
        audiences: [.students], organisations: [id("o1"), id("o2")], attribution: .firstName,
        recording: false, reuse: false, given: day("2026-05-04"), from: day("2026-05-04"),
        until: day("2026-12-31")), by: ada)
  }

  func id<Subject>(_ text: String) throws -> ID<Subject> { try #require(ID<Subject>(text)) }
  func day(_ text: String) throws -> Day { try #require(Day(text)) }
  var record: PeerRecord { get throws { try #require(ledger.record(of: ada)) } }

  /// A desk at noon of a day.
  func desk(_ role: Actor.Role, _ id: String? = nil, on day: String) -> Desk<MemoryLedger> {
    var policies = PolicyHistory()
    policies.store(.initial, on: Day(number: 0))
    return Desk(
      ledger: ledger, policies: policies, actor: Actor(role: role, id: id),
      moment: Moment(now: Instant("\(day)T12:00:00Z") ?? Instant(milliseconds: 0)),
      newID: {
        self.count += 1
        return "made-\(self.count)"
      })
  }

  func request(
    by organisation: String = "o1", on days: [String],
    offer: Offer = Offer(remuneration: Money(minor: 15_000, currency: "USD"))
  ) throws -> UseRequest {
    UseRequest(
      peer: ada, story: try id("s1"), organisation: try id(organisation),
      coordinator: try id("kit"), event: nil, zone: .utc,
      sessions: try days.map { day in
        AskedSession(
          time: .telling(
            start: try #require(LocalTime("\(day)T10:00")), minutes: 15, recorded: false),
          channel: .inPerson, purpose: .training, audience: .students, attribution: .firstName)
      },
      purpose: nil, topics: ["housing"], relations: [], inTheRoom: false,
      support: Support(hasPerson: true, debriefOn: try day("2026-12-30")), offer: offer)
  }

  /// A block of tellings as the ledger has it, each in a state.
  func engagement(
    _ name: String, by organisation: String = "o1", _ sessions: [(String, SessionState)],
    offer: Offer = Offer(remuneration: Money(minor: 15_000, currency: "USD")),
    origin: Origin = .permitted
  ) throws -> EngagementRecord {
    EngagementRecord(
      id: try id(name), story: try id("s1"), organisation: try id(organisation), event: nil,
      origin: origin, askedOn: try day("2026-05-04"), replyUntil: try day("2026-05-11"),
      request: origin == .permitted
        ? try request(by: organisation, on: sessions.map(\.0), offer: offer) : nil,
      sessions: try sessions.enumerated().map { place, session in
        EngagementRecord.Session(
          use: try id("\(name)-\(place + 1)"), kind: .telling, channel: .inPerson,
          purpose: .training, audience: .students, first: try day(session.0),
          last: try day(session.0), state: session.1)
      })
  }

  /// Puts something that happened into ada's chain.
  func add(_ happening: Happening) { ledger.add(happening, to: ada) }

  func dues() throws -> [Due] { try record.dues(policy: .initial) }
  func checkIns() throws -> [CheckIn] { try record.checkIns(policy: .initial) }

  /// What stands against another ask by an organisation on a day, for the day 60 days on.
  func reasons(by organisation: String = "o1", on today: String) throws -> [RuleCode] {
    let later = try day(today).adding(60).description
    return try desk(.peer, "ada", on: today).check(
      request(by: organisation, on: [later]), of: ada
    ).reasons.map(\.rule)
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
