/// `pay.unstated`: the peer can't tell what they would get: neither an offer nor "unpaid".
enum PayUnstated: Rule {
  static let code = RuleCode.payUnstated

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    inquiry.request.offer.statesPay ? nil : Finding(.payNotStated, retry: .never)
  }
}

/// `pay.overdue`: the organisation owes this peer pay past its due day.
enum PayOverdue: Rule {
  static let code = RuleCode.payOverdue

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    inquiry.standing.payOverdue.contains(inquiry.request.organisation)
      ? Finding(.payOwed, retry: .never) : nil
  }
}
