import ConsentRegistry
import Seeded
import Testing

@testable import LedgerStore

/// What took place of each peer, packed in one row, says what the rows of their uses say.
@Suite struct `Packed uses` {
  @Test func `follow every kind of change, and cost nothing where nothing took place`() throws {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let ada: PeerID = try Invented.id("ada")
      try expectPacked(ledger, ["ada": 3, "bo": 3, "cleo": 3, "dov": 3])

      func add(_ happenings: Happening...) throws {
        let record = try ledger.record(of: ada)
        #expect(
          try ledger.append(
            [Draft(try #require(record), happenings)], organisations: [:], by: Invented.custodian,
            at: Invented.hours(110)))
      }
      let day = try Invented.day("2026-05-04")
      let (one, two): (EngagementID, EngagementID) = (try Invented.id("x1"), try Invented.id("x2"))
      // Of what doesn't take place nothing is written: what was taken away stays away.
      try ledger.run("DELETE FROM told_uses WHERE chain = 1")
      try add(
        .asked(try booking(one, on: day)), .asked(try booking(two, on: day.adding(40))),
        .answered(one, .yes, day: day), .answered(two, .yes, day: day))
      try add(.booking(.cancelledByPeer(two, sessions: [1], day: day)))
      try add(.booking(.amended(try booking(two, on: day.adding(50), .confirmed), day: day)))
      try expectPacked(ledger, ["bo": 3, "cleo": 3, "dov": 3])
      // The next use that does fills it in.
      try add(.completed(one, sessions: [0], day: day))
      try expectPacked(ledger, ["ada": 4, "bo": 3, "cleo": 3, "dov": 3])
      try add(.booking(.endedEarly(one, session: 1, day: day.adding(1))))
      try add(.booking(.didNotTakePlace(two, sessions: [0], day: day.adding(50))))
      try expectPacked(ledger, ["ada": 5, "bo": 3, "cleo": 3, "dov": 3])
      // One that is put right moves to another day, or never was.
      let recorded = try booking(try Invented.id("x3"), on: day.adding(-9), .completed)
      try add(.recorded(recorded, words: UseWords()))
      try expectPacked(ledger, ["ada": 7, "bo": 3, "cleo": 3, "dov": 3])
      for (state, count) in [(.endedEarly, 7), (.didNotTakePlace, 5)] as [(SessionState, Int)] {
        try add(
          .booking(.corrected(try booking(recorded.id, on: day.adding(-20), state), day: day)))
        try expectPacked(ledger, ["ada": count, "bo": 3, "cleo": 3, "dov": 3])
      }

      let bo: PeerID = try Invented.id("bo")
      _ = try Desk(
        ledger: ledger, policies: ledger.policies(), actor: Invented.custodian,
        moment: Moment(now: Invented.hours(120)), newID: { "id" }
      ).merge(
        ada, into: bo, history: { (peer) throws(LedgerError) in try ledger.history(of: peer) },
        untold: { (peer) throws(LedgerError) in try ledger.untoldNotices(of: peer) },
        rename: ledger.renamed)
      try expectPacked(ledger, ["bo": 8, "cleo": 3, "dov": 3])
      try ledger.erase(bo, told: 0, day: day, by: Invented.custodian, at: Invented.hours(130))
      try expectPacked(ledger, ["cleo": 3, "dov": 3])
    }
  }

  @Test func `of a registry from before are missed by nobody, and come with the next use`() throws {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      var before: [Breach] = []
      do {
        let ledger = try Invented.registry(at: path, isOld: true)
        before = try breaches(ledger, on: Invented.day("2026-06-01")).breaches
      }
      #expect(!before.isEmpty)
      try Invented.takeBack(path)
      let ledger = try Ledger(path: path, tools: Invented.tools)
      try expectPacked(ledger, [:])
      let day = try Invented.day("2026-06-01")
      for size in [1, 256] { #expect(try breaches(ledger, on: day, by: size).breaches == before) }
      let record = try #require(try ledger.record(of: Invented.id("cleo")))
      let use = try booking(
        try Invented.id("x1"), on: Invented.day("2025-05-01"), .completed)
      #expect(
        try ledger.append(
          [Draft(record, [.recorded(use, words: UseWords())])], organisations: [:],
          by: Invented.custodian, at: Invented.hours(110)))
      try expectPacked(ledger, ["cleo": 5])
      #expect(
        try breaches(ledger, on: day, by: 1).breaches
          == breaches(ledger, on: day, by: 256).breaches)
    }
  }

  @Test func `give the same breaches as the rows do, whole, damaged or taken away`() throws {
    try withFolder { folder in
      var dice = SeededDice(seed: 14)
      let registry = try RandomRegistry(at: "\(folder)/ledger.db", peers: 520, &dice)
      let ledger = registry.ledger
      let days = [registry.start.adding(90), registry.start.adding(300)]
      let rows = try days.map { try breaches(ledger, on: $0, by: 1_000) }
      #expect(rows[0].counted < rows[1].counted)
      #expect(rows.allSatisfy { Set($0.breaches.map(\.peer)).count > 100 })
      // Each comes on top of those before it; the last leaves a few peers as they were.
      for damage in [
        nil, "UPDATE told_uses SET uses = CAST(uses || x'00' AS BLOB) WHERE chain % 7 = 0",
        """
        UPDATE told_uses SET uses = CAST(x'ffffff7f' || substr(uses, 5) AS BLOB)
        WHERE chain % 7 = 1 AND length(uses) > 12
        """,
        """
        UPDATE told_uses SET uses = CAST(substr(uses, 1, 4) || x'1e' || substr(uses, 6) AS BLOB)
        WHERE chain % 7 = 2
        """,
        """
        UPDATE told_uses SET uses = CAST(substr(uses, 1, 11) || x'80' AS BLOB) WHERE chain % 7 = 3
        """,
        "UPDATE told_uses SET uses = x'' WHERE chain % 7 = 4",
        "DELETE FROM told_uses WHERE chain % 7 = 5 OR chain > 500", "DELETE FROM told_uses",
      ] as [SQL?] {
        if let damage { try ledger.run(damage) }
        for (day, rows) in zip(days, rows) {
          #expect(try breaches(ledger, on: day) == rows, "\(String(describing: damage))")
        }
      }
    }
  }

  /// What a sweep finds, and how many uses it counts.
  private struct Found: Equatable {
    var breaches: [Breach] = []
    var counted = 0
  }

  private func breaches(_ ledger: Ledger, on day: Day, by size: Int = 256) throws -> Found {
    var found = Found()
    found.counted = try ledger.forEachOverused(
      on: day, policies: ledger.policies(), by: size
    ) { found.breaches += $0 }
    return found
  }

  /// Expects of some peers that as many uses are packed, just as their entries add up to, and of
  /// the others none.
  private func expectPacked(
    _ ledger: Ledger, _ counts: [String: Int], at location: SourceLocation = #_sourceLocation
  ) throws {
    var packed: [String: [SlimUse]] = [:]
    try ledger.rows(
      """
      SELECT name, uses FROM told_uses LEFT JOIN chain ON chain.number = told_uses.chain
      """
    ) { row in
      var uses: [SlimUse] = []
      let isWhole = row.withBytes(1) { ToldUses.read($0, upTo: .max, into: &uses) }
      #expect(isWhole, sourceLocation: location)
      packed[String(row.text(0).dropFirst("peer:".count))] = uses
    }
    #expect(packed.mapValues(\.count) == counts, sourceLocation: location)
    for (name, uses) in packed {
      let record = try #require(try ledger.record(of: Invented.id(name), asKnownAt: nil))
      let told = record.engagements.flatMap { engagement in
        engagement.sessions.filter(\.state.tookPlace).map { (engagement.id, $0) }
      }.sorted { ($0.1.first, $0.1.use) < ($1.1.first, $1.1.use) }
      var blocks: [EngagementID: Int32] = [:]
      for (use, (engagement, session)) in zip(uses, told) {
        let block = blocks[engagement] ?? use.block
        blocks[engagement] = block
        #expect(
          use
            == SlimUse(
              day: Int32(session.first.number), last: Int32(session.last.number), block: block,
              kind: session.kind, channel: session.channel,
              endedEarly: session.state == .endedEarly), sourceLocation: location)
      }
      #expect(uses.count == told.count, sourceLocation: location)
      #expect(Set(blocks.values).count == blocks.count, sourceLocation: location)
    }
    #expect(try ledger.audit().findings == [], sourceLocation: location)
  }

  /// A block of two tellings on days that follow each other.
  private func booking(
    _ id: EngagementID, on day: Day, _ state: SessionState = .held
  ) throws -> EngagementRecord {
    EngagementRecord(
      id: id, story: try Invented.id("s"), organisation: try Invented.id("o1"), event: nil,
      origin: state == .completed || state == .endedEarly || state == .didNotTakePlace
        ? .recorded : .permitted,
      askedOn: state == .held ? day : nil, replyUntil: state == .held ? day.adding(7) : nil,
      sessions: try (0..<2).map { place in
        EngagementRecord.Session(
          use: try Invented.id("\(id)-\(place)"), kind: .telling,
          channel: place == 0 ? .hearing : .inPerson, purpose: nil, audience: nil,
          first: day.adding(place), last: day.adding(place), state: state)
      })
  }
}
