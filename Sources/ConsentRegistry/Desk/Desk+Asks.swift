/// What became of a request.
public enum AskOutcome: Sendable {
  /// The permit was put to the peer: the hold it placed, and the decision.
  case held(EngagementRecord, Decision)
  /// It was refused, and is listed for the peer, silently.
  case denied(Decision)
  /// It wasn't put to the peer as asked; this is all that the one who asks may know.
  case toldToAsker(AskerDecision)
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
  ///
  /// - Throws: `checkedTooOften` to one who asks about too many days, before anything is decided;
  ///   `notTheirs`, `notForThisRole`, `engagementExists`; `unknownPeer` to the custodian alone.
  public func ask(
    _ request: UseRequest, of peer: PeerID, as id: EngagementID? = nil
  ) throws(DeskError<Ledger.Failure>) -> AskOutcome {
    guard actor.role == .coordinator || actor.role == .custodian else {
      throw .refused(.notForThisRole)
    }
    if actor.role == .coordinator, let id = actor.id, id != request.coordinator?.text {
      throw .refused(.notTheirs)
    }
    try refusing { () throws(RegistryError) in try mustActFor(request.organisation) }
    var look: Look?
    if actor.role == .coordinator {
      let asked = self.look(request, at: peer)
      // To one who asks, an unknown peer reads like one who never consented to them.
      guard try read(peer) != nil else {
        try count(asked)
        return .toldToAsker(answerForAsker(request, nil))
      }
      look = asked
    }
    do throws(DeskError<Ledger.Failure>) {
      return try decide(request, of: peer, as: id, counting: look)
    } catch {
      // What is refused besides, such as an id that is taken, is a look all the same.
      if let look, case .refused = error { try count(look) }
      throw error
    }
  }

  private func decide(
    _ request: UseRequest, of peer: PeerID, as id: EngagementID?, counting look: Look?
  ) throws(DeskError<Ledger.Failure>) -> AskOutcome {
    try change(peer, counting: look) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      let policy = self.policy(on: today)
      let seen = record.asTold(to: request.organisation, on: today)
      let standing = seen.standing(on: today, policy: policy, for: request)
      let decision = Guard.decide(
        request, standing: standing, policy: policy, today: today, horizon: self.horizonTold)
      guard let permit = decision.permit else {
        let answer: AskOutcome =
          self.actor.role == .coordinator
          ? .toldToAsker(self.answerForAsker(request, record))
          : .denied(self.told(decision, on: request, standing, policy, today: today))
        let whole = Guard.decide(
          request, standing: record.standing(on: today, policy: policy, for: request),
          policy: policy, today: today, horizon: 0)
        if record.takesAsFirstAsk(request, refused: decision),
          record.takesAsFirstAsk(request, refused: whole)
        {
          // Whether it goes or is held back, what is told of it is the same.
          let first = try self.firstAsk(request, of: record, standing, policy, today: today)
          return Step(happenings: [.asked(first)], answer: answer)
        }
        let held = HeldBackAsk(
          organisation: request.organisation, day: today,
          blockStarts: Block(request, home: record.zone).first,
          // The peer reads all that stood in its way, and not only what the asker may know of.
          rules: (whole.permit == nil ? whole : decision).reasons.map(\.rule), request: request)
        return Step(happenings: [.heldBack(held)], answer: answer)
      }
      let engagementID = try self.engagementID(id, in: record)
      let engagement = EngagementRecord(
        holding: permit, id: engagementID,
        uses: request.sessions.indices.compactMap { UseID("\(engagementID.text)-\($0 + 1)") },
        home: record.zone, replyDays: policy.merged(with: standing.limits).replyDays,
        origin: Guard.needsExceptions(
          request, standing: standing, policy: policy, today: today) ? .excepted : .permitted)
      return Step(happenings: [.asked(engagement)], answer: .held(engagement, decision))
    }
  }

  /// How far ahead to look for a day that would pass: one who asks is answered apart, and isn't
  /// told of it.
  var horizonTold: Int { actor.role == .coordinator ? 0 : Guard.horizon }

  /// The id of a new ask: the one that was chosen, or a new one.
  ///
  /// To one who asks, an id that is taken isn't told of: it may be another organisation's.
  func engagementID(
    _ chosen: EngagementID?, in record: PeerRecord
  ) throws(RegistryError) -> EngagementID {
    let taken = chosen.flatMap { record.engagement($0) }
    if let chosen, taken == nil { return chosen }
    let isHidden =
      actor.role == .coordinator && taken.map { !isTheirs($0, in: record) } ?? true
    guard chosen == nil || isHidden, let made = EngagementID(newID()),
      record.engagement(made) == nil
    else { throw .engagementExists }
    return made
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
    let standing = record.standing(on: today, policy: policy, for: request)
    let decision = Guard.decide(request, standing: standing, policy: policy, today: today)
    return told(decision, on: request, standing, policy, today: today)
  }

  /// Takes a peer's answer to an ask; a yes is decided anew, with the hold itself left out.
  ///
  /// A yes may be to some sessions only; the others are let go, and that is no decline.
  public func answer(
    _ answer: Answer, to id: EngagementID, only sessions: [Int]? = nil, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> ConfirmOutcome {
    if answer == .yes { try mustSpeakFor(peer) } else { try mustStandByPeer(peer) }
    let mayKnowState = actor.role == .peer
    return try change(peer) { record throws(RegistryError) in
      guard let engagement = record.engagement(id) else { throw .unknownEngagement }
      let today = try self.dayOfDeed(at: record.zone)
      // Silence is no: an answer entered late doesn't wake what has lapsed by now.
      let now = record.zone.day(at: self.moment.now)
      let states = engagement.sessions.map { engagement.state(of: $0, on: now) }
      guard states.contains(.held) else { throw .notWaiting(mayKnowState ? states.first : nil) }
      // Sessions let go since the ask are no part of the question any more.
      let held = engagement.sessions.indices.filter { states[$0] == .held }
      let accepted = sessions ?? held
      guard accepted.allSatisfy(engagement.sessions.indices.contains) else {
        throw .unknownSession(of: engagement.sessions.count)
      }
      guard !accepted.isEmpty, accepted.allSatisfy(held.contains) else {
        throw .notWaiting(mayKnowState ? states.first : nil)
      }
      var consents: [Happening] = []
      if answer == .yes, let request = engagement.request?.keeping(sessions: accepted) {
        let policy = self.policy(on: today)
        consents = self.consents(withYesTo: engagement, request, of: record, policy, on: today)
        // An edit takes the place of what of its booking has not begun.
        let standing = record.applying(consents + record.replaced(by: engagement, on: now))
          .standing(on: today, policy: policy, for: engagement.request, of: id)
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
      var happenings: [Happening] = []
      happenings += consents
      happenings.append(
        answer == .yes && accepted != held
          ? .booking(.answeredInPart(id, sessions: accepted, day: today))
          : .answered(id, answer, day: today))
      // After the yes, so that nobody is told of an end where something has taken its place.
      if answer == .yes { happenings += record.replaced(by: engagement, on: now) }
      let after = record.applying(happenings)
      return Step(happenings: happenings, answer: .answered(after.engagement(id) ?? engagement))
    }
  }

  /// The engagement that an event's id, or its own id, points at.
  ///
  /// A coordinator finds only what they have asked for.
  ///
  /// - Throws: `unknownEngagement`, or `severalEngagements` if the event has more than one waiting.
  public func engagement(
    of peer: PeerID, id: EngagementID?, event: EventID?
  ) throws(DeskError<Ledger.Failure>) -> EngagementID {
    let isAsker = actor.role == .coordinator
    let place = try placeOfBookings(askedUnder: peer)
    guard let record = isAsker ? try read(place) : try recordForReading(of: peer) else {
      throw .refused(.unknownEngagement)
    }
    let today = moment.today(in: record.zone)
    let known =
      isAsker
      ? record.engagements.filter {
        isTheirs($0, in: record) && isFound($0, in: record, under: peer)
      } : record.engagements
    if let id {
      guard known.contains(where: { $0.id == id }) else { throw .refused(.unknownEngagement) }
      return id
    }
    let fitting = known.filter { engagement in
      engagement.event == event
        && engagement.isBooked(on: today)
    }
    guard let one = fitting.first ?? known.last(where: { $0.event == event }) else {
      throw .refused(.unknownEngagement)
    }
    guard fitting.count < 2 else { throw .refused(.severalEngagements) }
    return one.id
  }
}
