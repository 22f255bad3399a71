extension Desk {
  /// The policy that binds on a day, with a peer's own limits in place.
  public func terms(for record: PeerRecord, on today: Day) -> Policy {
    let policy = policy(on: today)
    return policy.merged(with: record.limits.inForce(on: today, over: policy))
  }

  /// The organisation that a coordinator was given a role in, if they were.
  public var ownOrganisation: OrganisationID? {
    guard actor.role == .coordinator, let id = actor.id else { return nil }
    return roles.organisation(of: id, as: .coordinator)
  }

  /// A peer's record for reading what one organisation owes and gave; every organisation if none
  /// is named.
  ///
  /// A coordinator names one, and a peer whom it has nothing to do with reads as unknown. What it
  /// owes stays readable after a withdrawal: a debt outlives a consent.
  ///
  /// - Throws: `unknownPeer`; `notTheirOrganisation`; `onlyThePeer` for other peers.
  public func recordForReading(
    of peer: PeerID, as organisation: OrganisationID?
  ) throws(DeskError<Ledger.Failure>) -> PeerRecord {
    guard actor.role == .coordinator else { return try recordForReading(of: peer) }
    if let organisation { try mustSpeakAs(organisation) }
    guard let record = try read(peer), let organisation, record.hasDealings(with: organisation)
    else { throw .refused(.unknownPeer) }
    return record
  }

  /// Notes that the organisation has checked in with the peer, as it says.
  ///
  /// - Throws: `noCheckIn` if nothing came to pass that it would follow; `notForThisRole`.
  public func checkedIn(
    after id: EngagementID, of peer: PeerID, as organisation: OrganisationID?, on day: Day? = nil
  ) throws(DeskError<Ledger.Failure>) {
    try changeForOrganisation(peer, organisation) { record, today throws(RegistryError) in
      try self.mustFollow(id, in: record, of: organisation)
      return Step(
        happenings: [.owing(.checkedIn(id, day: try self.dayGone(day, by: today)))], answer: ())
    }
  }

  /// Notes that the peer says they were checked in on.
  ///
  /// - Throws: `noCheckIn`; `onlyThePeer`.
  public func confirmCheckIn(
    after id: EngagementID, of peer: PeerID, on day: Day? = nil
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      try self.mustFollow(id, in: record, of: nil)
      let today = try self.dayOfDeed(at: record.zone)
      return Step(
        happenings: [.owing(.checkInConfirmed(id, day: try self.dayGone(day, by: today)))],
        answer: ())
    }
  }

  /// Notes that the peer says nobody has checked in with them; it stands until they say otherwise.
  ///
  /// - Throws: `noCheckIn`; `onlyThePeer`.
  public func missCheckIn(
    after id: EngagementID, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      try self.mustFollow(id, in: record, of: nil)
      let today = try self.dayOfDeed(at: record.zone)
      return Step(happenings: [.owing(.checkInMissed(id, day: today))], answer: ())
    }
  }

  /// Notes what the organisation gave the peer besides pay, as it says.
  ///
  /// An id that another organisation has taken isn't told of: a new one is made.
  ///
  /// - Returns: the id under which it is kept.
  /// - Throws: `contributionExists`; `inTheFuture`; `notForThisRole`.
  @discardableResult
  public func contribute(
    _ contribution: Contribution, to peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> ContributionID {
    let organisation = contribution.organisation
    return try changeForOrganisation(peer, organisation) { record, today throws(RegistryError) in
      var kept = contribution
      if let taken = record.owing.contributions.first(where: { $0.id == contribution.id }) {
        guard self.actor.role == .coordinator, taken.organisation != organisation,
          let id = ContributionID(self.newID())
        else { throw .contributionExists }
        kept = contribution.under(id)
      }
      _ = try self.dayGone(contribution.day, by: today)
      return Step(happenings: [.owing(.contributed(kept))], answer: kept.id)
    }
  }

  /// Notes that the peer says they had a contribution.
  ///
  /// - Throws: `unknownContribution`; `onlyThePeer`.
  public func confirmContribution(
    _ id: ContributionID, of peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      guard record.owing.contributions.contains(where: { $0.id == id }) else {
        throw .unknownContribution
      }
      let today = try self.dayOfDeed(at: record.zone)
      return Step(happenings: [.owing(.contributionConfirmed(id, day: today))], answer: ())
    }
  }

  /// Changes a record by an organisation's word: a coordinator's, or the custodian's for one.
  func changeForOrganisation<Answer>(
    _ peer: PeerID, _ organisation: OrganisationID?,
    _ work: (PeerRecord, Day) throws(RegistryError) -> Step<Answer>
  ) throws(DeskError<Ledger.Failure>) -> Answer {
    let isCoordinator = actor.role == .coordinator
    guard isCoordinator || actor.role == .custodian else { throw .refused(.notForThisRole) }
    if let organisation { try mustSpeakAs(organisation) }
    return try change(peer) { record throws(RegistryError) in
      if isCoordinator {
        guard let organisation, record.hasDealings(with: organisation) else {
          throw .unknownPeer
        }
      }
      return try work(record, try self.dayOfDeed(at: record.zone))
    }
  }

  /// Refuses a coordinator who belongs to another organisation, whoever the peer is.
  func mustSpeakAs(_ organisation: OrganisationID) throws(DeskError<Ledger.Failure>) {
    try refusing { () throws(RegistryError) in try mustActFor(organisation) }
  }

  /// The day named, or today; nothing is said of a day that hasn't come.
  func dayGone(_ day: Day?, by today: Day) throws(RegistryError) -> Day {
    guard let day else { return today }
    guard day <= today else { throw .inTheFuture(today: today) }
    return day
  }

  private func mustFollow(
    _ id: EngagementID, in record: PeerRecord, of organisation: OrganisationID?
  ) throws(RegistryError) {
    guard let engagement = record.engagement(id), engagement.lastToCheckInOn != nil,
      organisation == nil || engagement.organisation == organisation
    else { throw .noCheckIn }
  }
}

extension PeerRecord {
  /// Whether an organisation has reason to know of the peer: a consent that names it, a use that
  /// took place for it, a fee that the peer misses from it, or a yes to work that it offered.
  func hasDealings(with organisation: OrganisationID) -> Bool {
    isKnown(to: organisation)
      || engagements.contains { engagement in
        engagement.organisation == organisation
          && engagement.sessions.contains { $0.state.tookPlace || $0.state == .didNotTakePlace }
      }
      || owing.fees.contains { $0.organisation == organisation }
      || !work.agreed(with: organisation).isEmpty
  }
}
