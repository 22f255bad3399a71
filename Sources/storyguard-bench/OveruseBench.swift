import ConsentRegistry
import Glibc
import LedgerStore

/// Every breach of rest and caps over a whole registry, from opening the file to the last breach.
///
/// The same question is asked of SQLite in one statement on the same file. Nothing is told before
/// both have given the same answer: every breach with its peer, day, rule, use and window.
struct OveruseBench {
  private let plan: BenchPlan
  private let path: String

  init(_ plan: BenchPlan, path: String) {
    self.plan = plan
    self.path = path
  }

  func findings() throws -> [Finding] {
    var uses = 0
    var times: [Double] = []
    // What is found goes out at once, as in the command: what remains is what it takes to search.
    for _ in 0..<max(3, min(plan.rounds, 7)) {
      let time = try ContinuousClock().measure { uses = try sweep { _ in } }
      times.append(Stopwatch.microseconds(time))
    }
    // Where this process has made the registry itself, that took more than any search does.
    let peak = plan.registry == nil ? nil : Memory.peak
    var found: [FoundBreach] = []
    _ = try sweep { found += $0.map(FoundBreach.init) }
    var asked: [FoundBreach] = []
    let theirs = try ContinuousClock().measure { asked = try PlainQuestion.ask(path) }
    guard found.sorted() == asked.sorted() else {
      throw BenchError.unexpected(
        "\(found.count) breaches were found and \(asked.count) by SQLite, and they differ")
    }
    let memory = peak.map { ", \($0 / 1_000_000) MB at most" } ?? ""
    let (own, other) = (Stopwatch.middle(times), Stopwatch.microseconds(theirs))
    return [
      Finding(
        what: "overuse over \(uses) uses: \(found.count) breaches\(memory)",
        median: own, yardstick: ("SQLite, one statement", other), ratio: own / other,
        reach: "<= 0.25 of DuckDB", peak: peak)
    ]
  }

  private func sweep(_ body: ([Breach]) -> Void) throws -> Int {
    let ledger = try Ledger(path: path, mode: .readOnly, tools: BenchRegistry.tools)
    let policies = try ledger.policies()
    guard policies.versions.map(\.policy) == [.initial] else {
      throw BenchError.unexpected("the bench asks SQLite about the first policy alone")
    }
    return try ledger.forEachOverused(on: BenchWorld.today, policies: policies, body: body)
  }
}

/// What a breach is known by: peer, day, rule, use, and the days of the cap.
struct FoundBreach: Comparable {
  let peer: String
  let day: Int
  let rule: String
  let use: String
  let window: Int

  init(_ breach: Breach) {
    peer = breach.peer.text
    day = breach.day.number
    rule = breach.rule.code
    use = breach.breaking.use.text
    window = if case .cap(_, _, let cap?) = breach.fact { cap.days } else { 0 }
  }

  init(peer: String, day: Int, rule: String, use: String, window: Int) {
    self.peer = peer
    self.day = day
    self.rule = rule
    self.use = use
    self.window = window
  }

  static func < (left: FoundBreach, right: FoundBreach) -> Bool {
    (left.peer, left.day, left.rule, left.use, left.window)
      < (right.peer, right.day, right.rule, right.use, right.window)
  }
}

enum Memory {
  /// The most that this process has held so far, in bytes.
  static var peak: Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss * 1_024
  }
}
