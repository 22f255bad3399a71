extension Guard {
  /// Decides a request for the one who asks: the same verdict, without anything private.
  ///
  /// Rest of 14 days, told on Friday 1 May 2026, asked for 10 May: "not available before Monday
  /// 18 May". The peer's own view says rest, and 16 May.
  ///
  /// - Parameters:
  ///   - request: what is asked.
  ///   - standing: what the peer's entries add up to today.
  ///   - policy: the registry's policy that binds today.
  ///   - today: the peer's home day.
  ///   - occasion: a new ask, unless said otherwise.
  ///   - horizon: how many days ahead to look for a Monday that would pass.
  /// - Returns: the decision, with every reason at once.
  public static func decideForAsker(
    _ request: UseRequest, standing: Standing, policy: Policy, today: Day,
    occasion: Occasion = .asking, horizon: Int = Guard.horizon
  ) -> AskerDecision {
    let inquiry = inquiry(request, standing, policy, today, occasion)
    let block = Block(request, home: standing.zone)
    let failing = findings(inquiry, block)
    let privateFailing = failing.contains { isPrivate($0.rule.code, inquiry, block) }
    let lacksConsent = failing.contains { $0.rule.code.isConsent }
    var reasons: [AskerDecision.Reason] = []
    if lacksConsent { reasons.append(.consent(gaps: askerGaps(inquiry, block))) }
    for (rule, finding) in failing {
      guard !isPrivate(rule.code, inquiry, block),
        let reason = askerReason(rule.code, finding, inquiry, block)
      else { continue }
      if lacksConsent, !isShownWithoutConsent(rule.code) { continue }
      reasons.append(reason)
    }
    let warnings = Warnings.all(inquiry, block, longMinutes: policy.longMinutes)
    return AskerDecision(
      isPermitted: failing.isEmpty,
      reasons: reasons,
      isAvailable: lacksConsent ? nil : !privateFailing,
      notBefore: privateFailing && !lacksConsent ? monday(inquiry, block, horizon) : nil,
      warnings: lacksConsent ? warnings.filter(isShownWithoutConsent) : warnings)
  }

  /// The first Monday, from the asked day on, on which the moved block passes every private rule.
  private static func monday(_ inquiry: Inquiry, _ block: Block, _ horizon: Int) -> Day? {
    guard !RestPeriod.isWithinRestAfterEndingEarly(inquiry, block) else { return nil }
    var search = DaySearch(inquiry: inquiry, horizon: horizon)
    let rules = search.active.compactMap { rule -> (any Rule.Type)? in
      if rule.code == .capEngagement { return PrivateCapEngagement.self }
      return isAlwaysPrivate(rule.code) ? rule : nil
    }
    return search.firstDay(passing: rules) { $0.weekday == .monday }
  }

  private static func isAlwaysPrivate(_ code: RuleCode) -> Bool {
    switch code {
    case .pauseActive, .readinessNotBefore, .restPeriod, .capRolling, .capLifetime, .loadLimit,
      .askCap, .askQuiet:
      true
    default: false
    }
  }

  private static func isPrivate(_ code: RuleCode, _ inquiry: Inquiry, _ block: Block) -> Bool {
    code == .capEngagement
      ? CapEngagement.finding(under: inquiry.registryPolicy.engagement, block) == nil
      : isAlwaysPrivate(code)
  }

  /// With no consent, an unknown peer and one who never consented have to read alike.
  private static func isShownWithoutConsent(_ code: RuleCode) -> Bool {
    switch code {
    case .relationIndependence, .relationInTheRoom, .careMissing, .careOverdue, .payUnstated,
      .payOverdue, .noticeShort:
      true
    default: false
    }
  }

  private static func isShownWithoutConsent(_ warning: Warning) -> Bool {
    switch warning {
    case .channelIrreversible, .sessionLong, .relationInTheRoom: true
    case .boundaryAskFirst, .consentEndsSoon: false
    }
  }

  /// Which sides the nearest consents that name this organisation leave open; withdrawn reads as none.
  private static func askerGaps(_ inquiry: Inquiry, _ block: Block) -> [ConsentGap] {
    var gaps: [ConsentGap] = []
    for index in block.sessions.indices {
      switch inquiry.cover(session: index) {
      case .none, .withdrawn: gaps += ConsentMissing.nearestGaps(inquiry, index)
      case .standing: break
      }
    }
    if gaps.isEmpty, ConsentNotInForce.finding(inquiry, block) != nil { gaps = [.days] }
    return ConsentGap.allCases.filter(gaps.contains)
  }

  private static func askerReason(
    _ code: RuleCode, _ finding: Finding, _ inquiry: Inquiry, _ block: Block
  ) -> AskerDecision.Reason? {
    // The policy's own value is told, never the peer's.
    let finding =
      code == .capEngagement
      ? CapEngagement.finding(under: inquiry.registryPolicy.engagement, block) ?? finding : finding
    return switch (code, finding.facts) {
    case (.releaseMissing, _): .releaseMissing
    case (.boundaryTopic, .topicsNotOpen(let places)): .boundaryTopic(places)
    case (.capEngagement, .blockTooFull(let tellings, let atMost)):
      .capEngagement(tellings: tellings, atMost: atMost, onOneDay: false)
    case (.capEngagement, .dayTooFull(_, let tellings, let atMost)):
      .capEngagement(tellings: tellings, atMost: atMost, onOneDay: true)
    case (.relationIndependence, _): .relationIndependence
    case (.relationInTheRoom, _): .relationInTheRoom
    case (.careMissing, .noSupportPerson): .careNoPerson
    case (.careMissing, _): .careNoDebrief
    case (.careOverdue, _): .careOverdue
    case (.payUnstated, _): .payUnstated
    case (.payOverdue, _): .payOverdue
    case (.noticeShort, .tooSoon(let days, let earliest)):
      .noticeShort(days: days, earliest: earliest)
    default: nil
    }
  }
}

/// `cap.engagement` where only the peer's own limits fail; the policy's are told by themselves.
private enum PrivateCapEngagement: Rule {
  static let code = RuleCode.capEngagement

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    guard let own = CapEngagement.finding(inquiry, block),
      CapEngagement.finding(under: inquiry.registryPolicy.engagement, block) == nil
    else { return nil }
    // Clock changes may part two sessions of one day, or join those of two.
    return Finding(own.facts, retry: block.isRigid ? own.retry : .after(days: 1))
  }
}
