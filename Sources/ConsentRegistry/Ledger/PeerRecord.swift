/// All that a peer's chain adds up to, entry by entry.
///
/// The truth is the entries; this is what they say when read in order. `standing(on:)` turns it
/// into what the rules see on one day.
public struct PeerRecord: Hashable, Sendable {
  /// Whose record it is.
  public let peer: PeerID
  /// How many entries have been read.
  public private(set) var revision = 0
  /// The home zone.
  public private(set) var zone: Zone = .utc
  /// Whether the peer, or a recorded consent, has said that this is them.
  public private(set) var isClaimed = false
  /// The peer's own words.
  public private(set) var words = PeerWords()
  /// Each story's topics.
  public private(set) var boundaries: [StoryID: Boundary] = [:]
  /// Each story's label, in the peer's words.
  public private(set) var labels: [StoryID: String] = [:]
  /// The consents, in the order recorded.
  public private(set) var consents: [Consent] = []
  /// The withdrawals, in the order recorded.
  public private(set) var revocations: [Revocation] = []
  /// The pauses.
  public private(set) var pauses: [Pause] = []
  /// The bookings that the peer keeps although a pause covers them.
  public private(set) var kept: Set<EngagementID> = []
  /// The day before which the peer isn't ready.
  public private(set) var notBefore: Day?
  /// The peer's own limits over time.
  public private(set) var limits = LimitHistory()
  /// Whether the peer, as last said, refuses to speak where people they serve or are looked after
  /// by will be.
  public private(set) var refusesInTheRoom = false
  private var refusedInTheRoomUntil: Day?
  /// What organisations are to the peer.
  public private(set) var ties: [OrganisationID: Choices<Relation>] = [:]
  /// The independent contact.
  public private(set) var independentContact: IndependentContact?
  /// The safeguards done without.
  public private(set) var waives: Choices<Waiver> = []
  /// Asks, bookings and uses.
  public private(set) var bookings = Bookings()
  /// The requests that weren't put to the peer.
  public private(set) var heldBack: [HeldBackAsk] = []
  /// Days on which the peer told their story elsewhere.
  public private(set) var ownTellings: [Day] = []
  /// What events of uses were called, where somebody said so.
  public private(set) var eventNames: [EventID: String] = [:]

  /// What surrounds asks: quiet periods chosen, exceptions, first asks, checks.
  public private(set) var asking = Asking()
  /// Where recordings and texts are.
  public private(set) var placements = Placements()
  /// What is owed after a telling, and given.
  public private(set) var owing = Owing()
  /// Work that needs no story.
  public private(set) var work = WorkOffers()
  /// Who stands by the peer.
  public private(set) var supporters = Supporters()
  /// How the peer wants to be reached.
  public private(set) var reach = Reach()

  /// What came over from other records of the same person.
  private(set) var joining = Joining()
  /// Other records of the same person that have been joined to this one.
  public var formerly: [PeerID] { joining.joined }
  /// The record that this one has gone into; it then holds nothing else.
  public private(set) var mergedInto: PeerID?

  /// A record with nothing in it yet.
  public init(peer: PeerID) { self.peer = peer }

  /// Every engagement, in the order recorded.
  public var engagements: [EngagementRecord] { bookings.engagements }

  /// The engagement of that id, if there is one.
  public func engagement(_ id: EngagementID) -> EngagementRecord? { bookings[id] }

  /// Whether the peer's refusal to speak before people they serve or are looked after by acts.
  public func refusesInTheRoom(on day: Day) -> Bool {
    refusesInTheRoom || refusedInTheRoomUntil.map { day < $0 } ?? false
  }

  /// Reads one more entry; gives the engagement that it touched, if any.
  @discardableResult
  public mutating func apply(_ happening: Happening) -> EngagementID? {
    revision += 1
    switch happening {
    case .asked(let engagement):
      add(engagement, named: engagement.request?.words.eventName)
      return engagement.id
    case .recorded(let engagement, let words):
      add(engagement, named: words.eventName)
      return engagement.id
    case .answered(let id, let answer, let day):
      bookings.answer(id, answer, on: day)
      return id
    case .completed(let id, let sessions, _):
      bookings.move(id, .complete, sessions)
      return id
    case .released(let id, let sessions, _):
      bookings.move(id, .letGo, sessions)
      return id
    case .heldBack(let ask): heldBack.append(ask)
    case .toldElsewhere(let day): ownTellings.append(day)
    case .booking(let step): return bookings.apply(step)
    case .asking(let step):
      // Only an ending of quiet periods asks what there was by then; looks, of which there may be
      // many, don't.
      let isEnding = if case .quietEnded = step { true } else { false }
      asking.apply(
        step, after: isEnding ? Set(bookings.answers.keys) : [],
        of: isEnding ? Set(engagements.filter { $0.askedOn != nil }.map(\.id)) : [],
        withdrawals: revocations.count)
    case .placing(let step): placements.apply(step)
    case .owing(let step): owing.apply(step)
    case .work(let step): work.apply(step)
    case .support(let step):
      supporters.apply(step)
      reach.apply(step)
    case .record(let step): apply(step)
    default: applyChoice(happening)
    }
    return nil
  }

  /// Takes uses that were recorded afterwards as a store keeps them ready, in place of reading
  /// their entries one by one; the record then stands at the revision given.
  ///
  /// INVARIANT: what is taken is what the entries left out add up to; an audit compares the two.
  public mutating func take(_ recorded: [EngagementRecord], standingAt revision: Int) {
    for engagement in recorded { add(engagement, named: nil) }
    self.revision = revision
  }

  /// What becomes of the record itself.
  private mutating func apply(_ step: RecordStep) {
    switch step {
    case .worded(let words): self.words = self.words.replaced(by: words)
    case .joining, .joined: joining.apply(step, after: consents.count)
    case .mergedInto(let other, _):
      let revision = revision
      self = PeerRecord(peer: peer)
      self.revision = revision
      mergedInto = other
    }
  }

  /// The record as an organisation's asks are decided on: see `Bookings.hide`.
  func asTold(to organisation: OrganisationID, on today: Day) -> PeerRecord {
    var record = self
    record.bookings.hide(
      from: organisation, on: today, untilReplyEnds: reach.tellsNoesAtTheEnd)
    return record
  }

  /// What the peer has chosen or granted.
  private mutating func applyChoice(_ happening: Happening) {
    switch happening {
    case .peerAdded(let zone, let isClaimed, let words):
      self.zone = zone
      self.isClaimed = isClaimed
      self.words = words
    case .peerMoved(let zone): self.zone = zone
    case .peerClaimed: isClaimed = true
    case .tied(let organisation, let relations):
      ties[organisation] = relations.isEmpty ? nil : relations
    case .contactChosen(let contact): independentContact = contact
    case .waived(let waiver, let isWaived):
      waives = Choices(waives.words.filter { $0 != waiver } + (isWaived ? [waiver] : []))
    case .storyTold(let story, let label, let boundary):
      boundaries[story] = boundary
      if let label { labels[story] = label }
    case .consented(let consent):
      // A recorded consent is the peer's word that this record is theirs.
      if !joining.noteEnd(of: consent, at: consents.count) { isClaimed = true }
      consents.append(consent)
    case .withdrew(let day, let scope):
      revocations.append(
        Revocation(
          day: day, consentsBefore: consents.count, consentsFrom: joining.consentsFrom,
          scope: scope))
    case .paused(let pause, let kept):
      pauses.append(pause)
      self.kept.formUnion(kept)
    case .pauseLifted(let day): liftPauses(on: day)
    case .readinessSet(let day): notBefore = day
    case .limitsSet(let limits, let refusesInTheRoom, let day, let recordedOn):
      self.limits.set(limits, on: day, recordedOn: recordedOn)
      if self.refusesInTheRoom, !refusesInTheRoom {
        // Loosening waits, as with every limit of one's own.
        refusedInTheRoomUntil = max(day, recordedOn).adding(LimitHistory.looseningWaits)
      }
      self.refusesInTheRoom = refusesInTheRoom
    default: break
    }
  }

  /// Lifting makes yesterday the last day; what hadn't begun by then is gone.
  private mutating func liftPauses(on day: Day) {
    let yesterday = day.adding(-1)
    pauses = pauses.compactMap { pause in
      if let until = pause.until, until < day { return pause }
      return pause.from <= yesterday ? Pause(from: pause.from, until: yesterday) : nil
    }
  }

  private mutating func add(_ engagement: EngagementRecord, named name: String?) {
    bookings.add(engagement)
    if let event = engagement.event, let name { eventNames[event] = name }
  }
}
