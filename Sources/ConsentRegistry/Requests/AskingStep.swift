/// What surrounds asks: quiet periods, exceptions, first asks, checks by those who ask.
public enum AskingStep: Hashable, Sendable {
  /// The peer ends an organisation's quiet periods early.
  case quietEnded(OrganisationID, day: Day)
}
