/// Whose cancellation is recorded.
public enum CancelledBy: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  case peer, organiser
}

extension Desk {
  /// Notes that sessions of a booking took place, up to today; all that are over unless some are named.
  ///
  /// - Throws: `notPossible` with what is possible now; `onlyThePeer`; `unknownEngagement`.
  public func complete(
    _ id: EngagementID, only sessions: [Int]? = nil, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> EngagementRecord {
    try move(id, .complete, only: sessions, of: peer) { .completed(id, sessions: $0, day: $1) }
  }

  /// Notes that a session had to be broken off: it counts whole, and the rest of its block is let go.
  ///
  /// No reason is kept.
  ///
  /// - Throws: `notPossible` with what is possible now; `onlyThePeer`; `unknownEngagement`.
  public func endEarly(
    _ id: EngagementID, session: Int, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> EngagementRecord {
    try move(id, .endEarly, only: [session], of: peer) {
      .booking(.endedEarly(id, session: session, day: $1))
    }
  }

  /// Notes that booked sessions did not take place: nothing counts, and no reason is kept.
  ///
  /// - Throws: `notPossible` with what is possible now; `onlyThePeer`; `unknownEngagement`.
  public func missOut(
    _ id: EngagementID, only sessions: [Int]? = nil, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> EngagementRecord {
    try move(id, .missOut, only: sessions, of: peer) {
      .booking(.didNotTakePlace(id, sessions: $0, day: $1))
    }
  }

  /// Cancels sessions of a booking; all that are still to come unless some are named.
  ///
  /// A coordinator cancels as the organiser, and everybody else as the peer; the custodian may
  /// record either. The peer's cancelling keeps no reason and starts no quiet period.
  ///
  /// - Throws: `notPossible` with what is possible now; `onlyThePeer`; `unknownEngagement`.
  public func cancel(
    _ id: EngagementID, only sessions: [Int]? = nil, of peer: PeerID, by whom: CancelledBy
  ) throws(DeskError<Ledger.Failure>) -> EngagementRecord {
    switch whom {
    case .peer:
      try move(id, .cancelByPeer, only: sessions, of: peer) {
        .booking(.cancelledByPeer(id, sessions: $0, day: $1))
      }
    case .organiser:
      try move(id, .cancelByOrganiser, only: sessions, of: peer) {
        .booking(.cancelledByOrganiser(id, sessions: $0, day: $1))
      }
    }
  }

  /// Takes one step of the state machine, for whoever may take it.
  private func move(
    _ id: EngagementID, _ step: SessionMove, only sessions: [Int]?, of peer: PeerID,
    _ happening: ([Int], Day) -> Happening
  ) throws(DeskError<Ledger.Failure>) -> EngagementRecord {
    try changeBooking(id, of: peer, step) { record, engagement throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      let now = record.zone.day(at: self.moment.now)
      let able = engagement.sessions(ableTo: step, on: today, recordedOn: now)
      // A no that isn't told yet reads "waiting": to cancel it must read as it would if it were.
      let untold =
        step == .cancelByOrganiser && self.actor.role == .coordinator
        ? record.untold(engagement, on: now) : []
      let wanted = sessions ?? (able + untold)
      guard wanted.allSatisfy(engagement.sessions.indices.contains) else {
        throw .unknownSession(of: engagement.sessions.count)
      }
      guard !wanted.isEmpty, wanted.allSatisfy({ able.contains($0) || untold.contains($0) })
      else { throw self.notPossible(engagement, of: record, at: sessions?.first ?? 0, on: today) }
      let happening = happening(wanted, today)
      var after = record
      after.apply(happening)
      // An edit that waits has nothing left to replace once its booking has ended.
      let edits =
        after.engagement(id).map { $0.isBooked(on: today) } == true
        ? [] : record.editsWaiting(for: id, on: now)
      return Step(
        happenings: [happening] + edits, answer: after.engagement(id) ?? engagement)
    }
  }

  /// Says where a booking stands and what is possible now, as far as whoever acts may know it.
  ///
  /// How an ask ended is the peer's own matter; whoever asked learns what can be done with what is
  /// agreed, and nothing of the rest.
  private func notPossible(
    _ engagement: EngagementRecord, of record: PeerRecord, at place: Int, on today: Day
  ) -> RegistryError {
    var possible = engagement.possibleMoves(on: today)
    guard actor.role == .peer else {
      let organisers: [SessionMove] = [.complete, .endEarly, .missOut, .cancelByOrganiser]
      if !record.untold(engagement, on: today).isEmpty, !possible.contains(.cancelByOrganiser) {
        possible.append(.cancelByOrganiser)
      }
      return .notPossible(nil, possible: possible.filter(organisers.contains))
    }
    return .notPossible(
      engagement.sessions.indices.contains(place)
        ? engagement.state(of: engagement.sessions[place], on: today) : nil,
      possible: possible.filter { $0 != .cancelByOrganiser })
  }

  /// Changes one booking; a coordinator only one of their own, and to them a peer who isn't there
  /// reads like a booking that isn't.
  func changeBooking<Answer>(
    _ id: EngagementID, of peer: PeerID, _ step: SessionMove?,
    _ work: (PeerRecord, EngagementRecord) throws(RegistryError) -> Step<Answer>
  ) throws(DeskError<Ledger.Failure>) -> Answer {
    do throws(DeskError<Ledger.Failure>) {
      switch (actor.role, step) {
      case (.coordinator, .cancelByPeer): throw .refused(.onlyThePeer)
      case (.coordinator, _): break
      case (.peer, .cancelByOrganiser), (.supporter, .cancelByOrganiser):
        throw .refused(.notForThisRole)
      case (_, .cancelByPeer): try mustStandByPeer(peer)
      default: try mustSpeakFor(peer)
      }
      return try change(placeOfBookings(askedUnder: peer)) { record throws(RegistryError) in
        guard let engagement = record.engagement(id),
          self.isFound(engagement, in: record, under: peer)
        else { throw .unknownEngagement }
        if self.actor.role == .coordinator {
          guard self.isTheirs(engagement, in: record) else { throw .unknownEngagement }
        }
        return try work(record, engagement)
      }
    } catch {
      if actor.role == .coordinator, case .refused(.unknownPeer) = error {
        throw .refused(.unknownEngagement)
      }
      throw error
    }
  }

  /// Whether an engagement is one that a coordinator may act for, and may know of by now.
  func isTheirs(_ engagement: EngagementRecord, in record: PeerRecord) -> Bool {
    do throws(RegistryError) { try mustActFor(engagement) } catch { return false }
    return record.isKnownToAsker(engagement)
  }
}

extension PeerRecord {
  /// The sessions, by place, that the peer has declined and that the asker still reads as waiting.
  func untold(_ engagement: EngagementRecord, on today: Day) -> [Int] {
    engagement.sessions.indices.filter {
      let session = engagement.sessions[$0]
      return told(session, of: engagement, on: today) == .waiting
        && engagement.state(of: session, on: today) != .held
    }
  }

  /// The edits of a booking that still wait for an answer, let go.
  func editsWaiting(for id: EngagementID, on today: Day) -> [Happening] {
    engagements.compactMap { edit in
      guard edit.replaces == id else { return nil }
      let held = edit.sessions.indices.filter {
        edit.state(of: edit.sessions[$0], on: today) == .held
      }
      return held.isEmpty ? nil : .released(edit.id, sessions: held, day: today)
    }
  }
}
