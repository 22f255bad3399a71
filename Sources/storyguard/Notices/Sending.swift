import ConsentRegistry
import LedgerStore
import Notation

/// One run of sending: what went out, what has no address, and what couldn't be sent.
struct Sending {
  private(set) var sent: [String] = []
  private(set) var withoutAddress: [String] = []
  private(set) var failed: [String] = []

  /// Sends everything that may go out now; what another run has in hand is left to it.
  mutating func run(_ ledger: Ledger, to outbox: any Outbox, at moment: () throws -> Moment) throws
  {
    let help = try ledger.helpText()
    for kept in try ledger.waitingNotices() where try ledger.claim(kept.number, at: moment().now) {
      // Read only now: somebody may have answered, paused or withdrawn a moment ago.
      guard let record = try ledger.record(of: kept.peer) else {
        try ledger.giveBack(kept.number)
        continue
      }
      switch record.readiness(of: kept.notice, on: try moment().today(in: record.zone)) {
      case .later: try ledger.giveBack(kept.number)
      case .never: try ledger.end(kept.number, wasSent: false, at: moment().now)
      case .now:
        guard let address = try ledger.address(of: kept.notice.reader, record),
          outbox.reaches(address)
        else {
          withoutAddress.append(kept.number)
          try ledger.giveBack(kept.number)
          continue
        }
        let message = NoticeMessage(kept, help: help)
        if outbox.send(message, number: kept.number, to: address) {
          // A run that is killed just here sends it once more, when its claim has ended.
          try ledger.end(kept.number, wasSent: true, at: moment().now)
          sent.append(kept.number)
        } else {
          failed.append(kept.number)
          try ledger.giveBack(kept.number)
        }
      }
    }
    try sendAlerts(ledger, to: outbox, at: moment)
  }

  /// Sends what waits for custodians.
  private mutating func sendAlerts(
    _ ledger: Ledger, to outbox: any Outbox, at moment: () throws -> Moment
  ) throws {
    for kept in try ledger.alertMails(onlyWaiting: true)
    where try ledger.claimAlertMail(kept.number, at: moment().now) {
      guard let address = try ledger.address(of: Roles.Place(.custodian, kept.custodian)),
        outbox.reaches(address)
      else {
        withoutAddress.append(kept.number)
        try ledger.giveBackAlertMail(kept.number)
        continue
      }
      if outbox.send(NoticeMessage(kept.mail), number: kept.number, to: address) {
        try ledger.endAlertMail(kept.number, at: moment().now)
        sent.append(kept.number)
      } else {
        failed.append(kept.number)
        try ledger.giveBackAlertMail(kept.number)
      }
    }
  }

  var page: Page {
    Page(
      text: { _ in
        var text =
          sent.isEmpty ? "Nothing was sent.\n" : "Sent \(counted(sent.count, "message")).\n"
        if !withoutAddress.isEmpty {
          text +=
            "No address that works: \(counted(withoutAddress.count, "message")). "
            + "`storyguard notice list` says which.\n"
        }
        return text
      },
      json: {
        func list(_ numbers: [String]) -> JSON { .array(numbers.map(JSON.string)) }
        return [
          "sent": list(sent), "withoutAddress": list(withoutAddress), "failed": list(failed),
        ]
      })
  }
}

extension Ledger {
  /// How to reach the reader of a notice, if anybody has said so.
  func address(of reader: Notice.Reader, _ record: PeerRecord) throws -> String? {
    switch reader.role {
    case .peer: record.reach.address(or: record.words)
    case .coordinator: try address(of: Roles.Place(.coordinator, reader.id))
    case .holder: try address(of: Roles.Place(.holder, reader.id))
    }
  }
}
