/// What a peer has set for themself over time, and what of it is in force on a day.
///
/// Tightening acts at once; loosening acts 7 days after it was recorded, so that nobody can talk a
/// peer out of their rest for tomorrow.
public struct LimitHistory: Hashable, Sendable {
  /// Days after which a loosened limit acts.
  public static let looseningWaits = 7

  private struct Version: Hashable, Sendable {
    let day: Day
    let recordedOn: Day
    let limits: Limits
  }

  private var versions: [Version] = []

  /// Nothing set yet.
  public init() {}

  /// All own limits as last set, whether in force yet or not.
  public var latest: Limits { versions.last?.limits ?? Limits() }

  /// Whether the peer has never set anything.
  public var isEmpty: Bool { versions.isEmpty }

  /// The days on which what is in force may change, over a policy that stays the same.
  var daysOfChange: [Day] {
    versions.flatMap { [$0.day, $0.recordedOn.adding(LimitHistory.looseningWaits)] }
  }

  /// Adds what the peer has set on a day; it stands in place of all earlier limits.
  ///
  /// What is entered later than it was said loosens nothing sooner: a loosening counts from the day
  /// on which it was recorded, if that is another.
  public mutating func set(_ limits: Limits, on day: Day, recordedOn: Day? = nil) {
    versions.append(Version(day: day, recordedOn: max(day, recordedOn ?? day), limits: limits))
  }

  /// The own limits in force on a day, each term by itself, over a policy.
  ///
  /// Rest set to 21 on 1 May acts on 1 May; set back to 10 on 3 May, it acts on 10 May; if it is
  /// set to 12 on 4 May instead, that acts on 11 May and the 10 never does.
  public func inForce(on day: Day, over policy: Policy) -> Limits {
    guard !versions.isEmpty else { return Limits() }
    var inForce = Limits()
    for term in everyTerm {
      // Each change of the term with the day from which it acts; the last acting one holds.
      var changes: [(acts: Day, own: Double?)] = []
      func holding(on day: Day) -> Double? {
        changes.last { $0.acts <= day }?.own
      }
      var before = Limits()
      for version in versions {
        defer { before = version.limits }
        let new = version.limits[term]
        if let last = changes.last, last.own == new { continue }
        // What was still waiting has been replaced by a later word.
        changes.removeAll { $0.acts > version.day }
        let old = holding(on: version.day)
        let isLooser = term.isLooser(
          effective(new, of: term, beside: version.limits, over: policy),
          than: effective(old, of: term, beside: before, over: policy))
        let acts =
          isLooser ? version.recordedOn.adding(LimitHistory.looseningWaits) : version.day
        changes.append((acts, new))
      }
      if let own = holding(on: day) { inForce[term] = own }
    }
    return inForce
  }

  /// What a term comes to with a peer's own value, or none, beside their other limits.
  private func effective(
    _ own: Double?, of term: Term, beside limits: Limits, over policy: Policy
  ) -> Double? {
    var limits = limits
    limits[term] = own
    return term.effectiveValue(in: policy.merged(with: limits))
  }

  /// The day from which what was set last is in force, looking no further than a week ahead.
  public func latestActs(for term: Term, from day: Day, over policy: Policy) -> Day? {
    (0...LimitHistory.looseningWaits).lazy.map { day.adding($0) }
      .first { inForce(on: $0, over: policy)[term] == latest[term] }
  }

  private var everyTerm: [Term] {
    var terms: [String: Term] = [:]
    for version in versions {
      for own in version.limits.values { terms[own.term.path] = own.term }
    }
    return terms.keys.sorted().compactMap { terms[$0] }
  }
}
