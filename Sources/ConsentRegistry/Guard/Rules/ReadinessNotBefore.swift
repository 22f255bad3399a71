/// `readiness.notBefore`: the block starts before the day that the peer has set for themself.
///
/// Not before 1 June: 31 May is refused, 1 June passes. No reason is kept, and nobody else sets it.
enum ReadinessNotBefore: Rule {
  static let code = RuleCode.readinessNotBefore

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    guard let ready = inquiry.standing.notBefore, block.first < ready else { return nil }
    return Finding(.notReadyBefore(ready), retry: .after(days: block.first.days(until: ready)))
  }
}
