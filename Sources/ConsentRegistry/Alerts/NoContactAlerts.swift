/// `org.noContact`: an organisation hasn't been in touch since a peer told their story for it.
///
/// Told on 1 May 2026 after an ask here, with 60 days: on 30 June nothing is told, from 1 July it
/// is, through 1 May 2027. A check-in, training or supervision, and an offer of work are contact;
/// another ask isn't, and neither is the pay. A check-in counts as either side says, until the peer
/// says that there was none.
extension AlertSearch {
  func noContact(with peer: ReportedPeer) -> [AlertItem] {
    var last: [OrganisationID: (engagement: EngagementID, session: EngagementRecord.Session)] = [:]
    for engagement in peer.record.engagements where engagement.wasAskedForHere {
      for session in engagement.sessions
      where session.kind == .telling && session.state.tookPlace && session.first <= peer.day {
        if let known = last[engagement.organisation]?.session,
          (session.last, session.use) <= (known.last, known.use)
        {
          continue
        }
        last[engagement.organisation] = (engagement.id, session)
      }
    }
    return last.sorted { $0.key < $1.key }.compactMap { organisation, telling in
      let days = telling.session.last.days(until: peer.day)
      let wait = peer.registrys.alerts.noContactDays
      guard days > wait, days <= AlertArithmetic.year,
        !peer.record.contacts(with: organisation).contains(where: {
          telling.session.first <= $0 && $0 <= peer.day
        })
      else { return nil }
      return AlertItem(
        .orgNoContact,
        key: AlertKey(
          .orgNoContact, peer.peer.text, organisation.text, telling.session.use.text),
        peer: peer.peer, organisation: organisation, day: telling.session.last,
        since: telling.session.last.adding(wait + 1),
        facts: .noContact(telling.engagement, telling.session.use, daysAgo: days))
    }
  }
}

extension PeerRecord {
  /// The days on which an organisation was in touch with the peer without wanting their story.
  ///
  /// An offer of work counts also where it was listed silently: why it was is the peer's own.
  fileprivate func contacts(with organisation: OrganisationID) -> [Day] {
    let checkIns = engagements.filter {
      $0.organisation == organisation && !owing.checkInsMissed.contains($0.id)
    }.flatMap { (owing.checkInsSaid[$0.id] ?? []) + (owing.checkInsConfirmed[$0.id] ?? []) }
    let given = owing.contributions.filter { $0.organisation == organisation }.map(\.day)
    let offered = work.items.filter { $0.offer.organisation == organisation }
      .map(\.offer.offeredOn)
    return checkIns + given + offered
  }
}
