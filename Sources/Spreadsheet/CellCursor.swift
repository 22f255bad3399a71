/// Walks over the bytes of a sheet, already known to be UTF-8, and cuts them into cells.
struct CellCursor: Sendable {
  private let bytes: [UInt8]
  private(set) var separator: UInt8
  private var index: Int
  private var line = 1
  /// What is wrong with the row being read; the row is read to its end before that is thrown.
  private var fault: SheetFault?

  private static let quote = UInt8(ascii: "\"")

  init(bytes: [UInt8]) {
    self.bytes = bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    index = start
    separator = UInt8(ascii: ",")
    if let stated = Self.statedSeparator(in: bytes, from: start) {
      separator = stated
      index = start + 5
      endLine()
    } else {
      separator = Self.likeliestSeparator(in: bytes, from: start)
    }
  }

  /// The next row with a filled cell, or nothing at the end of the bytes.
  ///
  /// After a fault the cursor stands at the start of the row that follows.
  mutating func row() throws(SheetFault) -> SheetRow? {
    while index < bytes.count {
      let start = line
      var cells: [String] = []
      var isBlank = true
      repeat {
        let cell = try cell(number: cells.count + 1)
        if !cell.isEmpty { isBlank = false }
        cells.append(cell)
      } while skipSeparator()
      endLine()
      if let fault {
        self.fault = nil
        throw fault
      }
      if !isBlank { return SheetRow(line: start, cells: cells) }
    }
    return nil
  }

  /// Reads a cell and stops at the separator, the line end or the end of the bytes.
  private mutating func cell(number: Int) throws(SheetFault) -> String {
    let start = index
    skipSpace()
    if index < bytes.count, bytes[index] == Self.quote { return try quoted(number: number) }
    index = start
    skipCell()
    return text(start, index)
  }

  private mutating func quoted(number: Int) throws(SheetFault) -> String {
    let place = SheetPlace(line: line, column: number)
    index += 1
    var text = ""
    var plain = index
    while index < bytes.count {
      switch bytes[index] {
      case Self.quote:
        text += String(decoding: bytes[plain..<index], as: UTF8.self)
        index += 1
        guard index < bytes.count, bytes[index] == Self.quote else {
          closeQuoted(place)
          return text
        }
        plain = index
        index += 1
      case 0x0A, 0x0D: endLine()
      default: index += 1
      }
    }
    throw .unclosedQuote(place)
  }

  private mutating func closeQuoted(_ place: SheetPlace) {
    skipSpace()
    let after = index
    skipCell()
    if index > after, fault == nil { fault = .textAfterQuote(place) }
  }

  /// Spaces and tabs at either end count for nothing, nor does the space that doesn't break.
  private func text(_ start: Int, _ end: Int) -> String {
    var start = start
    var end = end
    while start < end {
      if bytes[start] == 0x20 || bytes[start] == 0x09 {
        start += 1
      } else if bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
        end -= 1
      } else if bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

extension CellCursor {
  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] != separator,
      bytes[index] == 0x20 || bytes[index] == 0x09
    {
      index += 1
    }
  }

  private mutating func skipCell() {
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte == separator || byte == 0x0A || byte == 0x0D { return }
      index += 1
    }
  }

  private mutating func skipSeparator() -> Bool {
    guard index < bytes.count, bytes[index] == separator else { return false }
    index += 1
    return true
  }

  /// Steps over one line end, if the cursor stands at one: CR and LF together are one.
  private mutating func endLine() {
    guard index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D else { return }
    let isReturn = bytes[index] == 0x0D
    index += 1
    if isReturn, index < bytes.count, bytes[index] == 0x0A { index += 1 }
    line += 1
  }

  /// The separator that a first line such as `sep=;` names.
  private static func statedSeparator(in bytes: [UInt8], from start: Int) -> UInt8? {
    guard bytes[start...].starts(with: "sep=".utf8), start + 4 < bytes.count,
      start + 5 == bytes.count || bytes[start + 5] == 0x0A || bytes[start + 5] == 0x0D,
      separators.contains(bytes[start + 4])
    else { return nil }
    return bytes[start + 4]
  }

  private static let separators = ",;\t".utf8

  /// The separator most frequent outside quotes on the first line that holds anything.
  private static func likeliestSeparator(in bytes: [UInt8], from start: Int) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var isFilled = false
    for byte in bytes[start...] {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if isFilled { break }
        counts = [:]
      } else if separators.contains(byte) {
        counts[byte, default: 0] += 1
      } else if byte != 0x20 {
        isFilled = true
      }
    }
    // Of equally frequent ones the first in the list stands.
    return separators.reduce(UInt8(ascii: ",")) { best, next in
      counts[next, default: 0] > counts[best, default: 0] ? next : best
    }
  }
}
