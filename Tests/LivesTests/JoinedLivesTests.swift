import ConsentRegistry
import LedgerStore
import Notation
import Offices
import Seeded
import Testing

/// Two records of one person, each with a life of its own, joined into one.
struct JoinedLivesTests {
  @Test func `joined, two records let nothing through that either of them holds back`() throws {
    var (joined, permitted) = (0, 0)
    for number in 0..<Soak.count(2_000) {
      let seed = UInt64(90_000_000 + 2 * number)
      let books = Books(file: nil)
      var keep = Life(seed: seed, books: books)
      var other = Life(seed: seed + 1, books: books)
      try keep.begin()
      try other.begin()
      for _ in 0..<10 {
        try keep.step()
        try other.step()
      }
      guard let before = (keep.record, other.record) as? (PeerRecord, PeerRecord),
        let sum = try join(other, to: keep)
      else { continue }
      let after = sum.record
      joined += 1
      #expect(after == books.memory.refolded(keep.peer), "seed \(seed)")
      try isSum(after, of: before, seed)
      var dice = keep.dice
      // What is let go frees days: then there is nothing to compare.
      guard sum.letGo.engagements.isEmpty else { continue }
      for _ in 0..<5 {
        permitted += try isHeldBack(after, by: before, keep, other, seed, &dice) ? 1 : 0
      }
    }
    #expect(joined > Soak.count(1_000) && permitted > 0)
  }

  @Test func `a consent for one use alone is for that use alone in the joined record too`() throws {
    let books = Books(file: nil)
    var keep = Life(seed: 1, books: books)
    var other = Life(seed: 2, books: books)
    try keep.begin()
    for name in ["join", "tell of a story"] { try other.step(Verb.named(name), by: .peer) }
    let organisation: OrganisationID = try #require(OrganisationID("o1"))
    let desk = other.desk(Actor(role: .peer, id: other.peer.text))
    try desk.takeFirstAsks(true, from: organisation, by: other.peer)
    var scene = Scene(
      dice: other.dice, life: other.naive, today: other.today, number: 0, isPlain: true)
    var request = scene.request()
    while request.organisation != organisation { request = scene.request() }
    let kit = other.desk(Actor(role: .coordinator, id: request.coordinator?.text))
    _ = try kit.ask(request, of: other.peer)
    let first = try #require(books.kept(other.peer)?.engagements.last)
    #expect(first.origin == .firstAsked)
    _ = try desk.answer(.yes, to: first.id, of: other.peer)
    #expect(books.kept(other.peer)?.consents.last?.onlyFor == first.id)
    let joined = try #require(try join(other, to: keep)).record
    let carried = joined.consents.filter {
      $0.given.number == other.today && $0.id?.text.hasPrefix("made") ?? false
    }
    #expect(!carried.isEmpty && carried.allSatisfy { $0.onlyFor == first.id })
  }

  @Test func `a custodian with a hold on the person doesn't join their records`() throws {
    let books = Books(file: nil)
    var keep = Life(seed: 3, books: books)
    var other = Life(seed: 4, books: books)
    for name in ["join", "tell of a story"] {
      try keep.step(Verb.named(name), by: .peer)
      try other.step(Verb.named(name), by: .peer)
    }
    let organisation: OrganisationID = try #require(OrganisationID("o1"))
    try keep.desk(Actor(role: .peer, id: keep.peer.text)).note(
      .tied(organisation: organisation, relations: [.employer]), of: keep.peer)
    #expect(try join(other, to: keep, by: "tia") == nil)
  }

  /// Joins them at the person's word, at the later of their moments.
  private func join(
    _ other: Life, to keep: Life, by custodian: String = "from-elsewhere"
  ) throws -> Joined? {
    let notation = HappeningNotation(zones: { NaiveHome(rawValue: $0)?.zone })
    let later = keep.now >= other.now ? keep : other
    do {
      return try later.desk(Actor(role: .custodian, id: custodian)).merge(
        other.peer, into: keep.peer,
        history: { peer in keep.books.memory.happenings[peer] ?? [] }, untold: { _ in [] },
        rename: notation.renamed)
    } catch DeskError<LedgerError>.refused {
      return nil
    }
  }

  /// Every use of both counts in the one, and nothing else does.
  private func isSum(
    _ after: PeerRecord, of before: (PeerRecord, PeerRecord), _ seed: UInt64
  ) throws {
    func told(_ records: PeerRecord...) -> [Int: Int] {
      records.flatMap(\.engagements).flatMap(\.sessions)
        .filter { $0.state == .completed || $0.state == .endedEarly }
        .reduce(into: [:]) { $0[$1.first.number, default: 0] += 1 }
    }
    #expect(told(after) == told(before.0, before.1), "seed \(seed)")
  }

  /// A request drawn: permitted by the joined record, it is by each, with the consents of the one.
  private func isHeldBack(
    _ after: PeerRecord, by before: (PeerRecord, PeerRecord), _ keep: Life, _ other: Life,
    _ seed: UInt64, _ dice: inout SeededDice
  ) throws -> Bool {
    let today = after.zone.day(at: max(keep.moment, other.moment))
    var scene = Scene(
      dice: SeededDice(seed: dice.next()), life: keep.naive, today: today.number, number: 0,
      isPlain: true)
    let request = scene.request()
    let policy = keep.policies.binding(on: today)
    let joined = after.standing(on: today, policy: policy)
    func reasons(_ standing: Standing) -> [RuleCode] {
      Guard.decide(request, standing: standing, policy: policy, today: today, horizon: 0)
        .reasons.map(\.rule)
    }
    guard reasons(joined).isEmpty else { return false }
    for record in [before.0, before.1] {
      let alone = record.standing(on: today, policy: policy).withConsents(of: joined)
      let held = reasons(alone)
      #expect(held == [], "seed \(seed) at \(record.peer), \(today): \(request)")
    }
    // Some one record had all of the consent: two halves don't add up, and none has grown.
    let isCovered = [keep.naive, other.naive].contains { life in
      request.sessions.allSatisfy { session in
        life.isCovered(session, of: request, on: scene.days(of: session, in: request.zone))
      }
    }
    #expect(isCovered, "seed \(seed): \(request)")
    return true
  }
}

extension Standing {
  /// The same standing with the consents, and all that is said of stories and ties, of another.
  fileprivate func withConsents(of other: Standing) -> Standing {
    Standing(
      zone: other.zone, boundaries: other.boundaries, consents: other.consents,
      revocations: other.revocations, pauses: pauses, notBefore: notBefore, limits: limits,
      ties: other.ties, independentContact: other.independentContact, waives: other.waives,
      engagements: engagements, asks: asks, quiet: quiet, careOverdue: careOverdue,
      payOverdue: payOverdue, released: other.released, ownTellings: ownTellings,
      refusesInTheRoom: refusesInTheRoom, revision: revision)
  }
}
