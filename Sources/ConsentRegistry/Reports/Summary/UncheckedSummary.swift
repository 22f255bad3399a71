/// A count and the number of peers it comes from, before anything is withheld.
///
/// Nothing made of these may leave the office: only what `SummaryTable` makes of them.
struct UncheckedCount: Hashable {
  private(set) var count = 0
  private(set) var peers = 0

  /// Adds what one peer has of it.
  mutating func add(_ ofOnePeer: Int) {
    guard ofOnePeer > 0 else { return }
    count += ofOnePeer
    peers += 1
  }
}

/// One figure of an organisation, or of all, by quarter and over the year.
struct UncheckedLine: Hashable {
  var quarters: [UncheckedCount]
  var total = UncheckedCount()

  init(quarters: Int = 4) {
    self.quarters = Array(repeating: UncheckedCount(), count: quarters)
  }

  /// Adds what one peer has in each quarter; of what doesn't add up, a year holds one at most.
  mutating func add(_ ofOnePeer: [Int], adds: Bool) {
    var sum = 0
    for (quarter, count) in ofOnePeer.enumerated() {
      quarters[quarter].add(adds ? count : min(count, 1))
      sum += count
    }
    total.add(adds ? sum : min(sum, 1))
  }
}

/// One figure of every organisation, in the order of the year's organisations, and of all together.
struct UncheckedFigure: Hashable {
  var lines: [UncheckedLine]
  var all: UncheckedLine
}

/// All that is counted in one calendar year.
struct UncheckedSummary: Hashable {
  let year: Int
  let organisations: [OrganisationID]
  let figures: [SummaryFigure: UncheckedFigure]

  /// The figure; one that nobody counted has no lines.
  subscript(_ figure: SummaryFigure) -> UncheckedFigure {
    figures[figure]
      ?? UncheckedFigure(
        lines: organisations.map { _ in UncheckedLine() }, all: UncheckedLine())
  }
}
