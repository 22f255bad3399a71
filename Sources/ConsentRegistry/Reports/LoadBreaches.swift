extension OveruseSearch {
  /// Finds each telling day on which what had been told weighed more than the load's limit.
  ///
  /// Half-life 14 days, limit 1.4, tellings on 1 and 15 May: 1.5 on 15 May, a breach. The uses that
  /// made it are those that still weigh more than the least that counts.
  mutating func findLoad(_ uses: [SlimUse], under limits: LimitSpans) {
    guard limits.spans.contains(where: { $0.inForce.load.limit != nil }) else { return }
    var span = 0
    for (place, telling) in tellings.enumerated() where isInPeriod(telling.day) {
      // The day's last telling stands for the day.
      let isLastOfDay = place + 1 == tellings.count || tellings[place + 1].day > telling.day
      guard isLastOfDay else { continue }
      span = limits.place(of: telling.day, from: span)
      let load = limits.spans[span].inForce.load
      guard weight(of: uses, upTo: Int(telling.place), under: load) != nil else { continue }
      findings.append(
        Finding(rule: .loadLimit, breaking: Int(telling.place), what: .load(span: span)))
    }
  }

  /// What tellings weigh on the day of the last of them and which of them count, by their places
  /// among all uses, if that is above a load's limit.
  func weight(
    of uses: [SlimUse], upTo last: Int, under load: Policy.Load
  ) -> (sum: Double, limit: Double, places: [Int])? {
    guard let limit = load.limit, let halfLife = load.halfLife else { return nil }
    var sum = 0.0
    var places: [Int] = []
    for place in 0...last where uses[place].kind == .telling {
      let halvings = Double(uses[last].day - uses[place].day) / halfLife
      let part = (load.weights[uses[place].channel] ?? 1) * LoadLimit.powerOfHalf(halvings)
      sum += part
      if part > LoadLimit.least { places.append(place) }
    }
    return sum > limit + LoadLimit.tolerance ? (sum, limit, places) : nil
  }
}
