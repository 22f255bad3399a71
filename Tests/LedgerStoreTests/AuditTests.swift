import ConsentRegistry
import Foundation
import Seeded
import Testing

@testable import LedgerStore

@Suite struct `The audit` {
  /// The full count when the long run was asked for, otherwise a tenth.
  private static let flips =
    Soak.count(300)

  @Test func `every single bit that is flipped, anywhere, is found with its chain and revision`()
    throws
  {
    try withFolder { folder in
      let whole = "\(folder)/whole.db"
      do { #expect(try Invented.registry(at: whole).audit().findings == []) }
      var dice = SeededDice(seed: 2_026_05_01)
      var found: [String: Int] = [:]
      var places: [Flip.Place] = []
      var done = 0
      while done < Self.flips {
        // Every column has its turn before any has a second one.
        if places.isEmpty { places = Flip.places.shuffled(using: &dice) }
        let place = places.removeLast()
        let copy = "\(folder)/flipped.db"
        try? FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(atPath: whole, toPath: copy)
        guard let flip = try Flip(in: copy, at: place, &dice) else { continue }
        done += 1
        let findings = try Ledger(path: copy, mode: .readOnly, tools: Invented.tools).audit()
          .findings
        let isNamed = findings.contains { finding in
          flip.chains.contains(finding.chain)
            && (flip.revisions.map { $0.contains(finding.revision ?? -1) } ?? true)
        }
        #expect(isNamed, "\(flip) gave \(findings)")
        if isNamed { found[place.table.description, default: 0] += 1 }
      }
      #expect(found.values.reduce(0, +) == Self.flips)
      let tables = found.sorted { $0.key < $1.key }.map { "\($0.value) in \($0.key)" }
      print("Bits flipped: \(done); found: \(tables.joined(separator: ", ")).")
    }
  }

  @Test func `two entries that changed places are found, and one taken out of the middle`() throws {
    try tampering { connection in
      try connection.execute("UPDATE entry SET revision = -1 WHERE chain = 2 AND revision = 12")
      try connection.execute("UPDATE entry SET revision = 12 WHERE chain = 2 AND revision = 13")
      try connection.execute("UPDATE entry SET revision = 13 WHERE chain = 2 AND revision = -1")
    } findings: { findings in
      for revision in [12, 13] {
        for fault in [AuditFinding.Fault.digest, .link] {
          #expect(findings.contains(.init(chain: "peer:bo", revision: revision, fault: fault)))
        }
      }
    }
    try tampering { connection in
      try connection.execute("DELETE FROM entry WHERE chain = 2 AND revision = 12")
    } findings: { findings in
      for fault in [AuditFinding.Fault.order, .link] {
        #expect(findings.contains(.init(chain: "peer:bo", revision: 13, fault: fault)))
      }
    }
  }

  @Test func `a tail that was cut off cleanly is found against exported heads, and only so`() throws
  {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      let heads = try Invented.registry(at: path).heads()
      let last = try Invented.happenings(of: "dov").count
      try tamper(path) { connection in
        // The last entry of the last peer is a note that no table for reading holds.
        try connection.execute("DELETE FROM entry WHERE chain = 4 AND revision = \(last)")
        try connection.execute(
          """
          UPDATE chain SET (revision, head, recorded) =
            (SELECT revision, digest, recorded FROM entry WHERE chain = 4
             ORDER BY revision DESC LIMIT 1)
          WHERE number = 4
          """)
      }
      let ledger = try Ledger(path: path, mode: .readOnly, tools: Invented.tools)
      #expect(try ledger.audit().findings == [])
      #expect(
        try ledger.audit(against: heads).findings == [
          .init(chain: "peer:dov", revision: last, fault: .exportedHead)
        ])
    }
  }

  @Test func `a peer who was taken out whole is found by the checkpoint of the next day`() throws {
    try tampering { connection in
      try connection.execute("PRAGMA foreign_keys = OFF")
      for statement in [
        "DELETE FROM use WHERE chain = 1", "DELETE FROM own_limits WHERE chain = 1",
        "DELETE FROM told_uses WHERE chain = 1",
        "DELETE FROM placement WHERE chain = 1",
        "DELETE FROM peer WHERE chain = 1", "DELETE FROM personal WHERE chain = 1",
        "DELETE FROM peer WHERE chain = 1", "DELETE FROM permit WHERE chain = 1",
        "DELETE FROM notice WHERE chain = 1",
        "DELETE FROM personal WHERE chain = 1",
        "DELETE FROM entry WHERE chain = 1", "DELETE FROM chain WHERE number = 1",
      ] as [SQL] {
        try connection.execute(statement)
      }
    } findings: { findings in
      #expect(!findings.isEmpty)
      #expect(findings.allSatisfy { $0.chain == "registry" && $0.fault == .checkpoint })
    }
  }

  @Test(
    arguments: [
      """
      INSERT INTO use SELECT chain, day + 1, id, engagement, place, story, organisation, event, kind,
        channel, purpose, audience, last, state, origin, lapses, revision
      FROM use WHERE chain = 3 LIMIT 1
      """,
      """
      INSERT INTO use SELECT 0, day, id, engagement, place, story, organisation, event, kind,
        channel, purpose, audience, last, state, origin, lapses, revision
      FROM use LIMIT 1
      """,
      "INSERT INTO peer VALUES (0, 'intruder', 'UTC', 1, 1)",
      "INSERT INTO own_limits VALUES (2, 1, 20000, 20000, '{}')",
      "INSERT INTO own_limits VALUES (0, 1, 20000, 20000, '{}')",
      "INSERT INTO organisation VALUES ('intruder', 'Intruder', 2)",
      "INSERT INTO personal VALUES (0, 'ff', x'00', 'intruder')",
      "INSERT INTO chain VALUES (99, 'peer:intruder', 0, zeroblob(32), 0)",
      """
      INSERT INTO placement SELECT 0, id, holder, organisation, medium, placed, recall, state, moved,
        opened, deadline, revision
      FROM placement LIMIT 1
      """,
      "UPDATE told_uses SET uses = substr(uses, 13) WHERE chain = 2",
      "UPDATE told_uses SET uses = zeroblob(length(uses)) WHERE chain = 3",
      "UPDATE told_uses SET uses = x'' WHERE chain = 4",
      "INSERT INTO told_uses SELECT 0, uses FROM told_uses WHERE chain = 1",
      "UPDATE placement SET deadline = deadline + 1 WHERE chain = 2 AND deadline IS NOT NULL",
      "DELETE FROM placement WHERE chain = 1 AND holder IS NULL",
      "DELETE FROM use WHERE chain = 1 AND place = 1",
      "DELETE FROM peer WHERE chain = 2", "DELETE FROM own_limits WHERE chain = 3",
      "DELETE FROM organisation WHERE id = 'o2'",
      """
      INSERT INTO notice SELECT 'intruder', chain, revision, place + 7, role, reader, code,
        organisation, engagement, due, lapsed, created, claimed, ended, sent
      FROM notice LIMIT 1
      """,
      "UPDATE notice SET reader = 'intruder' WHERE code = 'askWaiting'",
      "DELETE FROM notice WHERE chain = 3",
      "INSERT INTO permit VALUES (2, 'intruder', '2222-2222-2222', 2)",
      "UPDATE permit SET number = '2222-2222-2222' WHERE chain = 1",
      "DELETE FROM permit WHERE chain = 3",
      "INSERT INTO role VALUES ('coordinator', 'intruder', 'o1', 2, NULL)",
      "UPDATE role SET organisation = 'o2' WHERE id = 'kit'", "DELETE FROM role WHERE id = 'rin'",
    ] as [StaticString])
  func `a row that was put in or taken out is found`(statement: StaticString) throws {
    try tampering { connection in
      var statement = try connection.prepare(statement)
      try statement.run()
    } findings: { findings in
      #expect(!findings.isEmpty)
      #expect(findings.allSatisfy { [.projection, .personal].contains($0.fault) })
    }
  }

  private func tampering(
    _ work: (borrowing Connection) throws -> Void, findings: ([AuditFinding]) -> Void
  ) throws {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      do { try Invented.registry(at: path) }
      try tamper(path, work)
      findings(
        try Ledger(path: path, mode: .readOnly, tools: Invented.tools).audit().findings)
    }
  }

  private func tamper(_ path: String, _ work: (borrowing Connection) throws -> Void) throws {
    let connection = try Connection(path: path, mode: .readWrite)
    try work(connection)
  }
}
