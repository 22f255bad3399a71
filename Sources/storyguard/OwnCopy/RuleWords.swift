import ConsentRegistry

extension RuleCode {
  /// Why a rule held something back, told to the peer in plain words.
  var toldToYou: String {
    switch self {
    case .consentMissing: "no consent of yours covers it"
    case .consentRevoked: "you had withdrawn what it needs"
    case .consentNotInForce: "your consent hadn't begun, or had ended"
    case .releaseMissing: "you hadn't seen the final version"
    case .boundaryTopic: "it touches what isn't open in your story"
    case .pauseActive: "it falls into your pause"
    case .readinessNotBefore: "it is before the day you named"
    case .restPeriod: "it falls into your rest"
    case .capRolling: "it would be too many times within those days"
    case .capEngagement: "it would be too many times for one ask"
    case .capLifetime: "it would be more than your limit over all"
    case .loadLimit: "it would be too many hours"
    case .askCap: "you had been asked often enough"
    case .askQuiet: "they weren't to ask for now"
    case .relationIndependence:
      "they are more to you than a host, and a contact of yours is missing"
    case .relationInTheRoom: "people you know from work or care would be there"
    case .careMissing: "nobody was named to stand by you"
    case .careOverdue: "they hadn't checked in with you after the last time"
    case .payUnstated: "it didn't say what is paid"
    case .payOverdue: "they hadn't paid what they owe you"
    case .noticeShort: "it came at too short notice"
    }
  }
}
