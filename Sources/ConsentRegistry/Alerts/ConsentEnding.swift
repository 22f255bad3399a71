/// `consent.ending`: a consent ends soon, and no other for the same story reaches farther.
///
/// Until 31 May 2026 with 30 days: told from 1 May through 31 May. A renewal until December that is
/// there already, even one that begins later, leaves nothing to tell. One of which nothing is left
/// after withdrawals isn't live; one of which only fundraising was withdrawn is. The yes to one
/// first ask ends with its use, and is left out.
///
/// One alert a consent, whatever organisations it names.
extension AlertSearch {
  func consentsEnding(of peer: ReportedPeer) -> [AlertItem] {
    let days = peer.registrys.alerts.consentEndsDays
    let record = peer.record
    return record.consents.indices.flatMap { place -> [AlertItem] in
      let consent = record.consents[place]
      let left = peer.day.days(until: consent.until)
      guard consent.onlyFor == nil, consent.from <= peer.day, (0...days).contains(left) else {
        return []
      }
      // Of consents entered without an id the place tells which one it is.
      let name = consent.id?.text ?? String(place + 1)
      return Set(consent.organisations).sorted().compactMap { organisation in
        guard record.grantsAnything(consentAt: place, to: organisation),
          !record.isRenewed(consentAt: place, for: organisation)
        else { return nil }
        return AlertItem(
          .consentEnding,
          key: AlertKey(.consentEnding, peer.peer.text, name, organisation.text),
          peer: peer.peer, organisation: organisation, day: consent.until,
          since: max(consent.from, consent.until.adding(-days)),
          facts: .consentEnds(consent.id, consent.story, until: consent.until, daysLeft: left),
          cause: ["consent", peer.peer.text, name].joined(separator: "\u{1F}"))
      }
    }
  }
}

extension PeerRecord {
  /// Whether withdrawals have left anything of a consent to an organisation.
  func grantsAnything(consentAt place: Int, to organisation: OrganisationID) -> Bool {
    let consent = consents[place]
    guard consent.organisations.contains(organisation),
      !joining.endedBefore.contains(place)
    else { return false }
    let reaching = revocations.filter { $0.reaches(consent, at: place) }
    guard !reaching.isEmpty else { return true }
    return consent.purposes.words.contains { purpose in
      consent.channels.words.contains { channel in
        !reaching.contains {
          $0.scope.matches(
            story: consent.story, organisation: organisation, purpose: purpose, channel: channel,
            consent: consent)
        }
      }
    }
  }

  /// The organisations to which a consent grants something on a day.
  func organisationsGranted(on day: Day) -> Set<OrganisationID> {
    var granted: Set<OrganisationID> = []
    for (place, consent) in consents.enumerated()
    where consent.onlyFor == nil && consent.isInForce(on: day) {
      for organisation in consent.organisations
      where !granted.contains(organisation)
        && grantsAnything(consentAt: place, to: organisation)
      {
        granted.insert(organisation)
      }
    }
    return granted
  }

  /// Whether another consent of the same story to an organisation reaches farther.
  fileprivate func isRenewed(consentAt place: Int, for organisation: OrganisationID) -> Bool {
    let ending = consents[place]
    return consents.indices.contains { other in
      let consent = consents[other]
      return consent.story == ending.story && consent.until > ending.until
        && consent.onlyFor == nil && grantsAnything(consentAt: other, to: organisation)
    }
  }
}
