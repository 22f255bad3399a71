/// What happens to a record when another one of the same person is joined to it.
///
/// Uses, asks, attempts and notes come over as they happened, so that rest and caps are those of
/// both together; of what the peer has chosen, the stricter of the two stands, and what only one
/// of them loosened is left behind.
struct Merge {
  let keep: PeerRecord
  let other: PeerRecord
  /// Everything that has happened to the other record, in order.
  let history: [Happening]
  /// The peer's home day on which it is said, and the one on which it is recorded.
  let today: Day
  let recordedOn: Day
  /// The moment at which it is recorded.
  let now: Instant
  let policy: Policy
  let renaming: Renaming

  init(
    of other: PeerRecord, into keep: PeerRecord, history: [Happening], today: Day, now: Instant,
    policy: Policy
  ) {
    self.keep = keep
    self.other = other
    self.history = history
    self.today = today
    recordedOn = keep.zone.day(at: now)
    self.now = now
    self.policy = policy
    renaming = Renaming(keeping: keep, joining: other)
  }

  /// All that happens to the record that stays, in order, and the bookings then let go.
  ///
  /// - Parameter rename: gives a happening its new ids; nothing if it can't.
  /// - Returns: nothing if an id that clashes couldn't be given a new one.
  func happenings(
    _ rename: (Happening, Renaming) -> Happening?
  ) -> (joining: [Happening], releases: [Happening])? {
    var happenings: [Happening] = [.record(.joined(other.peer, day: today))]
    happenings += newStories
    for happening in history where isCarriedOver(happening) {
      guard let renamed = rename(renumbered(happening), renaming) else { return nil }
      happenings.append(renamed)
    }
    happenings += choices
    var after = keep
    for happening in happenings { after.apply(happening) }
    return (happenings, releases(after))
  }

  /// Whether something that happened to the other record happens to this one as it stands.
  private func isCarriedOver(_ happening: Happening) -> Bool {
    switch happening {
    case .asked(let engagement), .recorded(let engagement, _):
      // Kept in both under one id, it is one and the same; it mustn't count twice.
      keep.engagement(engagement.id) == nil || renaming.engagements[engagement.id] != nil
    case .toldElsewhere(let day): !keep.ownTellings.contains(day)
    case .asking(.quietEnded), .asking(.firstAsksAllowed(_, isAllowed: true, _)): false
    case .answered, .completed, .released, .heldBack, .booking, .asking, .placing, .owing: true
    case .record(.joined): true
    case .work(.wanted): false
    case .work: true
    default: false
    }
  }

  /// The same with the number that an attempt has among those of both records.
  private func renumbered(_ happening: Happening) -> Happening {
    let before = keep.heldBack.count
    return switch happening {
    case .asking(.exceptionSet(let attempt, let rules, let day)):
      .asking(.exceptionSet(attempt: attempt + before, rules: rules, day: day))
    case .asking(.exceptionConfirmed(let attempt, let day)):
      .asking(.exceptionConfirmed(attempt: attempt + before, day: day))
    case .asking(.takenUp(let attempt, let id, let day)):
      .asking(.takenUp(attempt: attempt + before, as: id, day: day))
    default: happening
    }
  }

  private var newStories: [Happening] {
    other.boundaries.sorted { $0.key < $1.key }.compactMap { story, boundary in
      let id = renaming.story(story)
      guard keep.boundaries[id] == nil else { return nil }
      return .storyTold(id, label: other.labels[story], boundary: boundary)
    }
  }

  /// What the peer has chosen in either record: ties of both, the stricter of all else.
  private var choices: [Happening] {
    var choices: [Happening] = []
    let words = other.words.replaced(by: keep.words)
    if words != keep.words { choices.append(.record(.worded(words))) }
    for (organisation, relations) in other.ties.sorted(by: { $0.key < $1.key }) {
      let kept = keep.ties[organisation]?.words ?? []
      let both = Choices(kept + relations.words)
      if both.words != kept { choices.append(.tied(organisation: organisation, relations: both)) }
    }
    if keep.independentContact == nil, let contact = other.independentContact {
      choices.append(.contactChosen(contact))
    }
    choices += withdrawals + consents
    for pause in other.pauses where pause.until.map({ $0 >= today }) ?? true {
      choices.append(
        .paused(pause, keeping: other.kept.sorted().map { renaming.engagements[$0] ?? $0 }))
    }
    if let notBefore = other.notBefore, notBefore > keep.notBefore ?? notBefore.adding(-1) {
      choices.append(.readinessSet(notBefore: notBefore))
    }
    return choices + limits
  }

  /// The other record's consents that still run and that no withdrawal touches; what was touched
  /// has to be asked afresh.
  private var consents: [Happening] {
    other.consents.enumerated().compactMap { place, consent in
      let isTouched =
        other.revocations.contains { $0.touches(consent, at: place) }
        || keep.revocations.contains { $0.touches(consent, at: .max) }
      guard !isTouched, consent.until >= today,
        consent.onlyFor.map({ other.engagement($0) != nil }) ?? true
      else { return nil }
      return .consented(
        Consent(
          id: consent.id.map { renaming.consents[$0] ?? $0 }, story: renaming.story(consent.story),
          purposes: consent.purposes, channels: consent.channels, audiences: consent.audiences,
          organisations: consent.organisations, attribution: consent.attribution,
          recording: consent.recording, reuse: consent.reuse, given: consent.given,
          from: consent.from, until: consent.until,
          // For one use alone it stays for that one, under whatever id the use has now.
          onlyFor: consent.onlyFor.map { renaming.engagements[$0] ?? $0 }))
    }
  }

  /// What the peer took back under the other record, for the consents of this one that it reaches.
  private var withdrawals: [Happening] {
    other.revocations.flatMap { revocation -> [Happening] in
      let scope = revocation.scope
      // A consent of the other record, and a story of its own, are no matter of this one.
      guard scope.consent == nil, scope.story.map({ renaming.stories[$0] == nil }) ?? true else {
        return []
      }
      return keep.consents.compactMap { consent in
        guard consent.id != nil, consent.given <= revocation.day, consent.until >= today,
          revocation.touches(consent, at: .min)
        else { return nil }
        return .withdrew(
          day: revocation.day,
          scope: .init(
            consent: consent.id, story: scope.story, purpose: scope.purpose,
            channel: scope.channel, organisation: scope.organisation))
      }
    }
  }

  /// Own limits leaf by leaf, the strictest of both records, be it in force or only said.
  ///
  /// One rests 21 days and the other set nothing: 21. One rests 10 and the other the policy's 14:
  /// neither's own, so 14.
  private var limits: [Happening] {
    let refuses = keep.refusesInTheRoom || other.refusesInTheRoom(on: today)
    let said = [keep, other].flatMap {
      [$0.limits.latest, $0.limits.inForce(on: today, over: policy)]
    }
    var merged = Limits()
    for own in said.flatMap(\.values) {
      let term = own.term
      var strictest: (effective: Double?, own: Double?)?
      for limits in said {
        let effective = term.effectiveValue(in: policy.merged(with: limits))
        if strictest.map({ term.isLooser($0.effective, than: effective) }) ?? true {
          strictest = (effective, limits[term])
        }
      }
      merged[term] = strictest?.own
    }
    guard merged != keep.limits.latest || refuses != keep.refusesInTheRoom else { return [] }
    return [
      .limitsSet(merged, refusesInTheRoom: refuses, day: today, recordedOn: recordedOn)
    ]
  }

  /// Bookings of either that the joined record no longer covers, or that a pause of either holds.
  private func releases(_ after: PeerRecord) -> [Happening] {
    let day = recordedOn
    let before = Set(keep.sessionsNoLongerCovered(at: now))
    var released = after.sessionsNoLongerCovered(at: now).filter { !before.contains($0) }
    for pause in after.pauses where pause.until.map({ $0 >= day }) ?? true {
      released += after.sessionsInside(pause, at: now, keeping: after.kept)
    }
    var sessions: [EngagementID: Set<Int>] = [:]
    for case .released(let id, let places, _) in released {
      sessions[id, default: []].formUnion(places)
    }
    return sessions.sorted { $0.key < $1.key }.map { id, places in
      .released(id, sessions: places.sorted(), day: day)
    }
  }
}

extension Revocation {
  /// Whether anything of a consent is taken away by this withdrawal, however little.
  ///
  /// The index is the consent's place among those recorded: one from elsewhere has none, and then
  /// only the days on which it was given and taken back tell.
  fileprivate func touches(_ consent: Consent, at index: Int) -> Bool {
    (index < consentsBefore || consent.given < day)
      && (scope.consent == nil || scope.consent == consent.id)
      && (scope.story == nil || scope.story == consent.story)
      && (scope.purpose.map { consent.purposes.contains($0) } ?? true)
      && (scope.channel.map { consent.channels.contains($0) } ?? true)
      && (scope.organisation.map { consent.organisations.contains($0) } ?? true)
  }
}
