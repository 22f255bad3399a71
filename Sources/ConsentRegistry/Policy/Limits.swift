/// A peer's own limits: single terms that replace the policy's, leaf by leaf.
///
/// Nobody else may loosen one for them, and no organisation is told.
public struct Limits: Sendable {
  /// One term with the peer's own value.
  public struct OwnValue: Sendable {
    /// Which number of the policy.
    public let term: Term
    /// The peer's own value for it.
    public let value: Double

    /// An own value of a term.
    public init(term: Term, value: Double) {
      self.term = term
      self.value = value
    }
  }

  /// The own values, at most one a term.
  public private(set) var values: [OwnValue]

  /// The own values given; of two for one term, the last stands.
  public init(_ values: [OwnValue] = []) {
    self.values = []
    for own in values { self[own.term] = own.value }
  }

  /// Whether the peer has set nothing of their own.
  public var isEmpty: Bool { values.isEmpty }

  /// The own value of a term, if there is one.
  public subscript(term: Term) -> Double? {
    get { values.first { $0.term.path == term.path }?.value }
    set {
      values.removeAll { $0.term.path == term.path }
      if let newValue { values.append(OwnValue(term: term, value: newValue)) }
    }
  }
}

extension Limits: Hashable {
  private var byPath: [String: Double] {
    Dictionary(values.map { ($0.term.path, $0.value) }, uniquingKeysWith: { _, last in last })
  }
  /// Two are equal if each term has the same value, in whatever order they were set.
  public static func == (left: Limits, right: Limits) -> Bool { left.byPath == right.byPath }
  /// Adds the terms with their values.
  public func hash(into hasher: inout Hasher) { hasher.combine(byPath) }
}

extension Policy {
  /// This policy with a peer's own limits in place of its own, leaf by leaf.
  ///
  /// A rest of 14 days and the peer's 21 give 21, and the peer's 10 give 10. Consent length,
  /// notice, care and pay can only be tightened: the peer's 3 days of notice leave the policy's 7.
  public func merged(with limits: Limits) -> Policy {
    guard !limits.isEmpty else { return self }
    var merged = self
    for own in limits.values {
      switch own.term.peerMay {
      case .tightenOrLoosen: own.term.set(own.value, in: &merged)
      case .onlyTighten where !own.term.isLooser(own.value, than: own.term.value(in: self)):
        own.term.set(own.value, in: &merged)
      case .onlyTighten, .leaveIt: break
      }
    }
    // A value for one channel may be looser than the days it replaces: the policy's own stays then.
    for channel in Channel.allCases
    where merged.notice.days(for: channel) < notice.days(for: channel) {
      merged.notice.byChannel[channel] = notice.days(for: channel)
    }
    return merged
  }
}
