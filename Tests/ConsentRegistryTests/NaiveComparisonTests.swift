import ConsentRegistry
import NaiveGuard
import Notation
import Seeded
import Synchronization
import Testing

/// The guard against a second one, written apart from it and naive on purpose.
struct NaiveComparisonTests {
  static let seeds = Array(UInt64(1)...20)
  static let worldsASeed = Soak.count(100_000) / seeds.count
  static let tally = Tally()

  @Test(arguments: seeds)
  func `The guard and a naive second one agree on random worlds, for both readers`(
    seed: UInt64
  ) throws {
    var generator = WorldGenerator(seed: seed)
    var agreed = 0
    var alone: [String: Int] = [:]
    for _ in 0..<Self.worldsASeed {
      let line = generator.next()
      let world = try MadeUpWorld(JSON.parse(line)).world
      let peers = world.peerAnswer
      let answers = [peers.text, world.askerAnswer.text]
      let naive = [
        try NaiveGuard.decide(worldLine: line, asCoordinator: false),
        try NaiveGuard.decide(worldLine: line, asCoordinator: true),
      ]
      #expect(answers == naive, "\(line)")
      if answers == naive { agreed += 1 }
      let reasons = peers["reasons"]?.items ?? []
      if reasons.count == 1 { alone[reasons[0]["rule"]?.string ?? "", default: 0] += 1 }
    }
    if Self.tally.add(worlds: agreed, alone: alone) == Self.seeds.count {
      print(Self.tally.report)
    }
  }

  @Test func `The comparison would notice a rest that is one day too short`() throws {
    var noticed = 0
    for made in try MadeUpWorld.row(seed: 7, count: 300) {
      let naive = try NaiveGuard.decide(worldLine: made.json.text, asCoordinator: false)
      let wrong = try made.changing("policy") { policy in
        let policy = policy == .null ? PolicyNotation.json(.initial) : policy
        return policy.changing(["rest", "days"]) { .whole(max(0, $0.int - 1)) }
      }
      if wrong.world.peerAnswer.text != naive { noticed += 1 }
    }
    #expect(noticed > 5)
  }
}

/// What a row of seeds came to, added up as each one ends.
final class Tally: Sendable {
  private struct Counts {
    var ended = 0
    var worlds = 0
    var alone: [String: Int] = [:]
  }
  private let counts = Mutex(Counts())

  /// Adds the counts of one seed; how many seeds have ended by now.
  func add(worlds: Int, alone: [String: Int]) -> Int {
    counts.withLock {
      $0.ended += 1
      $0.worlds += worlds
      $0.alone.merge(alone, uniquingKeysWith: +)
      return $0.ended
    }
  }

  /// How many worlds agreed, and how often each rule failed alone.
  var report: String {
    counts.withLock { counts in
      let rules = RuleCode.allCases.map { "  \($0.code) \(counts.alone[$0.code] ?? 0)" }
      return "\(counts.worlds) random worlds agreed for both readers; a rule failed alone in:\n"
        + rules.joined(separator: "\n")
    }
  }
}
