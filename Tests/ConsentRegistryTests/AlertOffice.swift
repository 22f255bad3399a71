import ConsentRegistry
import Testing

/// A peer's history as the ledger keeps it, written down entry by entry for the alerts to read.
struct AlertLife {
  private(set) var record: PeerRecord

  /// A peer at home in UTC, with one story.
  init(_ peer: String = "p-1") {
    record = PeerRecord(peer: id(peer))
    add(.peerAdded(zone: .utc, isClaimed: true, words: PeerWords()))
    add(.storyTold(id("s-1"), label: nil, boundary: Boundary(topics: ["housing": .share])))
  }

  mutating func add(_ happening: Happening) { record.apply(happening) }

  /// A use entered afterwards, or brought about in another way.
  mutating func told(
    _ name: String, _ days: Day..., for organisation: String = "o-1", of kind: UseKind = .telling,
    state: SessionState = .completed, origin: Origin = .recorded
  ) {
    add(
      .recorded(
        block(name, days, for: organisation, of: kind, state, origin), words: UseWords()))
  }

  /// A booking that was asked for here and agreed on the day after.
  mutating func agreed(
    _ name: String, asked: Day, _ days: Day..., for organisation: String = "o-1",
    offer: Offer = Offer(unpaid: true), _ origin: Origin = .permitted
  ) {
    ask(name, on: asked, days, for: organisation, offer: offer, origin)
    add(.answered(id(name), .yes, day: asked.adding(1)))
  }

  /// A booking that was asked for and agreed, and took place.
  mutating func did(
    _ name: String, asked: Day, _ day: Day, for organisation: String = "o-1",
    offer: Offer = Offer(unpaid: true), _ origin: Origin = .permitted
  ) {
    agreed(name, asked: asked, day, for: organisation, offer: offer, origin)
    add(.completed(id(name), sessions: [0], day: day))
  }

  /// An ask that waits for its answer.
  mutating func ask(
    _ name: String, on asked: Day, _ days: [Day], for organisation: String = "o-1",
    offer: Offer = Offer(unpaid: true), _ origin: Origin = .permitted
  ) {
    add(
      .asked(
        block(
          name, days, for: organisation, .held, origin, asked: asked,
          request: AlertLife.request(days, for: organisation, offer: offer))))
  }

  /// A request that the guard held back.
  mutating func heldBack(on day: Day, for organisation: String = "o-1", _ rules: [RuleCode]) {
    let starts = day.adding(20)
    add(
      .heldBack(
        HeldBackAsk(
          organisation: id(organisation), day: day, blockStarts: starts, rules: rules,
          request: AlertLife.request([starts], for: organisation))))
  }

  mutating func consent(
    _ name: String, to organisations: String..., from: Day, until: Day,
    purposes: Choices<Purpose> = [.training], channels: Choices<Channel> = [.inPerson]
  ) {
    add(
      .consented(
        Consent(
          id: id(name), story: id("s-1"), purposes: purposes, channels: channels,
          audiences: [.students], organisations: organisations.map { id($0) },
          attribution: .firstName, recording: false, reuse: false, given: from, from: from,
          until: until)))
  }

  mutating func ownLimit(_ path: String, _ value: Double, on day: Day) throws {
    let term = try #require(Term.named(path))
    add(
      .limitsSet(
        Limits([Limits.OwnValue(term: term, value: value)]), refusesInTheRoom: false, day: day,
        recordedOn: day))
  }

  private func block(
    _ name: String, _ days: [Day], for organisation: String, of kind: UseKind = .telling,
    _ state: SessionState, _ origin: Origin, asked: Day? = nil, request: UseRequest? = nil
  ) -> EngagementRecord {
    EngagementRecord(
      id: id(name), story: id("s-1"), organisation: id(organisation), event: nil, origin: origin,
      askedOn: asked, replyUntil: asked?.adding(7), request: request,
      sessions: days.enumerated().map { place, day in
        EngagementRecord.Session(
          use: id("\(name)-\(place + 1)"), kind: kind, channel: kind == .telling ? .inPerson : .web,
          purpose: .training, audience: .students, first: day, last: day, state: state)
      })
  }

  private static func request(
    _ days: [Day], for organisation: String, offer: Offer = Offer(unpaid: true)
  ) -> UseRequest {
    UseRequest(
      peer: nil, story: id("s-1"), organisation: id(organisation), coordinator: nil, event: nil,
      zone: .utc,
      sessions: days.compactMap { day in
        LocalTime(day: day, minute: 600).map {
          AskedSession(
            time: .telling(start: $0, minutes: 15, recorded: false), channel: .inPerson,
            purpose: .training, audience: .students, attribution: .firstName)
        }
      },
      purpose: nil, topics: ["housing"], relations: [], inTheRoom: false,
      support: Support(hasPerson: true, debriefOn: days.max()?.adding(1)), offer: offer)
  }
}

/// All alerts about some peers on a day, those of organisations last.
func alerts(
  _ lives: AlertLife..., on day: Day, under policies: PolicyHistory = always(),
  for reader: ReportReader = .custodian, organisation: String? = nil, ofAll: Bool = true
) -> [Alert] {
  alerts(
    lives, on: day, under: policies, for: reader, organisation: organisation, ofAll: ofAll)
}

func alerts(
  _ lives: [AlertLife], on day: Day, under policies: PolicyHistory = always(),
  for reader: ReportReader = .custodian, organisation: String? = nil, ofAll: Bool = true
) -> [Alert] {
  var search = AlertSearch(
    policies: policies, reader: reader, organisation: organisation.map { id($0) },
    isOfAllPeers: ofAll)
  var found: [Alert] = []
  for life in lives {
    found += search.add(ReportedPeer(life.record, on: day, policies: policies))
  }
  return found + search.totals()
}

extension [Alert] {
  /// The codes of all, each as written.
  var codes: [String] { flatMap(\.codes).map(\.code) }

  /// Those of a code.
  func of(_ code: AlertCode) -> [Alert] { filter { $0.codes.contains(code) } }

  var keys: Set<AlertKey> { Set(flatMap(\.items).map(\.key)) }
}
