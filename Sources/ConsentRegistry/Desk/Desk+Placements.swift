/// What is said of a placement when it is recorded; the rest is taken from its use.
public struct NewPlacement: Sendable {
  /// Its id; one is made where nobody has chosen one.
  public let id: PlacementID?
  /// The use that it comes from.
  public let use: UseID
  /// What is out there.
  public let medium: Placement.Medium
  /// Who can take it down; nothing where that is outside anybody's control.
  public let holder: OrganisationID?
  /// Where it is.
  public let address: String
  /// The last day on which it can still be stopped, if there is one.
  public let recallUntil: Day?
  /// The day on which it was placed; today's if nothing is said.
  public let day: Day?

  /// What is said of a placement.
  public init(
    id: PlacementID? = nil, use: UseID, medium: Placement.Medium, holder: OrganisationID?,
    address: String, recallUntil: Day? = nil, day: Day? = nil
  ) {
    self.id = id
    self.use = use
    self.medium = medium
    self.holder = holder
    self.address = address
    self.recallUntil = recallUntil
    self.day = day
  }
}

extension Desk {
  /// Records where something is; if its peer has withdrawn what it rests on, its removal is asked
  /// for at once.
  ///
  /// - Parameters:
  ///   - new: what is said of it.
  ///   - peer: whose story it holds.
  ///   - organisation: for whom a coordinator acts: only its own uses may be placed.
  /// - Returns: the placement, with the task that was opened for it, if one was.
  /// - Throws: `unknownUse`, `placementExists`, `beforeItWasPlaced`, `inTheFuture`; to a coordinator
  ///   a peer whom the organisation doesn't know is an `unknownPeer`.
  public func place(
    _ new: NewPlacement, of peer: PeerID, actingFor organisation: OrganisationID? = nil
  ) throws(DeskError<Ledger.Failure>) -> PlacementRecord {
    let organisation = try mustMindPlacements(of: peer, actingFor: organisation)
    return try change(peer) { record throws(RegistryError) in
      try self.mustKnow(record, as: organisation)
      guard let (engagement, index) = record.use(new.use),
        self.actor.role != .coordinator || engagement.organisation == organisation
      else { throw .unknownUse }
      let today = try self.dayOfDeed(at: record.zone)
      let day = new.day ?? today
      guard day <= today else { throw .inTheFuture(today: today) }
      if let last = new.recallUntil, last < day { throw .beforeItWasPlaced(day) }
      let taken = new.id.flatMap { record.placements[$0] }
      // An id that another organisation has taken isn't told of: a new one is made.
      let isHidden =
        self.actor.role == .coordinator
        && taken.map { $0.placement.organisation != organisation } ?? false
      guard let id = isHidden ? PlacementID(self.newID()) : new.id ?? PlacementID(self.newID()),
        record.placements[id] == nil
      else { throw .placementExists }
      let session = engagement.sessions[index]
      let placement = Placement(
        id: id, use: new.use, medium: new.medium, holder: new.holder, address: new.address,
        story: engagement.story, purpose: session.purpose, channel: session.channel,
        organisation: engagement.organisation, placedOn: day, recallUntil: new.recallUntil)
      var after = record
      var happenings = [Happening.placing(.placed(placement))]
      after.apply(happenings[0])
      let now = record.zone.day(at: self.moment.now)
      let days = self.policy(on: now).alerts.removalDays
      if after.isWithdrawn(placement),
        let removal = after.removal(of: placement, opened: now, days: days)
      {
        happenings.append(removal)
        after.apply(removal)
      }
      guard let placed = after.placements[id] else { throw .unknownPlacement }
      return Step(happenings: happenings, answer: placed)
    }
  }

  /// Records what became of a placement, and how one can see that.
  ///
  /// - Throws: `unknownPlacement`, also to a coordinator for one of another organisation's;
  ///   `beforeItWasPlaced`, `inTheFuture`, `unknownPeer`.
  public func move(
    _ id: PlacementID, of peer: PeerID, to state: PlacementState, on day: Day? = nil,
    proof: String? = nil, actingFor organisation: OrganisationID? = nil
  ) throws(DeskError<Ledger.Failure>) -> PlacementRecord {
    let organisation = try mustMindPlacements(of: peer, actingFor: organisation)
    return try change(peer) { record throws(RegistryError) in
      try self.mustKnow(record, as: organisation)
      guard let kept = record.placements[id],
        self.actor.role != .coordinator || kept.placement.organisation == organisation
          || kept.placement.holder == organisation
      else { throw .unknownPlacement }
      let today = try self.dayOfDeed(at: record.zone)
      let day = day ?? today
      guard day <= today else { throw .inTheFuture(today: today) }
      guard day >= kept.placement.placedOn else {
        throw .beforeItWasPlaced(kept.placement.placedOn)
      }
      let moved = Happening.placing(.moved(id, to: state, day: day, proof: proof))
      var after = record
      after.apply(moved)
      return Step(happenings: [moved], answer: after.placements[id] ?? kept)
    }
  }

  /// Records that the peer releases the final version of a recording or text.
  ///
  /// - Throws: `unknownUse`, `onlyThePeer`.
  public func releaseVersion(
    of use: UseID, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      guard record.use(use) != nil else { throw .unknownUse }
      let today = try self.dayOfDeed(at: record.zone)
      return Step(happenings: [.placing(.versionReleased(use, day: today))], answer: ())
    }
  }

  /// What an organisation reads of a peer: bookings of its own that are gone, and what it holds.
  ///
  /// - Throws: `unknownPeer` where the peer isn't known to the organisation, as if there were none;
  ///   `onlyThePeer` for supporters and other peers.
  public func organisationsPage(
    of peer: PeerID, for organisation: OrganisationID
  ) throws(DeskError<Ledger.Failure>) -> OrganisationsPage {
    try mustMindPlacements(of: peer, actingFor: organisation)
    guard let record = try read(peer) else { throw .refused(.unknownPeer) }
    try refusing { () throws(RegistryError) in
      try mustBeFree(of: record)
      try mustKnow(record, as: organisation)
    }
    return record.page(for: organisation, on: moment.today(in: record.zone))
  }

  /// Refuses whoever may not say where things are: supporters, other peers, and coordinators who
  /// don't say for whom they act.
  ///
  /// - Returns: for whom they act: what they say, or the organisation of their role.
  @discardableResult
  private func mustMindPlacements(
    of peer: PeerID, actingFor organisation: OrganisationID?
  ) throws(DeskError<Ledger.Failure>) -> OrganisationID? {
    guard actor.role == .coordinator else {
      try mustSpeakFor(peer)
      return organisation
    }
    guard let named = organisation ?? ownOrganisation else { throw .refused(.notForThisRole) }
    try refusing { () throws(RegistryError) in try mustActFor(named) }
    return named
  }

  /// To a coordinator, a peer whom their organisation doesn't know reads as unknown.
  private func mustKnow(
    _ record: PeerRecord, as organisation: OrganisationID?
  ) throws(RegistryError) {
    guard actor.role == .coordinator else { return }
    guard let organisation, record.hasMet(organisation) else { throw .unknownPeer }
  }
}
