/// Where a peer's recordings and texts are, as their entries add up.
public struct Placements: Hashable, Sendable {
  /// The uses whose final version the peer has released.
  public private(set) var released: Set<UseID> = []

  /// Nothing yet.
  public init() {}

  mutating func apply(_ step: PlacingStep) {
    switch step {
    case .versionReleased(let use, _): released.insert(use)
    }
  }
}
