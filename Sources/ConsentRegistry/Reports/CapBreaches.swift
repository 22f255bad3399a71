extension OveruseSearch {
  /// Finds each use whose window, the days that end on its own, holds more than a cap allows.
  ///
  /// Uses count up to it in the order of day and then id. At most 2 in 30 days, tellings on 1, 15
  /// and 30 May: the third is a breach; on 31 May it would be none.
  mutating func findCaps(on kind: UseKind, _ uses: [Dated], under limits: LimitSpans) {
    var span = -1
    var caps: [LimitSpans.SlimCap] = []
    for place in uses.indices where isInPeriod(uses[place].day) {
      let day = uses[place].day
      let now = limits.place(of: day, from: max(0, span))
      if now != span {
        span = now
        caps =
          switch kind {
          case .telling: limits.spans[span].tellingCaps
          case .exposure: limits.spans[span].exposureCaps
          }
      }
      for cap in caps {
        // More than N in the window just when the one N places before lies in it too.
        guard place >= cap.atMost, uses[place - cap.atMost].day > day - cap.days else { continue }
        var from = place - cap.atMost
        while from > 0, uses[from - 1].day > day - cap.days { from -= 1 }
        let broken = limits.spans[span].inForce.caps.list[cap.place]
        findings.append(
          Finding(
            rule: .capRolling, breaking: Int(uses[place].place),
            what: .cap(
              broken, from: Int32(from), to: Int32(place),
              registrys: limits.spans[span].registrys.caps[kind, broken.days])))
      }
    }
  }
}
