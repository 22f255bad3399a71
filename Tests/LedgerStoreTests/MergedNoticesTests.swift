import ConsentRegistry
import Testing

@testable import LedgerStore

/// Notices of a record that is joined to another: each is told once, before or after.
@Suite struct `A record that is joined to another` {
  @Test func `moves on what waits to be told, and nothing that was told`() throws {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let (ada, bo): (PeerID, PeerID) = (try Invented.id("ada"), try Invented.id("bo"))
      let before = try ledger.waitingNotices()
      let sent = Set(
        before.filter { $0.peer == ada }.enumerated().filter { $0.0 % 2 == 0 }.map(\.1.number))
      for number in sent { try ledger.end(number, wasSent: true, at: Invented.hours(100)) }
      let left = before.filter { !sent.contains($0.number) }
      let letGo = try merge(ada, into: bo, in: ledger).letGo.engagements
      let after = try ledger.waitingNotices()
      let own = before.filter { $0.peer == bo }.map(\.number)
      // What the joining itself lets go is new, and told as such.
      let new = after.filter { $0.peer == bo && !own.contains($0.number) }.map(\.notice)
      let moved = new.prefix(new.count - letGo.count)
      let expected = left.filter { $0.peer == ada }.map(\.notice)
      #expect(!sent.isEmpty && !expected.isEmpty)
      #expect(moved.map(\.code) == expected.map(\.code) && moved.map(\.due) == expected.map(\.due))
      #expect(moved.map(\.engagement) == expected.map(\.engagement))
      #expect(moved.allSatisfy { $0.reader.role != .peer || $0.reader.id == "bo" })
      #expect(after.count == left.count + letGo.count && !after.contains { $0.peer == ada })
      #expect(try ledger.audit().findings == [])
      // What is new in the joined record is told as ever.
      let record = try #require(try ledger.record(of: bo))
      let offer = WorkOffer(
        id: try Invented.id("new"), organisation: try Invented.id("o1"), coordinator: nil,
        day: nil, minutes: 30, pay: .unpaid, words: nil,
        offeredOn: try Invented.day("2026-05-06"), replyUntil: try Invented.day("2026-05-13"))
      #expect(
        try ledger.append(
          [Draft(record, [.work(.offered(offer))])], organisations: [:], by: Invented.custodian,
          at: Invented.hours(121)))
      #expect(try ledger.waitingNotices().count == after.count + 1)
      #expect(try ledger.audit().findings == [])
    }
  }

  @Test func `sends no notice twice that goes out while it is joined`() throws {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let (ada, bo): (PeerID, PeerID) = (try Invented.id("ada"), try Invented.id("bo"))
      let before = try ledger.waitingNotices()
      let first = try #require(before.first { $0.peer == ada })
      let joined = try merge(ada, into: bo, in: ledger) {
        try ledger.end(first.number, wasSent: true, at: Invented.hours(110))
      }
      #expect(
        try ledger.waitingNotices().count == before.count - 1 + joined.letGo.engagements.count)
      #expect(try ledger.audit().findings == [])
    }
  }

  /// Joins one record to another; something else is done once what waits has been read.
  private func merge(
    _ other: PeerID, into keep: PeerID, in ledger: Ledger, meanwhile: () throws -> Void = {}
  ) throws -> Joined {
    var isDone = false
    return try Desk(
      ledger: ledger, policies: ledger.policies(), actor: Invented.custodian,
      moment: Moment(now: Invented.hours(120)), newID: { "id" }
    ).merge(
      other, into: keep,
      history: { (peer) throws(LedgerError) in try ledger.history(of: peer) },
      untold: { (peer) throws(LedgerError) in
        let untold = try ledger.untoldNotices(of: peer)
        if !isDone { try? meanwhile() }
        isDone = true
        return untold
      },
      rename: ledger.renamed)
  }
}
