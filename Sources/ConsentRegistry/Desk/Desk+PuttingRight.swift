/// What is to be put right in a use that was recorded; nothing means "as it is".
public struct Correction: Hashable, Sendable {
  /// The day it really was.
  public let day: Day?
  /// The way it really reached people.
  public let channel: Channel?
  /// What it really was for.
  public let purpose: Purpose?
  /// Before whom it really was.
  public let audience: Audience?
  /// What became of it: done, broken off, or that it didn't take place.
  public let state: SessionState?

  /// A correction of some sides of a use.
  public init(
    day: Day? = nil, channel: Channel? = nil, purpose: Purpose? = nil, audience: Audience? = nil,
    state: SessionState? = nil
  ) {
    self.day = day
    self.channel = channel
    self.purpose = purpose
    self.audience = audience
    self.state = state
  }
}

extension Desk {
  /// Puts right what was recorded of a use, by a further entry; the first one stays in the ledger.
  ///
  /// Recorded for 3 May, and it was 4 May: from now on it counts from 4 May.
  ///
  /// - Throws: `unknownUse`; `notPossible` for one that hasn't taken place; `inTheFuture`.
  public func correct(
    _ use: UseID, of peer: PeerID, _ correction: Correction
  ) throws(DeskError<Ledger.Failure>) -> EngagementRecord {
    try mustSpeakFor(peer)
    return try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      guard let (found, place) = record.use(use) else { throw .unknownUse }
      var engagement = found
      let session = engagement.sessions[place]
      let ended: [SessionState] = [.completed, .endedEarly, .didNotTakePlace]
      guard ended.contains(engagement.state(of: session, on: today)),
        ended.contains(correction.state ?? session.state)
      else {
        throw .notPossible(
          engagement.state(of: session, on: today), possible: engagement.possibleMoves(on: today))
      }
      let first = correction.day ?? session.first
      guard first <= today else { throw .inTheFuture(today: today) }
      engagement.sessions[place] = EngagementRecord.Session(
        use: session.use, kind: session.kind, channel: correction.channel ?? session.channel,
        purpose: correction.purpose ?? session.purpose,
        audience: correction.audience ?? session.audience, first: first,
        last: first.adding(session.first.days(until: session.last)),
        state: correction.state ?? session.state)
      return Step(
        happenings: [.booking(.corrected(engagement, day: today))], answer: engagement)
    }
  }

  /// Notes that the peer says a recorded use wasn't so; it rests them still, and is marked.
  ///
  /// Said a second time, it adds nothing.
  /// - Returns: whether it is said for the first time.
  /// - Throws: `unknownUse`; `onlyThePeer`.
  @discardableResult
  public func dispute(_ use: UseID, of peer: PeerID) throws(DeskError<Ledger.Failure>) -> Bool {
    try mustSpeakFor(peer)
    return try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      guard record.use(use) != nil else { throw .unknownUse }
      guard record.bookings.disputes[use] == nil else {
        return Step(happenings: [], answer: false)
      }
      return Step(happenings: [.booking(.disputed(use, day: today))], answer: true)
    }
  }

  /// Notes what an organisation says to a use of theirs that the peer disputes; it removes nothing.
  ///
  /// - Throws: `unknownUse` if the peer disputes no such use of theirs; `notForThisRole`.
  public func answerDispute(
    of use: UseID, of peer: PeerID, words: String?
  ) throws(DeskError<Ledger.Failure>) {
    guard actor.role == .coordinator || actor.role == .custodian else {
      throw .refused(.notForThisRole)
    }
    do throws(DeskError<Ledger.Failure>) {
      try change(peer) { record throws(RegistryError) in
        let today = try self.dayOfDeed(at: record.zone)
        guard let (engagement, _) = record.use(use), record.bookings.disputes[use] != nil,
          self.actor.role == .custodian || self.isTheirs(engagement, in: record)
        else { throw .unknownUse }
        return Step(
          happenings: [
            .booking(
              .disputeAnswered(
                use, organisation: engagement.organisation, words: words, day: today))
          ], answer: ())
      }
    } catch {
      if actor.role == .coordinator, case .refused(.unknownPeer) = error {
        throw .refused(.unknownUse)
      }
      throw error
    }
  }
}

extension PeerRecord {
  /// The engagement that holds a use, and the use's place in it.
  public func use(_ use: UseID) -> (engagement: EngagementRecord, place: Int)? {
    for engagement in engagements {
      if let place = engagement.sessions.firstIndex(where: { $0.use == use }) {
        return (engagement, place)
      }
    }
    return nil
  }
}
