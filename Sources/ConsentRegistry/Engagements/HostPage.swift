/// What travels with a permit to whoever opens the door: how the peer wants it, and how to stop.
///
/// It holds no name but the one that the peer has chosen for this, no history and no reason.
public struct HostPage: Sendable {
  /// The booking's id.
  public let engagement: EngagementID
  /// Whose page it is; for finding the permit's number, never shown.
  public let peer: PeerID
  /// What was asked and agreed.
  public let request: UseRequest
  /// The sessions that are still to come.
  public let sessions: [AskedSession]
  /// How the peer wants to be introduced.
  public let introduceMeAs: String?
  /// What the peer likes to be asked about.
  public let askMeAbout: String?
  /// The topics agreed that are open still: what the peer has closed since isn't among them.
  public let topics: [String]
  /// The topics of this story that are off limits, in order.
  public let stayOff: [String]

  /// The page of a booking, or nothing unless a confirmed session is still to come.
  init?(_ engagement: EngagementRecord, of record: PeerRecord, on today: Day) {
    guard let request = engagement.request, engagement.stands(on: today) else { return nil }
    self.engagement = engagement.id
    peer = record.peer
    self.request = request
    sessions = zip(request.sessions, engagement.sessions).compactMap { asked, session in
      session.stands(on: today) ? asked : nil
    }
    introduceMeAs = record.words.introduceMeAs
    askMeAbout = record.words.askMeAbout
    let boundary = record.boundaries[engagement.story] ?? Boundary(topics: [:])
    topics = request.topics.filter(boundary.isOpen)
    stayOff = boundary.topics.filter { $0.value == .offLimits }.keys.sorted()
  }
}

extension EngagementRecord {
  /// Whether its permit stands on a day: a confirmed session is on that day, or still to come.
  ///
  /// Confirmed for 1 and 2 May: it stands through 2 May. Withdrawn, it stands no more.
  public func stands(on today: Day) -> Bool { sessions.contains { $0.stands(on: today) } }
}

extension EngagementRecord.Session {
  /// Whether it is confirmed, and on that day or still to come.
  func stands(on today: Day) -> Bool { state == .confirmed && today <= last }
}
