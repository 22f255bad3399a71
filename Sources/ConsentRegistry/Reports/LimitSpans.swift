/// The limits over time: from each day on which they change, what is in force until the next.
///
/// Limits change on few days, so they are worked out for those alone, and the registry's are shared
/// by all peers who have set none of their own.
public struct LimitSpans: Sendable {
  /// What is in force from a day on.
  struct Span: Sendable {
    let from: Int32
    let registrys: Policy
    let inForce: Policy
    /// The caps in force on each kind of use, in the policy's order.
    let tellingCaps: [SlimCap]
    let exposureCaps: [SlimCap]
    /// The longest rest that any block may need.
    let longestRest: Int

    init(from: Int32, registrys: Policy, inForce: Policy) {
      self.from = from
      self.registrys = registrys
      self.inForce = inForce
      tellingCaps = SlimCap.list(of: inForce.caps, kind: .telling)
      exposureCaps = SlimCap.list(of: inForce.caps, kind: .exposure)
      longestRest = inForce.rest.days(after: [], endedEarly: true)
    }
  }

  /// A cap as the search needs it: the most, the days, and its place among all caps.
  struct SlimCap: Sendable {
    let atMost: Int
    let days: Int32
    let place: Int

    static func list(of caps: Caps, kind: UseKind) -> [SlimCap] {
      caps.list.enumerated().compactMap { place, cap in
        cap.kind == kind
          ? SlimCap(atMost: max(0, cap.atMost), days: Int32(clamping: cap.days), place: place) : nil
      }
    }
  }

  /// The spans in order; the first reaches back without end.
  private(set) var spans: [Span] = []
  private let policies: PolicyHistory

  /// The registry's own limits, for every peer who has none of their own.
  public init(_ policies: PolicyHistory) {
    self.policies = policies
    spans = LimitSpans.spans(policies, LimitHistory())
  }

  /// The same with a peer's own limits in their place.
  public func with(_ own: LimitHistory) -> LimitSpans {
    guard !own.isEmpty else { return self }
    var limits = self
    limits.spans = LimitSpans.spans(policies, own)
    return limits
  }

  private static func spans(_ policies: PolicyHistory, _ own: LimitHistory) -> [Span] {
    // Between two of these days neither the registry's policy nor the peer's own limits change.
    let days = Set(policies.versions.map(\.binds) + own.daysOfChange).sorted()
    let before = days.first.map { $0.adding(-1) } ?? Day(number: 0)
    var spans: [Span] = []
    for day in [before] + days {
      let registrys = policies.binding(on: day)
      let inForce = registrys.merged(with: own.inForce(on: day, over: registrys))
      if let last = spans.last, last.registrys == registrys, last.inForce == inForce { continue }
      spans.append(
        Span(
          from: spans.isEmpty ? .min : Int32(clamping: day.number), registrys: registrys,
          inForce: inForce))
    }
    return spans
  }

  /// The place of the span that a day lies in, from one on that begins no later.
  func place(of day: Int32, from place: Int = 0) -> Int {
    var place = place
    while place + 1 < spans.count, spans[place + 1].from <= day { place += 1 }
    return place
  }
}
