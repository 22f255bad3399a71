extension Guard {
  /// A decision as the custodian reads it: rules and uses, and of the peer's choices only that
  /// there is one.
  ///
  /// Pauses, readiness, the peer's own limits and notes, and quiet periods after a no read "the
  /// peer's own choice", with no day. What would stand without any of them is told in full. With
  /// the policy's 14 days of rest and the peer's own 21, an ask after 10 days reads "14 days of
  /// rest", and one after 18 days "the peer's own choice".
  ///
  /// - Parameters:
  ///   - decision: the full decision on this request.
  ///   - request: what was asked.
  ///   - standing: what the peer's entries add up to.
  ///   - policy: the registry's policy that binds today.
  ///   - today: the peer's home day.
  ///   - occasion: what the decision was made for.
  /// - Returns: the decision as the custodian may read it.
  public static func custodiansView(
    of decision: Decision, _ request: UseRequest, standing: Standing, policy: Policy, today: Day,
    occasion: Occasion = .asking
  ) -> Decision {
    guard case .deny(let reasons) = decision.outcome else { return decision }
    let open = decide(
      request, standing: standing.withoutOwnChoices, policy: policy, today: today,
      occasion: occasion)
    let told = reasons.map { reason in
      open.reasons.first { $0.rule == reason.rule }
        ?? Reason(rule: reason.rule, liftsOn: nil, facts: .ownChoice)
    }
    let isWhole = told == reasons && open.earliest == decision.earliest
    return Decision(
      outcome: .deny(told), earliest: isWhole ? decision.earliest : nil,
      warnings: decision.warnings, revision: decision.revision,
      policyVersion: decision.policyVersion)
  }
}

extension Standing {
  /// The same standing without what the peer alone has chosen.
  fileprivate var withoutOwnChoices: Standing {
    Standing(
      zone: zone, boundaries: boundaries, consents: consents, revocations: revocations,
      ties: ties, independentContact: independentContact, waives: waives,
      engagements: engagements, asks: asks, careOverdue: careOverdue, payOverdue: payOverdue,
      released: released, exceptions: exceptions, refusesInTheRoom: refusesInTheRoom,
      revision: revision)
  }
}
