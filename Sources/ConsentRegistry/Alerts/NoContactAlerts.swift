/// `org.noContact`: an organisation hasn't been in touch since a peer told their story for it.
///
/// Told on 1 May 2026 after an ask here, with 60 days: on 30 June nothing is told, from 1 July it
/// is, through 1 May 2027. A check-in, training or supervision, and an offer of work are contact;
/// another ask isn't, and neither is the pay. A check-in counts as either side says, until the peer
/// says that there was none.
extension AlertSearch {
  func noContact(with peer: ReportedPeer) -> [AlertItem] {
    let wait = peer.registrys.alerts.noContactDays
    return peer.noContact(within: wait).compactMap { missed in
      // Whoever was called too late was called.
      guard missed.contactedOn == nil else { return nil }
      return AlertItem(
        .orgNoContact,
        key: AlertKey(
          .orgNoContact, peer.peer.text, missed.organisation.text, missed.use.text),
        peer: peer.peer, organisation: missed.organisation, day: missed.lastTelling,
        since: missed.lastTelling.adding(wait + 1),
        facts: .noContact(missed.engagement, missed.use, daysAgo: missed.days))
    }
  }
}
