/// The full answer to a request, for those who may read everything.
public struct Decision: Hashable, Sendable {
  /// Yes with a permit, or no with every reason.
  public enum Outcome: Hashable, Sendable {
    /// The request may be put to the peer.
    case permit(Permit)
    /// It may not; one reason for each failing rule, in the order of the rules.
    case deny([Reason])
  }

  /// Yes or no.
  public let outcome: Outcome
  /// The first day on which the block, moved to start there, would pass all rules; on a permit
  /// the asked first day.
  public let earliest: Day?
  /// What the peer should know before a yes.
  public let warnings: [Warning]
  /// The chain's revision that the decision rests on.
  public let revision: Int
  /// The version of the policy that bound.
  public let policyVersion: Int

  /// Every reason against it; none on a permit.
  public var reasons: [Reason] {
    switch outcome {
    case .permit: []
    case .deny(let reasons): reasons
    }
  }

  /// The permit, if there is one.
  public var permit: Permit? {
    switch outcome {
    case .permit(let permit): permit
    case .deny: nil
    }
  }
}
