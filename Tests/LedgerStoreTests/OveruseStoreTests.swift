import ConsentRegistry
import FoundationEssentials
import Seeded
import Testing

@testable import LedgerStore

@Suite struct `Overuse found through the store` {
  @Test func `agrees with a slow query in SQL, breach by breach, in random registries`() throws {
    var dice = SeededDice(seed: 4_711)
    var rules: [String: Int] = [:]
    for round in 0..<Soak.count(1_000) {
      try withFolder { folder in
        let registry = try RandomRegistry(at: "\(folder)/ledger.db", &dice)
        let question = try OveruseInSQL(at: "\(folder)/question.db", about: registry)
        for _ in 0..<3 {
          let day = registry.start.adding(dice.int(0...230))
          let period = ReportPeriod(
            from: dice.int(0...1) == 0 ? nil : registry.start.adding(dice.int(0...200)),
            to: dice.int(0...1) == 0 ? nil : registry.start.adding(dice.int(0...230)))
          let slow = try question.lines(in: period, on: day)
          for line in slow { rules[String(line.split(separator: " ")[1]), default: 0] += 1 }
          for size in [1, 256] {
            let found = try registry.lines(in: period, on: day, reader: .peer, by: size)
            #expect(found.sorted() == slow.sorted(), "registry \(round), \(period) on \(day)")
          }
          // A custodian is told of the same breaches, though not always by how much.
          let told = try registry.lines(in: period, on: day, reader: .custodian, by: 1)
          #expect(
            told.map(OveruseInSQL.place)
              == (try registry.lines(
                in: period, on: day, reader: .peer, by: 1)).map(OveruseInSQL.place))
        }
      }
    }
    // The registries must hold something to find.
    #expect(rules.count == 4 && rules.values.allSatisfy { $0 > 30 }, "\(rules)")
  }

  @Test func `comes in the order in which the peers joined, however many threads there are`()
    throws
  {
    try withFolder { folder in
      var dice = SeededDice(seed: 12)
      let registry = try RandomRegistry(at: "\(folder)/ledger.db", peers: 300, &dice)
      let ledger = registry.ledger
      let day = registry.start.adding(200)
      var one: [Breach] = []
      try ledger.forEachPeersUses(on: { _ in day }) {
        one += OveruseReport.breaches(
          for: $0, period: ReportPeriod(), on: day, policies: registry.policies)
      }
      #expect(Set(one.map(\.peer)).count > 100)
      for (workers, size) in [(1, 1), (2, 1), (2, 7), (4, 3), (2, 1_000)] {
        var found: [Breach] = []
        var counted = 0
        counted = try ledger.forEachOverused(
          on: day, policies: registry.policies, workers: workers, by: size
        ) { found += $0 }
        #expect(found == one)
        #expect(counted == registry.countOfUses(by: day))

        var peers: [PeerID] = []
        try ledger.forEachRecord(workers: workers, by: size) {
          $0.peer
        } body: {
          peers.append($0)
        }
        #expect(try peers == ledger.peers().map(\.id))
        var records: [PeerRecord] = []
        try ledger.forEachRecord(
          asKnownAt: registry.ledger.latest(), workers: workers, by: size
        ) {
          $0
        } body: {
          records.append($0)
        }
        #expect(
          try records == peers.map { try #require(try ledger.record(of: $0, asKnownAt: nil)) })
      }
    }
  }

  @Test func `sees the file as it stood when it began, and ends at once where it is told to`()
    throws
  {
    try withFolder { folder in
      var dice = SeededDice(seed: 13)
      let registry = try RandomRegistry(at: "\(folder)/ledger.db", peers: 60, &dice)
      let ledger = registry.ledger
      let peers = try ledger.peers().map(\.id)
      var revisions: [Int] = []
      // What is appended to the last peer while the first is handed over isn't seen.
      try ledger.forEachRecord(by: 1) {
        $0.revision
      } body: { revision in
        if revisions.isEmpty {
          let last = try #require(try ledger.record(of: peers[59]))
          _ = try ledger.append(
            [Draft(last, [.toldElsewhere(day: registry.start)])], organisations: [:],
            by: Invented.custodian, at: Invented.hours(99))
        }
        revisions.append(revision)
      }
      #expect(try ledger.record(of: peers[59])?.revision == (revisions.last ?? 0) + 1)

      struct Enough: Error {}
      var seen = 0
      #expect(throws: Enough.self) {
        try ledger.forEachRecord(by: 1) {
          $0.peer
        } body: { _ in
          seen += 1
          if seen == 3 { throw Enough() }
        }
      }
      #expect(seen == 3)
      #expect(throws: Enough.self) {
        try ledger.forEachRecord(by: 1) { record -> PeerID? in
          if record.peer == peers[20] { throw Enough() }
          return record.peer
        } body: { _ in
          seen += 1
        }
      }
      #expect(seen == 23)
    }
  }

  @Test func `leaves out records that have gone into others, and those not yet known`() throws {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let merged: PeerID = try Invented.id("bo")
      let record = try #require(try ledger.record(of: merged))
      _ = try ledger.append(
        [
          Draft(
            record, [.record(.mergedInto(try Invented.id("ada"), day: Invented.day("2026-05-06")))])
        ],
        organisations: [:], by: Invented.custodian, at: Invented.hours(120))
      func peers(_ instant: Instant?) throws -> [String] {
        var peers: [String] = []
        try ledger.forEachRecord(asKnownAt: instant, by: 1) {
          $0.peer.text
        } body: {
          peers.append($0)
        }
        return peers
      }
      #expect(try peers(nil) == ["ada", "cleo", "dov"])
      #expect(try peers(Invented.hours(119)) == ["ada", "bo", "cleo", "dov"])
      #expect(try peers(Invented.hours(26)) == ["ada", "bo"])
    }
  }

  @Test func `takes of two blocks on one day the later id as the neighbour, as recorded or not`()
    throws
  {
    try withFolder { folder in
      var policy = Policy.initial
      policy.caps = Caps()
      let ledger = try Ledger.create(
        path: "\(folder)/ledger.db", isRehearsal: true, policy: policy, now: Invented.start,
        actor: Invented.custodian, tools: Invented.tools)
      let may = try Invented.day("2026-05-01")
      func told(_ id: String, _ day: Day, _ channel: Channel) throws -> Happening {
        .recorded(
          EngagementRecord(
            id: try Invented.id(id), story: try Invented.id("s"),
            organisation: try Invented.id("o"), event: nil, origin: .recorded,
            sessions: [
              EngagementRecord.Session(
                use: try Invented.id("use-" + id), kind: .telling, channel: channel, purpose: nil,
                audience: nil, first: day, last: day, state: .completed)
            ]), words: UseWords())
      }
      // Recorded first, yet the later one by its id: 21 days of rest after it, and 16 there were.
      let happenings: [Happening] = [
        .peerAdded(zone: .utc, isClaimed: true, words: PeerWords()),
        try told("b", may, .hearing), try told("a", may, .inPerson),
        try told("c", may.adding(17), .inPerson),
      ]
      #expect(
        try ledger.append(
          [Draft(PeerRecord(peer: try Invented.id("p")), happenings)], organisations: [:],
          by: Invented.custodian, at: Invented.start))
      var facts: [Breach.Fact] = []
      try ledger.forEachOverused(
        period: ReportPeriod(from: may.adding(1)), on: may.adding(60),
        policies: try ledger.policies()
      ) { facts += $0.filter { $0.rule == .restPeriod }.map(\.fact) }
      #expect(facts == [.rest(days: 16, due: 21)])
    }
  }

  @Test(
    arguments: [
      "UPDATE use SET last = 9223372036854775807", "UPDATE use SET kind = 77",
      "UPDATE use SET day = -9223372036854775807 WHERE day = (SELECT min(day) FROM use)",
      "UPDATE use SET channel = -1", "UPDATE use SET state = 1000000",
      "UPDATE use SET id = '' WHERE (chain, day, id) = (SELECT chain, day, id FROM use LIMIT 1)",
      "UPDATE peer SET zone = 'Maria/Planted'",
    ] as [SQL]
  )
  func `is refused where a row no longer reads as a use`(_ damage: SQL) throws {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let policies = try ledger.policies()
      let day = try Invented.day("2026-06-01")
      try ledger.run(damage)
      for size in [256, 1] {
        // Where rows aren't read, as something packed is, an audit finds them.
        if size == 1 {
          #expect(try !ledger.audit().findings.isEmpty)
          try ledger.run("DELETE FROM told_uses")
        }
        let error = #expect(throws: LedgerError.self) {
          try ledger.forEachOverused(on: day, policies: policies, by: size) { _ in }
        }
        guard case .unreadable = error else {
          Issue.record("\(String(describing: error))")
          continue
        }
      }
    }
  }
}
