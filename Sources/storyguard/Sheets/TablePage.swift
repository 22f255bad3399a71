import ConsentRegistry
import Notation

/// A sheet for a screen: aligned tables with bars; plain lines where nobody is looking.
///
/// On a narrow screen dates lose their words first, then headings are broken, then optional columns
/// go, then ids are cut.
struct TablePage {
  private let gathered: GatheredSheet
  private let terminal: Terminal

  init(_ gathered: GatheredSheet, terminal: Terminal) {
    self.gathered = gathered
    self.terminal = terminal
  }

  /// The whole page, each line ended by a line feed.
  var text: String {
    let sheet = gathered.sheet
    let head = sheet.heading.lines(sheet.title, on: terminal)
    let parts =
      gathered.isEmpty && !sheet.empty.isEmpty
      ? [sheet.empty.flatMap(fitting)] : sheet.tables.flatMap { part($0) }
    return ReportWords.page(
      [head] + gathered.said.map { wrapped($0, width: width) } + parts + [measures])
  }

  private var width: Int { terminal.tableWidth ?? .max }

  /// A line as it is, or wrapped where it is too long.
  private func fitting(_ line: String) -> [String] {
    line.displayWidth > width ? wrapped(line, width: width) : [line]
  }

  private func part(_ table: FigureTable) -> [[String]] {
    let rows = gathered.rows(of: table)
    guard !rows.isEmpty else {
      return table.empty.map {
        [[terminal.style.bold(table.title)] + wrapped($0, width: width)]
      } ?? []
    }
    var parts = [ReportWords.section(table.title, fitted(table, rows), on: terminal)]
    if let more = gathered.more(of: table) { parts[0] += wrapped(more, width: width) }
    if !table.about.isEmpty { parts.append(wrapped(table.about, width: width)) }
    return parts
  }

  private var measures: [String] {
    guard !gathered.sheet.measures.isEmpty, !gathered.isEmpty else { return [] }
    return [terminal.style.bold("How it is worked out")]
      + gathered.sheet.measures.flatMap { measure in
        wrapped(measure.inWords, width: width == .max ? width : width - 2).enumerated().map {
          ($0.offset == 0 ? "- " : "  ") + $0.element
        }
      }
  }

  /// The widest form that fits.
  private func fitted(_ table: FigureTable, _ rows: [FigureRow]) -> TextTable {
    let whole = table.forPeople
    let optional = whole.filter { table.columns[$0].isOptional }
    for isLong in [true, false] {
      let made = drawn(table, rows, whole, inWords: isLong)
      if made.fits(terminal.tableWidth) { return made }
    }
    for count in 0...optional.count {
      let gone = optional.suffix(count)
      let made = drawn(
        table, rows, whole.filter { !gone.contains($0) }, inWords: false, breaksHeadings: true)
      if made.fits(terminal.tableWidth) { return made }
    }
    return cut(table, rows, whole.filter { !optional.contains($0) })
  }

  private func drawn(
    _ table: FigureTable, _ rows: [FigureRow], _ places: [Int], inWords: Bool,
    breaksHeadings: Bool = false, idsUpTo longest: Int = .max
  ) -> TextTable {
    let columns = places.map { place -> TextTable.Column in
      let column = table.columns[place]
      return column.isNumber ? .right(column.heading) : .left(column.heading)
    }
    let lines = rows.map { row in
      places.map { place -> TextTable.Cell in
        guard row.figures.indices.contains(place) else { return "" }
        let figure = row.figures[place]
        var text = figure.text(daysInWords: inWords)
        if case .id = figure { text = text.cut(toWidth: longest) }
        return TextTable.Cell(text, place == places.first ? row.emphasis : figure.emphasis)
      }
    }
    var made = TextTable(columns, rows: lines)
    made.breaksHeadings = breaksHeadings
    return made
  }

  /// Ids lose their ends until the table fits, or until only a few letters are left of each.
  private func cut(_ table: FigureTable, _ rows: [FigureRow], _ places: [Int]) -> TextTable {
    var made = drawn(table, rows, places, inWords: false, breaksHeadings: true)
    for longest in [24, 16, 12, 8, 6] {
      if made.fits(terminal.tableWidth) { break }
      made = drawn(
        table, rows, places, inWords: false, breaksHeadings: true, idsUpTo: longest)
    }
    return made
  }
}
