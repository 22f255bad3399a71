/// `cap.lifetime`: the story's tellings would exceed its total, if one is set.
///
/// With a total of 10 and 9 told or booked, one more passes and a block of two is refused.
enum CapLifetime: Rule {
  static let code = RuleCode.capLifetime

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    guard let atMost = inquiry.policy.lifetime else { return nil }
    var asked = 0
    for session in block.sessions where session.kind == .telling { asked += 1 }
    guard asked > 0 else { return nil }
    var told = 0
    for telling in inquiry.standing.calendar.tellings
    where telling.story == inquiry.request.story {
      told += 1
    }
    return told + asked > atMost ? Finding(.storyToldEnough(atMost: atMost), retry: .never) : nil
  }
}
