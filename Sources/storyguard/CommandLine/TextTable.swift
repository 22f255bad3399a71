/// A table in plain text, its columns aligned.
///
/// With a width the last column is wrapped or cut to fit; without one (a pipe, a file) every row
/// is one whole line.
struct TextTable: Sendable {
  /// The side of a column on which its text stands; numbers stand right.
  enum Side: Sendable {
    case left
    case right
  }

  /// What happens to the last column when the table is too wide.
  enum LastColumn: Sendable {
    case wrapped
    case cut
  }

  struct Column: Sendable {
    let heading: String
    let side: Side

    static func left(_ heading: String) -> Column { Column(heading: heading, side: .left) }
    static func right(_ heading: String) -> Column { Column(heading: heading, side: .right) }
  }

  /// What stands in one place of the table; made safe to show, so colour goes beside the text.
  struct Cell: Sendable, ExpressibleByStringLiteral {
    let text: String
    let emphasis: Emphasis

    init(_ text: String, _ emphasis: Emphasis = .none) {
      self.text = text.asOneLine
      self.emphasis = emphasis
    }

    init(stringLiteral text: String) { self.init(text) }
  }

  let columns: [Column]
  let rows: [[Cell]]
  let lastColumn: LastColumn
  /// Whether headings are broken at blanks, so that a column is as wide as what stands in it.
  var breaksHeadings = false

  init(_ columns: [Column], rows: [[Cell]], lastColumn: LastColumn = .wrapped) {
    self.columns = columns
    // Every row gets as many cells as there are columns.
    self.rows = rows.map { row in
      columns.indices.map { row.indices.contains($0) ? row[$0] : "" }
    }
    self.lastColumn = lastColumn
  }

  init(_ columns: [Column], rows: [[String]], lastColumn: LastColumn = .wrapped) {
    self.init(columns, rows: rows.map { $0.map { Cell($0) } }, lastColumn: lastColumn)
  }

  private static let gap = 2
  private static let narrowest = 12
  /// The columns below which words in the last column are hard to read.
  private static let proseWidth = 28

  /// The table's lines, the first being its heading, each ended by a line feed.
  func text(on terminal: Terminal) -> String {
    text(width: terminal.tableWidth, style: terminal.style)
  }

  /// The table's lines in so many columns, or as wide as they are.
  func text(width: Int?, style: Style = .plain) -> String {
    guard !columns.isEmpty else { return "" }
    let widths = fitted(to: width)
    return (head(widths, style) + rows.flatMap { lines(of: $0, widths, style) }).map { $0 + "\n" }
      .joined()
  }

  /// Whether all its lines are whole in so many columns.
  ///
  /// A last column of words may be wrapped, as long as it has room for a few of them; everything
  /// fits where nobody is looking.
  func fits(_ width: Int?) -> Bool {
    guard let width, let last = widths.last else { return true }
    let others = widths.dropLast().reduce(0) { $0 + $1 + Self.gap }
    let isProse = rows.contains { $0.last?.text.contains(" ") ?? false }
    return others + (isProse ? min(last, Self.proseWidth) : last) <= width
  }

  /// The columns that each column would take.
  private var widths: [Int] {
    columns.indices.map { column in
      rows.reduce(headingWidth(of: columns[column])) { max($0, $1[column].text.displayWidth) }
    }
  }

  private func headingWidth(of column: Column) -> Int {
    guard breaksHeadings else { return column.heading.displayWidth }
    return column.heading.split(separator: " ").map { String($0).displayWidth }.max() ?? 0
  }

  /// The headings, which stand on the last of their lines where others take more.
  private func head(_ widths: [Int], _ style: Style) -> [String] {
    guard breaksHeadings else {
      return lines(of: columns.map { Cell($0.heading, .bold) }, widths, style)
    }
    let broken = zip(columns, widths).map { wrapped($0.heading, width: max(1, $1)) }
    let height = broken.map(\.count).max() ?? 0
    return (0..<height).map { line in
      joined(
        broken.map { parts in
          let place = line - (height - parts.count)
          return Cell(parts.indices.contains(place) ? parts[place] : "", .bold)
        }, widths, style)
    }
  }

  private func fitted(to width: Int?) -> [Int] {
    var widths = widths
    guard let width, let last = widths.popLast() else { return widths }
    let room = width - widths.reduce(0) { $0 + $1 + Self.gap }
    return widths + [min(last, max(room, Self.narrowest))]
  }

  /// One row, which takes several lines when its last cell is wrapped.
  private func lines(of cells: [Cell], _ widths: [Int], _ style: Style) -> [String] {
    guard let lastCell = cells.last, let lastWidth = widths.last else { return [] }
    let parts =
      switch lastColumn {
      case .cut: [lastCell.text.cut(toWidth: lastWidth)]
      case .wrapped where lastCell.text.displayWidth <= lastWidth: [lastCell.text]
      case .wrapped: wrapped(lastCell.text, width: lastWidth)
      }
    return parts.enumerated().map { number, part in
      let before = number == 0 ? cells.dropLast() : cells.dropLast().map { _ in "" }
      return joined(before + [Cell(part, lastCell.emphasis)], widths, style)
    }
  }

  private func joined(_ cells: [Cell], _ widths: [Int], _ style: Style) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { line += String(repeating: " ", count: Self.gap) }
      let space = String(repeating: " ", count: max(0, widths[index] - cell.text.displayWidth))
      let shown = style.text(cell.text, cell.emphasis)
      line += columns[index].side == .left ? shown + space : space + shown
    }
    let end = line.lastIndex { $0 != " " }
    return end.map { String(line[...$0]) } ?? ""
  }
}
