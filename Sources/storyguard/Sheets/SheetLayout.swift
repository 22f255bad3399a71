import ConsentRegistry
import Markup
import Notation

/// What takes a sheet's rows as they come, and writes them down in one shape.
protocol SheetLayout: AnyObject {
  /// Takes one row of a table.
  func add(_ row: FigureRow, to table: String)
  /// Takes what is said of the whole: words for people, a key and a figure for programs.
  func say(_ words: String, _ key: String, _ figure: Figure)
  /// Writes what is still to be written.
  func end()
}

extension Surroundings {
  /// Lays a sheet out in the shape asked for.
  ///
  /// Data (`json`, `csv`) goes out row by row, however many there are; a page (`table`, `markdown`,
  /// `html`) is for reading, and holds so many rows that somebody could.
  ///
  /// - Parameters:
  ///   - sheet: what stands above the rows.
  ///   - invocation: what was typed; with `--table`, which table `csv` writes.
  ///   - fill: puts in the rows.
  /// - Throws: what filling throws.
  func layOut(
    _ sheet: ReportSheet, _ invocation: Invocation, _ fill: (any SheetLayout) throws -> Void
  ) throws {
    let takesTable = invocation.command.options.contains { $0.name == "--table" }
    let table = takesTable ? try invocation.valueIfGiven("--table") : nil
    if table != nil, format != .csv {
      throw invocation.misuse(.notTogether("--table", "--format \(format.rawValue)"))
    }
    if let table, !sheet.tables.contains(where: { $0.key == table }) {
      let keys = sheet.tables.map(\.key)
      throw invocation.misuse(
        .notAChoice(
          of: "--table", choices: keys, nearest: nearestName(to: table, among: keys)))
    }
    let layout: any SheetLayout =
      switch format {
      case .json: JSONSheet(sheet, write)
      case .csv: CSVSheet(sheet, table: table, write, complain)
      case .markdown: PageSheet(sheet) { self.write(MarkdownSheet($0).text) }
      case .html: PageSheet(sheet) { self.write(HTMLPage($0).document.text) }
      case .table, .chain:
        PageSheet(sheet) { self.write(TablePage($0, terminal: self.console.output).text) }
      }
    try fill(layout)
    layout.end()
  }
}

/// Gathers text, so that it is written in a few large pieces.
struct Gathering: ~Copyable {
  private var text = ""
  private let write: (String) -> Void

  init(_ write: @escaping (String) -> Void) { self.write = write }

  mutating func add(_ piece: String) {
    text += piece
    if text.utf8.count > 65_536 { flush() }
  }

  mutating func flush() {
    if !text.isEmpty { write(text) }
    text = ""
  }
}
