import ConsentRegistry
import FoundationEssentials
import Notation
import Testing

@testable import LedgerStore

@Suite struct `The ledger's entries` {
  @Test func `every kind of happening is read back as it was appended, personal words included`()
    throws
  {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      try Invented.registry(at: path)
      // Opened anew, so that nothing is remembered.
      let ledger = try Ledger(path: path, mode: .readOnly, tools: Invented.tools)
      let appended = try Invented.happenings(of: "cleo")
      #expect(Set(appended.map(HappeningNotation.kind)).count == 24, "a kind is left out")
      #expect(try read("cleo", in: ledger) == appended)
      #expect(try read("ada", in: ledger) == Invented.happenings(of: "ada"))
    }
  }

  @Test func `what a peer's entries add up to is the same in the file and in memory`() throws {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      for name in ["ada", "bo", "cleo", "dov"] {
        let peer: PeerID = try Invented.id(name)
        let folded = Invented.record(of: peer, try Invented.happenings(of: name))
        #expect(try ledger.record(of: peer, asKnownAt: Invented.hours(84)) == folded)
        // Read for a decision, late entries come from the table for reading, after all else.
        let read = try #require(try ledger.record(of: peer))
        #expect(read.revision == folded.revision && read.zone == folded.zone)
        #expect(Set(read.engagements) == Set(folded.engagements))
        #expect(read.engagements.count == folded.engagements.count)
        #expect(read.consents == folded.consents && read.revocations == folded.revocations)
        #expect(read.pauses == folded.pauses && read.limits == folded.limits)
        #expect(
          read.bookings.answers == folded.bookings.answers && read.heldBack == folded.heldBack)
        #expect(read.boundaries == folded.boundaries && read.ties == folded.ties)
        #expect(read.words == folded.words && read.ownTellings == folded.ownTellings)
        #expect(read.placements == folded.placements)
      }
      #expect(try ledger.record(of: Invented.id("nobody")) == nil)
      #expect(try ledger.audit().findings == [])
    }
  }

  @Test func `as known at a moment, only what was recorded by then is read`() throws {
    try withFolder { folder in
      let ledger = try Ledger.create(
        path: "\(folder)/ledger.db", isRehearsal: false, policy: .initial, now: Invented.start,
        actor: Invented.custodian, tools: Invented.tools)
      let peer: PeerID = try Invented.id("ada")
      let all = try Invented.happenings(of: "ada")
      for (place, happening) in all.enumerated() {
        let draft = Draft(Invented.record(of: peer, all.prefix(place)), [happening])
        #expect(
          try ledger.append(
            [draft], organisations: [:], by: Invented.custodian, at: Invented.hours(5 * place)))
      }
      #expect(try ledger.record(of: peer, asKnownAt: Invented.hours(-1)) == nil)
      for place in all.indices {
        let record = Invented.record(of: peer, all.prefix(place + 1))
        for hours in [5 * place, 5 * place + 4] {
          #expect(try ledger.record(of: peer, asKnownAt: Invented.hours(hours)) == record)
        }
      }
      #expect(try ledger.audit().findings == [])
    }
  }

  @Test func `a chain that has moved takes nothing, and neither do those beside it`() throws {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      let ledger = try Invented.registry(at: path)
      let (ada, new): (PeerID, PeerID) = (try Invented.id("ada"), try Invented.id("new"))
      let heads = try ledger.heads()
      let told = Happening.toldElsewhere(day: try Invented.day("2026-05-03"))
      let all = try Invented.happenings(of: "ada")
      for read in [[], all.dropLast(), all + [told]] as [[Happening]] {
        let drafts = [
          Draft(PeerRecord(peer: new), [told]), Draft(Invented.record(of: ada, read), [told]),
        ]
        #expect(
          try !ledger.append(
            drafts, organisations: [try Invented.id("o3"): "New"], by: Invented.custodian,
            at: Invented.hours(500)))
      }
      #expect(try ledger.heads() == heads)
      #expect(try ledger.latest() == Invented.hours(84))
      #expect(try ledger.organisationNames().count == 2)
      #expect(try ledger.record(of: new) == nil)
      #expect(try ledger.audit().findings == [])
    }
  }

  @Test func `a clock set back by hand is refused, and a running one that was overtaken is not`()
    throws
  {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      let ledger = try Invented.registry(at: path)
      let heads = try ledger.heads()
      let ada: PeerID = try Invented.id("ada")
      func append(to ledger: Ledger, hours: Int) throws -> Bool {
        let record = try #require(try ledger.record(of: ada))
        return try ledger.append(
          [Draft(record, [.peerClaimed])], organisations: [:], by: Invented.custodian,
          at: Invented.hours(hours))
      }
      #expect(throws: LedgerError.clockWentBack) { try append(to: ledger, hours: 83) }
      #expect(throws: LedgerError.clockWentBack) {
        try ledger.append(
          toRegistry: [.organisationNamed(Invented.id("o3"), name: "Late")],
          by: Invented.custodian, at: Invented.hours(83))
      }
      #expect(try ledger.heads() == heads)
      #expect(try append(to: ledger, hours: 84))

      let running = try Ledger(path: path, tools: Invented.tools, clock: .running)
      #expect(try append(to: running, hours: 83))
      #expect(try running.latest() == Invented.hours(84))
      #expect(try running.audit().findings == [])
    }
  }

  @Test func `no word that a person wrote stands in the body of an entry, or in a row for reading`()
    throws
  {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      let ledger = try Invented.registry(at: path)
      // Four of the peer, a label and three topics; nine words in each of four requests; an event;
      // two addresses and a proof.
      #expect(
        try count(
          ledger,
          """
          SELECT sum((length(texts) - length(replace(texts, 'Planted', ''))) / length('Planted'))
          FROM personal
          """) == 4 * (4 + 4 + 4 * 9 + 1 + 3))
      for query in [
        "SELECT count(*) FROM entry WHERE instr(CAST(body AS BLOB), CAST('lanted' AS BLOB)) > 0",
        "SELECT count(*) FROM entry WHERE actor LIKE '%lanted%' OR kind LIKE '%lanted%'",
        "SELECT count(*) FROM own_limits WHERE body LIKE '%lanted%'",
        "SELECT count(*) FROM peer WHERE id LIKE '%lanted%'",
        "SELECT count(*) FROM use WHERE id || engagement || story || organisation LIKE '%lanted%'",
        "SELECT count(*) FROM use WHERE event LIKE '%lanted%'",
        "SELECT count(*) FROM placement WHERE id || holder || organisation LIKE '%lanted%'",
      ] as [SQL] {
        #expect(try count(ledger, query) == 0, "\(query.text)")
      }
      // Ten entries of each peer have words. The same words twice have two digests: nobody can
      // tell by them that they were the same.
      #expect(
        try count(ledger, "SELECT count(DISTINCT digest) FROM personal WHERE chain > 0") == 4 * 10)
    }
  }

  @Test func `erased words read as missing, and everything else as before`() throws {
    try withFolder { folder in
      let ledger = try Invented.registry(at: "\(folder)/ledger.db")
      let (ada, bo): (PeerID, PeerID) = (try Invented.id("ada"), try Invented.id("bo"))
      let before = try #require(try ledger.record(of: ada))
      let other = try ledger.record(of: bo)
      try ledger.run(
        """
        DELETE FROM personal WHERE chain = (SELECT number FROM chain WHERE name = 'peer:ada')
        """)
      let after = try #require(try ledger.record(of: ada))
      #expect(after.words == PeerWords())
      #expect(after.labels.isEmpty && after.eventNames.isEmpty)
      #expect(after.boundaries == [try Invented.id("finding-home"): Boundary(topics: [:])])
      for request in after.engagements.compactMap(\.request) + after.heldBack.map(\.request) {
        #expect(request.words == RequestWords())
        #expect(request.topics.isEmpty)
        #expect(request.sessions.count == 2 && request.zone == .utc)
      }
      #expect(after.revision == before.revision && after.consents == before.consents)
      #expect(after.engagements.map(\.sessions) == before.engagements.map(\.sessions))
      #expect(after.bookings.answers == before.bookings.answers && after.limits == before.limits)
      #expect(try ledger.record(of: bo) == other)
      // Every digest still holds; audit only says which texts are gone.
      #expect(try Set(ledger.audit().findings.map(\.fault)) == [.personal])
    }
  }

  private func read(_ name: String, in ledger: Ledger) throws -> [Happening] {
    let head = try #require(try ledger.head(ofChain: "peer:" + name))
    let texts = try ledger.personalTexts(ofChain: head.number)
    var happenings: [Happening] = []
    try ledger.forEachEntry(of: head) { (stored) throws(LedgerError) in
      happenings.append(try ledger.happening(stored, texts))
    }
    return happenings
  }

  private func count(_ ledger: Ledger, _ sql: SQL) throws -> Int {
    try ledger.first(sql) { Int($0.int64(0)) } ?? -1
  }
}
