/// What keeps a sheet or one of its rows from being read, and where; never what a cell holds.
package enum SheetFault: Error, Equatable, Sendable {
  /// There is no header row.
  case empty
  /// The file is a workbook (a zipped or older binary one), not text.
  case workbook
  /// The bytes stop being UTF-8 on this line.
  case notUTF8(line: Int)
  /// A quoted cell that opens here is never closed; the rest of the file can't be told apart.
  case unclosedQuote(SheetPlace)
  /// Something follows the closing quote of the cell here.
  case textAfterQuote(SheetPlace)
  /// The row has more filled cells than the header has columns.
  case tooManyCells(line: Int, cells: Int, columns: Int)
}

extension SheetFault: CustomStringConvertible {
  /// The fault in plain words, with the next step.
  package var description: String {
    switch self {
    case .empty:
      "The sheet is empty. Its first row must name the columns."
    case .workbook:
      "This is a workbook. In your spreadsheet program, save it as “CSV UTF-8” and use that file."
    case .notUTF8(let line):
      "Line \(line) isn't UTF-8. In your spreadsheet program, save the sheet as “CSV UTF-8”."
    case .unclosedQuote(let place):
      "The double quote opened at \(place) is never closed. Close it, or take it out."
    case .textAfterQuote(let place):
      "The cell at \(place) goes on after its closing quote. Write quotes inside a cell twice."
    case .tooManyCells(let line, let cells, let columns):
      "Line \(line) has \(cells) cells, but the header names \(columns). Put a cell that holds the "
        + "separator in double quotes, or name the extra columns."
    }
  }
}
