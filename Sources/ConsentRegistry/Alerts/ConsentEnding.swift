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
        guard
          record.left(of: consent, at: place, on: peer.day).organisations.contains(organisation),
          !record.isRenewed(consentAt: place, for: organisation, on: peer.day)
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
  /// Whether another consent of the same story to an organisation reaches farther.
  fileprivate func isRenewed(
    consentAt place: Int, for organisation: OrganisationID, on day: Day
  ) -> Bool {
    let ending = consents[place]
    return consents.indices.contains { other in
      let consent = consents[other]
      return consent.story == ending.story && consent.until > ending.until
        && consent.onlyFor == nil
        && left(of: consent, at: other, on: day).organisations.contains(organisation)
    }
  }
}
