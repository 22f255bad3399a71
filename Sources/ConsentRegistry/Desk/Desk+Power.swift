/// Power: nobody answers for a peer on whom they, or those they work for, have a hold.
extension Desk {
  /// Refuses a supporter whom the peer hasn't named, and a custodian who is tied to the peer.
  ///
  /// `rin`, given the role of custodian at `northside`, is no custodian of a peer whom `northside`
  /// employs; nor, of whatever organisation, of one for whom `rin` asks in an ask that is waiting
  /// or booked. A custodian who acts without an id can't be looked at in this way.
  /// - Throws: `notASupporter`, `custodianIsTied`.
  func mustBeFree(of record: PeerRecord) throws(RegistryError) {
    switch actor.role {
    case .supporter:
      guard let id = actor.id, record.supporters.contains(id) else { throw .notASupporter }
    case .custodian:
      guard let id = actor.id else { return }
      if let own = roles.organisation(of: id, as: .custodian), record.ties[own] != nil {
        throw .custodianIsTied
      }
      let today = record.zone.day(at: moment.now)
      let asks = record.engagements.contains {
        $0.request?.coordinator?.text == id && $0.isBooked(on: today)
      }
      if asks { throw .custodianIsTied }
    case .peer, .coordinator: return
    }
  }

  /// What is to be added, with the witness of a yes; looked at once more beside who acts.
  ///
  /// - Throws: `supporterOfTheAsker` for a supporter who answers, cancels or keeps what their own
  ///   organisation has asked, or answers its offer of work; `askerIsNoWitness` for a custodian who has asked this peer, or
  ///   belongs to the organisation that asks, and enters a yes that nobody else has heard;
  ///   `untyingUnwitnessed` for a custodian who takes from a tie; `custodianUnnamed`; `thePeerAlone`
  ///   for whoever else would have the peer take part in rotation.
  func heard(
    _ happenings: [Happening], on record: PeerRecord
  ) throws(RegistryError) -> [Happening] {
    var all: [Happening] = []
    var record = record
    for happening in happenings {
      all.append(happening)
      if case .support(.rotationChosen(takesPart: true)) = happening, actor.role != .peer {
        throw .thePeerAlone
      }
      if actor.role == .custodian, case .tied(let organisation, let relations) = happening,
        let tie = record.ties[organisation], !tie.words.allSatisfy(relations.contains)
      {
        all.append(try untyingHeard(organisation, record))
      }
      // What is put to the peer and answered in one step is there by the time of the answer.
      record.apply(happening)
      if actor.role == .supporter { try mustNotServeTheAsker(happening, record) }
      guard let yes = yes(in: happening, record) else { continue }
      if actor.role == .custodian { try mustNotBeTheOnlyWitness(of: yes.organisations, record) }
      if let witness, let word = yes.word {
        guard witness.text != actor.id else { throw .askerIsNoWitness }
        let day = try dayOfDeed(at: record.zone)
        all.append(.support(.witnessed(word, by: witness, day: day)))
      }
    }
    return all
  }

  private func mustNotServeTheAsker(
    _ happening: Happening, _ record: PeerRecord
  ) throws(RegistryError) {
    guard let id = actor.id else { return }
    let own = employers(of: id, record)
    let touched: [EngagementID] =
      switch happening {
      case .answered(let id, _, _), .booking(.answeredInPart(let id, _, _)),
        .booking(.cancelledByPeer(let id, _, _)):
        [id]
      case .paused(_, let kept): kept
      default: []
      }
    var askers = touched.compactMap(record.engagement).map {
      ($0.organisation, $0.request?.coordinator)
    }
    if case .work(.answered(let id, _, _)) = happening, let offer = record.work[id]?.offer {
      askers.append((offer.organisation, offer.coordinator))
    }
    let serves = askers.contains { organisation, coordinator in
      own.contains(organisation) || coordinator?.text == id
    }
    if serves { throw .supporterOfTheAsker }
  }

  private func yes(
    in happening: Happening, _ record: PeerRecord
  ) -> (word: PeersWord?, organisations: Set<OrganisationID>)? {
    switch happening {
    case .consented(let consent):
      (consent.id.map { .consent($0) }, Set(consent.organisations))
    case .answered(let id, .yes, _), .booking(.answeredInPart(let id, _, _)):
      (.answer(id), Set(record.engagement(id).map { [$0.organisation] } ?? []))
    default: nil
    }
  }

  /// Refuses a custodian's yes to their own organisation, unless somebody from elsewhere heard it.
  ///
  /// `rin`, custodian at `riverside`, enters a yes to `riverside`: `bea`, who isn't of `riverside`,
  /// has to have heard it. Once the registry knows a custodian by name, a yes says whose word it is.
  private func mustNotBeTheOnlyWitness(
    of organisations: Set<OrganisationID>, _ record: PeerRecord
  ) throws(RegistryError) {
    try mustSayWhoTheyAre()
    guard let id = actor.id, hasAHold(id, for: organisations, record) else { return }
    guard let witness, !hasAHold(witness.text, for: organisations, record) else {
      throw .askerIsNoWitness
    }
  }

  /// The word of whoever heard the peer take a tie away, or some of it, beside the custodian.
  ///
  /// Only the peer takes one away: with it goes the need of a contact outside. `bea` may have heard
  /// it, unless she works for an organisation that is tied to the peer, or has asked for one.
  private func untyingHeard(
    _ organisation: OrganisationID, _ record: PeerRecord
  ) throws(RegistryError) -> Happening {
    try mustSayWhoTheyAre()
    guard let witness, witness.text != actor.id,
      !hasAHold(witness.text, for: Set(record.ties.keys), record)
    else { throw .untyingUnwitnessed }
    let day = try dayOfDeed(at: record.zone)
    return .support(.witnessed(.untied(organisation), by: witness, day: day))
  }

  /// Refuses a custodian without an id, as soon as the registry knows one by theirs.
  private func mustSayWhoTheyAre() throws(RegistryError) {
    guard actor.id == nil else { return }
    if roles.given.keys.contains(where: { $0.role == .custodian }) { throw .custodianUnnamed }
  }

  /// Whether somebody belongs to one of these organisations, or has asked this peer for one.
  private func hasAHold(
    _ id: String, for organisations: Set<OrganisationID>, _ record: PeerRecord
  ) -> Bool {
    let requests = record.engagements.compactMap(\.request) + record.heldBack.map(\.request)
    return employers(of: id, record).contains { organisations.contains($0) }
      || requests.contains {
        organisations.contains($0.organisation) && $0.coordinator?.text == id
      }
  }

  /// Those for whom somebody works, in whatever role the peer or the registry knows them.
  private func employers(of id: String, _ record: PeerRecord) -> [OrganisationID] {
    [
      record.supporters.organisation(of: id), roles.organisation(of: id, as: .coordinator),
      roles.organisation(of: id, as: .custodian),
    ].compactMap { $0 }
  }

  /// How a peer who isn't there reads: to a supporter, like one who hasn't named them.
  var unknownPeer: RegistryError { actor.role == .supporter ? .notASupporter : .unknownPeer }
}

extension Desk {
  /// Refuses a coordinator who doesn't belong to an organisation; everybody else passes.
  ///
  /// - Throws: `notTheirOrganisation`.
  func mustActFor(_ organisation: OrganisationID) throws(RegistryError) {
    guard actor.role == .coordinator else { return }
    guard roles.letsCoordinator(actor.id, actFor: organisation) else {
      throw .notTheirOrganisation
    }
  }

  /// Refuses a coordinator whose organisation a booking isn't for; everybody else passes.
  ///
  /// A coordinator who was given no role reaches the bookings that they asked for themself. What
  /// belongs to another organisation reads like what isn't there.
  /// - Throws: `unknownEngagement`.
  func mustActFor(_ engagement: EngagementRecord) throws(RegistryError) {
    guard actor.role == .coordinator else { return }
    guard let id = actor.id, roles.letsCoordinator(id, actFor: engagement.organisation),
      roles.organisation(of: id, as: .coordinator) != nil
        || engagement.request?.coordinator?.text == id
    else { throw .unknownEngagement }
  }
}

extension Desk {
  /// The peer names somebody who stands by them, and where that person works, if anywhere.
  public func name(
    _ supporter: SupporterID, of organisation: OrganisationID?, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try note(.support(.named(supporter, organisation: organisation)), of: peer)
  }

  /// The peer lets a supporter go; throws `unknownSupporter` for one whom they haven't named.
  public func letGo(
    _ supporter: SupporterID, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) {
    try mustSpeakFor(peer)
    try change(peer) { record throws(RegistryError) in
      guard record.supporters.contains(supporter.text) else { throw .unknownSupporter }
      return Step(happenings: [.support(.letGo(supporter))], answer: ())
    }
  }
}
