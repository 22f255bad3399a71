import ConsentRegistry
import Foundation
import Seeded
import Testing

@testable import LedgerStore

/// One chain goes, and every other, and every checkpoint that saw it, stays whole.
@Suite struct `An erasure` {
  @Test func `in every order leaves the others and all checkpoints whole, and its words nowhere`()
    throws
  {
    var dice = SeededDice(seed: 16)
    for _ in 0..<Soak.count(40) {
      try withFolder { folder in
        let path = "\(folder)/ledger.db"
        var here = ["ada", "bo", "cleo", "dov"]
        let ledger = try Invented.registry(at: path, peers: here)
        var hour = 24 * here.count
        for name in here.shuffled(using: &dice).prefix(dice.int(1...4)) {
          let peer: PeerID = try Invented.id(name)
          #expect(try holds(folder, name))
          let erased = try ledger.erase(
            peer, told: 2, day: Invented.day("2026-05-09"),
            by: Actor(role: .peer, id: name), at: Invented.hours(hour))
          #expect(erased)
          here.removeAll { $0 == name }
          #expect(try ledger.audit().findings == [])
          #expect(try ledger.record(of: peer) == nil)
          #expect(try ledger.peers().map(\.id.text) == here)
          #expect(try !holds(folder, name), "\(name) stands somewhere")
          // A new peer takes a number that is free again, and the next day lays a checkpoint.
          let new: PeerID = try Invented.id("new-\(hour)")
          hour += 30
          #expect(
            try ledger.append(
              [
                Draft(
                  PeerRecord(peer: new),
                  [.peerAdded(zone: .utc, isClaimed: true, words: PeerWords())])
              ], organisations: [:], by: Invented.custodian, at: Invented.hours(hour)))
          here.append(new.text)
          #expect(try ledger.audit().findings == [])
        }
      }
    }
  }

  @Test func `hides no damage: what was changed before or after it is found by its checkpoint`()
    throws
  {
    for chain in [1, 3] {
      try withFolder { folder in
        let path = "\(folder)/ledger.db"
        do {
          let ledger = try Invented.registry(at: path)
          try ledger.erase(
            try Invented.id("bo"), told: 0, day: Invented.day("2026-05-09"),
            by: Invented.custodian, at: Invented.hours(100))
        }
        do {
          let connection = try Connection(path: path, mode: .readWrite)
          try connection.execute("PRAGMA foreign_keys = OFF")
          for table in chainTables { try connection.execute(table.delete(chain)) }
          try connection.execute("DELETE FROM chain WHERE number = \(chain)")
        }
        let findings = try Ledger(path: path, mode: .readOnly, tools: Invented.tools).audit()
          .findings
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.chain == "registry" && $0.fault == .checkpoint })
      }
    }
  }

  @Test func `takes the id out of what an earlier version wrote on the registry's own chain`()
    throws
  {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let head = try #require(try ledger.head(ofChain: ChainHead.registryName))
      let moment = Invented.hours(140)
      try ledger.connection.immediate { () throws(LedgerError) in
        // As it was written: whoever came first that day stands there as its actor.
        var head = head
        let heads = try ledger.headsDigest(before: moment)
        let checkpoint = RegistryHappening.checkpoint(
          before: moment, chains: heads.chains, digest: heads.digest)
        try ledger.write(
          kind: checkpoint.kind, version: 1, body: checkpoint.body,
          by: Actor(role: .peer, id: "bo"), at: moment, to: &head)
        try ledger.keep(head)
        try ledger.run("UPDATE registry SET latest = \(moment.milliseconds)")
      }
      #expect(try ledger.audit().findings == [])
      try ledger.erase(
        try Invented.id("bo"), told: 0, day: Invented.day("2026-05-09"), by: Invented.custodian,
        at: Invented.hours(150))
      #expect(try ledger.audit().findings == [])
      let named = try ledger.first("SELECT count(*) FROM entry WHERE actor = 'bo'") { $0.int64(0) }
      #expect(named == 0)
    }
  }

  @Test func `goes through every table that says something of one peer`() throws {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      #expect(try ledger.tablesWithChains() == chainTables.map(\.name).sorted())
      #expect(try ledger.tablesWithPeers() == namingTables.map(\.name).sorted())
      try ledger.run("CREATE TABLE later (chain INTEGER NOT NULL REFERENCES chain) STRICT")
      #expect(throws: LedgerError.tableLeftOut) {
        try ledger.erase(
          try Invented.id("bo"), told: 0, day: Invented.day("2026-05-09"),
          by: Invented.custodian, at: Invented.hours(150))
      }
      #expect(try ledger.record(of: Invented.id("bo")) != nil)
    }
  }

  @Test func `takes records that were joined with it, and nobody else's`() throws {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let (ada, bo, cleo): (PeerID, PeerID, PeerID) = (
        try Invented.id("ada"), try Invented.id("bo"), try Invented.id("cleo")
      )
      for (place, (other, keep)) in [(ada, bo), (bo, cleo)].enumerated() {
        let joined = try Desk(
          ledger: ledger, policies: ledger.policies(), actor: Invented.custodian,
          moment: Moment(now: Invented.hours(110 + place)), newID: { "id" }
        ).merge(
          other, into: keep,
          history: { (peer) throws(LedgerError) in try ledger.history(of: peer) },
          untold: { (peer) throws(LedgerError) in try ledger.untoldNotices(of: peer) },
          rename: ledger.renamed)
        #expect(joined.engagements > 0)
        #expect(try ledger.audit().findings == [])
        #expect(try ledger.record(of: other)?.mergedInto == keep)
      }
      #expect(try ledger.mergedPeers() == [ada: cleo, bo: cleo])
      let (read, folded) = (
        try ledger.record(of: cleo), try ledger.record(of: cleo, asKnownAt: nil)
      )
      #expect(try Set(#require(read).engagements) == Set(#require(folded).engagements))
      #expect(read?.formerly == [bo, ada])
      try ledger.erase(
        cleo, told: 0, day: Invented.day("2026-05-09"), by: Invented.custodian,
        at: Invented.hours(130))
      #expect(try ledger.audit().findings == [])
      for name in ["ada", "bo", "cleo"] { #expect(try !holds(folder, name)) }
      #expect(try holds(folder, "dov"))
    }
  }

  /// Whether a name, as an id or in somebody's words, stands in any file of a folder.
  private func holds(_ folder: String, _ name: String) throws -> Bool {
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let bytes = try Data(contentsOf: URL(filePath: folder + "/" + file))
      for word in ["\(name) Planted", "peer:\(name)", "\(name)-e1"]
      where bytes.range(of: Data(word.utf8)) != nil { return true }
    }
    return false
  }
}
