/// A step in the life of an offer of work that needs no story.
public enum WorkStep: Hashable, Sendable {
  /// Whether the peer wants offers of work while they rest.
  case wanted(whileResting: Bool)
}
