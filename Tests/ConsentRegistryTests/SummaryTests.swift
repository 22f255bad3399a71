import Seeded
import Testing

@testable import ConsentRegistry

/// The summary that may leave the office, and somebody outside who tries to work out what it
/// withholds.
struct SummaryTests {
  typealias Key = SummaryAttacker.Key

  @Test func `a line is whole without a small count, else its total alone, else nothing`() {
    let lines = [
      [12, 0, 30, 11], [12, 3, 30, 11], [12, 11, 1, 30], [1, 2, 3, 4], [5, 0, 0, 0], [9, 0, 0, 0],
      [0, 0, 0, 0],
    ]
    let table = Self.table(lines)
    #expect(table.rows[0][.tellings].quarters.map(\.number) == [12, 0, 30, 11])
    #expect(table.rows[6][.tellings].quarters.map(\.number) == [0, 0, 0, 0])
    #expect(
      table.rows[1...5].allSatisfy { row in
        row[.tellings].quarters.allSatisfy { $0 == .withheld }
      })
    #expect(table.rows.map { $0[.tellings].total.number } == [53, 56, 54, nil, nil, nil, 0])
  }

  @Test func `the line of all is told where the rest it leaves is wide`() {
    // Left by quarter: 37, 23, 62 and 41, of three lines that hold 56, 54 and 53.
    let hidden = [[12, 3, 20, 21], [13, 10, 21, 10], [12, 10, 21, 10]]
    let three = Self.table(hidden + [[40, 0, 0, 12]])
    #expect(three[.tellings].quarters.map(\.number) == [77, 23, 62, 53])
    #expect(three[.tellings].total.number == 215)
    #expect(three.rows[3][.tellings].quarters.map(\.number) == [40, 0, 0, 12])
    // One line by itself would be all that is left: the two smallest keep it company.
    let one = Self.table([[12, 3, 30, 11], [40, 50, 11, 12], [14, 30, 0, 12], [13, 12, 30, 0]])
    #expect(one[.tellings].quarters.map(\.number) == [79, 95, 71, 35])
    #expect(one.rows.map { $0[.tellings].total.number } == [56, 113, 56, 55])
    #expect(one.rows.map { $0[.tellings].quarters[0].number } == [nil, 40, nil, nil])
    // 80 are left of a quarter, and no two of the lines hold as many: the third has some.
    let most = Self.table([[3, 3, 30, 3], [3, 3, 30, 3], [3, 3, 20, 3]])[.tellings]
    #expect(most.quarters.allSatisfy { $0 == .withheld } && most.total.number == 107)
    // Three are left of a quarter.
    let few = Self.table([[12, 3, 20, 21], [13, 0, 21, 20], [20, 0, 9, 20]])[.tellings]
    #expect(few.quarters.allSatisfy { $0 == .withheld } && few.total.number == 159)
  }

  @Test(arguments: [
    ([1, 1, 1], nil), ([1, 2, 3], nil), ([2, 2, 3], 107), ([9, 9, 8], 126), ([9, 9, 9], nil),
    ([10, 10, 10], nil), ([1, 1, 1, 1], nil), ([3, 3, 3, 3], 112),
  ]) func `small totals are added up only where that leaves five values for each`(
    small: [Int], all: Int?
  ) {
    let table = Self.table(small.map { [$0, 0, 0, 0] } + [[25, 25, 25, 25]])
    #expect(table[.tellings].total.number == all)
  }

  @Test func `fewer than three small totals are hidden among others, whichever come first`() {
    // 3, 20 and 15: 38 in all, of which the small one is 1 to 10.
    let lines = [[20, 20, 20, 20], [20, 0, 0, 0], [3, 0, 0, 0], [9, 6, 0, 0], [60, 0, 0, 0]]
    let table = Self.table(lines)
    #expect(table.rows.map { $0[.tellings].total.number } == [nil, 20, nil, nil, 60])
    #expect(table[.tellings].total.number == 178)
    // 1, 11 and 11: the small one could be 1 alone.
    let tight = Self.table([[1, 0, 0, 0], [11, 0, 0, 0], [0, 11, 0, 0], [60, 0, 0, 0]])
    #expect(tight.rows.map { $0[.tellings].total.number } == [nil, nil, nil, 60])
    #expect(tight[.tellings].total == .withheld)
  }

  @Test func `many tellings of two peers are still theirs`() {
    var line = UncheckedLine()
    line.add([50, 50, 50, 50], adds: true)
    line.add([50, 50, 50, 50], adds: true)
    #expect(Self.table([line])[.tellings].total == .withheld)
    line.add([1, 1, 1, 1], adds: true)
    #expect(Self.table([line]).rows[0][.tellings].quarters.map(\.number) == [101, 101, 101, 101])
  }

  @Test func `a summary is of whole years that are over, and never of an event or a story`() throws
  {
    func years(_ from: String?, _ to: String?, event: EventID? = nil) throws -> SummaryYears {
      try SummaryYears(
        ReportScope(
          period: ReportPeriod(from: from.flatMap { Day($0) }, to: to.flatMap { Day($0) }),
          event: event), on: may(4))
    }
    let all = try years(nil, nil)
    #expect((all.first, all.last) == (nil, 2025))
    let one = try years("2024-01-01", "2024-12-31")
    #expect((one.first, one.last) == (2024, 2024))
    for (from, to) in [("2025-04-01", nil), (nil, "2025-09-30"), ("2024-02-01", "2024-12-31")] {
      #expect(throws: SummaryRefusal.cutsAYear) { try years(from, to) }
    }
    for (from, to) in [("2026-01-01", nil), (nil, "2026-12-31"), ("2025-01-01", "2024-12-31")] {
      #expect(throws: SummaryRefusal.notOver(lastOver: 2025)) { try years(from, to) }
    }
    #expect(throws: SummaryRefusal.narrowed) { try years(nil, nil, event: id("fair")) }
  }

  // MARK: The attack

  @Test func `withholding small counts alone gives them away, and the attacker finds them`() {
    // 15 and 12 by row, 14 and 13 by column: the 3 is 15 less 12, and so on.
    var attacker = SummaryAttacker(
      cells: [[12, nil], [nil, 10 + 1]], rowTotals: [15, 13], columnTotals: [14, 14], all: 28)
    let fits = attacker.think()
    #expect(fits)
    #expect(attacker.known[Key(figure: .tellings, row: 0, quarter: 1)] == 3...3)
    #expect(attacker.known[Key(figure: .tellings, row: 1, quarter: 0)] == 2...2)
    // Two withheld in each line don't help where they are both as great as may be.
    var full = SummaryAttacker(
      cells: [[nil, nil], [nil, nil]], rowTotals: [20, 12], columnTotals: [16, 16], all: 32)
    let fullFits = full.think()
    #expect(fullFits)
    #expect(full.known[Key(figure: .tellings, row: 0, quarter: 0)] == 10...10)
    #expect(full.known[Key(figure: .tellings, row: 1, quarter: 1)] == 6...6)
  }

  @Test func `nobody outside works out a withheld count of a random registry`() {
    var dice = SeededDice(seed: 441)
    var (withheld, told, found) = (0, 0, 0)
    for _ in 0..<Soak.count(3_000) {
      let counts = RandomSummary.counts(&dice)
      let table = SummaryTable(withholdingFrom: counts)
      func truth(_ key: Key) -> Int {
        let figure = counts[key.figure]
        let line = key.row.map { figure.lines[$0] } ?? figure.all
        return (key.quarter.map { line.quarters[$0] } ?? line.total).count
      }
      var attacker = SummaryAttacker(table) { (1...10).contains(truth($0)) }
      let fits = attacker.think()
      #expect(fits, "what is printed doesn't fit together")
      for (key, range) in attacker.known {
        let line = key.row.map { table.rows[$0][key.figure] } ?? table[key.figure]
        guard (key.quarter.map { line.quarters[$0] } ?? line.total) == .withheld else {
          told += 1
          // What is printed is true, and never small.
          #expect(range == truth(key)...truth(key) && !(1...10).contains(truth(key)))
          continue
        }
        withheld += 1
        #expect(range.contains(truth(key)))
        // That there is none may be found: a 0 is no secret. Nor are more than 10 peers, which are
        // held back only lest they say how few told for two organisations.
        let isNoSecret = range == 0...0 || (key.figure == .peers && range.lowerBound > 10)
        #expect(range.count >= 5 || isNoSecret, "\(key) is \(range)")
        if (1...10).contains(truth(key)) { found += range.count < 10 ? 1 : 0 }
      }
    }
    #expect(withheld > 1_000 && told > 1_000 && found > 0)
  }
}

extension SummaryTests {
  /// Tables whose tellings are as given, by organisation and quarter, each of three peers or more.
  static func table(_ lines: [[Int]]) -> SummaryTable {
    SummaryTable(withholdingFrom: counts(lines))
  }

  static func table(_ lines: [UncheckedLine]) -> SummaryTable {
    SummaryTable(withholdingFrom: counts(lines, all: lines[0]))
  }

  static func counts(_ lines: [[Int]]) -> UncheckedSummary {
    func line(_ counts: [Int]) -> UncheckedLine {
      var line = UncheckedLine(quarters: counts.count)
      // One by one, as many as there are at most, so that each count has its peers.
      for one in 0..<(counts.max() ?? 0) { line.add(counts.map { $0 > one ? 1 : 0 }, adds: true) }
      return line
    }
    let all = (lines.first ?? []).indices.map { quarter in
      lines.reduce(0) { $0 + $1[quarter] }
    }
    return counts(lines.map(line), all: line(all))
  }

  static func counts(_ lines: [UncheckedLine], all: UncheckedLine) -> UncheckedSummary {
    UncheckedSummary(
      year: 2025, organisations: lines.indices.map { id("o-\($0)") },
      figures: [.tellings: UncheckedFigure(lines: lines, all: all)])
  }
}

extension SummaryCell {
  /// The number, if it is printed.
  var number: Int? {
    if case .count(let number) = self { number } else { nil }
  }
}

/// Made-up counts, peer by peer, of organisations great and small.
enum RandomSummary {
  static func counts(_ dice: inout SeededDice) -> UncheckedSummary {
    let organisations = dice.int(1...6)
    let peers = dice.int(1...[8, 30, 90][dice.int(0...2)])
    // How often a peer has something of a figure for an organisation in a quarter, in hundredths.
    let busy = (0..<organisations).map { _ in [0, 2, 8, 30, 80][dice.int(0...4)] }
    var lines: [SummaryFigure: [UncheckedLine]] = [:]
    var all: [SummaryFigure: UncheckedLine] = [:]
    for figure in SummaryFigure.allCases {
      lines[figure] = Array(repeating: UncheckedLine(), count: organisations)
      all[figure] = UncheckedLine()
    }
    let breaking = dice.int(0...100)
    for _ in 0..<peers {
      var together: [SummaryFigure: [Int]] = [:]
      for organisation in 0..<organisations {
        var own: [SummaryFigure: [Int]] = [:]
        for quarter in 0..<4 {
          func some(_ often: Int) -> Int {
            dice.int(0...99) < often ? dice.int(1...dice.int(1...3)) : 0
          }
          for figure in SummaryFigure.allCases where figure.hangsOn.isEmpty {
            own[figure, default: [0, 0, 0, 0]][quarter] = some(busy[organisation])
          }
          for figure in SummaryFigure.allCases where !figure.hangsOn.isEmpty {
            let most = figure.hangsOn.reduce(0) { $0 + (own[$1]?[quarter] ?? 0) }
            let count =
              figure == .peers ? most : (0..<most).count { _ in dice.int(0...99) < breaking }
            own[figure, default: [0, 0, 0, 0]][quarter] = count
          }
        }
        for (figure, counts) in own {
          lines[figure]?[organisation].add(counts, adds: figure.addsUp)
          for quarter in 0..<4 {
            together[figure, default: [0, 0, 0, 0]][quarter] += counts[quarter]
          }
        }
      }
      for (figure, counts) in together { all[figure]?.add(counts, adds: figure.addsUp) }
    }
    var figures: [SummaryFigure: UncheckedFigure] = [:]
    for figure in SummaryFigure.allCases {
      guard let lines = lines[figure], let all = all[figure] else { continue }
      figures[figure] = UncheckedFigure(lines: lines, all: all)
    }
    return UncheckedSummary(
      year: 2025, organisations: (0..<organisations).map { id("o-\($0)") }, figures: figures)
  }
}
