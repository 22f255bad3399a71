/// What organisations owe a peer and have given, as the entries add up: who said what, and when.
///
/// What follows from it (what is due, and since when) is worked out with the engagements and a
/// policy: `PeerRecord.checkIns`, `PeerRecord.dues`.
public struct Owing: Hashable, Sendable {
  /// The days on which each engagement was checked in on, as the organisation says.
  public private(set) var checkInsSaid: [EngagementID: [Day]] = [:]
  /// The days on which each engagement was checked in on, as the peer says.
  public private(set) var checkInsConfirmed: [EngagementID: [Day]] = [:]
  /// The engagements after which the peer, as last said, misses a check-in.
  public private(set) var checkInsMissed: Set<EngagementID> = []
  /// What each side says of what is owed.
  public private(set) var pay: [Due.Cause: PayWords] = [:]
  /// The fees that the peer says are missing, in the order recorded.
  public private(set) var fees: [Fee] = []
  /// What organisations say they gave, in the order recorded.
  public private(set) var contributions: [Contribution] = []
  /// The contributions that the peer says they had, each with the day on which they said so.
  public private(set) var contributionsConfirmed: [ContributionID: Day] = [:]

  /// Nothing yet.
  public init() {}

  mutating func apply(_ step: OwingStep) {
    switch step {
    case .checkedIn(let id, let day): checkInsSaid[id, default: []].append(day)
    case .checkInConfirmed(let id, let day):
      checkInsConfirmed[id, default: []].append(day)
      checkInsMissed.remove(id)
    case .checkInMissed(let id, _):
      checkInsConfirmed[id] = nil
      checkInsMissed.insert(id)
    case .paid(let cause, let amount, let day):
      pay[cause, default: PayWords()].payments.append(.init(amount: amount, day: day))
    case .payConfirmed(let cause, let day):
      pay[cause, default: PayWords()].confirmedOn = day
      pay[cause]?.missingSince = nil
    case .payMissing(let cause, let day): miss(cause, since: day)
    case .feeMissing(let fee, let day):
      fees.append(fee)
      miss(.fee(fee.id), since: day)
    case .payAnswered(let cause, let organisation, let words, let day):
      pay[cause, default: PayWords()].answers.append(
        .init(organisation: organisation, words: words, day: day))
    case .contributed(let contribution): contributions.append(contribution)
    case .contributionConfirmed(let id, let day): contributionsConfirmed[id] = day
    }
  }

  /// The peer's latest word counts: what they miss now, they didn't have after all.
  private mutating func miss(_ cause: Due.Cause, since day: Day) {
    pay[cause, default: PayWords()].missingSince = day
    pay[cause]?.confirmedOn = nil
  }
}
