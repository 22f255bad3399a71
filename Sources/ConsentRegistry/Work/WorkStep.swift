/// A step in the life of an offer of work that needs no story.
public enum WorkStep: Hashable, Sendable {
  /// Work is offered, and the peer is told.
  case offered(WorkOffer)
  /// Work is offered while the peer doesn't want to hear of any: listed for them, silently.
  case heldBack(WorkOffer)
  /// The peer's answer; their latest word counts.
  case answered(WorkOfferID, Answer, day: Day)
  /// The work was done.
  case done(WorkOfferID, day: Day)
  /// Whether the peer wants offers of work while they rest.
  case wanted(whileResting: Bool)
}
