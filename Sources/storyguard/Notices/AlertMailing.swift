import ConsentRegistry
import LedgerStore
import Notation

/// One message for each custodian who can be reached: how many alerts there are, and how to look.
struct AlertMailing {
  private let reading: AlertReading
  private let found: AlertsFound

  init(_ reading: AlertReading, _ found: AlertsFound) {
    self.reading = reading
    self.found = found
  }

  /// Keeps the messages until they are sent; says in a line what came of it.
  func keep(in ledger: Ledger) throws -> String {
    guard !found.alerts.isEmpty else { return "No message: there is nothing to tell.\n" }
    let mail = AlertMail(
      counts: found.counts, knownAt: reading.knownAt, since: reading.since, on: reading.day,
      severity: reading.severity)
    let keys = found.alerts.flatMap(\.items).map(\.key)
    var (new, before) = (0, 0)
    for place in try ledger.roles().given.keys.sorted() where place.role == .custodian {
      guard try ledger.address(of: place) != nil else { continue }
      if try ledger.keep(mail, of: keys, for: place.id, at: reading.moment.now) {
        new += 1
      } else {
        before += 1
      }
    }
    guard new + before > 0 else {
      return "No message: no custodian has an address yet. "
        + "`storyguard role set custodian ID --no-organisation --contact ADDRESS` gives one.\n"
    }
    guard new > 0 else { return "No message: these have been told before.\n" }
    return "\(counted(new, "message")) will be sent by `storyguard notice send`.\n"
  }
}

extension NoticeMessage {
  /// A message about alerts: how many of which severity, and how to see the same ones.
  init(_ mail: AlertMail) {
    var line = "storyguard alerts --as-known-at \(mail.knownAt)"
    if let since = mail.since { line += " --since \(since)" }
    if let day = mail.on { line += " --on \(day)" }
    if let severity = mail.severity { line += " --severity \(severity.code)" }
    self.init(
      subject: NoticeMessage.subject,
      body: """
        There is something to look at: \(AlertsSheet.words(mail.counts)).

        To see just these:

            \(line)

        To see how it stands by now:

            storyguard alerts

        """)
  }
}
