/// What surrounds a peer's asks, as their entries add up.
public struct Asking: Hashable, Sendable {
  /// Nothing yet.
  public init() {}

  mutating func apply(_ step: AskingStep) {
    switch step {
    case .quietEnded: break
    }
  }
}
