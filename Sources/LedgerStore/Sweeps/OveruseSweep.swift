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
    try sweep(by: size, workers: workers) { ledger, chains in
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
    var scan = UseScan(
      period: period, on: day, limits: limits, ownLimits: try limitSpans(inChains: chains, limits))
    do throws(DatabaseError) {
      // A statement of its own, with no upper end for SQLite to look at in each row: going through
      // millions of them, every call on the way counts.
      var rows = try connection.prepare(
        "SELECT chain, day, told FROM use WHERE chain >= ?1 ORDER BY chain, day, id")
      try rows.bind(chains.lowerBound, at: 1)
      let last = Int64(chains.upperBound)
      while try rows.step() {
        let chain = rows.row.int64(0)
        guard chain <= last else { break }
        scan.take(chain: chain, day: rows.row.int64(1), told: rows.row.int64(2))
      }
    } catch {
      throw .database(error)
    }
    scan.close()
    return (
      try chainsInUnknownZones(chains).union(scan.suspects).sorted(), scan.told
    )
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

/// Goes through rows of uses, and notes the chains in which some limit may have been broken.
private struct UseScan {
  private let today: Int64
  private let limits: LimitSpans
  private let ownLimits: [Int64: LimitSpans]
  private var search: OveruseSearch
  private var chain: Int64 = 0
  private var uses: [SlimUse] = []
  private var isDamaged = false
  /// How many uses took place.
  private(set) var told = 0
  private(set) var suspects: [Int] = []

  init(
    period: ReportPeriod, on day: Day, limits: LimitSpans, ownLimits: [Int64: LimitSpans]
  ) {
    today = Int64(day.number)
    self.limits = limits
    self.ownLimits = ownLimits
    search = OveruseSearch(period: period)
  }

  /// Takes the next row, in the order of chain, day and id.
  mutating func take(chain next: Int64, day: Int64, told packed: Int64) {
    if next != chain {
      close()
      chain = next
    }
    // What is damaged is read again in full, and says so in its own words.
    guard packed > 0 else {
      isDamaged = isDamaged || packed < 0
      return
    }
    guard day <= today else { return }
    if let use = SlimUse(day: day, told: packed) { uses.append(use) } else { isDamaged = true }
  }

  /// Ends a chain.
  mutating func close() {
    told += uses.count
    let own = ownLimits.isEmpty ? nil : ownLimits[chain]
    if isDamaged || search.mayHaveFound(in: uses, under: own ?? limits) {
      suspects.append(Int(chain))
    }
    uses.removeAll(keepingCapacity: true)
    isDamaged = false
  }
}
