/// What is owed to a peer, and given: check-ins, pay, contributions.
///
/// What an organisation says and what the peer says are steps of their own, so that neither can
/// stand in for the other.
public enum OwingStep: Hashable, Sendable {
  /// Somebody has checked in with the peer after an engagement, as the organisation says.
  case checkedIn(EngagementID, day: Day)
  /// The peer says that somebody has checked in with them.
  case checkInConfirmed(EngagementID, day: Day)
  /// The peer says that nobody has checked in with them, whatever the organisation says.
  case checkInMissed(EngagementID, day: Day)
  /// The organisation says that it has paid; without an amount, all of it.
  case paid(Due.Cause, Money?, day: Day)
  /// The peer says that the pay has come.
  case payConfirmed(Due.Cause, day: Day)
  /// The peer says that pay which is due here hasn't come.
  case payMissing(Due.Cause, day: Day)
  /// The peer says that a fee which no booking here is about hasn't come.
  case feeMissing(Fee, day: Day)
  /// What the organisation says to pay that the peer misses; it removes nothing.
  case payAnswered(Due.Cause, OrganisationID, words: String?, day: Day)
  /// The organisation says that it gave the peer training, supervision or something else.
  case contributed(Contribution)
  /// The peer says that they had a contribution.
  case contributionConfirmed(ContributionID, day: Day)
}
