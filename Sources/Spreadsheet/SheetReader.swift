/// Reads the untidy CSV that people keep, one row at a time.
///
/// The separator (`,` `;` or tab) is the one most frequent in the header; a first line `sep=;` says
/// it outright. A BOM, any line ends, quoted cells with line breaks and doubled quotes are read.
/// Cells without quotes are trimmed, blank rows skipped, short rows filled up.
/// ```swift
/// var sheet = try SheetReader(bytes)
/// while let row = try sheet.next() { … }  // a fault refuses one row; the next call goes on
/// ```
package struct SheetReader: Sendable {
  /// The names in the header, in order; a column without a name is empty.
  package private(set) var columns: [String] = []
  /// The character between two cells.
  package var separator: Character { Character(Unicode.Scalar(cursor.separator)) }

  private var cursor: CellCursor

  /// Opens a sheet and reads its header; throws if it is no UTF-8 text or has no header.
  package init(_ bytes: [UInt8]) throws(SheetFault) {
    try Self.checkIsText(bytes)
    cursor = CellCursor(bytes: bytes)
    guard let header = try cursor.row() else { throw .empty }
    columns = header.cells
  }

  /// The next row that isn't blank, or nothing at the end; throws what is wrong with that row.
  package mutating func next() throws(SheetFault) -> SheetRow? {
    guard let row = try cursor.row() else { return nil }
    var cells = row.cells
    if cells.count > columns.count {
      let filled = (cells.lastIndex { !$0.isEmpty } ?? 0) + 1
      guard filled <= columns.count else {
        throw .tooManyCells(line: row.line, cells: filled, columns: columns.count)
      }
      cells.removeLast(cells.count - columns.count)
    }
    while cells.count < columns.count { cells.append("") }
    return SheetRow(line: row.line, cells: cells)
  }

  private static func checkIsText(_ bytes: [UInt8]) throws(SheetFault) {
    // Zip archives and the older compound files, as workbooks are kept.
    let workbooks: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]]
    if workbooks.contains(where: { bytes.starts(with: $0) }) { throw .workbook }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw .notUTF8(line: line(of: error.byteOffsets.lowerBound, in: bytes))
    }
    // UTF-16 without a mark passes for UTF-8, but gives itself away by its zero bytes.
    if bytes.prefix(100).contains(0) { throw .notUTF8(line: 1) }
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for index in 0..<offset
    where bytes[index] == 0x0A
      || (bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
    {
      line += 1
    }
    return line
  }
}
