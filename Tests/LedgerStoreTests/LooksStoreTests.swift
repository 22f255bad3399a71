import ConsentRegistry
import Testing

@testable import LedgerStore

/// The start days asked about, kept in the file.
struct LooksStoreTests {
  @Test func `what was asked about is kept, by a fingerprint, for those who aren't here too`()
    throws
  {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      let ledger = try Invented.registry(at: path, peers: ["ada"])
      let one: OrganisationID = try Invented.id("o1")
      let today = try Invented.day("2026-05-04")
      for name in ["ada", "nobody"] {
        for number in 0..<10 {
          let next = try ledger.withLooks(
            by: one, at: Invented.id(name), now: Invented.hours(72)
          ) { $0.ask(about: today.adding(number), on: today) }
          #expect(next == nil)
        }
      }
      // Opened anew, so that nothing is remembered.
      let again = try Ledger(path: path, tools: Invented.tools)
      for name in ["ada", "nobody"] {
        let peer: PeerID = try Invented.id(name)
        let next = try again.withLooks(by: one, at: peer, now: Invented.hours(72)) {
          $0.ask(about: today.adding(20), on: today)
        }
        #expect(next == today.adding(30))
        let later = try again.withLooks(by: one, at: peer, now: Invented.hours(72)) {
          $0.ask(about: today.adding(20), on: today.adding(30))
        }
        #expect(later == nil)
      }
      let rows = try again.first("SELECT count(*), min(length(peer)) FROM look") {
        (Int($0.int64(0)), Int($0.int64(1)))
      }
      #expect(rows?.0 == 2 && rows?.1 == 20)
      #expect(throws: LedgerError.clockWentBack) {
        try again.withLooks(by: one, at: Invented.id("nobody"), now: Invented.hours(-1)) { _ in }
      }
      #expect(try again.audit().findings == [])
    }
  }
}
