/// What a peer should know before a yes.
enum Warnings {
  /// Days after a block within which the end of its consent is told.
  static let consentEndsWithin = 30

  /// Every warning, in the order in which they are told; a telling of more than `longMinutes` is
  /// long, for whoever reads it.
  static func all(
    _ inquiry: Inquiry, _ block: Block, longMinutes: Int
  ) -> [Warning] {
    var warnings: [Warning] = []
    let request = inquiry.request
    if !request.topics.isEmpty, let boundary = inquiry.standing.boundaries[request.story],
      request.topics.contains(where: { boundary.topics[$0] == .askFirst })
    {
      warnings.append(.boundaryAskFirst)
    }
    if request.sessions.contains(where: \.channel.cannotBeUndone) {
      warnings.append(.channelIrreversible)
    }
    if request.sessions.contains(where: { ($0.minutes ?? 0) > longMinutes }) {
      warnings.append(.sessionLong)
    }
    if consentEndsSoon(inquiry, block) { warnings.append(.consentEndsSoon) }
    if request.inTheRoom { warnings.append(.relationInTheRoom) }
    return warnings
  }

  private static func consentEndsSoon(
    _ inquiry: Inquiry, _ block: Block
  ) -> Bool {
    let soon = block.last.adding(consentEndsWithin)
    for index in block.sessions.indices {
      let session = block.sessions[index]
      var latest: Day?
      inquiry.forEachStandingConsent(session: index) { consent in
        guard consent.from <= session.first, session.last <= consent.until else { return }
        latest = max(latest ?? consent.until, consent.until)
      }
      if let latest, latest <= soon { return true }
    }
    return false
  }
}
