/// `pay.overdue`: an organisation hasn't paid what it owes a peer.
///
/// A talk on 1 May 2026 with 30 days to pay: nothing is told on 31 May; from 1 June on it is, until
/// it is paid. Each part of what was offered is an item of its own.
extension AlertSearch {
  func payOverdue(to peer: ReportedPeer) -> [AlertItem] {
    peer.dues(for: reader).compactMap { given in
      guard given.isOverdue else { return nil }
      let due = given.due
      return AlertItem(
        .payOverdue, key: key(due.cause, of: peer.peer), peer: peer.peer,
        organisation: due.organisation, day: due.dueOn, since: due.dueOn.adding(1),
        facts: .pay(
          due.cause, amount: due.amount, dueOn: due.dueOn,
          isMissed: given.isMissing))
    }
  }

  private func key(_ cause: Due.Cause, of peer: PeerID) -> AlertKey {
    switch cause {
    case .engagement(let id, let kind):
      AlertKey(.payOverdue, peer.text, "engagement", id.text, kind.code)
    case .work(let id): AlertKey(.payOverdue, peer.text, "work", id.text)
    case .fee(let id): AlertKey(.payOverdue, peer.text, "fee", id.text)
    }
  }
}
