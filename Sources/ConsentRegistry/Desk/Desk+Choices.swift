/// What a pause has let go.
public struct LetGo: Hashable, Sendable {
  /// Each engagement with the sessions released.
  public let engagements: [EngagementID]
  /// What lies inside it as well, and is kept at the peer's wish.
  public var kept: [EngagementID] = []
}

extension Desk {
  /// The last day on which a consent may begin after it is given, in days.
  public static var consentBeginsWithin: Int { 90 }

  /// Adds a peer; throws `peerExists` if one of that id is there.
  public func addPeer(
    _ peer: PeerID, home: Zone, words: PeerWords
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    let draft = Draft(
      PeerRecord(peer: peer), [.peerAdded(zone: home, isClaimed: true, words: words)])
    guard try read(peer) == nil, try add(draft) else { throw .refused(.peerExists) }
  }

  /// Notes what the peer says, or the custodian at their word: home, ties, contact, waivers, stories, readiness.
  public func note(
    _ happening: Happening, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { _ throws(RegistryError) in Step(happenings: [happening], answer: ()) }
  }

  /// Notes for the peer alone a day on which they told their story elsewhere; it rests them too.
  public func noteToldElsewhere(
    on day: Day, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      guard day <= today else { throw .inTheFuture(today: today) }
      return Step(happenings: [.toldElsewhere(day: day)], answer: ())
    }
  }

  /// Sets the day before which the peer isn't ready; a supporter may only put it off further.
  ///
  /// On 9 May, "not before 1 May" would protect nothing, and feel as if it did.
  /// - Throws: `readinessIsOver` for a day that is over; `onlyThePeer`.
  public func setReadiness(
    notBefore day: Day?, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try mustStandByPeer(peer)
    let onlyTightens = actor.role == .supporter
    try change(peer) { record throws(RegistryError) in
      if onlyTightens {
        guard let day, day >= record.notBefore ?? day else { throw .onlyThePeer }
      }
      let today = record.zone.day(at: self.moment.now)
      if let day, day < today { throw .readinessIsOver(today: today) }
      return Step(happenings: [.readinessSet(notBefore: day)], answer: ())
    }
  }

  /// Records a consent, if its days and sides are such as a consent may have.
  public func grant(
    _ consent: Consent, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      let policy = self.policy(on: today)
      let terms = policy.merged(with: record.limits.inForce(on: today, over: policy)).consent
      guard record.boundaries[consent.story] != nil else { throw .unknownStory }
      if let id = consent.id, record.consents.contains(where: { $0.id == id }) {
        throw .consentExists
      }
      guard !consent.purposes.isEmpty, !consent.channels.isEmpty, !consent.audiences.isEmpty,
        !consent.organisations.isEmpty
      else { throw .consentGrantsNothing }
      guard consent.given <= today else { throw .inTheFuture(today: today) }
      guard consent.from <= consent.until else { throw .consentEndsBeforeItBegins }
      let latest = consent.from.addingMonths(terms.maxMonths)
      guard consent.until <= latest else { throw .consentTooLong(latest: latest) }
      let latestBegin = consent.given.adding(Desk.consentBeginsWithin)
      guard consent.from <= latestBegin else { throw .consentBeginsTooLate(latest: latestBegin) }
      return Step(happenings: [.consented(consent)], answer: ())
    }
  }

  /// Records a pause, and lets go what is booked inside it, except what the peer keeps.
  public func pause(
    _ pause: Pause, keeping kept: Set<EngagementID> = [], by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> LetGo {
    try mustStandByPeer(peer)
    return try change(peer) { record throws(RegistryError) in
      try self.pausing(pause, keeping: kept, from: record)
    }
  }

  /// What a pause would let go and keep; nothing is changed.
  ///
  /// - Throws: what `pause` throws.
  public func whatWouldBeLetGo(
    by pause: Pause, keeping kept: Set<EngagementID> = [], of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> LetGo {
    let record = try recordForReading(of: peer)
    do throws(RegistryError) {
      let step = try pausing(pause, keeping: kept, from: record)
      _ = try heard(step.happenings, on: record)
      return step.answer
    } catch {
      throw .refused(error)
    }
  }

  private func pausing(
    _ pause: Pause, keeping kept: Set<EngagementID>, from record: PeerRecord
  ) throws(RegistryError) -> Step<LetGo> {
    if let until = pause.until, until < pause.from { throw .pauseEndsBeforeItBegins }
    guard kept.allSatisfy({ record.engagement($0) != nil }) else { throw .unknownEngagement }
    let releases = record.sessionsInside(pause, at: moment.now, keeping: kept)
    var letGo = LetGo(releases)
    letGo.kept = LetGo(record.sessionsInside(pause, at: moment.now)).engagements
      .filter(kept.contains)
    return Step(happenings: [.paused(pause, keeping: kept.sorted())] + releases, answer: letGo)
  }

  /// Lifts every pause that runs or is to come.
  public func liftPause(of peer: PeerID) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      guard record.pauses.contains(where: { $0.until ?? today >= today }) else { throw .noPause }
      return Step(happenings: [.pauseLifted(day: today)], answer: ())
    }
  }

  /// Sets some of a peer's own limits; a value of nothing gives the own value up.
  ///
  /// Whether the peer refuses to speak where people they serve or are looked after by will be is
  /// left as it is if nothing is said of it.
  public func setLimits(
    _ values: [(term: Term, value: Double?)], refusesInTheRoom: Bool? = nil, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> PeerRecord {
    try mustStandByPeer(peer)
    let onlyTightens = actor.role == .supporter
    return try change(peer) { record throws(RegistryError) in
      var limits = record.limits.latest
      for (term, value) in values { limits[term] = value }
      if onlyTightens {
        let today = try self.dayOfDeed(at: record.zone)
        let policy = self.policy(on: today)
        let before = policy.merged(with: record.limits.inForce(on: today, over: policy))
        let after = policy.merged(with: limits)
        guard !after.isLooser(than: before), refusesInTheRoom != false else {
          throw .onlyThePeer
        }
      }
      let happening = Happening.limitsSet(
        limits, refusesInTheRoom: refusesInTheRoom ?? record.refusesInTheRoom,
        day: try self.dayOfDeed(at: record.zone), recordedOn: record.zone.day(at: self.moment.now))
      var after = record
      after.apply(happening)
      return Step(happenings: [happening], answer: after)
    }
  }
}

extension LetGo {
  init(_ releases: [Happening]) {
    engagements = releases.compactMap { happening in
      if case .released(let id, _, _) = happening { id } else { nil }
    }
  }
}
