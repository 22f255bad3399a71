extension OveruseSearch {
  /// Finds each pair of neighbouring blocks between which the earlier one's rest didn't fit.
  ///
  /// Rest of 14 days, tellings on 1 and 15 May: 13 full days lie between, a breach on 15 May. On
  /// 16 May it would be none.
  mutating func findRest(under limits: LimitSpans) {
    guard blocks.count > 1 else { return }
    var span = 0
    for place in 1..<blocks.count {
      let (earlier, later) = (blocks[place - 1], blocks[place])
      if earlier.first == later.first, earlier.last == later.last { hasTwins = true }
      guard isInPeriod(later.first) else { continue }
      span = limits.place(of: later.first, from: span)
      // Below zero where the two share a day: then no rest at all would fit.
      let days = Int(later.first) - Int(earlier.last) - 1
      guard days < limits.spans[span].longestRest else { continue }
      let due = earlier.rest(under: limits.spans[span].inForce)
      guard days < due else { continue }
      findings.append(
        Finding(
          rule: .restPeriod, breaking: Int(later.place),
          what: .rest(
            earlier: earlier.number, later: later.number, days: days, due: due,
            registrysDue: earlier.rest(under: limits.spans[span].registrys))))
    }
  }
}
