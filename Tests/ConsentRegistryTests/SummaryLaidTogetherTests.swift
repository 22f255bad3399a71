import Seeded
import Testing

@testable import ConsentRegistry

/// Every small table there is, printed; those that print alike are laid together.
///
/// What tables that print alike differ in is what even somebody can't tell who knows how it is
/// decided, and who asks of each number withheld why it was.
struct SummaryLaidTogetherTests {
  struct Size: CustomTestStringConvertible {
    let rows: Int
    let most: Int
    let rule: SummaryRule
    var testDescription: String { "\(rows) rows of 2, up to \(most), limit \(rule.limit)" }

    init(_ rows: Int, upTo most: Int, limit: Int, width: Int) {
      self.rows = rows
      self.most = most
      rule = SummaryRule(limit: limit, fewestPeers: 1, width: width, fewestLines: rows)
    }
  }

  static let sizes =
    [Size(2, upTo: 12, limit: 4, width: 3), Size(3, upTo: 5, limit: 2, width: 2)]
    + (Soak.isOn
      ? [Size(2, upTo: 20, limit: 5, width: 3), Size(3, upTo: 8, limit: 3, width: 2)] : [])

  @Test(arguments: sizes) func `tables that print alike leave each withheld count open`(
    size: Size
  ) {
    var alike = Alike(rows: size.rows)
    Self.all(size.rows * 2, upTo: size.most) { cells in
      let figure = Self.figure(cells)
      let showings = size.rule.showings(of: figure)
      alike.note(figure, showings)
    }
    let least = alike.leastOpen(upTo: size.most, limit: size.rule.limit)
    #expect(least ?? 0 >= size.rule.width, "\(least ?? 0) values")
    #expect(alike.besideAll(upTo: size.most) > 0)
  }

  /// A figure beside the one that it can't be greater than: breaches beside tellings.
  @Test func `a figure beside the one it hangs on leaves both open`() {
    let rule = SummaryRule(limit: 2, fewestPeers: 1, width: 2, fewestLines: 2)
    let most = Soak.isOn ? 5 : 4
    // Both in one number: what is told, and how much of it breaks a limit.
    let pairs = (0...most).flatMap { told in (0...told).map { (told, $0) } }
    var alike = Alike(rows: 2)
    Self.all(4, upTo: pairs.count - 1) { cells in
      let told = Self.figure(cells.map { pairs[$0].0 })
      let broken = Self.figure(cells.map { pairs[$0].1 })
      let showings = rule.showings(of: told)
      alike.note(
        (told, showings),
        (broken, rule.showings(of: broken, hangingOn: [(told, showings)], adds: true)))
    }
    let least = alike.leastOpen(upTo: most, limit: rule.limit)
    #expect(least ?? 0 >= rule.width, "\(least ?? 0) values")
  }

  @Test func `withholding small counts alone leaves nothing open`() {
    var alike = Alike(rows: 2)
    Self.all(4, upTo: 12) { cells in
      let figure = Self.figure(cells)
      func printed(_ line: UncheckedLine) -> [Int?] {
        (line.quarters + [line.total]).map { (1...4).contains($0.count) ? nil : $0.count }
      }
      alike.note((figure.lines + [figure.all]).flatMap(printed), Alike.numbers(figure))
    }
    #expect(alike.leastOpen(upTo: 12, limit: 4) == 1)
  }

  /// Calls for every row of numbers from 0 on.
  private static func all(_ count: Int, upTo most: Int, _ body: ([Int]) -> Void) {
    var cells = Array(repeating: 0, count: count)
    while true {
      body(cells)
      guard let place = cells.firstIndex(where: { $0 < most }) else { return }
      for before in 0..<place { cells[before] = 0 }
      cells[place] += 1
    }
  }

  private static func figure(_ cells: [Int]) -> UncheckedFigure {
    func line(_ counts: [Int]) -> UncheckedLine {
      var line = UncheckedLine(quarters: 2)
      line.add(counts, adds: true)
      return line
    }
    let lines = stride(from: 0, to: cells.count, by: 2).map { [cells[$0], cells[$0 + 1]] }
    return UncheckedFigure(
      lines: lines.map(line),
      all: line([lines.reduce(0) { $0 + $1[0] }, lines.reduce(0) { $0 + $1[1] }]))
  }
}

/// Tables by what they print, and every value that each number has in them.
private struct Alike {
  let rows: Int
  private var seen: [[Int?]: [Set<Int>]] = [:]

  init(rows: Int) { self.rows = rows }

  mutating func note(_ figures: (UncheckedFigure, Showings)...) {
    note(figures.flatMap { Self.printed($0, $1) }, figures.flatMap { Self.numbers($0.0) })
  }

  mutating func note(_ figure: UncheckedFigure, _ showings: Showings) {
    note((figure, showings))
  }

  mutating func note(_ printed: [Int?], _ numbers: [Int]) {
    var values = seen.removeValue(forKey: printed) ?? numbers.map { _ in [] }
    for (place, number) in numbers.enumerated() { values[place].insert(number) }
    seen[printed] = values
  }

  /// The least number of values that a withheld number has which may be small.
  func leastOpen(upTo most: Int, limit: Int) -> Int? {
    complete(upTo: most).flatMap { printed, values in
      zip(printed, values).filter { printed, values in
        printed == nil && values.contains { (1...limit).contains($0) }
      }.map(\.1.count)
    }.min()
  }

  /// How many tables that print alike withhold a quarter although the line of all is printed whole.
  func besideAll(upTo most: Int) -> Int {
    complete(upTo: most).count { printed, _ in
      printed.contains(nil) && printed.suffix(3).allSatisfy { $0 != nil }
    }
  }

  /// The groups of which no table is missing: no number in them can be greater than those tried.
  private func complete(upTo most: Int) -> [(key: [Int?], value: [Set<Int>])] {
    let size = (rows + 1) * 3
    return seen.filter { printed, _ in
      stride(from: 0, to: printed.count, by: 3).allSatisfy { line in
        let all = line - line % size + rows * 3
        let areQuartersBounded = printed[all..<all + 2].allSatisfy { $0 ?? most + 1 <= most }
        // What nothing is told of is small, unless it keeps others company: then the sum bounds it.
        let isBounded = (printed[line + 2] ?? printed[all + 2]).map { $0 <= most } ?? true
        return line == all || printed[line] != nil || isBounded || areQuartersBounded
      }
    }
  }

  static func numbers(_ figure: UncheckedFigure) -> [Int] {
    (figure.lines + [figure.all]).flatMap { ($0.quarters + [$0.total]).map(\.count) }
  }

  private static func printed(_ figure: UncheckedFigure, _ showings: Showings) -> [Int?] {
    zip(figure.lines + [figure.all], showings.lines + [showings.all]).flatMap { line, showing in
      line.quarters.map { showing == .whole ? $0.count : nil }
        + [showing == .nothing ? nil : line.total.count]
    }
  }
}
