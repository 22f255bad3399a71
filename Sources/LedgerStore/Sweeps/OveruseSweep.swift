package import ConsentRegistry

extension Ledger {
  /// Finds every breach of all peers, seen on one and the same day everywhere.
  ///
  /// - Throws: what the closure throws; `unreadable` or `database`.
  @discardableResult
  package func forEachOverused(
    period: ReportPeriod = ReportPeriod(), on day: Day, policies: PolicyHistory,
    reader: ReportReader = .custodian, workers: Int = 2, by size: Int = 256,
    body: ([Breach]) throws -> Void
  ) throws -> Int {
    try forEachOverused(
      period: period, on: { _ in day }, noLaterThan: day, policies: policies, reader: reader,
      workers: workers, by: size, body: body)
  }

  /// Finds every breach of all peers, in the order in which they joined.
  ///
  /// What is packed of each peer is read, and no row of theirs; whoever may have been used too soon
  /// or too often is then read in full. In a small registry the rows of all are read. The breaches
  /// are those of `OveruseReport`, all seen at one moment.
  ///
  /// - Parameters:
  ///   - period: the days on which a breach may lie.
  ///   - day: the report's day at a home; what comes after it hasn't taken place.
  ///   - latest: the last of these days anywhere; of what may have been broken, the home's decides.
  ///   - policies: every version of the registry's policy.
  ///   - reader: for whose eyes it is.
  ///   - workers: the number of threads that read.
  ///   - size: how many chains are read at a time.
  ///   - body: takes the breaches of each peer who has any.
  /// - Returns: how many uses took place up to the day, all told.
  /// - Throws: what the closure throws; `unreadable` or `database`.
  @discardableResult
  package func forEachOverused(
    period: ReportPeriod = ReportPeriod(), on day: @escaping @Sendable (Zone) -> Day,
    noLaterThan latest: Day, policies: PolicyHistory, reader: ReportReader = .custodian,
    workers: Int = 2, by size: Int = 256, body: ([Breach]) throws -> Void
  ) throws -> Int {
    let limits = LimitSpans(policies)
    var counted = 0
    // Of a few peers the rows are as quickly read; and what is damaged in them is said each time.
    let readsRows = try isSmall(by: size)
    try sweep(by: size, workers: workers) { ledger, chains in
      let (suspects, told) = try ledger.suspects(
        inChains: chains, readingRows: readsRows, period: period, on: latest, limits: limits)
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
    inChains chains: ClosedRange<Int>, readingRows: Bool, period: ReportPeriod, on day: Day,
    limits: LimitSpans
  ) throws(LedgerError) -> (chains: [Int], told: Int) {
    var scan = UseScan(
      period: period, on: day, limits: limits, ownLimits: try limitSpans(inChains: chains, limits))
    let unpacked = readingRows ? [chains] : try take(packedOf: chains, into: &scan)
    for chains in unpacked { try take(rowsOf: chains, into: &scan) }
    return (
      try chainsInUnknownZones(chains).union(scan.suspects).sorted(), scan.told
    )
  }

  /// Takes what is packed of some chains; gives those of them of which nothing is, or
  /// nothing whole.
  private func take(
    packedOf chains: ClosedRange<Int>, into scan: inout UseScan
  ) throws(LedgerError) -> [ClosedRange<Int>] {
    var unpacked: [ClosedRange<Int>] = []
    var next = chains.lowerBound
    do throws(DatabaseError) {
      // Stepped through by hand: a closure for each row couldn't take the scan as its own.
      var rows = try connection.prepare(
        "SELECT chain, uses FROM told_uses WHERE chain BETWEEN ?1 AND ?2 ORDER BY chain")
      try rows.bind(chains.lowerBound, at: 1)
      try rows.bind(chains.upperBound, at: 2)
      while try rows.step() {
        let chain = Int(rows.row.int64(0))
        if next < chain { unpacked.append(next...chain - 1) }
        let isWhole = rows.row.withBytes(1) { scan.take(chain: chain, packed: $0) }
        next = isWhole ? chain + 1 : chain
      }
    } catch {
      throw .database(error)
    }
    if next <= chains.upperBound { unpacked.append(next...chains.upperBound) }
    return unpacked
  }

  /// Takes the rows of some chains, as they are.
  private func take(
    rowsOf chains: ClosedRange<Int>, into scan: inout UseScan
  ) throws(LedgerError) {
    try rows(
      """
      SELECT chain, \(columns: UseNumbers.columns) FROM use
      WHERE chain BETWEEN \(chains.lowerBound) AND \(chains.upperBound) ORDER BY chain, day, id
      """
    ) { scan.take(chain: Int($0.int64(0)), UseNumbers($0, from: 1)) }
    scan.close()
  }

  /// The limits over time of those peers of some chains who have set their own.
  private func limitSpans(
    inChains chains: ClosedRange<Int>, _ limits: LimitSpans
  ) throws(LedgerError) -> [Int64: LimitSpans] {
    var found: [Int] = []
    try rows(
      """
      SELECT DISTINCT chain FROM own_limits
      WHERE chain BETWEEN \(chains.lowerBound) AND \(chains.upperBound)
      """
    ) { found.append(Int($0.int64(0))) }
    var own: [Int64: LimitSpans] = [:]
    for chain in found { own[Int64(chain)] = limits.with(try ownLimits(ofChain: chain)) }
    return own
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
