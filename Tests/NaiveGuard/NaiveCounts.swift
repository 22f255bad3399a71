import Foundation

extension NaiveCase {
  /// Whether the asked tellings come too near a standing block, or lie over it.
  func conflicts(_ block: Block, with other: Rested) -> Bool {
    guard let first = block.tellings.map(\.first).min(),
      let last = block.tellings.map(\.last).max()
    else { return false }
    if other.last < first { return freeDays(after: other.last, before: first) < other.rest }
    if last < other.first {
      let asked = block.tellings.map { own.rest(channel: $0.channel) }.max() ?? 0
      return freeDays(after: last, before: other.first) < asked
    }
    return true
  }

  private func freeDays(after earlier: Int, before later: Int) -> Int { later - earlier - 1 }

  /// Whether the asked tellings lie over, or within the rest after, a block with one ended early.
  func standsInRestAfterEndedEarly(_ block: Block) -> Bool {
    guard let first = block.tellings.map(\.first).min(),
      let last = block.tellings.map(\.last).max()
    else { return false }
    return rested.contains { other in
      guard other.endedEarly else { return false }
      let overlaps = first <= other.last && other.first <= last
      let tooSoonAfter =
        other.last < first && freeDays(after: other.last, before: first) < other.rest
      return overlaps || tooSoonAfter
    }
  }

  /// Slides every window over every asked use, and counts.
  func rollingFails(_ block: Block) -> Bool {
    for cap in own.caps where cap.days > 0 {
      let asked = block.sessions.filter { $0.kind == cap.kind }.map(\.first)
      if asked.isEmpty { continue }
      let all = asked + uses.filter { $0.kind == cap.kind }.map(\.day)
      if all.count <= cap.atMost { continue }
      for day in asked {
        for start in (day - cap.days + 1)...day {
          var count = 0
          for use in all where start <= use && use < start + cap.days { count += 1 }
          if count > cap.atMost { return true }
        }
      }
    }
    return false
  }

  /// Whether the asked block alone holds too many tellings under some terms.
  func engagementFails(_ block: Block, _ terms: NaiveTerms) -> Bool {
    if block.tellings.count > terms.tellings { return true }
    return block.tellings.contains { telling in
      block.tellings.filter { $0.first == telling.first }.count > terms.tellingsPerDay
    }
  }

  func lifetimeFails(_ block: Block) -> Bool {
    guard let total = own.lifetime, !block.tellings.isEmpty else { return false }
    let told = uses.filter { $0.kind == "telling" && $0.story == request.story }.count
    return told + block.tellings.count > total
  }

  func loadFails(_ block: Block) -> Bool {
    guard let load = own.load, let first = block.tellings.map(\.first).min() else { return false }
    let asked = block.tellings.map { (day: $0.first, weight: load.weights[$0.channel] ?? 1) }
    let told = uses.filter { $0.kind == "telling" }
      .map { (day: $0.day, weight: load.weights[$0.channel] ?? 1) }
    for day in (asked + told).map(\.day) where day >= first {
      func sum(_ tellings: [(day: Int, weight: Double)]) -> Double {
        var sum = 0.0
        for telling in tellings where telling.day <= day {
          sum += telling.weight * pow(2, -Double(day - telling.day) / load.halfLife)
        }
        return sum
      }
      if sum(asked) > 0.01 && sum(asked) + sum(told) > load.limit + 1e-9 { return true }
    }
    return false
  }
}
