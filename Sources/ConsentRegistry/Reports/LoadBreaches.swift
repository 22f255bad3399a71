extension OveruseSearch {
  /// Each telling day on which what had been told weighed more than the load's limit.
  ///
  /// Half-life 14 days, limit 1.4, tellings on 1 and 15 May: 1.5 on 15 May, a breach. The uses that
  /// made it are those that still weigh more than the least that counts.
  mutating func loadBreaches() -> [Breach] {
    let tellings = told.filter { $0.kind == .telling }
    var breaches: [Breach] = []
    for (place, telling) in tellings.enumerated() where period.contains(telling.first) {
      // The day's last telling stands for the day.
      let isLastOfDay = place + 1 == tellings.count || tellings[place + 1].first > telling.first
      guard isLastOfDay else { continue }
      let limits = limits.on(telling.first)
      let sofar = tellings[...place]
      guard let own = weight(of: sofar, under: limits.inForce.load, on: telling.first)
      else { continue }
      let shown =
        switch reader {
        case .peer: own
        case .custodian: weight(of: sofar, under: limits.registrys.load, on: telling.first)
        }
      breaches.append(
        Breach(
          peer: peer, fact: .load(shown?.sum, limit: shown?.limit), breaking: telling,
          uses: own.uses))
    }
    return breaches
  }

  /// What tellings weigh on a day and which of them count, if that is above a load's limit.
  private func weight(
    of tellings: ArraySlice<CountedUse>, under load: Policy.Load, on day: Day
  ) -> (sum: Double, limit: Double, uses: [CountedUse])? {
    guard let limit = load.limit, let halfLife = load.halfLife else { return nil }
    var sum = 0.0
    var uses: [CountedUse] = []
    for telling in tellings {
      let halvings = Double(telling.first.days(until: day)) / halfLife
      let part = (load.weights[telling.channel] ?? 1) * LoadLimit.powerOfHalf(halvings)
      sum += part
      if part > LoadLimit.least { uses.append(telling) }
    }
    return sum > limit + LoadLimit.tolerance ? (sum, limit, uses) : nil
  }
}
