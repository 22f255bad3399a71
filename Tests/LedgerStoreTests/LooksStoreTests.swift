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
      func look(_ name: String, from starts: Day, on day: Day) throws -> Look {
        Look(organisation: one, peer: try Invented.id(name), starts: starts, day: day)
      }
      for name in ["ada", "nobody"] {
        for number in 0..<10 {
          let first = try look(name, from: today.adding(number), on: today)
          #expect(try ledger.note(first, at: Invented.hours(72)) == nil)
        }
      }
      // Opened anew, so that nothing is remembered.
      let again = try Ledger(path: path, tools: Invented.tools)
      for name in ["ada", "nobody"] {
        let eleventh = try look(name, from: today.adding(20), on: today)
        #expect(try again.note(eleventh, at: Invented.hours(72)) == today.adding(30))
        let later = try look(name, from: today.adding(20), on: today.adding(30))
        #expect(try again.note(later, at: Invented.hours(72)) == nil)
      }
      // With a draft, it is noted as the draft is added, or not at all.
      let ada = try #require(try again.record(of: Invented.id("ada")))
      for (number, isAdded) in [true, false].enumerated() {
        let with = try look("ada", from: today.adding(number), on: today.adding(30))
        #expect(
          try again.append(
            [Draft(ada, [.toldElsewhere(day: today)], look: with)], organisations: [:],
            by: Invented.custodian, at: Invented.hours(73)) == isAdded)
        #expect(
          try again.looks(by: one, at: ada.peer).latest[today.adding(number)]
            == (isAdded ? today.adding(30) : nil))
      }
      let rows = try again.first("SELECT count(*), min(length(peer)) FROM look") {
        (Int($0.int64(0)), Int($0.int64(1)))
      }
      #expect(rows?.0 == 3 && rows?.1 == 20)
      #expect(throws: LedgerError.clockWentBack) {
        try again.note(look("nobody", from: today, on: today), at: Invented.hours(-1))
      }
      #expect(try again.audit().findings == [])
    }
  }
}
