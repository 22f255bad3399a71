/// What surrounds asks: quiet periods, exceptions, first asks, checks by those who ask.
public enum AskingStep: Hashable, Sendable {
  /// The peer ends an organisation's quiet periods early: those that run or are to come.
  case quietEnded(OrganisationID, day: Day)
  /// The peer chooses a quiet period for an organisation, through its last day; no reason is kept.
  case quietChosen(OrganisationID, purpose: Purpose?, until: Day, day: Day)
  /// The peer was asked outside the registry: it counts as an ask of its day.
  case askedOutside(OrganisationID, words: String?, day: Day)
  /// The peer sets rules aside for one attempt; none at all takes back what was set aside.
  case exceptionSet(attempt: Int, rules: [RuleCode], day: Day)
  /// The independent contact stands by what the peer has set aside for an attempt.
  case exceptionConfirmed(attempt: Int, day: Day)
  /// The peer takes up an attempt: it became this booking.
  case takenUp(attempt: Int, as: EngagementID, day: Day)
  /// Whether the peer takes first asks from an organisation.
  case firstAsksAllowed(OrganisationID, isAllowed: Bool, day: Day)
  /// One who asks has looked whether the peer could be asked for a block from a day on.
  case checked(OrganisationID, coordinator: CoordinatorID?, starts: Day, day: Day)
}
