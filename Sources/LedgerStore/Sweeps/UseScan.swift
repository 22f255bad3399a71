import ConsentRegistry

/// Goes through the uses of peers, and notes the chains in which some limit may have been broken.
struct UseScan {
  private let today: Int32
  private let limits: LimitSpans
  private let ownLimits: [Int64: LimitSpans]
  private var search: OveruseSearch
  private var chain = 0
  private var uses: [SlimUse] = []
  private var isDamaged = false
  /// How many uses took place.
  private(set) var told = 0
  /// The chains that are worth reading in full.
  private(set) var suspects: [Int] = []

  init(
    period: ReportPeriod, on day: Day, limits: LimitSpans, ownLimits: [Int64: LimitSpans]
  ) {
    today = Int32(clamping: day.number)
    self.limits = limits
    self.ownLimits = ownLimits
    search = OveruseSearch(period: period)
  }

  /// Takes all of a chain as `ToldUses` packs it; if it is damaged, none of it, and says so.
  mutating func take(chain next: Int, packed bytes: Span<UInt8>) -> Bool {
    chain = next
    guard ToldUses.read(bytes, upTo: today, into: &uses) else { return false }
    close()
    return true
  }

  /// Takes the next row, in the order of chain, day and id.
  mutating func take(chain next: Int, _ use: UseNumbers) {
    if next != chain {
      close()
      chain = next
    }
    switch use.reading {
    // What is damaged is read again in full, and says so in its own words.
    case .damaged: isDamaged = true
    case .notTold: break
    case .told(let told):
      let day = Int32(truncatingIfNeeded: use.day)
      guard day <= today else { return }
      if let use = SlimUse(day: day, told: told.packed) { uses.append(use) }
    }
  }

  /// Ends a chain.
  mutating func close() {
    told += uses.count
    let own = ownLimits.isEmpty ? nil : ownLimits[Int64(chain)]
    if isDamaged || search.mayHaveFound(in: uses, under: own ?? limits) { suspects.append(chain) }
    uses.removeAll(keepingCapacity: true)
    isDamaged = false
  }
}
