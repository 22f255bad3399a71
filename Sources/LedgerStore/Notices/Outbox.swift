package import ConsentRegistry
import Notation

/// A notice as it waits to be sent, or was sent.
package struct KeptNotice: Sendable {
  /// Its number, which tells nothing.
  package let number: String
  /// Whose chain it follows from.
  package let peer: PeerID
  /// What it is.
  package let notice: Notice
  /// When what it tells was recorded.
  package let created: Instant
  /// When it was sent; nothing while it waits.
  package let sent: Instant?
}

/// Sending: each notice is claimed first, so that of several runs only one has it.
///
/// A run that was killed leaves its claim behind, which ends by itself; the notice is then tried
/// again. Nobody can tell whether it had gone out just before: so a file has the notice's number
/// for its name, and a mail a Message-ID made of it. Sent twice, it is there once.
extension Ledger {
  /// How long a run has a notice for itself, in milliseconds: ten minutes.
  package static var claimLasts: Int { 600_000 }

  /// The notices that haven't been sent and may still be wanted, the oldest first.
  package func waitingNotices() throws(LedgerError) -> [KeptNotice] {
    try notices(
      """
      SELECT notice.number, peer.id, notice.ended, \(columns: NoticeRow.columns) FROM notice
      JOIN peer ON peer.chain = notice.chain WHERE notice.ended IS NULL
      ORDER BY notice.created, notice.chain, notice.revision, notice.place
      """)
  }

  /// The notices that were sent, and those that wait, by when they were recorded.
  package func sentAndWaitingNotices() throws(LedgerError) -> [KeptNotice] {
    try notices(
      """
      SELECT notice.number, peer.id, notice.ended, \(columns: NoticeRow.columns) FROM notice
      JOIN peer ON peer.chain = notice.chain WHERE notice.ended IS NULL OR notice.sent = 1
      ORDER BY notice.created, notice.chain, notice.revision, notice.place
      """)
  }

  /// The notice of a number, however it is typed.
  package func notice(numbered typed: String) throws(LedgerError) -> KeptNotice? {
    try notices(
      """
      SELECT notice.number, peer.id, notice.ended, \(columns: NoticeRow.columns) FROM notice
      JOIN peer ON peer.chain = notice.chain WHERE notice.number = \(PrintedNumber.tidied(typed))
      """
    ).first
  }

  /// Claims a notice for one run; says whether the run has it now.
  package func claim(_ number: String, at now: Instant) throws(LedgerError) -> Bool {
    try connection.immediate { () throws(LedgerError) -> Bool in
      try self.run(
        """
        UPDATE notice SET claimed = \(now.milliseconds + Ledger.claimLasts)
        WHERE number = \(number) AND ended IS NULL
          AND (claimed IS NULL OR claimed <= \(now.milliseconds))
        """)
      return self.connection.changes == 1
    }
  }

  /// Gives a claim back: the notice is tried again next time.
  package func giveBack(_ number: String) throws(LedgerError) {
    try run("UPDATE notice SET claimed = NULL WHERE number = \(number) AND ended IS NULL")
  }

  /// Notes that a notice was sent, or that it had nothing left to tell.
  package func end(_ number: String, wasSent: Bool, at now: Instant) throws(LedgerError) {
    try run(
      """
      UPDATE notice SET ended = \(now.milliseconds), sent = \(wasSent), claimed = NULL
      WHERE number = \(number) AND ended IS NULL
      """)
  }

  private func notices(_ sql: SQL) throws(LedgerError) -> [KeptNotice] {
    var notices: [KeptNotice] = []
    try rows(sql) { row in
      guard let peer = PeerID(row.text(1)), let kept = NoticeRow(row, from: 3) else { return }
      notices.append(
        KeptNotice(
          number: row.text(0), peer: peer, notice: kept.notice,
          created: Instant(milliseconds: kept.created),
          sent: row.isNull(2) ? nil : Instant(milliseconds: Int(row.int64(2)))))
    }
    return notices
  }

  /// Whom to turn to for help, as it stands in each message to a peer, if anybody has written it.
  package func helpText() throws(LedgerError) -> String? {
    guard let head = try head(ofChain: ChainHead.registryName) else { return nil }
    let texts = try personalTexts(ofChain: head.number)
    var latest: String?
    try forEachEntry(of: head, only: "help.text") { (stored) throws(LedgerError) in
      if case .helpTextSet(let text) = try self.registryHappening(stored, texts) { latest = text }
    }
    return latest
  }
}
