extension NaiveCase {
  private static let irreversible = ["hearing", "mediaInterview", "print", "social", "broadcast"]

  /// The warnings that hold for the block as asked, in the order in which they are told.
  func warnings(_ block: Block, longMinutes: Int, consentFails: Bool) -> [String] {
    var warnings: [String] = []
    let topics = request.topics ?? []
    if !consentFails && topics.contains(where: { listing(of: $0) == "askFirst" }) {
      warnings.append("boundary.askFirst")
    }
    if block.sessions.contains(where: { Self.irreversible.contains($0.channel) }) {
      warnings.append("channel.irreversible")
    }
    if block.tellings.contains(where: { $0.minutes > longMinutes }) {
      warnings.append("session.long")
    }
    if !consentFails && block.sessions.contains(where: { endsSoon($0, block) }) {
      warnings.append("consent.endsSoon")
    }
    if request.inTheRoom ?? false { warnings.append("relation.inTheRoom") }
    return warnings
  }

  private func endsSoon(_ session: Placed, _ block: Block) -> Bool {
    let consents = standing.consents ?? []
    let ends = inForceThroughout(session).map { consents[$0].until.number }
    guard let latest = ends.max() else { return false }
    return latest <= block.last + 30
  }
}
