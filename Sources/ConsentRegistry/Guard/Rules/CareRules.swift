/// `care.missing`: a telling without a support person, or without a talk afterwards.
///
/// A block that ends on 2 May needs a talk on 2 May or later, unless the peer does without.
enum CareMissing: Rule {
  static let code = RuleCode.careMissing

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    guard block.tellings != nil, !inquiry.standing.waives.contains(.care) else { return nil }
    let support = inquiry.request.support
    guard support.hasPerson else { return Finding(.noSupportPerson, retry: .never) }
    // The talk moves with the block's last day, so moving the block changes nothing here.
    let asked = Block(inquiry.request, home: inquiry.standing.zone)
    guard let debrief = support.debriefOn, debrief >= asked.last else {
      return Finding(.noDebrief(blockEnds: asked.last), retry: .never)
    }
    return nil
  }
}

/// `care.overdue`: the organisation owes this peer a check-in that is overdue.
enum CareOverdue: Rule {
  static let code = RuleCode.careOverdue

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    inquiry.standing.careOverdue.contains(inquiry.request.organisation)
      ? Finding(.checkInOwed, retry: .never) : nil
  }
}
