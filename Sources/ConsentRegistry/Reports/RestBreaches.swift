extension OveruseSearch {
  /// Each pair of neighbouring blocks between which the earlier one's rest didn't fit.
  ///
  /// Rest of 14 days, tellings on 1 and 15 May: 13 full days lie between, a breach on 15 May. On
  /// 16 May it would be none.
  mutating func restBreaches() -> [Breach] {
    let blocks = TellingBlock.blocks(of: told)
    var breaches: [Breach] = []
    for (earlier, later) in zip(blocks, blocks.dropFirst()) where period.contains(later.first) {
      let limits = limits.on(later.first)
      // Below zero where the two share a day: then no rest at all would fit.
      let days = earlier.last.days(until: later.first) - 1
      let due = earlier.rest(under: limits.inForce)
      guard days < due, let breaking = later.uses.first else { continue }
      let registrys = earlier.rest(under: limits.registrys)
      let shown =
        switch reader {
        case .peer: due
        case .custodian: days < registrys ? registrys : nil
        }
      breaches.append(
        Breach(
          peer: peer, fact: days < 0 ? .overlap : .rest(days: days, due: shown),
          breaking: breaking, uses: earlier.uses + later.uses))
    }
    return breaches
  }
}
