import ConsentRegistry
import Foundation
import Seeded
import Testing

/// The report of overuse against a slow second one, which walks over every day.
struct ReportRandomTests {
  @Test func `a slow second count finds the same breaches in random histories`() {
    var dice = SeededDice(seed: 71)
    var rules: [RuleCode: Int] = [:]
    var withheld = 0
    for _ in 0..<Soak.count(3_000) {
      let peer = RandomHistory.peer(&dice)
      let policies = RandomHistory.policies(&dice)
      let day = may(dice.int(40...110))
      let period = ReportPeriod(
        from: dice.int(0...1) == 0 ? nil : may(dice.int(0...60)),
        to: dice.int(0...1) == 0 ? nil : may(dice.int(40...110)))
      for reader in ReportReader.allCases {
        let found = OveruseReport.breaches(
          for: peer, period: period, on: day, policies: policies, reader: reader)
        for breach in found { rules[breach.rule, default: 0] += 1 }
        let told = found.map(SlowOveruse.line)
        withheld += told.count { $0.contains("own") }
        let slow = SlowOveruse(peer: peer, policies: policies, until: day, reader: reader)
        #expect(told.sorted() == slow.lines(in: period).sorted())
        #expect(found.map(\.day) == found.map(\.day).sorted())
      }
    }
    // The histories must hold something to find.
    #expect(rules.count == 3 && rules.values.allSatisfy { $0 > 100 } && withheld > 100)
  }
}

/// Made-up histories, dense enough to break every limit.
private enum RandomHistory {
  static func peer(_ dice: inout SeededDice) -> PeerUses {
    var uses: [CountedUse] = []
    for block in 0..<dice.int(0...9) {
      let start = dice.int(0...120)
      let organisation = "o-\(dice.int(1...3))"
      let origin = Origin.allCases.randomElement(using: &dice) ?? .permitted
      for _ in 0..<dice.int(1...3) {
        let first = may(start + dice.int(0...6))
        let isTold = dice.int(0...9) < 8
        let channels: [Channel] = isTold ? [.inPerson, .hearing, .video] : [.web, .video]
        uses.append(
          use(
            "u-\(dice.int(0...9))\(uses.count)", first, last: first.adding(dice.int(0...9) / 8),
            block: "e-\(9 - block)", of: isTold ? .telling : .exposure,
            through: channels.randomElement(using: &dice) ?? .video, for: organisation,
            dice.int(0...9) < 7
              ? .completed : SessionState.allCases.randomElement(using: &dice) ?? .held, origin))
      }
    }
    return ConsentRegistryTests.peer(
      uses.shuffled(using: &dice), notes: [may(dice.int(0...120))], limits: limits(&dice))
  }

  static func policies(_ dice: inout SeededDice) -> PolicyHistory {
    var history = PolicyHistory()
    for version in 0..<dice.int(1...3) {
      var policy = Policy.initial
      policy.rest.days = dice.int(0...14)
      policy.rest.endedEarly = dice.int(0...30)
      if dice.int(0...1) == 0 { policy.rest.byChannel = ByChannel([.hearing: dice.int(0...30)]) }
      policy.caps = Caps([
        Cap(kind: .telling, atMost: dice.int(0...3), days: dice.int(1...30)),
        Cap(kind: .telling, atMost: dice.int(2...6), days: 60),
        Cap(kind: .exposure, atMost: dice.int(0...2), days: dice.int(1...60)),
      ])
      if dice.int(0...1) == 0 {
        policy.load.halfLife = Double(dice.int(1...20))
        policy.load.limit = Double(dice.int(10...40)) / 10
        policy.load.weights = ByChannel([.hearing: Double(dice.int(0...3))])
      }
      history.store(policy, on: may(version == 0 ? -300 : dice.int(0...60)))
    }
    return history
  }

  private static func limits(_ dice: inout SeededDice) -> LimitHistory {
    var history = LimitHistory()
    for _ in 0..<dice.int(0...3) {
      var own = Limits()
      for (path, value) in [
        ("rest.days", dice.int(0...30)), ("rest.byChannel.video", dice.int(0...30)),
        ("caps.telling.60", dice.int(0...6)), ("caps.telling.7", dice.int(0...2)),
        ("load.halfLife", dice.int(1...30)), ("load.limit", dice.int(1...4)),
      ] where dice.int(0...2) == 0 {
        if let term = Term.named(path) { own[term] = Double(value) }
      }
      history.set(own, on: may(dice.int(0...100)))
    }
    return history
  }
}

/// Overuse found by walking over days and looking at every use on each: slow, and plain to read.
private struct SlowOveruse {
  let peer: PeerUses
  let policies: PolicyHistory
  let until: Day
  let reader: ReportReader

  private var told: [CountedUse] {
    peer.uses.filter { [.completed, .endedEarly].contains($0.state) && $0.first <= until }
  }

  /// A breach as one line, to compare by.
  static func line(_ breach: Breach) -> String {
    let fact =
      switch breach.fact {
      case .overlap: "overlap"
      case .rest(let days, let due): "rest \(days) of \(due.map(String.init) ?? "own")"
      case .cap(let kind, let count, let cap):
        "cap \(kind) \(count) of \(cap.map { "\($0.atMost) in \($0.days)" } ?? "own")"
      case .load(let load?, let limit?): "load \(Int((load * 1e6).rounded())) of \(limit)"
      case .load: "load of own"
      }
    return written(fact, breach.breaking, Array(breach.uses))
  }

  private static func written(_ fact: String, _ use: CountedUse, _ uses: [CountedUse]) -> String {
    "\(use.first) \(use.use) \(fact): " + uses.map(\.use.text).sorted().joined(separator: " ")
  }

  func lines(in period: ReportPeriod) -> [String] {
    var lines: [String] = []
    var day = may(-10)
    while day <= until {
      let isWithin = (period.from ?? day) <= day && day <= (period.to ?? day)
      if isWithin { lines += rest(on: day) + caps(on: day) + load(on: day) }
      day = day.adding(1)
    }
    return lines
  }

  private func limits(on day: Day) -> (registrys: Policy, inForce: Policy) {
    let bound = policies.binding(on: day)
    return (bound, bound.merged(with: peer.limits.inForce(on: day, over: bound)))
  }

  private func isTold(_ underRegistrys: Bool) -> Bool { reader == .peer || underRegistrys }

  // MARK: Rest

  private struct SlowBlock {
    let id: EngagementID
    let tellings: [CountedUse]
    var days: [Int] { tellings.flatMap { [$0.first.number, $0.last.number] } }
    var place: [String] {
      let ends = [days.min() ?? 0, days.max() ?? 0]
      return ends.map { String(format: "%08d", $0) } + [id.text]
    }
  }

  private func rest(on day: Day) -> [String] {
    let blocks = Set(told.map(\.engagement)).map { id in
      SlowBlock(id: id, tellings: told.filter { $0.engagement == id && $0.kind == .telling })
    }.filter { !$0.tellings.isEmpty }
    return blocks.compactMap { later -> String? in
      guard later.days.min() == day.number else { return nil }
      let before = blocks.filter { $0.place.lexicographicallyPrecedes(later.place) }
      let neighbour = before.first { one in
        before.allSatisfy { $0.id == one.id || $0.place.lexicographicallyPrecedes(one.place) }
      }
      guard let earlier = neighbour, let end = earlier.days.max(),
        let use = later.tellings.min(by: { ($0.first, $0.use) < ($1.first, $1.use) })
      else { return nil }
      func days(_ policy: Policy) -> Int {
        if earlier.tellings.contains(where: { $0.state == .endedEarly }) {
          let all = Channel.allCases.compactMap { policy.rest.byChannel[$0] }
          return (all + [policy.rest.days, policy.rest.endedEarly]).max() ?? 0
        }
        let own = earlier.tellings.compactMap { policy.rest.byChannel[$0.channel] }
        return (own + [policy.rest.days]).max() ?? 0
      }
      let limits = limits(on: day)
      let uses = earlier.tellings + later.tellings
      guard end < day.number else { return Self.written("overlap", use, uses) }
      let free = (end..<day.number).count - 1
      guard free < days(limits.inForce) else { return nil }
      let due = reader == .peer ? days(limits.inForce) : days(limits.registrys)
      let shown = isTold(free < days(limits.registrys)) ? String(due) : "own"
      return Self.written("rest \(free) of \(shown)", use, uses)
    }
  }

  // MARK: Caps and load

  private func caps(on day: Day) -> [String] {
    let limits = limits(on: day)
    return told.filter { $0.first == day }.flatMap { use in
      limits.inForce.caps.list.filter { $0.kind == use.kind }.compactMap { cap -> String? in
        var window: [CountedUse] = []
        for back in 0..<cap.days {
          window += told.filter {
            $0.kind == use.kind && $0.first == day.adding(-back)
              && (back > 0 || $0.use <= use.use)
          }
        }
        guard window.count > cap.atMost else { return nil }
        let registrys = limits.registrys.caps.list.first {
          $0.kind == cap.kind && $0.days == cap.days && window.count > $0.atMost
        }
        let atMost = reader == .peer ? cap.atMost : registrys?.atMost
        let shown = atMost.map { "\($0) in \(cap.days)" } ?? "own"
        return Self.written("cap \(use.kind) \(window.count) of \(shown)", use, window)
      }
    }
  }

  private func load(on day: Day) -> [String] {
    let tellings = told.filter { $0.kind == .telling && $0.first <= day }
    guard let use = tellings.filter({ $0.first == day }).max(by: { $0.use < $1.use })
    else { return [] }
    func part(_ telling: CountedUse, _ load: Policy.Load) -> Double {
      let halvings = Double(day.number - telling.first.number) / (load.halfLife ?? 1)
      return (load.weights[telling.channel] ?? 1) * pow(0.5, halvings)
    }
    func excess(_ load: Policy.Load) -> (sum: Double, limit: Double)? {
      guard let limit = load.limit, load.halfLife != nil else { return nil }
      let sum = tellings.map { part($0, load) }.reduce(0, +)
      return sum > limit + 1e-9 ? (sum, limit) : nil
    }
    let limits = limits(on: day)
    guard let own = excess(limits.inForce.load) else { return [] }
    let shown = (reader == .peer ? own : excess(limits.registrys.load)).map {
      "load \(Int(($0.sum * 1e6).rounded())) of \($0.limit)"
    }
    let uses = tellings.filter { part($0, limits.inForce.load) > 0.01 }
    return [Self.written(shown ?? "load of own", use, uses)]
  }
}
