/// `boundary.topic`: a topic asked for isn't open in this story.
///
/// Off limits and unlisted read alike, so a refusal doesn't tell which topics hurt.
enum BoundaryTopic: Rule {
  static let code = RuleCode.boundaryTopic

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    let topics = inquiry.request.topics
    guard !topics.isEmpty else { return nil }
    let boundary = inquiry.standing.boundaries[inquiry.request.story]
    let closed = topics.indices.filter { !(boundary?.isOpen(topics[$0]) ?? false) }
    return closed.isEmpty ? nil : Finding(.topicsNotOpen(closed), retry: .never)
  }
}
