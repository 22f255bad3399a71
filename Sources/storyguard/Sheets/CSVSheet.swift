/// One table of a sheet as comma-separated values (RFC 4180), row by row.
///
/// A cell that a spreadsheet would take for a formula begins with `'`. What must go with the
/// figures is said beside the data, so that the table stays a table.
final class CSVSheet: SheetLayout {
  private let table: FigureTable?
  private var output: Gathering

  init(
    _ sheet: ReportSheet, table key: String?, _ write: @escaping (String) -> Void,
    _ complain: (String) -> Void
  ) {
    table = key.map { key in sheet.tables.first { $0.key == key } } ?? sheet.main
    output = Gathering(write)
    for note in sheet.heading.notes { complain(note + "\n") }
    if let table { output.add(CSVSheet.line(table.forPrograms.map { table.columns[$0].key })) }
  }

  func add(_ row: FigureRow, to key: String) {
    guard let table, table.key == key else { return }
    output.add(
      CSVSheet.line(
        table.forPrograms.map { place in
          row.figures.indices.contains(place) ? row.figures[place].dataText : ""
        }))
  }

  func say(_ words: String, _ key: String, _ figure: Figure) {}

  func end() { output.flush() }

  /// One record: `a,"b, c",'=1` and a line break of two characters.
  static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let safe = isFormula(text) ? "'" + text : text
    // Each of them is one byte, and no part of any other letter.
    guard safe.utf8.contains(where: { $0 == 0x2c || $0 == 0x22 || $0 == 0x0d || $0 == 0x0a })
    else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    switch first {
    // A number may begin like one, and is none.
    case "=", "+", "-", "@", "\t", "\r", "\n", "|", "%": return Double(text) == nil
    default: return false
    }
  }
}
