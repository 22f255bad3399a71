/// One session that a coordinator has asked for, as they may know it.
public struct AskedForSession: Hashable, Sendable {
  /// Whose story, by the id under which it was asked for.
  public let peer: PeerID
  /// The booking.
  public let engagement: EngagementID
  /// The event, where one is known.
  public let event: EventID?
  /// Its place in the booking.
  public let session: Int
  /// The id of the use, for what is noted of it afterwards.
  public let use: UseID
  /// Its day at the peer's home.
  public let day: Day
  /// Where it stands, as they may know it.
  public let state: AskerState
}

extension PeerRecord {
  /// Whether an edit that the peer has agreed to has taken the place of a booking.
  func isReplaced(_ id: EngagementID) -> Bool {
    engagements.contains { $0.replaces == id && bookings.answers[$0.id]?.answer == .yes }
  }
}

extension Desk {
  /// What a coordinator has asked for, session by session, as they may know it.
  ///
  /// - Parameters:
  ///   - day: the first day that matters; otherwise today.
  ///   - candidates: the bookings from a day on, of whatever coordinator.
  /// - Returns: each session of theirs, in the order of the candidates.
  /// - Throws: `notForThisRole` for whoever isn't a coordinator with an id.
  public func bookingsForAsker(
    from day: Day?, _ candidates: (Day) throws(Ledger.Failure) -> [(PeerID, EngagementID)]
  ) throws(DeskError<Ledger.Failure>) -> [AskedForSession] {
    guard actor.role == .coordinator, actor.id != nil else { throw .refused(.notForThisRole) }
    let from = day ?? moment.today(in: .utc)
    let found: [(PeerID, EngagementID)]
    do throws(Ledger.Failure) { found = try candidates(from) } catch { throw .ledger(error) }
    var sessions: [AskedForSession] = []
    var records: [PeerID: PeerRecord] = [:]
    for (peer, id) in found {
      if records[peer] == nil { records[peer] = try read(peer) }
      guard let record = records[peer], let engagement = record.engagement(id) else { continue }
      let today = moment.today(in: record.zone)
      // What a change has taken the place of isn't asked for any more.
      guard isTheirs(engagement, in: record), !record.isReplaced(id) else { continue }
      for (place, session) in engagement.sessions.enumerated() where from <= session.first {
        guard let state = record.told(session, of: engagement, on: today) else { continue }
        sessions.append(
          AskedForSession(
            peer: engagement.askedUnder(in: record), engagement: id, event: engagement.event,
            session: place, use: session.use, day: session.first, state: state))
      }
    }
    return sessions
  }

  /// The peer's bookings to come that the guard would not let through any more.
  public func bookingsToReview(
    of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> [BookingToReview] {
    let record = try recordForReading(of: peer)
    let today = moment.today(in: record.zone)
    let policy = policy(on: today)
    let standing = record.standing(on: today, policy: policy)
    return record.bookingsToReview(on: today, policy: policy).map { booking in
      BookingToReview(
        engagement: booking.engagement, request: booking.request,
        decision: told(
          booking.decision, on: booking.request, standing, policy, today: today,
          occasion: .confirming(
            booking.engagement.id, isKept: record.kept.contains(booking.engagement.id))))
    }
  }
}
