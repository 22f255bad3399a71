/// The stable name of a rule, as it is written in decisions, files and reports.
public enum RuleCode: UInt8, CaseIterable, Hashable, Sendable {
  case consentMissing, consentRevoked, consentNotInForce, releaseMissing, boundaryTopic
  case pauseActive, readinessNotBefore, restPeriod, capRolling, capEngagement, capLifetime
  case loadLimit, askCap, askQuiet, relationIndependence, relationInTheRoom
  case careMissing, careOverdue, payUnstated, payOverdue, noticeShort

  /// The name as written: `rest.period`.
  public var code: String {
    switch self {
    case .consentMissing: "consent.missing"
    case .consentRevoked: "consent.revoked"
    case .consentNotInForce: "consent.notInForce"
    case .releaseMissing: "release.missing"
    case .boundaryTopic: "boundary.topic"
    case .pauseActive: "pause.active"
    case .readinessNotBefore: "readiness.notBefore"
    case .restPeriod: "rest.period"
    case .capRolling: "cap.rolling"
    case .capEngagement: "cap.engagement"
    case .capLifetime: "cap.lifetime"
    case .loadLimit: "load.limit"
    case .askCap: "ask.cap"
    case .askQuiet: "ask.quiet"
    case .relationIndependence: "relation.independence"
    case .relationInTheRoom: "relation.inTheRoom"
    case .careMissing: "care.missing"
    case .careOverdue: "care.overdue"
    case .payUnstated: "pay.unstated"
    case .payOverdue: "pay.overdue"
    case .noticeShort: "notice.short"
    }
  }

  /// The rule of that name, or nothing if there is none.
  public init?(code: String) {
    for rule in RuleCode.allCases where rule.code == code {
      self = rule
      return
    }
    return nil
  }

  /// Whether it is one of the rules on consents, which an asker reads as one.
  public var isConsent: Bool {
    switch self {
    case .consentMissing, .consentRevoked, .consentNotInForce: true
    default: false
    }
  }

  /// Whether the peer, and nobody else, may set this rule aside for one request.
  public var allowsException: Bool {
    switch self {
    case .restPeriod, .capRolling, .capEngagement, .capLifetime, .loadLimit, .noticeShort: true
    default: false
    }
  }
}
