import Foundation

/// Counts what a row of made-up worlds comes to under the naive guard.
public struct GeneratorTally {
  /// Worlds counted.
  public private(set) var worlds = 0
  /// Worlds permitted.
  public private(set) var permits = 0
  /// Denied worlds that some later start would mend.
  public private(set) var liftable = 0
  /// Worlds by how many rules failed.
  public private(set) var byReasons: [Int: Int] = [:]
  /// Worlds in which each rule failed.
  public private(set) var failed: [String: Int] = [:]
  /// Worlds in which each rule failed and no other did.
  public private(set) var failedAlone: [String: Int] = [:]
  /// Worlds in which each rule failed with a day on which it would lift.
  public private(set) var lifted: [String: Int] = [:]
  /// Worlds in which each warning was given.
  public private(set) var warned: [String: Int] = [:]
  /// Worlds by what the asker reads of availability.
  public private(set) var available: [String: Int] = [:]
  /// Worlds in which the asker reads a day not to ask before.
  public private(set) var notBefore = 0

  private struct Decision: Decodable {
    struct Row: Decodable {
      let rule: String
      let liftsOn: String?
    }
    let verdict: String
    let earliest: String?
    let reasons: [Row]
    let warnings: [Row]
    let available: Bool?
    let notBefore: String?
  }

  /// Makes up worlds from a seed and decides each of them, in full and for the asker.
  ///
  /// - Throws: `NaiveFault`, or a decoding error if a decision is no JSON.
  public init(seed: UInt64, worlds count: Int) throws {
    var generator = WorldGenerator(seed: seed)
    let decoder = JSONDecoder()
    for _ in 0..<count {
      let line = generator.next()
      let full = try decoder.decode(
        Decision.self,
        from: Data(NaiveGuard.decide(worldLine: line, asCoordinator: false).utf8))
      let asker = try decoder.decode(
        Decision.self,
        from: Data(NaiveGuard.decide(worldLine: line, asCoordinator: true).utf8))
      add(full: full, asker: asker)
    }
  }

  private mutating func add(full: Decision, asker: Decision) {
    worlds += 1
    if full.verdict == "permit" { permits += 1 } else if full.earliest != nil { liftable += 1 }
    byReasons[full.reasons.count, default: 0] += 1
    for row in full.reasons {
      failed[row.rule, default: 0] += 1
      if full.reasons.count == 1 { failedAlone[row.rule, default: 0] += 1 }
      if row.liftsOn != nil { lifted[row.rule, default: 0] += 1 }
    }
    for row in full.warnings { warned[row.rule, default: 0] += 1 }
    available[asker.available.map { "\($0)" } ?? "null", default: 0] += 1
    if asker.notBefore != nil { notBefore += 1 }
  }

  /// Rules that failed alone in fewer than so many of a thousand worlds.
  public func seldomAlone(below perThousand: Double) -> [String] {
    NaiveRule.allCases.map(\.rawValue).filter {
      Double(failedAlone[$0] ?? 0) * 1000 < perThousand * Double(worlds)
    }
  }

  /// The counts as a table.
  public var report: String {
    func share(_ count: Int?) -> String {
      let tenths = (count ?? 0) * 1000 / max(worlds, 1)
      let text = "\(tenths / 10).\(tenths % 10)%"
      return String(repeating: " ", count: max(0, 8 - text.count)) + text
    }
    func name(_ text: String) -> String {
      text + String(repeating: " ", count: max(1, 24 - text.count))
    }
    var lines = [
      "worlds \(worlds)", name("permit") + share(permits), name("deny, liftable") + share(liftable),
      name("asker: notBefore") + share(notBefore),
    ]
    for (answer, count) in available.sorted(by: { $0.key < $1.key }) {
      lines.append(name("asker: available \(answer)") + share(count))
    }
    for (reasons, count) in byReasons.sorted(by: { $0.key < $1.key }) {
      lines.append(name("\(reasons) reasons") + share(count))
    }
    lines.append(name("rule") + "   fails   alone   lifts")
    for rule in NaiveRule.allCases.map(\.rawValue) {
      lines.append(
        name(rule) + share(failed[rule]) + share(failedAlone[rule]) + share(lifted[rule]))
    }
    for (warning, count) in warned.sorted(by: { $0.key < $1.key }) {
      lines.append(name(warning) + share(count))
    }
    return lines.joined(separator: "\n")
  }
}
