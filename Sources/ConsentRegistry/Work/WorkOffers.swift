/// The work without a story that a peer was offered, as the entries add up.
public struct WorkOffers: Hashable, Sendable {
  /// Where an offer stands on a day.
  public enum State: UInt8, Word {
    /// The words as written.
    public static let codes = spelling

    case waiting, accepted, declined, lapsed, done
  }

  /// An offer with what became of it.
  public struct Item: Hashable, Sendable {
    /// The offer.
    public let offer: WorkOffer
    /// Whether it came while the peer didn't want to hear of any: listed for them, silently.
    public let isSilent: Bool
    /// What the peer last said, and on which day.
    public internal(set) var answer: Answered?
    /// The day on which the work was done.
    public internal(set) var doneOn: Day?

    /// Where it stands on a day; no job runs for a lapse.
    ///
    /// Offered on 4 May 2026 with 7 days to reply: waiting through 11 May, lapsed on 12 May.
    public func state(on today: Day) -> State {
      if doneOn != nil { return .done }
      if let answer { return answer.answer == .yes ? .accepted : .declined }
      return today > offer.replyUntil ? .lapsed : .waiting
    }
  }

  /// An answer with its day.
  public struct Answered: Hashable, Sendable {
    /// What the peer said.
    public let answer: Answer
    /// On which day.
    public let day: Day
  }

  /// Whether the peer wants offers of work while they rest; so, unless they say otherwise.
  public private(set) var isWantedWhileResting = true
  /// Every offer, in the order made.
  public private(set) var items: [Item] = []

  /// Nothing yet.
  public init() {}

  /// The offer of that id, if there is one.
  public subscript(_ id: WorkOfferID) -> Item? { items.first { $0.offer.id == id } }

  /// What an organisation may know of its offers: those that the peer has said yes to.
  public func agreed(with organisation: OrganisationID) -> [Item] {
    items.filter {
      $0.offer.organisation == organisation && ($0.doneOn != nil || $0.answer?.answer == .yes)
    }
  }

  /// Whether the peer has asked an organisation to leave them in peace with this kind of work.
  ///
  /// "Not this kind" on 4 May 2026, with 90 days: from 5 May through 2 August.
  public func isQuiet(_ organisation: OrganisationID, on today: Day, policy: Policy) -> Bool {
    items.contains { item in
      guard item.offer.organisation == organisation, let answer = item.answer,
        answer.answer == .notThisKind
      else { return false }
      return answer.day < today && today <= answer.day.adding(policy.quiet.notThisKind)
    }
  }

  mutating func apply(_ step: WorkStep) {
    switch step {
    case .offered(let offer): items.append(Item(offer: offer, isSilent: false))
    case .heldBack(let offer): items.append(Item(offer: offer, isSilent: true))
    case .answered(let id, let answer, let day):
      change(id) { $0.answer = Answered(answer: answer, day: day) }
    case .done(let id, let day): change(id) { $0.doneOn = day }
    case .wanted(let whileResting): isWantedWhileResting = whileResting
    }
  }

  private mutating func change(_ id: WorkOfferID, _ change: (inout Item) -> Void) {
    guard let place = items.firstIndex(where: { $0.offer.id == id }) else { return }
    change(&items[place])
  }
}

extension PeerRecord {
  /// The pay owed for work that was done: due so many days after it.
  func workDues(policy: Policy) -> [Due] {
    work.items.compactMap { item in
      guard let done = item.doneOn, let amount = item.offer.pay.amount else { return nil }
      let cause = Due.Cause.work(item.offer.id)
      return Due(
        cause, by: item.offer.organisation, amount: amount, words: item.offer.words,
        dueOn: done.adding(policy.payDueDays), said: owing.pay[cause])
    }
  }

  /// Whether the peer is paused, or rests after a telling, on a day.
  ///
  /// After a telling on 1 May 2026 with 14 days of rest: from 1 through 15 May.
  func isResting(on today: Day, policy: Policy) -> Bool {
    if pauses.contains(where: { $0.touches(today, today) }) { return true }
    let calendar = UseCalendar(
      engagements: engagements.lazy.map { $0.seen(on: today) }, ownTellings: ownTellings)
    return calendar.blocks.contains { block in
      block.first <= today
        && today
          <= block.last.adding(
            policy.rest.days(after: block.channels, endedEarly: block.endedEarly))
    }
  }
}
