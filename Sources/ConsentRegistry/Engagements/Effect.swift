/// What a yes does to the coming weeks: how long the peer then rests, and how full their caps get.
public struct Effect: Hashable, Sendable {
  /// How full one cap gets, at most, in a window that holds the booking.
  public struct CapUse: Hashable, Sendable {
    /// The cap.
    public let cap: Cap
    /// The uses in the fullest such window, this booking's own among them.
    public let used: Int
  }

  /// The last day of rest after the block's last telling; nothing if there is none.
  public let restsUntil: Day?
  /// Each cap on the kinds of use in this booking.
  public let caps: [CapUse]
}

extension PeerRecord {
  /// What a yes to an engagement does to the weeks after it.
  ///
  /// Rest of 14 days, a talk on 19 May: the peer rests through 2 June, and it may be the second of
  /// two tellings in 30 days.
  public func effect(of id: EngagementID, on today: Day, policy: Policy) -> Effect {
    guard let engagement = engagement(id) else { return Effect(restsUntil: nil, caps: []) }
    let policy = policy.merged(with: limits.inForce(on: today, over: policy))
    let counting = engagement.sessions.filter { engagement.state(of: $0, on: today).counts }
    let tellings = counting.filter { $0.kind == .telling }
    let rest = policy.rest.days(after: Choices(tellings.map(\.channel)), endedEarly: false)
    let standing = standing(on: today, policy: policy)
    // An edit takes the place of its booking; it doesn't come on top of it.
    let calendar = (engagement.replaces.map(standing.without) ?? standing).calendar
    return Effect(
      restsUntil: tellings.map(\.last).max()?.adding(rest),
      caps: policy.caps.list.compactMap { cap in
        let own = counting.filter { $0.kind == cap.kind }.map(\.first.number)
        guard !own.isEmpty else { return nil }
        let days = calendar.days(of: cap.kind)
        let ends = days.filter { end in own.contains { $0 <= end && end < $0 + cap.days } }
        let used = ends.map { end in
          days.countOfElements(upTo: end) - days.countOfElements(upTo: end - cap.days)
        }
        return Effect.CapUse(cap: cap, used: used.max() ?? own.count)
      })
  }
}

/// A booking that the guard, asked again today, would not let through: somebody should look at it.
///
/// It is never cancelled for that.
public struct BookingToReview: Hashable, Sendable {
  /// The booking.
  public let engagement: EngagementRecord
  /// What was asked, as far as it is still booked.
  public let request: UseRequest
  /// Why, as the guard says it today.
  public let decision: Decision
}

extension PeerRecord {
  /// The bookings to come that would not be permitted any more: what came in late may conflict with
  /// them, or a consent ends before they do.
  public func bookingsToReview(on today: Day, policy: Policy) -> [BookingToReview] {
    let standing = standing(on: today, policy: policy)
    return engagements.compactMap { engagement in
      let booked = engagement.sessions.indices.filter {
        engagement.state(of: engagement.sessions[$0], on: today).isBooked
          && today <= engagement.sessions[$0].last
      }
      guard let request = engagement.request?.keeping(sessions: booked) else { return nil }
      let decision = Guard.decide(
        request, standing: engagement.replaces.map(standing.without) ?? standing, policy: policy,
        today: today,
        occasion: .confirming(engagement.id, isKept: kept.contains(engagement.id)), horizon: 0)
      guard decision.permit == nil else { return nil }
      return BookingToReview(engagement: engagement, request: request, decision: decision)
    }
  }
}
