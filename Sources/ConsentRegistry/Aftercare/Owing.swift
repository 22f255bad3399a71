/// What organisations owe a peer and have given, as the entries add up.
public struct Owing: Hashable, Sendable {
  /// Nothing yet.
  public init() {}

  mutating func apply(_ step: OwingStep) {
    switch step {
    case .checkedIn: break
    }
  }
}

extension PeerRecord {
  /// The organisations that owe the peer a check-in which is overdue.
  func careOverdue(on today: Day, policy: Policy) -> Set<OrganisationID> { [] }

  /// The organisations that owe the peer pay past its due day.
  func payOverdue(on today: Day, policy: Policy) -> Set<OrganisationID> { [] }
}
