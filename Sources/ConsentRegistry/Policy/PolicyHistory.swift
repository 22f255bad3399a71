/// Every version of the policy, and which one binds on a day.
///
/// A tighter policy binds from the day it is stored. A looser one, in any of its terms, binds from
/// 30 days after it was stored and told.
public struct PolicyHistory: Hashable, Sendable {
  /// Days after which a looser policy binds.
  public static let looseningWaits = 30

  /// One stored version.
  public struct Version: Hashable, Sendable {
    /// The day on which it was stored and told.
    public let stored: Day
    /// The day from which it binds, unless a later version comes first.
    public let binds: Day
    /// The policy.
    public let policy: Policy
  }

  /// The versions in the order in which they were stored.
  public private(set) var versions: [Version] = []

  /// No version yet.
  public init() {}

  /// Adds a version stored on a day.
  public mutating func store(_ policy: Policy, on day: Day) {
    let waits =
      versions.isEmpty || !policy.isLooser(than: binding(on: day)) ? 0 : Self.looseningWaits
    versions.append(Version(stored: day, binds: day.adding(waits), policy: policy))
  }

  /// The policy that binds on a day: the last stored of those that bind by then.
  ///
  /// A looser version stored on 1 May binds from 31 May; until then the one before it does, and if
  /// another is stored by then, the first never binds.
  public func binding(on day: Day) -> Policy {
    let binding = versions.indices.last { place in
      // A version that still waited when the next one was stored never binds.
      let next = versions.indices.contains(place + 1) ? versions[place + 1].stored : nil
      return versions[place].binds <= day && next.map { versions[place].binds <= $0 } ?? true
    }
    return binding.map { versions[$0].policy } ?? versions.first?.policy ?? .initial
  }
}

extension Policy {
  /// Whether any term that protects peers is looser than in another policy.
  public func isLooser(than other: Policy) -> Bool {
    let caps = (self.caps.list + other.caps.list).map { Term.cap($0.kind, days: $0.days) }
    return (Term.all + caps).contains { term in
      term.peerMay != .leaveIt
        && term.isLooser(
          term.effectiveValue(in: self), than: term.effectiveValue(in: other))
    }
  }
}
