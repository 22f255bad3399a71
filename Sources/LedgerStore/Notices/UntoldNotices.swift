package import ConsentRegistry

/// What waits to be told of a record that is joined to another: it moves on with the record.
extension Ledger {
  /// The notices of a peer that haven't been sent and may still be wanted.
  package func untoldNotices(of peer: PeerID) throws(LedgerError) -> [Notice] {
    guard let head = try head(ofChain: ChainHead.name(of: peer)) else { return [] }
    var notices: [Notice] = []
    try rows(
      """
      SELECT \(columns: NoticeRow.columns) FROM notice
      WHERE notice.chain = \(head.number) AND notice.ended IS NULL
      ORDER BY notice.revision, notice.place
      """
    ) { row in
      if let kept = NoticeRow(row, from: 0) { notices.append(kept.notice) }
    }
    return notices
  }

  /// Whether just that still waits which drafts move on from records that they join to others.
  ///
  /// A notice only ever goes from waiting to ended, and a new one moves the chain: as long as their
  /// number is the same, they are the same. Otherwise one was sent since, and mustn't go out twice.
  func isStillUntold(_ drafts: [Draft]) throws(LedgerError) -> Bool {
    for draft in drafts {
      for case .record(.joined(let peer, let untold, _)) in draft.happenings
      where try untoldNotices(of: peer).count != untold.count { return false }
    }
    return true
  }
}
