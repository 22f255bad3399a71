import ConsentRegistry

/// Somebody outside who has a printed table, knows every rule, and tightens bounds until none moves.
///
/// For the sake of the test they are even told, for a total of which nothing is printed, whether it
/// is one of 1 to 10.
struct SummaryAttacker {
  /// A number of the table: of an organisation by its place, or of all; of a quarter, or the year.
  struct Key: Hashable {
    let figure: SummaryFigure
    let row: Int?
    let quarter: Int?
  }

  /// What is known of a number: at least and at most.
  private(set) var known: [Key: ClosedRange<Int>] = [:]
  private let rows: Int
  private let quarters: Int
  private let figures: [SummaryFigure]
  /// More than any number in the tests.
  private static let great = 1_000_000

  init(
    _ table: SummaryTable, figures: [SummaryFigure] = SummaryFigure.allCases,
    small: (Key) -> Bool
  ) {
    rows = table.rows.count
    quarters = table[.tellings].quarters.count
    self.figures = figures
    for figure in figures {
      for row in Array(table.rows.indices.map(Optional.some)) + [nil] {
        let line = row.map { table.rows[$0][figure] } ?? table[figure]
        for quarter in Array(0..<quarters).map(Optional.some) + [nil] {
          let key = Key(figure: figure, row: row, quarter: quarter)
          switch quarter.map({ line.quarters[$0] }) ?? line.total {
          case .count(let count): known[key] = count...count
          case .withheld where quarter == nil && row != nil:
            known[key] = 1...(small(key) ? 10 : Self.great)
          case .withheld: known[key] = 0...Self.great
          }
        }
      }
    }
  }

  /// Only what is counted of a figure by itself: a table of numbers, `nil` where withheld as small.
  init(cells: [[Int?]], rowTotals: [Int?], columnTotals: [Int?], all: Int?) {
    rows = cells.count
    quarters = columnTotals.count
    figures = [.tellings]
    func note(_ row: Int?, _ quarter: Int?, _ count: Int?) {
      known[Key(figure: .tellings, row: row, quarter: quarter)] = count.map { $0...$0 } ?? 1...10
    }
    for row in 0..<rows {
      for quarter in 0..<quarters { note(row, quarter, cells[row][quarter]) }
      note(row, nil, rowTotals[row])
    }
    for quarter in 0..<quarters { note(nil, quarter, columnTotals[quarter]) }
    note(nil, nil, all)
  }

  /// Tightens until nothing moves; says whether what is known still fits together.
  mutating func think() -> Bool {
    var before: [Key: ClosedRange<Int>] = [:]
    while before != known {
      before = known
      for figure in figures {
        for row in Array(0..<rows).map(Optional.some) + [nil] {
          let parts = (0..<quarters).map { Key(figure: figure, row: row, quarter: $0) }
          guard add(parts, to: Key(figure: figure, row: row, quarter: nil)) else { return false }
        }
        for quarter in Array(0..<quarters).map(Optional.some) + [nil] {
          let parts = (0..<rows).map { Key(figure: figure, row: $0, quarter: quarter) }
          guard add(parts, to: Key(figure: figure, row: nil, quarter: quarter)) else {
            return false
          }
        }
        guard hang(figure) else { return false }
      }
    }
    return true
  }

  private mutating func set(_ key: Key, atLeast least: Int, atMost most: Int) -> Bool {
    guard let now = known[key] else { return true }
    let (low, high) = (max(now.lowerBound, least), min(now.upperBound, most))
    guard low <= high else { return false }
    known[key] = low...high
    return true
  }

  private func low(_ key: Key) -> Int { known[key]?.lowerBound ?? 0 }
  private func high(_ key: Key) -> Int { known[key]?.upperBound ?? Self.great }

  /// The sum of parts is the total; of peers it is at least the total, and no part is more than it.
  private mutating func add(_ parts: [Key], to total: Key) -> Bool {
    let adds = total.figure != .peers
    let lows = parts.reduce(0) { $0 + low($1) }
    let highs = parts.reduce(0) { $0 + high($1) }
    let least = adds ? lows : parts.map(low).max() ?? 0
    guard set(total, atLeast: least, atMost: highs) else { return false }
    for part in parts {
      let most = adds ? high(total) - (lows - low(part)) : high(total)
      guard set(part, atLeast: low(total) - (highs - high(part)), atMost: most) else {
        return false
      }
    }
    return true
  }

  /// No more peers or breaches of rest or load than tellings, nor uses over a cap than uses.
  ///
  /// Where there is a telling there is a peer.
  private mutating func hang(_ figure: SummaryFigure) -> Bool {
    let bases: [SummaryFigure]
    switch figure {
    case .peers, .breachesOfRest, .breachesOfLoad: bases = [.tellings]
    case .breachesOfCaps: bases = [.tellings, .exposures]
    default: return true
    }
    for key in known.keys where key.figure == figure {
      let under = bases.map { Key(figure: $0, row: key.row, quarter: key.quarter) }
      let highs = under.reduce(0) { $0 + high($1) }
      guard set(key, atLeast: 0, atMost: highs) else { return false }
      for base in under {
        guard set(base, atLeast: low(key) - (highs - high(base)), atMost: Self.great) else {
          return false
        }
      }
      guard figure == .peers, let tellings = under.first else { continue }
      if low(tellings) > 0 {
        guard set(key, atLeast: 1, atMost: Self.great) else { return false }
      }
      if high(key) == 0 {
        guard set(tellings, atLeast: 0, atMost: 0) else { return false }
      }
    }
    return true
  }
}
