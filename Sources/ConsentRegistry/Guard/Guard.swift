/// The guard: decides whether a request may be put to a peer.
///
/// The only maker of a `Permit`.
///
/// A pure function of values. It denies by default, runs every rule, and tells every reason.
///
/// ```swift
/// // Rest is 14 days; the peer told their story on 1 May.
/// Guard.decide(asking(for: "2026-05-10"), …)   // deny: rest.period, earliest 2026-05-16
/// Guard.decide(asking(for: "2026-05-16"), …)   // permit
/// ```
public enum Guard {
  /// Why a decision is made, which rules it therefore leaves out, and what it looks past.
  public enum Occasion: Sendable {
    /// A new ask.
    case asking
    /// The peer says yes to a hold: asks and notice are over, and the hold itself doesn't count.
    ///
    /// One that the peer keeps although a pause covers it isn't held up by the pause.
    case confirming(EngagementID, isKept: Bool = false)
    /// The peer takes up a request that was held back: they start it, so it is no ask.
    case takingUp
  }

  /// The furthest that a block is moved in the search for a day on which it would pass.
  public static let horizon = 730

  /// Decides a request for those who may read everything: the peer, and the custodian's records.
  ///
  /// - Parameters:
  ///   - request: what is asked.
  ///   - standing: what the peer's entries add up to today.
  ///   - policy: the registry's policy that binds today.
  ///   - today: the peer's home day.
  ///   - occasion: a new ask, unless said otherwise.
  ///   - horizon: how many days ahead to look for a day that would pass.
  /// - Returns: the decision, with every reason at once.
  public static func decide(
    _ request: UseRequest, standing: Standing, policy: Policy, today: Day,
    occasion: Occasion = .asking, horizon: Int = Guard.horizon
  ) -> Decision {
    let inquiry = inquiry(request, standing, policy, today, occasion)
    let block = Block(request, home: inquiry.standing.zone)
    let failing = findings(inquiry, block)
    let warnings = Warnings.all(inquiry, block, longMinutes: inquiry.policy.longMinutes)
    guard !failing.isEmpty else {
      let permit = Permit(
        request: request, decidedOn: today, revision: standing.revision,
        policyVersion: policy.version)
      return Decision(
        outcome: .permit(permit), earliest: block.first, warnings: warnings,
        revision: standing.revision, policyVersion: policy.version)
    }
    var search = DaySearch(inquiry: inquiry, horizon: horizon)
    let reasons = failing.map { rule, finding in
      Reason(
        rule: rule.code, liftsOn: search.firstDay(passing: [rule]), facts: finding.facts)
    }
    let mayLift = reasons.allSatisfy { $0.liftsOn != nil }
    return Decision(
      outcome: .deny(reasons),
      earliest: mayLift ? search.firstDay(passing: search.active) : nil,
      warnings: warnings, revision: standing.revision, policyVersion: policy.version)
  }

  static func inquiry(
    _ request: UseRequest, _ standing: Standing, _ policy: Policy, _ today: Day,
    _ occasion: Occasion
  ) -> Inquiry {
    var setAside = standing.exceptions
    var seen = standing
    switch occasion {
    case .asking: break
    case .confirming(let engagement, let isKept):
      setAside.formUnion([.noticeShort, .askCap, .askQuiet])
      if isKept { setAside.insert(.pauseActive) }
      seen = standing.without(engagement)
    case .takingUp: setAside.formUnion([.askCap, .askQuiet])
    }
    return Inquiry(
      request: request, standing: seen, policy: policy.merged(with: standing.limits),
      registryPolicy: policy, today: today, setAside: setAside)
  }

  static func findings(
    _ inquiry: Inquiry, _ block: Block
  ) -> [(rule: any Rule.Type, finding: Finding)] {
    var failing: [(rule: any Rule.Type, finding: Finding)] = []
    for rule in Rules.all {
      guard let finding = rule.finding(inquiry, block),
        inquiry.setAside.isEmpty || !inquiry.setAside.contains(rule.code)
      else { continue }
      failing.append((rule, finding))
    }
    return failing
  }
}

/// A request that the guard has let through, with the day and the revision it was given at.
///
/// INVARIANT: only the guard makes one, so whatever takes a permit takes a checked request.
public struct Permit: Hashable, Sendable {
  /// What was asked.
  public let request: UseRequest
  /// The peer's home day of the decision.
  public let decidedOn: Day
  /// The chain's revision that the decision rests on; if it has moved, the decision is made anew.
  public let revision: Int
  /// The version of the policy that bound.
  public let policyVersion: Int

  fileprivate init(request: UseRequest, decidedOn: Day, revision: Int, policyVersion: Int) {
    self.request = request
    self.decidedOn = decidedOn
    self.revision = revision
    self.policyVersion = policyVersion
  }
}
