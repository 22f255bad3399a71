/// `removal.overdue`: something that a peer has withdrawn should have been taken down by now.
///
/// Withdrawn on 9 June 2026 with 30 days: nothing is told on 9 July; from 10 July on it is, until
/// somebody says what became of it.
extension AlertSearch {
  func removalsOverdue(for peer: ReportedPeer) -> [AlertItem] {
    peer.record.placements.all.compactMap { kept in
      let kept = kept.known(on: peer.day)
      guard let task = kept.openTask, task.isOverdue(on: peer.day) else { return nil }
      let placement = kept.placement
      return AlertItem(
        .removalOverdue,
        key: AlertKey(.removalOverdue, peer.peer.text, placement.id.text),
        peer: peer.peer, organisation: placement.organisation, day: task.deadline,
        since: task.deadline.adding(1),
        facts: .removal(
          placement.id, placement.use, placement.medium, holder: placement.holder, task))
    }
  }
}
