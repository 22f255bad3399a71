import Notation

/// Gathers what a page shows of a sheet: whole tables, up to as many rows as somebody would read.
final class PageSheet: SheetLayout {
  /// The most rows of a table on a page; data formats have no such bound.
  static let mostRows = 1_000

  private var gathered: GatheredSheet
  private let show: (GatheredSheet) -> Void

  init(_ sheet: ReportSheet, _ show: @escaping (GatheredSheet) -> Void) {
    gathered = GatheredSheet(sheet: sheet)
    self.show = show
  }

  func add(_ row: FigureRow, to table: String) { gathered.add(row, to: table) }

  func say(_ words: String, _ key: String, _ figure: Figure) {
    if !words.isEmpty { gathered.said.append(words) }
  }

  func end() { show(gathered) }
}

/// A sheet with its rows, as a page shows them.
struct GatheredSheet {
  let sheet: ReportSheet
  private var rows: [String: [FigureRow]] = [:]
  private var leftOut: [String: Int] = [:]

  init(sheet: ReportSheet) { self.sheet = sheet }

  /// What is said of the whole.
  var said: [String] = []

  /// Whether there is nothing to show.
  var isEmpty: Bool { rows.isEmpty && said.isEmpty }

  mutating func add(_ row: FigureRow, to table: String) {
    if rows[table, default: []].count < PageSheet.mostRows {
      rows[table, default: []].append(row)
    } else {
      leftOut[table, default: 0] += 1
    }
  }

  /// The rows of a table, in the order in which they came.
  func rows(of table: FigureTable) -> [FigureRow] { rows[table.key] ?? [] }

  /// What is said below a table that has more rows than a page holds.
  func more(of table: FigureTable) -> String? {
    leftOut[table.key].map {
      "\(counted($0, "more row")) \($0 == 1 ? "isn't" : "aren't") shown. Ask for fewer with the "
        + "report's options, or for all of them as data: --format csv."
    }
  }
}
