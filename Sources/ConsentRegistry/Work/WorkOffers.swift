/// The work without a story that a peer was offered, as the entries add up.
public struct WorkOffers: Hashable, Sendable {
  /// Whether the peer wants offers of work while they rest; so, unless they say otherwise.
  public private(set) var isWantedWhileResting = true

  /// Nothing yet.
  public init() {}

  mutating func apply(_ step: WorkStep) {
    switch step {
    case .wanted(let whileResting): isWantedWhileResting = whileResting
    }
  }
}
