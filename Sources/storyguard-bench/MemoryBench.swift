import ConsentRegistry

/// A decision in memory: 100 past tellings, one session.
struct MemoryBench {
  let rounds: Int

  func findings() -> [Finding] {
    // Forty days apart, the last sixty days ago: every cap has room.
    let rested = BenchWorld.standing(BenchWorld.past(100, every: 40, lastAgo: 60))
    // Told six days ago, and twice within ninety days before: caps hold for weeks to come.
    let tired = BenchWorld.standing(BenchWorld.past(100, every: 30, lastAgo: 6))
    // Booked so densely for two years ahead that no day passes.
    let booked = BenchWorld.standing(BenchWorld.past(100, every: 10, lastAgo: -900))
    guard let rested, let tired, let booked, let request = BenchWorld.request(in: 10) else {
      return []
    }
    return [
      finding("decision in memory: permit", request, rested, reach: "<= 2 µs"),
      finding(
        "decision in memory: deny, earliest within 90 days", request, tired, reach: "<= 20 µs"),
      finding("decision in memory: deny, none in 730 days", request, booked, reach: "(told apart)"),
    ]
  }

  private func finding(
    _ what: String, _ request: UseRequest, _ standing: Standing, reach: String
  ) -> Finding {
    var last: Decision?
    let median = Stopwatch.median(rounds: rounds, calls: 50) {
      last = Guard.decide(
        request, standing: standing, policy: .initial, today: BenchWorld.today)
    }
    let answer =
      last.map { decision in
        decision.permit != nil
          ? ""
          : decision.earliest.map { " (in \(BenchWorld.today.days(until: $0)) days)" } ?? " (none)"
      } ?? ""
    return Finding(what: what + answer, median: median, yardstick: nil, ratio: nil, reach: reach)
  }
}
