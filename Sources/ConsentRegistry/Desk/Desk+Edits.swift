/// What became of an edit.
public enum EditOutcome: Sendable {
  /// It only shortens, drops a session or raises pay: it stands, and nobody has to answer.
  case amended(EngagementRecord)
  /// It was put to the peer; the booking stands as it was until the yes.
  case held(EngagementRecord, Decision)
  /// It was refused, and is listed for the peer, silently; the booking stands as it was.
  case denied(Decision)
  /// It was refused to the one who asks: what they may know of why.
  case toldToAsker(AskerDecision)
}

extension Desk {
  /// Edits a booking by a request that is to replace it, decided with that booking left out.
  ///
  /// It is an ask like any other and needs the peer's answer, unless it only shortens, drops a
  /// session or raises pay. Refusing an edit is no decline.
  ///
  /// - Throws: `unknownEngagement` for a booking that isn't the asker's; `notPossible` if it isn't
  ///   booked any more.
  public func edit(
    _ old: EngagementID, to request: UseRequest, of peer: PeerID, as id: EngagementID? = nil
  ) throws(DeskError<Ledger.Failure>) -> EditOutcome {
    guard actor.role == .coordinator || actor.role == .custodian else {
      throw .refused(.notForThisRole)
    }
    if actor.role == .coordinator, let id = actor.id, id != request.coordinator?.text {
      throw .refused(.notTheirs)
    }
    if actor.role == .coordinator { try count(look(request, at: peer)) }
    return try changeBooking(old, of: peer, nil) { record, booking throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      guard booking.organisation == request.organisation, let before = booking.request else {
        throw .unknownEngagement
      }
      // What is dated back doesn't wake what has lapsed by now.
      let now = record.zone.day(at: self.moment.now)
      let isUntold = self.actor.role == .coordinator && !record.untold(booking, on: now).isEmpty
      guard booking.isBooked(on: now) || isUntold, today < booking.first ?? today else {
        throw .notPossible(nil, possible: [])
      }
      if let amended = booking.amended(to: request, from: before, home: record.zone) {
        // Of a no that isn't told yet there is nothing to change.
        return Step(
          happenings: booking.isBooked(on: now) ? [.booking(.amended(amended, day: today))] : [],
          answer: .amended(amended))
      }
      let policy = self.policy(on: today)
      let seen = record.asTold(to: request.organisation, on: today)
      let without = seen.applying(seen.replaced(booking: old, on: now))
      let standing = without.standing(
        on: today, policy: policy, for: request, of: old, isEdit: true)
      let decision = Guard.decide(
        request, standing: standing, policy: policy, today: today, horizon: self.horizonTold)
      guard let permit = decision.permit else {
        let held = HeldBackAsk(
          organisation: request.organisation, day: today,
          blockStarts: Block(request, home: record.zone).first,
          rules: decision.reasons.map(\.rule), request: request)
        return Step(
          happenings: [.heldBack(held)],
          answer: self.actor.role == .coordinator
            ? .toldToAsker(self.answerForAsker(request, without))
            : .denied(self.told(decision, on: request, standing, policy, today: today)))
      }
      let edit = try self.engagementID(id, in: record)
      let engagement = EngagementRecord(
        holding: permit, id: edit,
        uses: request.sessions.indices.compactMap { UseID("\(edit.text)-\($0 + 1)") },
        home: record.zone, replyDays: policy.merged(with: standing.limits).replyDays,
        origin: Guard.needsExceptions(
          request, standing: standing, policy: policy, today: today) ? .excepted : .permitted,
        // Once its booking has begun there is nothing left to take the place of.
        replyBy: booking.first?.adding(-1), replaces: old)
      // A second edit takes the place of one that still waits.
      return Step(
        happenings: record.editsWaiting(for: old, on: now) + [.asked(engagement)],
        answer: .held(engagement, decision))
    }
  }
}

extension PeerRecord {
  /// What is let go of the booking that an edit takes the place of; nothing if it isn't one.
  func replaced(by edit: EngagementRecord, on today: Day) -> [Happening] {
    edit.replaces.map { replaced(booking: $0, on: today) } ?? []
  }

  /// What is let go of a booking when something takes its place: all that hasn't begun.
  ///
  /// Sessions on 1 and 3 June, changed on 2 June: that of 1 June stays what it is.
  func replaced(booking id: EngagementID, on today: Day) -> [Happening] {
    guard let booking = engagement(id) else { return [] }
    let open = booking.sessions(ableTo: .letGo, on: today).filter {
      today < booking.sessions[$0].first
    }
    return open.isEmpty ? [] : [.released(id, sessions: open, day: today)]
  }
}

extension EngagementRecord {
  /// The booking after an edit that needs no answer, or nothing if it needs one.
  ///
  /// Sessions that the edit leaves out are cancelled by the organiser; they keep their places.
  func amended(to new: UseRequest, from old: UseRequest, home: Zone) -> EngagementRecord? {
    guard new != old, new.asksNoMore(than: old) else { return nil }
    var asked: [AskedSession] = []
    var sessions = sessions
    var left = new.sessions
    for index in sessions.indices {
      guard let place = left.firstIndex(where: { $0.asksNoMore(than: old.sessions[index]) }) else {
        if sessions[index].state.isBooked { sessions[index].state = .cancelledByOrganiser }
        asked.append(old.sessions[index])
        continue
      }
      let session = left.remove(at: place)
      asked.append(session)
      let days = Block.days(of: session.time, in: old.zone, home: home, moved: 0)
      sessions[index] = Session(
        use: sessions[index].use, kind: sessions[index].kind, channel: sessions[index].channel,
        purpose: sessions[index].purpose, audience: sessions[index].audience,
        // Days already counted stay, wherever the peer lives by now.
        first: sessions[index].first,
        last: min(sessions[index].last, max(days.last, sessions[index].first)),
        state: sessions[index].state)
    }
    // A session of the edit that shortens none of the old ones is a new one.
    guard left.isEmpty else { return nil }
    return EngagementRecord(
      id: id, story: story, organisation: organisation, event: event, origin: origin,
      askedOn: askedOn, replyUntil: replyUntil, request: new.with(sessions: asked),
      replaces: replaces, sessions: sessions)
  }
}

extension UseRequest {
  /// Whether everything but the sessions is as it was, with pay at least as high.
  fileprivate func asksNoMore(than old: UseRequest) -> Bool {
    let paysNoLess =
      offer == old.offer
      || (offer.reimbursement == old.offer.reimbursement && offer.inKind == old.offer.inKind
        && offer.unpaid == false && offer.remuneration.isNoLess(than: old.offer.remuneration))
    return paysNoLess && story == old.story && organisation == old.organisation
      && event == old.event && zone == old.zone && purpose == old.purpose && topics == old.topics
      && relations == old.relations && inTheRoom == old.inTheRoom && support == old.support
      && capacity == old.capacity && words.withoutPay == old.words.withoutPay
  }

  fileprivate func with(sessions: [AskedSession]) -> UseRequest {
    UseRequest(
      peer: peer, story: story, organisation: organisation, coordinator: coordinator,
      event: event, zone: zone, sessions: sessions, purpose: purpose, topics: topics,
      relations: relations, inTheRoom: inTheRoom, support: support, offer: offer,
      capacity: capacity, words: words)
  }
}

extension RequestWords {
  fileprivate var withoutPay: RequestWords {
    RequestWords(
      eventName: eventName, place: place, aim: aim, noStoryConsidered: noStoryConsidered,
      supportPerson: supportPerson, preparation: preparation)
  }
}

extension AskedSession {
  /// Whether it is the same session, at most as long.
  fileprivate func asksNoMore(than old: AskedSession) -> Bool {
    guard channel == old.channel, purpose == old.purpose, audience == old.audience,
      attribution == old.attribution
    else { return false }
    switch (time, old.time) {
    case (
      .telling(let start, let minutes, let recorded), .telling(let was, let long, let wasRecorded)
    ):
      return start == was && minutes <= long && recorded == wasRecorded
    default: return time == old.time
    }
  }
}

extension Money? {
  fileprivate func isNoLess(than old: Money?) -> Bool {
    guard let old else { return self != nil }
    guard let new = self else { return false }
    return new.currency == old.currency && new.minor >= old.minor
  }
}
