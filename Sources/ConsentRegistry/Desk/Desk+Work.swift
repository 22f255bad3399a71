/// What is offered when work is: everything but what the desk adds itself.
public struct WorkDraft: Hashable, Sendable {
  /// Who offers it.
  public let organisation: OrganisationID
  /// The day of the work, if it has one.
  public let day: Day?
  /// How long it takes, in minutes.
  public let minutes: Int
  /// What is paid, if that is said.
  public let pay: WorkPay?
  /// What the work is.
  public let words: String

  /// Work that is to be offered.
  public init(
    organisation: OrganisationID, day: Day?, minutes: Int, pay: WorkPay?, words: String
  ) {
    self.organisation = organisation
    self.day = day
    self.minutes = minutes
    self.pay = pay
    self.words = words
  }
}

extension Desk {
  /// Passes an offer of work on to a peer.
  ///
  /// No consent is needed, and no rest or cap stands against it. While the peer rests and wants no
  /// offers then, or has said "not this kind" to this organisation, it is listed for them silently.
  /// A coordinator learns nothing of that, nor whether there is such a peer.
  ///
  /// - Throws: `payUnstated`; `notForThisRole`; for the custodian `unknownPeer`, `offerExists`.
  public func offer(
    _ draft: WorkDraft, as id: WorkOfferID? = nil, to peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    let isCoordinator = actor.role == .coordinator
    guard isCoordinator || actor.role == .custodian else { throw .refused(.notForThisRole) }
    guard let pay = draft.pay else { throw .refused(.payUnstated) }
    try mustSpeakAs(draft.organisation)
    if isCoordinator, try read(peer) == nil { return }
    try change(peer) { record throws(RegistryError) in
      var id = id
      if let named = id, let there = record.work[named] {
        guard isCoordinator else { throw .offerExists }
        // Said twice it is passed on once; another's id mustn't show that it is taken.
        if there.offer.organisation == draft.organisation {
          return Step(happenings: [], answer: ())
        }
        id = nil
      }
      guard let id = id ?? WorkOfferID(self.newID()) else { throw .unknownOffer }
      let now = record.zone.day(at: self.moment.now)
      let today = min(self.moment.day ?? now, now)
      let policy = self.terms(for: record, on: today)
      let replyUntil = today.adding(policy.replyDays)
      let offer = WorkOffer(
        id: id, organisation: draft.organisation,
        coordinator: isCoordinator ? self.actor.id.flatMap { CoordinatorID($0) } : nil,
        day: draft.day, minutes: draft.minutes, pay: pay, words: draft.words, offeredOn: today,
        replyUntil: max(today, draft.day.map { min($0, replyUntil) } ?? replyUntil))
      let isUnwanted =
        record.work.isQuiet(draft.organisation, on: today, policy: policy)
        || !record.work.isWantedWhileResting && record.isResting(on: today, policy: policy)
      return Step(
        happenings: [.work(isUnwanted ? .heldBack(offer) : .offered(offer))], answer: ())
    }
  }

  /// Takes a peer's answer to an offer of work.
  ///
  /// They may change their mind until it is done.
  ///
  /// - Throws: `unknownOffer`; `offerNotOpen` for a yes after the last day to reply, or once the
  ///   work is done; `onlyThePeer`.
  public func answer(
    _ answer: Answer, toOffer id: WorkOfferID, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> WorkOffer {
    if answer == .yes { try mustSpeakFor(peer) } else { try mustStandByPeer(peer) }
    return try change(peer) { record throws(RegistryError) in
      guard let item = record.work[id] else { throw .unknownOffer }
      let today = try self.dayOfDeed(at: record.zone)
      // Silence is no: a yes entered late doesn't wake what has lapsed by now.
      let now = record.zone.day(at: self.moment.now)
      guard item.doneOn == nil, answer != .yes || now <= item.offer.replyUntil else {
        throw .offerNotOpen(self.actor.role == .peer ? item.state(on: now) : nil)
      }
      return Step(
        happenings: [.work(.answered(id, answer, day: today))], answer: item.offer)
    }
  }

  /// Notes that accepted work was done; the pay for it is due from then.
  ///
  /// - Throws: `unknownOffer`, to a coordinator for all but their organisation's accepted offers;
  ///   `offerNotOpen` if it isn't agreed; `notForThisRole`.
  public func workDone(
    _ id: WorkOfferID, of peer: PeerID, as organisation: OrganisationID?, on day: Day? = nil
  ) throws(DeskError<Ledger.Failure>) -> WorkOffer {
    let isCoordinator = actor.role == .coordinator
    if isCoordinator {
      if let organisation { try mustSpeakAs(organisation) }
      guard try read(peer) != nil else { throw .refused(.unknownOffer) }
    } else {
      try mustSpeakFor(peer)
    }
    let mayKnowState = actor.role == .peer
    return try change(peer) { record throws(RegistryError) in
      guard let item = record.work[id] else { throw .unknownOffer }
      if isCoordinator, item.offer.organisation != organisation || item.answer?.answer != .yes {
        throw .unknownOffer
      }
      let today = try self.dayOfDeed(at: record.zone)
      guard item.answer?.answer == .yes, item.doneOn == nil else {
        throw .offerNotOpen(mayKnowState ? item.state(on: today) : nil)
      }
      return Step(
        happenings: [.work(.done(id, day: try self.dayGone(day, by: today)))], answer: item.offer)
    }
  }

  /// What an organisation may know of its offers to these peers: those that were answered with yes.
  ///
  /// - Throws: `notForThisRole` for peers and supporters; `notTheirOrganisation`.
  public func agreedWork(
    with organisation: OrganisationID, of peers: [PeerID]
  ) throws(DeskError<Ledger.Failure>) -> [(peer: PeerID, item: WorkOffers.Item)] {
    guard actor.role == .coordinator || actor.role == .custodian else {
      throw .refused(.notForThisRole)
    }
    try mustSpeakAs(organisation)
    var agreed: [(peer: PeerID, item: WorkOffers.Item)] = []
    for peer in peers {
      guard let record = try read(peer) else { continue }
      agreed += record.work.agreed(with: organisation).map { (peer, $0) }
    }
    return agreed
  }

  /// Notes whether the peer wants offers of work while they rest or pause.
  ///
  /// - Throws: `onlyThePeer`; a supporter may only close it.
  public func wantWork(
    whileResting isWanted: Bool, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    if isWanted { try mustSpeakFor(peer) } else { try mustStandByPeer(peer) }
    try change(peer) { _ throws(RegistryError) in
      Step(happenings: [.work(.wanted(whileResting: isWanted))], answer: ())
    }
  }
}
