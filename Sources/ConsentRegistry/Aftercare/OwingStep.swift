/// What is owed to a peer, and given: check-ins, pay, contributions.
public enum OwingStep: Hashable, Sendable {
  /// Somebody has checked in with the peer after an engagement, as the organisation says.
  case checkedIn(EngagementID, day: Day)
}
