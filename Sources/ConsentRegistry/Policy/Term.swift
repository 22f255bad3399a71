/// One number of a policy: where it stands, what it may be, which way is tighter, and what of it
/// a peer may set for themself.
///
/// One table of terms serves the policy file, the peer's own limits, and the question whether a
/// new policy is looser.
public struct Term: Sendable {
  /// Where the number stands within a policy.
  public enum Place: Sendable {
    /// A whole number that is always there.
    case whole(any WritableKeyPath<Policy, Int> & Sendable)
    /// A whole number that may be missing.
    case optionalWhole(any WritableKeyPath<Policy, Int?> & Sendable)
    /// A number that is always there.
    case number(any WritableKeyPath<Policy, Double> & Sendable)
    /// A number that may be missing.
    case optionalNumber(any WritableKeyPath<Policy, Double?> & Sendable)
  }

  /// Which way protects the peer more.
  public enum Tighter: Sendable { case higher, lower }

  /// What a peer may do with it for themself.
  public enum PeerMay: Sendable { case tightenOrLoosen, onlyTighten, leaveIt }

  /// How the term is written: `rest.days`, `rest.byChannel.hearing`, `caps.telling.30`.
  public let path: String
  /// Where it stands.
  public let place: Place
  /// What it may be.
  public let range: ClosedRange<Double>
  /// Which way is tighter.
  public let tighter: Tighter
  /// What a peer may do with it for themself.
  public let peerMay: PeerMay

  /// Whether only whole numbers will do.
  public var isWhole: Bool {
    switch place {
    case .whole, .optionalWhole: true
    case .number, .optionalNumber: false
    }
  }

  /// The value in a policy, or nothing where there is none.
  public func value(in policy: Policy) -> Double? {
    switch place {
    case .whole(let path): Double(policy[keyPath: path])
    case .optionalWhole(let path): policy[keyPath: path].map(Double.init)
    case .number(let path): policy[keyPath: path]
    case .optionalNumber(let path): policy[keyPath: path]
    }
  }

  /// The value that a missing one stands for, so that two policies can be compared.
  ///
  /// A channel with no notice of its own has the policy's days; one with no weight weighs 1.
  func effectiveValue(in policy: Policy) -> Double? {
    if let value = value(in: policy) { return value }
    let pieces = path.split(separator: ".")
    guard pieces.count == 3, let channel = Channel(code: String(pieces[2])) else { return nil }
    switch pieces[0] {
    case "notice": return Double(policy.notice.days(for: channel))
    case "rest": return Double(policy.rest.days)
    case "load": return 1
    default: return nil
    }
  }

  /// Sets the value in a policy; nothing removes it where it may be missing.
  ///
  /// The value must lie in the term's range, and be whole where only whole numbers will do.
  public func set(_ value: Double?, in policy: inout Policy) {
    switch place {
    case .whole(let path): if let value { policy[keyPath: path] = Int(value) }
    case .optionalWhole(let path): policy[keyPath: path] = value.map { Int($0) }
    case .number(let path): if let value { policy[keyPath: path] = value }
    case .optionalNumber(let path): policy[keyPath: path] = value
    }
  }

  /// Whether a value protects less than another; a missing limit protects least.
  ///
  /// A rest of 10 days is looser than one of 14; a cap of 3 is looser than one of 2.
  public func isLooser(_ value: Double?, than other: Double?) -> Bool {
    guard let value else { return other != nil }
    guard let other else { return false }
    switch tighter {
    case .higher: return value < other
    case .lower: return value > other
    }
  }

  /// The cap on a kind of use over a window of days, as a term.
  public static func cap(_ kind: UseKind, days: Int) -> Term {
    Term(
      path: "caps.\(kind.code).\(days)", place: .optionalWhole(\.caps[kind, days]),
      range: 0...10_000, tighter: .lower, peerMay: .tightenOrLoosen)
  }
}
