package import ConsentRegistry

extension Ledger {
  /// Finds every breach of all peers, in the order in which they joined.
  ///
  /// Only days and a packed number are read of each use; whoever may have been used too soon or too
  /// often is then read in full. The breaches are those of `OveruseReport`, all seen at one moment.
  ///
  /// - Parameters:
  ///   - period: the days on which a breach may lie.
  ///   - day: the report's day at a home; what comes after it hasn't taken place.
  ///   - latest: the last of these days anywhere; of what may have been broken, the home's decides.
  ///   - policies: every version of the registry's policy.
  ///   - reader: for whose eyes it is.
  ///   - workers: the number of threads that read.
  ///   - body: takes the breaches of each peer who has any.
  /// - Returns: how many uses took place up to the day, all told.
  /// - Throws: what the closure throws; `unreadable` or `database`.
  @discardableResult
  package func forEachOverused(
    period: ReportPeriod = ReportPeriod(), on day: @escaping @Sendable (Zone) -> Day,
    noLaterThan latest: Day, policies: PolicyHistory, reader: ReportReader = .custodian,
    workers: Int = 2, body: ([Breach]) throws -> Void
  ) throws -> Int {
    let limits = LimitSpans(policies)
    var counted = 0
    try sweep(by: 256, workers: workers) { ledger, chains in
      let (suspects, told) = try ledger.suspects(
        inChains: chains, period: period, on: latest, limits: limits)
      var found: [[Breach]] = []
      for chain in suspects {
        for placed in try ledger.peersWithZones(inChains: chain...chain) {
          let day = day(placed.zone)
          let breaches = OveruseReport.breaches(
            for: try ledger.uses(of: placed, on: day), period: period, on: day, limits: limits,
            reader: reader)
          if !breaches.isEmpty { found.append(breaches) }
        }
      }
      return (found, told)
    } taker: { (found: [[Breach]], told: Int) in
      counted += told
      for breaches in found { try body(breaches) }
    }
    return counted
  }

  /// The chains of some that are worth reading in full, and how many uses took place in all of them.
  private func suspects(
    inChains chains: ClosedRange<Int>, period: ReportPeriod, on day: Day, limits: LimitSpans
  ) throws(LedgerError) -> (chains: [Int], told: Int) {
    let special = try chainsWithOwnLimits(chains)
    var suspects = try chainsInUnknownZones(chains)
    var search = OveruseSearch(period: period)
    var uses: [SlimUse] = []
    var chain = 0
    var isDamaged = false
    var told = 0
    func close() throws(LedgerError) {
      let limits = special.contains(chain) ? limits.with(try ownLimits(ofChain: chain)) : limits
      told += uses.count
      if isDamaged || search.mayHaveFound(in: uses, under: limits) { suspects.insert(chain) }
      uses.removeAll(keepingCapacity: true)
      isDamaged = false
    }
    let today = Int64(day.number)
    try connection.query(
      """
      SELECT chain, day, told FROM use
      WHERE chain BETWEEN \(chains.lowerBound) AND \(chains.upperBound) ORDER BY chain, day, id
      """
    ) { (row) throws(LedgerError) in
      let next = Int(row.int64(0))
      if next != chain {
        try close()
        chain = next
      }
      let (first, packed) = (row.int64(1), row.int64(2))
      // What is damaged is read again in full, and says so in its own words.
      guard packed > 0 else {
        isDamaged = isDamaged || packed < 0
        return
      }
      guard first <= today else { return }
      if let use = SlimUse(day: first, told: packed) { uses.append(use) } else { isDamaged = true }
    }
    try close()
    return (suspects.sorted(), told)
  }

  private func chainsWithOwnLimits(_ chains: ClosedRange<Int>) throws(LedgerError) -> Set<Int> {
    var found: Set<Int> = []
    try rows(
      """
      SELECT DISTINCT chain FROM own_limits
      WHERE chain BETWEEN \(chains.lowerBound) AND \(chains.upperBound)
      """
    ) { found.insert(Int($0.int64(0))) }
    return found
  }

  /// A peer of each zone that this machine doesn't know: reading them in full says which entry.
  private func chainsInUnknownZones(_ chains: ClosedRange<Int>) throws(LedgerError) -> Set<Int> {
    var found: Set<Int> = []
    let zones = tools.zones
    try rows(
      """
      SELECT zone, min(chain) FROM peer
      WHERE chain BETWEEN \(chains.lowerBound) AND \(chains.upperBound) GROUP BY zone
      """
    ) { row in
      if zones(row.text(0)) == nil { found.insert(Int(row.int64(1))) }
    }
    return found
  }
}
