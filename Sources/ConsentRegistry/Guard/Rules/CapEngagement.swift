/// `cap.engagement`: the block holds more tellings than a block, or a day of it more than a day, may.
///
/// With 2 tellings a block: a conference with talks on days 1 and 3 passes, one with a donor
/// dinner on day 2 as well is refused.
enum CapEngagement: Rule {
  static let code = RuleCode.capEngagement

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    finding(under: inquiry.policy.engagement, block)
  }

  /// What stands in the way under the limits given: the peer's merged ones, or the policy's own.
  static func finding(under limits: Policy.Engagement, _ block: Block) -> Finding? {
    var tellings = 0
    for session in block.sessions where session.kind == .telling { tellings += 1 }
    if tellings > limits.tellings {
      return Finding(.blockTooFull(tellings: tellings, atMost: limits.tellings), retry: .never)
    }
    guard tellings > limits.tellingsPerDay else { return nil }
    for session in block.sessions where session.kind == .telling {
      var onThatDay = 0
      for other in block.sessions where other.kind == .telling && other.first == session.first {
        onThatDay += 1
      }
      guard onThatDay > limits.tellingsPerDay else { continue }
      // Clock changes may part two sessions of one day, or join those of two.
      return Finding(
        .dayTooFull(session.first, tellings: onThatDay, atMost: limits.tellingsPerDay),
        retry: block.isRigid ? .never : .after(days: 1))
    }
    return nil
  }
}
