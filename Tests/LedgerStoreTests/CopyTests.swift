import ConsentRegistry
import Foundation
import Seeded
import Testing

@testable import LedgerStore

/// The copy of their record that a peer takes away, and backups of the whole.
struct CopyTests {
  @Test func `A peer's copy proves itself, and every single byte that is changed in it is found`()
    throws
  {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let copy = try ledger.ownCopy(of: Invented.id("bo"), written: Invented.day("2026-05-09"))
      let audit = try CopyAudit(copy, tools: Invented.tools)
      #expect(audit.faults == [])
      #expect(audit.entries == (try Invented.happenings(of: "bo").count))
      #expect(try audit.heads == ledger.heads().filter { $0.chain == "peer:bo" })
      for word in ["bo Planted choirs", "bo Planted court"] {
        #expect(String(decoding: copy, as: UTF8.self).contains(word))
      }
      #expect(!String(decoding: copy, as: UTF8.self).contains("ada Planted"))

      var dice = SeededDice(seed: 26)
      let places =
        Soak.isOn
        ? Array(copy.indices) : (0..<1_500).map { _ in dice.int(0...copy.count - 1) }
      for place in places {
        var changed = copy
        changed[place] ^= UInt8(1 << dice.int(0...7))
        let found = (try? CopyAudit(changed, tools: Invented.tools)).map { !$0.faults.isEmpty }
        #expect(found ?? true, "byte \(place)")
      }
      for count in [0, 1, copy.count / 2, copy.count - 1] {
        let cut = try? CopyAudit(Array(copy.prefix(count)), tools: Invented.tools)
        #expect(cut.map { !$0.faults.isEmpty } ?? true)
      }
    }
  }

  @Test func `What was changed in a copy is named by its entry`() throws {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let copy = try ledger.ownCopy(of: Invented.id("bo"), written: Invented.day("2026-05-09"))
      var lines = String(decoding: copy, as: UTF8.self).components(separatedBy: "\n")
      lines[8] = lines[8].replacingOccurrences(of: "care", with: "cage")
      lines[1] = lines[1].replacingOccurrences(of: "bo Planted choirs", with: "bo Planted chairs")
      lines.remove(at: 20)
      let audit = try CopyAudit(
        Array(lines.joined(separator: "\n").utf8), tools: Invented.tools)
      for (revision, fault) in [
        (1, AuditFinding.Fault.personal), (8, .digest), (21, .order), (21, .link),
      ] {
        #expect(
          audit.faults.contains(
            .entry(AuditFinding(chain: "peer:bo", revision: revision, fault: fault))))
      }
      #expect(audit.faults.last == .bytes)
    }
  }

  @Test func `A backup is one file for its owner alone, and says the same as the registry`() throws
  {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let report = try ledger.backUp(to: "\(folder)/backup.db")
      #expect(report.findings == [])
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(files.filter { $0.hasPrefix("backup") } == ["backup.db"])
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/backup.db")
      #expect((attributes[.posixPermissions] as? Int) == 0o600)
      let copy = try Ledger(path: "\(folder)/backup.db", mode: .readOnly, tools: Invented.tools)
      #expect(try copy.heads() == ledger.heads())
      #expect(try copy.seal() == ledger.seal())
      #expect(throws: (any Error).self) { try ledger.backUp(to: "\(folder)/backup.db") }
      #expect(try copy.audit().findings == [])
    }
  }
}
