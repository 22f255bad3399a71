extension OveruseSearch {
  /// Each use whose window, the days that end on its own, holds more than a cap allows.
  ///
  /// Uses count up to it in the order of day and then id. At most 2 in 30 days, tellings on 1, 15
  /// and 30 May: the third is a breach; on 31 May it would be none.
  mutating func capBreaches() -> [Breach] {
    UseKind.allCases.flatMap { capBreaches(of: $0) }
  }

  private mutating func capBreaches(of kind: UseKind) -> [Breach] {
    let uses = told.filter { $0.kind == kind }
    let days = uses.map(\.first.number)
    var breaches: [Breach] = []
    for (place, use) in uses.enumerated() where period.contains(use.first) {
      let limits = limits.on(use.first)
      for cap in limits.inForce.caps.list where cap.kind == kind {
        let before = days.countOfElements(upTo: use.first.number - cap.days)
        let count = place + 1 - before
        guard count > cap.atMost else { continue }
        breaches.append(
          Breach(
            peer: peer,
            fact: .cap(
              kind, count: count, over: told(cap, registrys: limits.registrys.caps, count)),
            breaking: use, uses: Array(uses[before...place])))
      }
    }
    return breaches
  }

  /// The cap as the reader may know it: for a custodian the registry's own, if that is broken too.
  private func told(_ cap: Cap, registrys: Caps, _ count: Int) -> Cap? {
    switch reader {
    case .peer: cap
    case .custodian:
      registrys[cap.kind, cap.days].flatMap { atMost in
        count > atMost ? Cap(kind: cap.kind, atMost: atMost, days: cap.days) : nil
      }
    }
  }
}
