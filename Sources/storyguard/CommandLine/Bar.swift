/// A count beside its cap, as a bar: `██░░ 2 of 4`, and `████! 6 of 4` when it is over.
///
/// The `!` says "over" also to whoever sees no colour.
struct Bar: Sendable {
  let count: Int
  let cap: Int

  /// The most cells that a bar has; a larger cap is drawn to scale.
  static let mostCells = 10

  init(_ count: Int, of cap: Int) {
    self.count = max(0, count)
    self.cap = max(0, cap)
  }

  var isOver: Bool { count > cap }

  /// Red when over, yellow when full, green otherwise.
  var emphasis: Emphasis {
    if isOver { return .red }
    return count == cap ? .yellow : .green
  }

  /// The bar with its numbers, for a table.
  var cell: TextTable.Cell { TextTable.Cell(text(), emphasis) }

  /// The bar with its numbers, the bar alone coloured.
  func text(_ style: Style = .plain) -> String {
    let cells = min(cap, Self.mostCells)
    let filled = isOver || cap == 0 ? cells : filledCells(of: cells)
    let drawn =
      String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
      + (isOver ? "!" : "")
    let numbers = "\(grouped(count)) of \(grouped(cap))"
    guard !drawn.isEmpty else { return numbers }
    return style.text(drawn, emphasis) + " " + numbers
  }

  /// Rounded down, yet never empty for something and never full for less than the cap.
  private func filledCells(of cells: Int) -> Int {
    guard count > 0 else { return 0 }
    return max(1, Int(Double(count) / Double(cap) * Double(cells)))
  }
}
