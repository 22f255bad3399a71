/// The answer that an asker reads: what they can mend, and whether the peer is available.
///
/// INVARIANT: nothing in this type can hold a private reason. Pauses, rest, caps, readiness,
/// quiet periods and the number of them have no place here; they all read "not available".
public struct AskerDecision: Hashable, Sendable {
  /// Something that the asker may know and can often mend.
  public enum Reason: Hashable, Sendable {
    /// No consent for this, and which sides the consents that name this organisation leave open.
    case consent(gaps: [ConsentGap])
    /// A final version hasn't been released by the peer.
    case releaseMissing
    /// So many topics asked for aren't open; by their place in the request.
    case boundaryTopic([Int])
    /// The block holds more than the registry's policy allows anybody.
    case capEngagement(tellings: Int, atMost: Int, onOneDay: Bool)
    /// The peer has no independent contact outside this organisation.
    case relationIndependence
    /// People whom the peer serves or is looked after by would be there.
    case relationInTheRoom
    /// No support person is named.
    case careNoPerson
    /// No talk afterwards is planned on or after the block's last day.
    case careNoDebrief
    /// This organisation owes a check-in that is overdue.
    case careOverdue
    /// Neither an offer nor an outright "unpaid" is stated.
    case payUnstated
    /// This organisation owes pay past its due day.
    case payOverdue
    /// The block starts sooner than the notice allows.
    case noticeShort(days: Int, earliest: Day)

    /// The name as written in a decision; every rule on consents reads `consent`.
    public var code: String {
      switch self {
      case .consent: "consent"
      case .releaseMissing: RuleCode.releaseMissing.code
      case .boundaryTopic: RuleCode.boundaryTopic.code
      case .capEngagement: RuleCode.capEngagement.code
      case .relationIndependence: RuleCode.relationIndependence.code
      case .relationInTheRoom: RuleCode.relationInTheRoom.code
      case .careNoPerson, .careNoDebrief: RuleCode.careMissing.code
      case .careOverdue: RuleCode.careOverdue.code
      case .payUnstated: RuleCode.payUnstated.code
      case .payOverdue: RuleCode.payOverdue.code
      case .noticeShort: RuleCode.noticeShort.code
      }
    }
  }

  /// Whether the request may be put to the peer.
  public let isPermitted: Bool
  /// What the asker may know, in the order of the rules.
  public let reasons: [Reason]
  /// Whether every private rule passes; nothing where consent is lacking.
  public let isAvailable: Bool?
  /// A Monday from which the peer may be asked for; nothing if available, or if none can be told.
  public let notBefore: Day?
  /// What is worth knowing before an ask.
  public let warnings: [Warning]
}
