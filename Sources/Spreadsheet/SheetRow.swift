/// One row of a sheet: as many cells as the header has columns, and the line where it starts.
///
/// Cells hold what people wrote; never put one into an error or a log.
package struct SheetRow: Equatable, Sendable {
  /// The line of the file on which the row starts, from 1.
  package let line: Int
  /// The cells, trimmed unless they were quoted; those the row left out are empty.
  package let cells: [String]

  /// What a cell holds, its column counted from 0; nothing if it is empty or out of reach.
  package subscript(column: Int) -> String? {
    guard cells.indices.contains(column), !cells[column].isEmpty else { return nil }
    return cells[column]
  }

  /// Where a cell stands, its column counted from 0.
  package func place(of column: Int) -> SheetPlace { SheetPlace(line: line, column: column + 1) }
}

/// A place in a sheet, both numbers from 1; it prints as `line 12, column 3 (C)`.
package struct SheetPlace: Hashable, Sendable, CustomStringConvertible {
  /// The line of the file, from 1.
  package let line: Int
  /// The column of the sheet, from 1.
  package let column: Int

  /// Names a place; both numbers count from 1.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place with the letter that spreadsheets give the column: column 28 is `AB`.
  package var description: String {
    var letters = ""
    var rest = column
    while rest > 0 {
      let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
      letters = String(Character(Unicode.Scalar(letter))) + letters
      rest = (rest - 1) / 26
    }
    return "line \(line), column \(column) (\(letters))"
  }
}
