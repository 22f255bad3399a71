/// What became of an attempt that the peer took up.
public enum TakeUpOutcome: Sendable {
  /// It is booked, with the peer's yes.
  case booked(EngagementRecord)
  /// Something still stands against it; the peer reads all of it.
  case denied(Decision)
}

extension Desk {
  /// Takes up a request that was held back: the peer starts it, so it is no ask.
  ///
  /// Decided anew without `ask.*`, and with what the peer has set aside for it; a permit is booked
  /// and answered yes in one step.
  ///
  /// - Throws: `unknownAttempt`, `attemptTakenUp`, `attemptAskedAgain`, `attemptIsPast`,
  ///   `engagementExists`, `onlyThePeer`.
  public func takeUp(
    attempt number: Int, of peer: PeerID, as id: EngagementID? = nil
  ) throws(DeskError<Ledger.Failure>) -> TakeUpOutcome {
    try mustSpeakFor(peer)
    return try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      let attempt = try record.openAttempt(number, on: today)
      let request = attempt.ask.request
      let policy = self.policy(on: today)
      guard let id = id ?? EngagementID(self.newID()), record.engagement(id) == nil else {
        throw .engagementExists
      }
      var standing = record.standing(on: today, policy: policy, for: request)
      var decision = Guard.decide(
        request, standing: standing, policy: policy, today: today, occasion: .takingUp)
      var consents: [Happening] = []
      if record.takesAsFirstAsk(request, refused: decision) {
        // From an organisation whose first asks they take, taking one up is a yes like any other.
        consents = [self.consent(withYesTo: id, request, of: record, policy, on: today)]
        standing = record.applying(consents).standing(
          on: today, policy: policy, for: request, of: id)
        decision = Guard.decide(
          request, standing: standing, policy: policy, today: today, occasion: .takingUp)
      }
      guard let permit = decision.permit else {
        return Step(
          happenings: [],
          answer: .denied(
            self.told(decision, on: request, standing, policy, today: today, occasion: .takingUp)))
      }
      let isExcepted = Guard.needsExceptions(
        request, standing: standing, policy: policy, today: today, occasion: .takingUp)
      var engagement = EngagementRecord(
        takingUp: permit, id: id,
        uses: request.sessions.indices.compactMap { UseID("\(id.text)-\($0 + 1)") },
        home: record.zone, origin: isExcepted ? .excepted : .permitted)
      let happenings: [Happening] =
        [.asked(engagement)] + consents + [
          .answered(id, .yes, day: today),
          .asking(.takenUp(attempt: number, as: id, day: today)),
        ]
      for index in engagement.sessions.indices { engagement.sessions[index].state = .confirmed }
      return Step(happenings: happenings, answer: .booked(engagement))
    }
  }

  /// Sets rules aside for one attempt, from the day after; none at all takes it back.
  ///
  /// Where the organisation is more to the peer than a host, it waits for the independent
  /// contact's word.
  ///
  /// - Returns: the attempt as it then stands.
  /// - Throws: `unknownAttempt`, `attemptTakenUp`, `attemptIsPast`, `notToBeSetAside`,
  ///   `onlyThePeer`.
  public func setAside(
    _ rules: [RuleCode], forAttempt number: Int, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> Attempt {
    if rules.isEmpty { try mustStandByPeer(peer) } else { try mustSpeakFor(peer) }
    return try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      _ = try record.openAttempt(number, on: today)
      guard rules.allSatisfy(\.allowsException) else { throw .notToBeSetAside }
      // It waits a day from when it is recorded: an earlier day can't be claimed for it.
      let now = record.zone.day(at: self.moment.now)
      return try self.attemptStep(
        .exceptionSet(attempt: number, rules: rules, day: max(today, now)), number, record, today)
    }
  }

  /// Records the independent contact's word for what the peer has set aside: by the custodian,
  /// never by the peer.
  ///
  /// - Returns: the attempt as it then stands.
  /// - Throws: `unknownAttempt`, `nothingToConfirm`, `noIndependentContact`, `notForThisRole`.
  public func confirmSetAside(
    forAttempt number: Int, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> Attempt {
    guard actor.role == .custodian else { throw .refused(.notForThisRole) }
    return try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      let attempt = try record.openAttempt(number, on: today)
      guard attempt.waitsForContact else { throw .nothingToConfirm }
      guard let contact = record.independentContact,
        contact.isIndependent(of: attempt.ask.organisation)
      else { throw .noIndependentContact }
      let now = record.zone.day(at: self.moment.now)
      return try self.attemptStep(
        .exceptionConfirmed(attempt: number, day: max(today, now)), number, record, today)
    }
  }

  private func attemptStep(
    _ step: AskingStep, _ number: Int, _ record: PeerRecord, _ today: Day
  ) throws(RegistryError) -> Step<Attempt> {
    var after = record
    after.apply(.asking(step))
    guard let attempt = after.attempt(number, on: today) else { throw .unknownAttempt }
    return Step(happenings: [.asking(step)], answer: attempt)
  }
}

extension PeerRecord {
  /// An attempt that can still be taken up.
  fileprivate func openAttempt(_ number: Int, on today: Day) throws(RegistryError) -> Attempt {
    guard let attempt = attempt(number, on: today) else { throw .unknownAttempt }
    guard attempt.takenUpAs == nil else { throw .attemptTakenUp }
    guard attempt.askedAgainAs == nil else { throw .attemptAskedAgain }
    guard attempt.ask.blockStarts >= today else { throw .attemptIsPast(attempt.ask.blockStarts) }
    return attempt
  }
}

extension Guard {
  /// Whether a permitted request would be refused but for the rules that the peer has set aside.
  static func needsExceptions(
    _ request: UseRequest, standing: Standing, policy: Policy, today: Day,
    occasion: Occasion = .asking
  ) -> Bool {
    guard !standing.exceptions.isEmpty else { return false }
    let inquiry = inquiry(request, standing.withoutExceptions, policy, today, occasion)
    return !findings(inquiry, Block(request, home: standing.zone)).isEmpty
  }
}

extension EngagementRecord {
  /// The booking that a peer makes of a request that was held back: a hold that nobody asked for.
  init(takingUp permit: Permit, id: EngagementID, uses: [UseID], home: Zone, origin: Origin) {
    let held = EngagementRecord(
      holding: permit, id: id, uses: uses, home: home, replyDays: 0, origin: origin)
    self.init(
      id: id, story: held.story, organisation: held.organisation, event: held.event,
      origin: origin, request: held.request, sessions: held.sessions)
  }
}
