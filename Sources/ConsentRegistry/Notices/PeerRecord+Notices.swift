extension PeerRecord {
  /// The notices that something gives rise to, worked out on the record as it stood just before.
  ///
  /// Asked on 1 May with an answer due through 8 May, there are three: to the peer on 1 May, that
  /// an ask waits; to the peer on 7 May, that the time ends, if they want reminders then; and to
  /// whoever asked on 9 May, that it isn't available, if it has lapsed by then. So no job has to
  /// watch the days: what a notice rests on is looked at when it is about to be sent.
  ///
  /// What became of a booking the peer is told if a coordinator has said so: from then on a telling
  /// rests them, or counts for nothing. What comes over from another record has happened before and
  /// gives rise to none; of that, what hasn't been told yet waits from the joining on.
  ///
  /// - Parameters:
  ///   - happening: what is about to be added.
  ///   - role: in which role somebody adds it.
  /// - Returns: what is to be told to whom.
  public func notices(causedBy happening: Happening, by role: Actor.Role? = nil) -> [Notice] {
    guard !joining.isRunning || happening.isJoined else { return [] }
    return switch happening {
    case .record(.joined(_, let untold, _)): untold
    // The yes to a change has told it already: the new booking stands in this one's place.
    case .released(let id, _, _) where isReplaced(id): []
    case .asked(let engagement): asked(engagement)
    case .answered(let id, .yes, let day), .booking(.answeredInPart(let id, _, let day)):
      toAsker(.confirmed, of: id, due: day)
    case .answered(let id, _, let day): declined(id, on: day)
    case .released(let id, let sessions, let day): released(id, sessions, on: day)
    case .booking(.cancelledByPeer(let id, _, let day)):
      toAsker(.noLongerAvailable, of: id, due: day)
    // Of what the peer has refused there is nothing to tell them.
    case .booking(.cancelledByOrganiser(let id, let sessions, _))
    where !isAnyBooked(sessions, of: id): []
    case .booking(.cancelledByOrganiser(let id, _, let day)):
      toPeer(.cancelledByOrganiser, engagement(id), due: day)
    case .booking(.amended(let engagement, let day)):
      toPeer(.bookingChanged, engagement, due: day)
    case .completed(let id, _, let day), .booking(.endedEarly(let id, _, let day)),
      .booking(.didNotTakePlace(let id, _, let day)):
      role == .coordinator ? toPeer(.bookingClosed, engagement(id), due: day) : []
    case .placing(.removalOpened(let id, let day, _)): removalAsked(id, on: day)
    case .work(.offered(let offer)):
      [
        Notice(
          .workOffered, to: .init(.peer, peer.text), organisation: offer.organisation,
          engagement: nil, due: offer.offeredOn)
      ]
    case .work(.answered(let id, .yes, let day)): workAccepted(id, on: day)
    default: []
    }
  }

  private func removalAsked(_ id: PlacementID, on day: Day) -> [Notice] {
    guard let placement = placements[id]?.placement, let holder = placement.holder else {
      return []
    }
    return [
      Notice(
        .removalAsked, to: .init(.holder, holder.text), organisation: placement.organisation,
        engagement: nil, due: day)
    ]
  }

  /// Of an offer's no or lapse nobody is told.
  private func workAccepted(_ id: WorkOfferID, on day: Day) -> [Notice] {
    guard let offer = work[id]?.offer, let coordinator = offer.coordinator else { return [] }
    return [
      Notice(
        .workAccepted, to: .init(.coordinator, coordinator.text),
        organisation: offer.organisation, engagement: nil, due: day)
    ]
  }

  private func asked(_ engagement: EngagementRecord) -> [Notice] {
    guard let asked = engagement.askedOn else { return [] }
    var notices = toPeer(.askWaiting, engagement, due: asked)
    guard let replyUntil = engagement.replyUntil else { return notices }
    let dayBefore = replyUntil.adding(-1)
    if asked < dayBefore { notices += toPeer(.replyEnds, engagement, due: dayBefore) }
    return notices
      + toAsker(.notAvailable, of: engagement, due: replyUntil.adding(1), onlyIfLapsed: true)
  }

  /// A no is told at once, or with the lapses of that day if the peer prefers.
  private func declined(_ id: EngagementID, on day: Day) -> [Notice] {
    guard let engagement = engagement(id) else { return [] }
    let end = reach.tellsNoesAtTheEnd ? engagement.replyUntil?.adding(1) : nil
    return toAsker(.notAvailable, of: engagement, due: max(day, end ?? day))
  }

  private func released(_ id: EngagementID, _ sessions: [Int], on day: Day) -> [Notice] {
    guard let engagement = engagement(id) else { return [] }
    let states = sessions.filter(engagement.sessions.indices.contains)
      .map { engagement.sessions[$0].state }
    if states.contains(.confirmed) { return toAsker(.noLongerAvailable, of: engagement, due: day) }
    return states.contains(.held) ? toAsker(.notAvailable, of: engagement, due: day) : []
  }

  private func toPeer(
    _ code: Notice.Code, _ engagement: EngagementRecord?, due day: Day
  ) -> [Notice] {
    guard let engagement else { return [] }
    return [
      Notice(
        code, to: .init(.peer, peer.text), organisation: engagement.organisation,
        engagement: engagement.id, due: day)
    ]
  }

  private func toAsker(_ code: Notice.Code, of id: EngagementID, due day: Day) -> [Notice] {
    engagement(id).map { toAsker(code, of: $0, due: day) } ?? []
  }

  private func toAsker(
    _ code: Notice.Code, of engagement: EngagementRecord, due day: Day, onlyIfLapsed: Bool = false
  ) -> [Notice] {
    guard let asker = engagement.request?.coordinator else { return [] }
    // Whoever asks for the first time learns of a yes and of what follows it, never of a no.
    guard code != .notAvailable || [.permitted, .excepted].contains(engagement.origin) else {
      return []
    }
    return [
      Notice(
        code, to: .init(.coordinator, asker.text), organisation: engagement.organisation,
        engagement: engagement.id, due: day, onlyIfLapsed: onlyIfLapsed)
    ]
  }
}

extension PeerRecord {
  /// Whether a notice may go out on a day: it still holds, its day has come, and no pause runs.
  ///
  /// A pause from 2 to 20 May keeps a notice of 1 May back until 21 May; if the ask has lapsed by
  /// then, there is nothing left to tell.
  public func readiness(of notice: Notice, on today: Day) -> Notice.Readiness {
    let engagement = notice.engagement.flatMap(engagement)
    func any(_ state: SessionState) -> Bool {
      engagement?.sessions.contains { engagement?.state(of: $0, on: today) == state } ?? false
    }
    switch notice.code {
    case .askWaiting, .replyEnds: if !any(.held) { return .never }
    case .workOffered: if !isWorkWaiting(notice, on: today) { return .never }
    case .notAvailable where notice.onlyIfLapsed:
      if !any(.held), !any(.lapsed) { return .never }
    default: break
    }
    guard notice.due <= today else { return .later }
    if notice.code == .replyEnds, !reach.wantsReminders { return .never }
    let isPaused = pauses.contains { $0.touches(today, today) }
    return notice.reader.role == .peer && isPaused ? .later : .now
  }

  private func isWorkWaiting(_ notice: Notice, on today: Day) -> Bool {
    work.items.contains {
      $0.offer.organisation == notice.organisation && $0.offer.offeredOn == notice.due
        && !$0.isSilent && $0.state(on: today) == .waiting
    }
  }
}

extension Happening {
  /// Whether it says that another record has come over.
  fileprivate var isJoined: Bool { if case .record(.joined) = self { true } else { false } }
}

extension PeerRecord {
  /// Whether one of a booking's sessions is still asked for or agreed, as far as entries say.
  fileprivate func isAnyBooked(_ sessions: [Int], of id: EngagementID) -> Bool {
    guard let all = engagement(id)?.sessions else { return false }
    return sessions.contains { all.indices.contains($0) && all[$0].state.isBooked }
  }
}
