/// What became of a request.
public enum AskOutcome: Sendable {
  /// The permit was put to the peer: the hold it placed, and the decision.
  case held(EngagementRecord, Decision)
  /// It was refused, and is listed for the peer, silently.
  case denied(Decision)
}

/// What became of a peer's yes.
public enum ConfirmOutcome: Sendable {
  /// The answer stands.
  case answered(EngagementRecord)
  /// The guard, asked anew, refuses; the hold stands until it lapses.
  case denied(Decision)
}

extension Desk {
  /// Decides a request and, on a permit, puts it to the peer: a hold, under the id that the asker
  /// has chosen, if any.
  public func ask(
    _ request: UseRequest, of peer: PeerID, as id: EngagementID? = nil
  ) throws(DeskError<Ledger.Failure>) -> AskOutcome {
    guard actor.role == .coordinator || actor.role == .custodian else {
      throw .refused(.notForThisRole)
    }
    if actor.role == .coordinator, let id = actor.id, id != request.coordinator?.text {
      throw .refused(.notTheirs)
    }
    return try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      let policy = self.policy(on: today)
      let standing = record.standing(on: today, policy: policy)
      let decision = Guard.decide(request, standing: standing, policy: policy, today: today)
      guard let permit = decision.permit else {
        let held = HeldBackAsk(
          organisation: request.organisation, day: today,
          blockStarts: Block(request, home: record.zone).first,
          rules: decision.reasons.map(\.rule), request: request)
        return Step(
          happenings: [.heldBack(held)],
          answer: .denied(self.told(decision, on: request, standing, policy, today: today)))
      }
      guard let engagementID = id ?? EngagementID(self.newID()),
        record.engagement(engagementID) == nil
      else { throw .engagementExists }
      let engagement = EngagementRecord(
        holding: permit, id: engagementID,
        uses: request.sessions.indices.compactMap { UseID("\(engagementID.text)-\($0 + 1)") },
        home: record.zone, replyDays: policy.merged(with: standing.limits).replyDays,
        origin: .permitted)
      return Step(happenings: [.asked(engagement)], answer: .held(engagement, decision))
    }
  }

  /// Decides a request without putting it to the peer and without leaving a trace.
  ///
  /// The peer reads all of it; to the custodian what the peer has chosen reads "own choice".
  public func check(
    _ request: UseRequest, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> Decision {
    let record = try recordForReading(of: peer)
    let today = moment.today(in: record.zone)
    let policy = policy(on: today)
    let standing = record.standing(on: today, policy: policy)
    let decision = Guard.decide(request, standing: standing, policy: policy, today: today)
    return told(decision, on: request, standing, policy, today: today)
  }

  /// Decides a request for the one who asks: the same verdict, with nothing private.
  ///
  /// An unknown peer, and one with no consent left that names this organisation, read alike: both
  /// are answered as if nothing were known of them.
  public func checkForAsker(
    _ request: UseRequest, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> AskerDecision {
    let record = try read(peer)
    let known = record.flatMap { $0.isKnown(to: request.organisation) ? $0 : nil }
    let home = known?.zone ?? request.zone
    let today = moment.today(in: home)
    let policy = policy(on: today)
    let standing = known?.standing(on: today, policy: policy) ?? Standing(zone: home)
    return Guard.decideForAsker(request, standing: standing, policy: policy, today: today)
  }

  /// Takes a peer's answer to an ask; a yes is decided anew, with the hold itself left out.
  public func answer(
    _ answer: Answer, to id: EngagementID, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> ConfirmOutcome {
    if answer == .yes { try mustSpeakFor(peer) } else { try mustStandByPeer(peer) }
    let mayKnowState = actor.role == .peer
    return try change(peer) { record throws(RegistryError) in
      guard var engagement = record.engagement(id) else { throw .unknownEngagement }
      let today = try self.dayOfDeed(at: record.zone)
      // Silence is no: an answer entered late doesn't wake what has lapsed by now.
      let now = record.zone.day(at: self.moment.now)
      let states = engagement.sessions.map { engagement.state(of: $0, on: now) }
      guard states.contains(.held) else { throw .notWaiting(mayKnowState ? states.first : nil) }
      // Sessions let go since the ask are no part of the question any more.
      let held = engagement.sessions.indices.filter { states[$0] == .held }
      if answer == .yes, let request = engagement.request?.keeping(sessions: held) {
        let policy = self.policy(on: today)
        let standing = record.standing(on: today, policy: policy)
        let occasion = Guard.Occasion.confirming(id, isKept: record.kept.contains(id))
        let decision = Guard.decide(
          request, standing: standing, policy: policy, today: today, occasion: occasion)
        if decision.permit == nil {
          return Step(
            happenings: [],
            answer: .denied(
              self.told(
                decision, on: request, standing, policy, today: today, occasion: occasion)))
        }
      }
      for index in engagement.sessions.indices where engagement.sessions[index].state == .held {
        engagement.sessions[index].state = answer == .yes ? .confirmed : .declined
      }
      return Step(
        happenings: [.answered(id, answer, day: today)], answer: .answered(engagement))
    }
  }

  /// Notes that the sessions of an engagement took place as booked, up to today.
  public func complete(
    _ id: EngagementID, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> EngagementRecord {
    try mustSpeakFor(peer)
    // How an ask ended is the peer's own matter; whoever asked learns that it isn't booked.
    let mayKnowState = actor.role == .peer
    return try change(peer) { record throws(RegistryError) in
      guard var engagement = record.engagement(id) else { throw .unknownEngagement }
      let today = try self.dayOfDeed(at: record.zone)
      let booked = engagement.sessions.indices.filter {
        engagement.sessions[$0].state == .confirmed
      }
      guard !booked.isEmpty else {
        throw .notBooked(
          mayKnowState
            ? engagement.sessions.first.map { engagement.state(of: $0, on: today) } : nil)
      }
      let over = booked.filter { engagement.sessions[$0].first <= today }
      guard !over.isEmpty else {
        throw .notOverYet(booked.map { engagement.sessions[$0].last }.max() ?? today)
      }
      for index in over { engagement.sessions[index].state = .completed }
      return Step(
        happenings: [.completed(id, sessions: over, day: today)], answer: engagement)
    }
  }

  /// The engagement that an event's id, or its own id, points at.
  ///
  /// - Throws: `unknownEngagement`, or `severalEngagements` if the event has more than one waiting.
  public func engagement(
    of peer: PeerID, id: EngagementID?, event: EventID?
  ) throws(DeskError<Ledger.Failure>) -> EngagementID {
    let record = try recordForReading(of: peer)
    if let id {
      guard record.engagement(id) != nil else { throw .refused(.unknownEngagement) }
      return id
    }
    let today = moment.today(in: record.zone)
    let fitting = record.engagements.filter { engagement in
      engagement.event == event
        && engagement.isBooked(on: today)
    }
    guard let one = fitting.first ?? record.engagements.last(where: { $0.event == event }) else {
      throw .refused(.unknownEngagement)
    }
    guard fitting.count < 2 else { throw .refused(.severalEngagements) }
    return one.id
  }
}
