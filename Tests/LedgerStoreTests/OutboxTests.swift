import ConsentRegistry
import Testing

@testable import LedgerStore

@Suite struct `The outbox` {
  @Test func `of several runs one has a notice, until it is sent or the claim has ended`() throws {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      try Invented.registry(at: path)
      let one = try Ledger(path: path, tools: Invented.tools)
      let other = try Ledger(path: path, tools: Invented.tools)
      let number = try #require(try one.waitingNotices().first).number
      let now = Invented.hours(96)
      #expect(try one.claim(number, at: now))
      #expect(try !other.claim(number, at: now))
      // A run that was killed never gives back; its claim ends by itself.
      let later = Instant(milliseconds: now.milliseconds + Ledger.claimLasts)
      #expect(try !other.claim(number, at: Instant(milliseconds: later.milliseconds - 1)))
      #expect(try other.claim(number, at: later))
      try other.giveBack(number)
      #expect(try one.claim(number, at: later))
      try one.end(number, wasSent: true, at: later)
      #expect(try !other.claim(number, at: Invented.hours(200)))
      #expect(try other.notice(numbered: number.lowercased())?.sent == later)
      #expect(try !one.waitingNotices().contains { $0.number == number })
      // When something was sent stands in no entry, and an audit has nothing to say about it.
      #expect(try one.audit().findings == [])
    }
  }

  @Test func `what happened before there were notices is told to nobody`() throws {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      do { try Invented.registry(at: path, isOld: true) }
      try Invented.takeBack(path)
      let ledger = try Ledger(path: path, tools: Invented.tools)
      #expect(try ledger.waitingNotices().isEmpty)
      let ada: PeerID = try Invented.id("ada")
      let record = try #require(try ledger.record(of: ada))
      let cancelled = Happening.booking(
        .cancelledByOrganiser(
          try Invented.id("ada-e3"), sessions: [0], day: try Invented.day("2026-05-05")))
      #expect(
        try ledger.append(
          [Draft(record, [cancelled])], organisations: [:], by: Invented.custodian,
          at: Invented.hours(96)))
      #expect(try ledger.waitingNotices().map(\.notice.code) == [.cancelledByOrganiser])
      #expect(try ledger.audit().findings == [])
    }
  }

  @Test func `the help text is the last one, and stays out of every body`() throws {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      #expect(try ledger.helpText() == nil)
      for text in ["Planted line: 1", "Planted line: 2"] {
        try ledger.append(
          toRegistry: [.helpTextSet(text)], by: Invented.custodian, at: Invented.hours(96))
      }
      #expect(try ledger.helpText() == "Planted line: 2")
      let bare = try ledger.first("SELECT count(*) FROM entry WHERE instr(body, 'Planted') > 0") {
        $0.int64(0)
      }
      #expect(bare == 0)
      #expect(try ledger.audit().findings == [])
    }
  }
}
