/// How much one organisation asks of a peer, beside all the others.
public struct AskShare: Hashable, Sendable {
  /// Who asks.
  public let organisation: OrganisationID
  /// How many asks were put to the peer, here or outside.
  public let asks: Int
  /// How many of all organisations' asks there were.
  public let ofAll: Int
  /// How many of its requests were held back.
  public let attempts: Int
}

extension PeerRecord {
  /// Each ask that was put to the peer, here or outside.
  var asks: [Ask] {
    engagements.compactMap { engagement in
      engagement.askedOn.map { Ask(organisation: engagement.organisation, day: $0) }
    } + asking.outside.map { Ask(organisation: $0.organisation, day: $0.day) }
  }

  /// Each organisation's share of the asks of the last days, today included; the most first.
  ///
  /// Of 4 asks from 2 to 31 May three were riverside's: on 31 May, over 30 days, 3 of 4.
  public func askShares(on today: Day, days: Int) -> [AskShare] {
    let since = today.adding(1 - days)
    var asks: [OrganisationID: Int] = [:]
    var attempts: [OrganisationID: Int] = [:]
    for ask in self.asks where since <= ask.day && ask.day <= today {
      asks[ask.organisation, default: 0] += 1
    }
    for attempt in heldBack where since <= attempt.day && attempt.day <= today {
      attempts[attempt.organisation, default: 0] += 1
    }
    let all = asks.values.reduce(0, +)
    return Set(asks.keys).union(attempts.keys).map {
      AskShare(
        organisation: $0, asks: asks[$0] ?? 0, ofAll: all, attempts: attempts[$0] ?? 0)
    }.sorted {
      ($1.asks, $1.attempts, $0.organisation) < ($0.asks, $0.attempts, $1.organisation)
    }
  }
}
