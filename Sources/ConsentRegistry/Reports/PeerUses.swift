/// All that a report reads of one peer: their uses, and the limits they have set for themself.
///
/// Reports take one peer at a time, so that a registry of any size goes through a small window.
public struct PeerUses: Hashable, Sendable {
  /// Whose uses these are.
  public let peer: PeerID
  /// The home zone.
  public let zone: Zone
  /// Whether the peer, or a recorded consent, has said that this is them.
  public let isClaimed: Bool
  /// Every use in every state, in the order of day and then id.
  public let uses: [CountedUse]
  /// The days on which the peer told their story elsewhere, noted for themself alone.
  public let ownTellings: [Day]
  /// The peer's own limits over time.
  public let limits: LimitHistory

  /// A peer's uses in any order, each with its state as seen on the report's day.
  public init(
    peer: PeerID, zone: Zone, isClaimed: Bool, uses: [CountedUse], ownTellings: [Day] = [],
    limits: LimitHistory = LimitHistory()
  ) {
    self.peer = peer
    self.zone = zone
    self.isClaimed = isClaimed
    self.uses = uses.sorted { ($0.first, $0.use) < ($1.first, $1.use) }
    self.ownTellings = ownTellings
    self.limits = limits
  }

  /// How many uses took place up to a day, so that a report can say how much it looked at.
  public func countOfUses(by day: Day) -> Int { uses.count { $0.tookPlace(by: day) } }

  /// What a record adds up to on the report's day: a hold past its reply time has lapsed by then.
  public init(_ record: PeerRecord, on day: Day) {
    var uses: [CountedUse] = []
    for engagement in record.engagements {
      for (index, session) in engagement.sessions.enumerated() {
        uses.append(
          CountedUse(
            use: session.use, engagement: engagement.id, index: index, story: engagement.story,
            organisation: engagement.organisation, event: engagement.event, kind: session.kind,
            channel: session.channel, purpose: session.purpose, audience: session.audience,
            first: session.first, last: session.last,
            state: engagement.state(of: session, on: day), origin: engagement.origin))
      }
    }
    self.init(
      peer: record.peer, zone: record.zone, isClaimed: record.isClaimed, uses: uses,
      ownTellings: record.ownTellings, limits: record.limits)
  }
}
