import ConsentRegistry

/// A day by its text: `date("2026-05-01")`.
func date(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("not a day") }
  return day
}

func dollars(_ amount: Int) -> Money {
  guard let money = Money(minor: amount * 100, currency: "USD") else {
    preconditionFailure("not money")
  }
  return money
}

/// A peer's record put together entry by entry, at home in UTC, for reports.
struct ReportPeer {
  private(set) var record: PeerRecord

  init(_ name: String, isClaimed: Bool = true) {
    record = PeerRecord(peer: id(name))
    note(.peerAdded(zone: .utc, isClaimed: isClaimed, words: PeerWords()))
  }

  mutating func note(_ happenings: Happening...) {
    for happening in happenings { record.apply(happening) }
  }

  static func request(
    by organisation: String = "o1", for days: [Day], story: String = "s1", event: String? = nil,
    channel: Channel = .inPerson, minutes: Int = 15, topics: [String] = ["housing"],
    offer: Offer = Offer(remuneration: dollars(150))
  ) -> UseRequest {
    UseRequest(
      peer: nil, story: id(story), organisation: id(organisation), coordinator: id("kit"),
      event: event.map { id($0) }, zone: .utc,
      sessions: days.map { day in
        let isTold = Channel.tellings.contains(channel)
        let start = LocalTime(day: day, minute: 600)
        return AskedSession(
          time: start.map { .telling(start: $0, minutes: minutes, recorded: false) }
            .flatMap { isTold ? $0 : nil } ?? .exposure(day: day, of: nil),
          channel: channel, purpose: .training, audience: .students, attribution: .firstName)
      },
      purpose: nil, topics: topics, relations: [], inTheRoom: false,
      support: Support(hasPerson: true, debriefOn: days.max()), offer: offer)
  }

  /// An ask of a day, put to the peer, and what became of it; answered on that very day.
  mutating func ask(
    _ name: String, _ request: UseRequest, on asked: Day, becomes state: SessionState = .completed,
    origin: Origin = .permitted, replaces: String? = nil
  ) {
    let days = request.sessions.map { session -> Day in
      switch session.time {
      case .telling(let start, _, _): start.day
      case .exposure(let day, _): day
      }
    }
    let block = id(name) as EngagementID
    let all = Array(days.indices)
    note(
      .asked(
        EngagementRecord(
          id: block, story: request.story, organisation: request.organisation,
          event: request.event, origin: origin, askedOn: asked, replyUntil: asked.adding(7),
          request: request, replaces: replaces.map { id($0) },
          sessions: zip(all, zip(request.sessions, days)).map { place, both in
            EngagementRecord.Session(
              use: id("\(name)-\(place + 1)"), kind: both.0.kind, channel: both.0.channel,
              purpose: both.0.purpose, audience: both.0.audience, first: both.1, last: both.1,
              state: .held)
          })))
    switch state {
    case .held, .lapsed: return
    case .declined: return note(.answered(block, .notThisOne, day: asked))
    case .released: return note(.released(block, sessions: all, day: asked))
    default: note(.answered(block, .yes, day: asked))
    }
    let last = days.max() ?? asked
    switch state {
    case .completed: note(.completed(block, sessions: all, day: last))
    case .endedEarly: note(.booking(.endedEarly(block, session: 0, day: last)))
    case .didNotTakePlace: note(.booking(.didNotTakePlace(block, sessions: all, day: last)))
    case .cancelledByPeer: note(.booking(.cancelledByPeer(block, sessions: all, day: asked)))
    case .cancelledByOrganiser:
      note(.booking(.cancelledByOrganiser(block, sessions: all, day: last.adding(-10))))
    default: break
    }
  }

  /// A request that was held back on a day, by rules.
  mutating func heldBack(_ request: UseRequest, on day: Day, by rules: RuleCode...) {
    note(
      .heldBack(
        HeldBackAsk(
          organisation: request.organisation, day: day, blockStarts: day.adding(14), rules: rules,
          request: request)))
  }

  /// A use that was entered afterwards.
  mutating func recorded(
    _ name: String, on day: Day, for organisation: String = "o1", origin: Origin = .recorded,
    kind: UseKind = .telling, event: String? = nil
  ) {
    note(
      .recorded(
        EngagementRecord(
          id: id(name), story: id("s1"), organisation: id(organisation),
          event: event.map { id($0) }, origin: origin,
          sessions: [
            EngagementRecord.Session(
              use: id("\(name)-1"), kind: kind, channel: kind == .telling ? .inPerson : .web,
              purpose: .training, audience: nil, first: day, last: day, state: .completed)
          ]), words: UseWords()))
  }

  mutating func consent(
    _ name: String?, to organisations: [String], from: Day, until: Day,
    purposes: Choices<Purpose> = [.training], onlyFor: String? = nil
  ) {
    note(
      .consented(
        Consent(
          id: name.map { id($0) }, story: id("s1"), purposes: purposes, channels: [.inPerson],
          audiences: [.students], organisations: organisations.map { id($0) },
          attribution: .firstName, recording: false, reuse: false, given: from, from: from,
          until: until, onlyFor: onlyFor.map { id($0) })))
  }

  mutating func offer(
    _ name: String, by organisation: String = "o1", on day: Day, doneOn done: Day? = nil,
    pay: WorkPay = .money(dollars(80)), isSilent: Bool = false
  ) {
    let offer = WorkOffer(
      id: id(name), organisation: id(organisation), coordinator: nil, day: nil, minutes: 60,
      pay: pay, words: nil, offeredOn: day, replyUntil: day.adding(7))
    note(.work(isSilent ? .heldBack(offer) : .offered(offer)))
    guard let done else { return }
    note(
      .work(.answered(id(name), .yes, day: day)), .work(.done(id(name), day: done)))
  }

  mutating func contribution(
    _ name: String, by organisation: String = "o1", _ kind: Contribution.Kind = .training,
    minutes: Int = 60, cost: Money? = nil, isPaidTime: Bool = false, on day: Day,
    confirmedOn: Day? = nil
  ) {
    note(
      .owing(
        .contributed(
          Contribution(
            id: id(name), organisation: id(organisation), kind: kind, minutes: minutes,
            costToPeer: cost, isPaidTime: isPaidTime, day: day))))
    if let confirmedOn { note(.owing(.contributionConfirmed(id(name), day: confirmedOn))) }
  }

  func seen(on day: Day, under policies: PolicyHistory = always()) -> ReportedPeer {
    ReportedPeer(record, on: day, policies: policies)
  }
}

extension ReportScope {
  static func days(_ from: String?, _ to: String?) -> ReportScope {
    ReportScope(period: ReportPeriod(from: from.map(date), to: to.map(date)))
  }
}
