/// `care.overdue`: an organisation hasn't checked in with a peer after a telling.
///
/// A talk that ended on 1 May 2026, with one day to check in: nothing is told on 2 May; from 3 May
/// on it is, until somebody says that it was made.
extension AlertSearch {
  func careOverdue(to peer: ReportedPeer) -> [AlertItem] {
    peer.checkIns(for: reader).compactMap { checkIn, _ in
      guard checkIn.state(on: peer.day) == .overdue else { return nil }
      return AlertItem(
        .careOverdue,
        key: AlertKey(.careOverdue, peer.peer.text, checkIn.engagement.text),
        peer: peer.peer, organisation: checkIn.organisation, day: checkIn.dueOn,
        since: checkIn.dueOn.adding(1),
        facts: .checkIn(
          checkIn.engagement, dueOn: checkIn.dueOn, isMissed: checkIn.isMissed))
    }
  }
}
