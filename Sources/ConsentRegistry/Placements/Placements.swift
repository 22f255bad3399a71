/// Where a peer's recordings and texts are, as their entries add up.
public struct Placements: Hashable, Sendable {
  /// The uses whose final version the peer has released.
  public private(set) var released: Set<UseID> = []
  /// Every placement, in the order recorded.
  public private(set) var all: [PlacementRecord] = []

  private var places: [PlacementID: Int] = [:]

  /// Nothing yet.
  public init() {}

  /// The placement of that id, if there is one.
  public subscript(id: PlacementID) -> PlacementRecord? { places[id].map { all[$0] } }

  mutating func apply(_ step: PlacingStep) {
    switch step {
    case .versionReleased(let use, _): released.insert(use)
    case .placed(let placement):
      places[placement.id] = all.count
      all.append(PlacementRecord(placement))
    case .moved(let id, let state, let day, let proof):
      if let place = places[id] {
        all[place].moved = PlacementRecord.Move(state: state, day: day, proof: proof)
      }
    case .removalOpened(let id, let day, let deadline):
      if let place = places[id] {
        all[place].task = RemovalTask(opened: day, deadline: deadline)
      }
    }
  }
}
