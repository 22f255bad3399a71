package import ConsentRegistry

/// How many alerts of which severity there are, and how whoever reads it finds the same ones again.
///
/// It names nobody: no peer, no organisation, no code.
package struct AlertMail: Equatable, Sendable {
  /// How many alerts of each severity.
  package let counts: [Severity: Int]
  /// As of which moment they are known.
  package let knownAt: Instant
  /// The moment since which they are new, if only news is told.
  package let since: Instant?
  /// The day for which they were worked out, if that was said.
  package let on: Day?
  /// The least severity that is told, if that was said.
  package let severity: Severity?

  /// A message from all that it says.
  package init(
    counts: [Severity: Int], knownAt: Instant, since: Instant?, on: Day?, severity: Severity?
  ) {
    self.counts = counts
    self.knownAt = knownAt
    self.since = since
    self.on = on
    self.severity = severity
  }
}

/// A message about alerts as it waits to be sent, or was sent.
package struct KeptAlertMail: Sendable {
  /// Its number, which tells nothing.
  package let number: String
  /// Which custodian it is for, by id.
  package let custodian: String
  /// What it says.
  package let mail: AlertMail
  /// When it was made.
  package let created: Instant
  /// When it was sent; nothing while it waits.
  package let sent: Instant?
}

/// Messages about alerts: kept until they are sent, so that the same alerts aren't sent twice.
///
/// The number is a digest of the custodian and of all items' keys, worked out with the file's
/// secret: the same set has the same number, whoever works it out and however often. Nothing else
/// is kept of the items. No entry knows of these messages, so no audit compares them.
extension Ledger {
  /// Keeps a message for a custodian about a set of alerts; says whether it is a new one.
  package func keep(
    _ mail: AlertMail, of keys: some Sequence<AlertKey>, for custodian: String, at now: Instant
  ) throws(LedgerError) -> Bool {
    let items = keys.map(\.text).sorted().joined(separator: "\0")
    let number = PrintedNumber.text(of: try keyed("alerts\0\(custodian)\0\(items)"))
    func count(_ severity: Severity) -> Int { mail.counts[severity] ?? 0 }
    return try connection.immediate { () throws(LedgerError) -> Bool in
      try self.run(
        """
        INSERT INTO alert_mail (number, custodian, critical, warning, notice, known, since, day,
          severity, created)
        VALUES (\(number), \(custodian), \(count(.critical)), \(count(.warning)),
          \(count(.notice)), \(mail.knownAt.milliseconds), \(mail.since?.milliseconds),
          \(mail.on?.number), \(mail.severity?.code), \(now.milliseconds))
        ON CONFLICT (number) DO NOTHING
        """)
      return self.connection.changes == 1
    }
  }

  /// The messages about alerts that wait, or were sent, the oldest first.
  package func alertMails(onlyWaiting: Bool) throws(LedgerError) -> [KeptAlertMail] {
    var mails: [KeptAlertMail] = []
    try rows(
      """
      SELECT number, custodian, critical, warning, notice, known, since, day, severity, created,
        ended
      FROM alert_mail WHERE ended IS NULL OR (sent = 1 AND \(!onlyWaiting))
      ORDER BY created, number
      """
    ) { row in
      mails.append(
        KeptAlertMail(
          number: row.text(0), custodian: row.text(1),
          mail: AlertMail(
            counts: [
              .critical: Int(row.int64(2)), .warning: Int(row.int64(3)),
              .notice: Int(row.int64(4)),
            ],
            knownAt: Instant(milliseconds: Int(row.int64(5))),
            since: row.isNull(6) ? nil : Instant(milliseconds: Int(row.int64(6))),
            on: row.isNull(7) ? nil : Day(stored: Int(row.int64(7))),
            severity: row.isNull(8) ? nil : Severity(code: row.text(8))),
          created: Instant(milliseconds: Int(row.int64(9))),
          sent: row.isNull(10) ? nil : Instant(milliseconds: Int(row.int64(10)))))
    }
    return mails
  }

  /// Claims a message about alerts for one run; says whether the run has it now.
  package func claimAlertMail(_ number: String, at now: Instant) throws(LedgerError) -> Bool {
    try connection.immediate { () throws(LedgerError) -> Bool in
      try self.run(
        """
        UPDATE alert_mail SET claimed = \(now.milliseconds + Ledger.claimLasts)
        WHERE number = \(number) AND ended IS NULL
          AND (claimed IS NULL OR claimed <= \(now.milliseconds))
        """)
      return self.connection.changes == 1
    }
  }

  /// Gives a claim back: the message is tried again next time.
  package func giveBackAlertMail(_ number: String) throws(LedgerError) {
    try run("UPDATE alert_mail SET claimed = NULL WHERE number = \(number) AND ended IS NULL")
  }

  /// Notes that a message about alerts was sent.
  package func endAlertMail(_ number: String, at now: Instant) throws(LedgerError) {
    try run(
      """
      UPDATE alert_mail SET ended = \(now.milliseconds), sent = 1, claimed = NULL
      WHERE number = \(number) AND ended IS NULL
      """)
  }
}
