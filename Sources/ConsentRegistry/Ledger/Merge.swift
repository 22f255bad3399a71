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
  /// What still waits to be told of the other record.
  let untold: [Notice]
  let renaming: Renaming

  init(
    of other: PeerRecord, into keep: PeerRecord, history: [Happening], untold: [Notice],
    today: Day, now: Instant, policy: Policy
  ) {
    self.keep = keep
    self.other = other
    self.history = history
    self.today = today
    recordedOn = keep.zone.day(at: now)
    self.now = now
    self.policy = policy
    self.untold = untold
    renaming = Renaming(keeping: keep, joining: other)
  }

  /// All that happens to the record that stays, in order, and the bookings then let go.
  ///
  /// What has happened before stands between the joining and the joined; what the joining itself
  /// changes comes after it.
  ///
  /// - Parameter rename: gives a happening its new ids; nothing if it can't.
  /// - Returns: nothing if an id that clashes couldn't be given a new one.
  func happenings(
    _ rename: (Happening, Renaming) -> Happening?
  ) -> (joining: [Happening], releases: [Happening])? {
    var happenings: [Happening] = [.record(.joining(other.peer, day: today))]
    happenings += newStories
    var consents = carriedConsents[...]
    for happening in history {
      switch happening {
      case .consented:
        if let consent = consents.popFirst() { happenings.append(.consented(consent)) }
      case .withdrew(let day, let scope):
        happenings.append(.withdrew(day: day, scope: renamed(scope)))
      case .record(.joined(let peer, _, let day)):
        // What waited to be told then was told since, or waits among the rest.
        happenings.append(.record(.joined(peer, untold: [], day: day)))
      case .support(.witnessed(.consent(let id), let witness, let day)):
        happenings.append(
          .support(.witnessed(.consent(renaming.consents[id] ?? id), by: witness, day: day)))
      case _ where isCarriedOver(happening):
        guard let renamed = rename(renumbered(happening), renaming) else { return nil }
        happenings.append(renamed)
      default: break
      }
    }
    happenings.append(.record(.joined(other.peer, untold: untold.map(renamed), day: today)))
    happenings += choices
    return (happenings, releases(keep.applying(happenings)))
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
    case .record(.joining): true
    case .work(.wanted): false
    case .work, .support(.witnessed): true
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

  /// The same notice as it reads in the record that stays.
  private func renamed(_ notice: Notice) -> Notice {
    let isForPeer = notice.reader.role == .peer
    return Notice(
      notice.code, to: isForPeer ? .init(.peer, keep.peer.text) : notice.reader,
      organisation: notice.organisation,
      engagement: notice.engagement.map { renaming.engagements[$0] ?? $0 }, due: notice.due,
      onlyIfLapsed: notice.onlyIfLapsed)
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
    choices += withdrawals
    for pause in other.pauses where pause.until.map({ $0 >= today }) ?? true {
      choices.append(
        .paused(pause, keeping: other.kept.sorted().map { renaming.engagements[$0] ?? $0 }))
    }
    if let notBefore = other.notBefore, notBefore > keep.notBefore ?? notBefore.adding(-1) {
      choices.append(.readinessSet(notBefore: notBefore))
    }
    return choices + wishes + limits
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
