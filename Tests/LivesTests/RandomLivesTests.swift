import ConsentRegistry
import Foundation
import LedgerStore
import Seeded
import Sodium
import Testing

/// Lives drawn by chance: every verb by everybody, legal or not, and everything agrees at each step.
struct RandomLivesTests {
  static let steps = 25

  @Test func `whatever is tried, no state is reached that there is no way to`() async throws {
    // Half of them beside the other half.
    async let first = lives(from: 1_000_000, count: Soak.count(20_000) / 2)
    async let second = lives(from: 2_000_000, count: Soak.count(20_000) / 2)
    let tally = try await [first, second].reduce(into: [:]) { all, one in
      all.merge(one) { ($0.done + $1.done, $0.refused + $1.refused) }
    }
    // Nothing holds for want of cases: each verb was both done and refused.
    for verb in Verb.all {
      let (done, refused) = tally[verb.name] ?? (0, 0)
      #expect(done > 0 && refused > 0, "\(verb.name): \(done), \(refused)")
    }
  }

  @Test func `kept in a file, lives read the same, and an audit finds nothing`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lives-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in 0..<Soak.count(10) {
      let first = 20_577
      let ledger = try Ledger.create(
        path: folder.path + "/\(file).db", isRehearsal: true, policy: .initial,
        now: Instant(milliseconds: first * 86_400_000), actor: Actor(role: .custodian, id: nil),
        tools: LedgerTools(
          digest: Sodium.sha256, random: Sodium.randomBytes,
          zones: { NaiveHome(rawValue: $0)?.zone }))
      // A registry's clock never goes back: each life begins after the one before it.
      for place in 0..<50 {
        var life = Life(
          seed: UInt64(50_000_000 + file * 50 + place), books: Books(file: ledger),
          startingOn: first + place * 150)
        guard live(&life) else { return }
        // Some are erased: everything else stays as it is, and agrees.
        if place % 7 == 3 {
          #expect(
            try ledger.erase(
              life.peer, told: 0, day: Day(number: life.today),
              by: Actor(role: .peer, id: life.peer.text), at: life.moment))
          #expect(try ledger.record(of: life.peer) == nil)
        }
      }
      #expect(try ledger.audit().findings == [], "file \(file)")
    }
  }

  /// Lives so many lives, each from a seed of its own; gives how often each verb was done, and refused.
  private func lives(
    from seed: Int, count: Int
  ) async throws -> [String: (done: Int, refused: Int)] {
    var tally: [String: (done: Int, refused: Int)] = [:]
    for number in 0..<count {
      var life = Life(seed: UInt64(seed + number), books: Books(file: nil))
      guard live(&life) else { return tally }
      tally.merge(life.tally) { ($0.done + $1.done, $0.refused + $1.refused) }
    }
    return tally
  }

  /// Lives a life; says whether nothing went wrong.
  private func live(_ life: inout Life) -> Bool {
    do {
      try life.begin()
      for _ in 0..<Self.steps { try life.step() }
      return true
    } catch {
      Issue.record("\(error)")
      return false
    }
  }
}

extension Life {
  /// A peer who may be asked: they join, tell of a story, and grant a consent or two.
  ///
  /// To one in four some organisation is more than a host.
  mutating func begin() throws {
    try step()
    let tied = dice.int(0...3) == 0 ? ["tie", "choose a contact"] : []
    for name in ["join", "tell of a story", "grant", "grant", "name a supporter"] + tied {
      if let verb = Verb.named(name) { try step(verb, by: .peer) }
    }
  }
}
