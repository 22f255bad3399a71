extension JSON {
  /// How deep arrays and objects may be nested; `[[1]]` is two deep.
  package static let deepest = 64

  /// Reads one JSON value strictly by RFC 8259 from UTF-8 bytes; a leading BOM is skipped.
  ///
  /// A name given twice in one object is refused: `{"a":1,"a":2}` is `duplicate` at `a`.
  /// `firstLine` is the number of the first line, for texts that are one line of a file. What
  /// goes wrong is thrown as a ``JSONFault`` with its place.
  package static func parse(
    _ bytes: [UInt8], firstLine: Int = 1
  ) throws(JSONFault) -> JSON {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    do {
      _ = try UTF8Span(validating: body.span)
    } catch {
      let (line, column) = position(of: error.byteOffsets.lowerBound, in: body, from: firstLine)
      throw .notUTF8(line: line, column: column)
    }
    var parser = JSONParser(bytes: body, firstLine: firstLine)
    return try parser.wholeText()
  }

  /// Reads one JSON value strictly from a text; see ``parse(_:firstLine:)``.
  package static func parse(_ text: some StringProtocol) throws(JSONFault) -> JSON {
    try parse(Array(text.utf8))
  }

  /// Line and column of a byte; columns count characters, and CR, LF and CRLF end a line.
  fileprivate static func position(
    of offset: Int, in bytes: [UInt8], from firstLine: Int
  ) -> (line: Int, column: Int) {
    var line = firstLine
    var column = 1
    for index in bytes.indices.prefix(offset) {
      switch bytes[index] {
      case 0x0A:
        line += 1
        column = 1
      case 0x0D:
        guard index + 1 >= bytes.count || bytes[index + 1] != 0x0A else { continue }
        line += 1
        column = 1
      // The bytes that continue a character take up no column.
      case 0x80...0xBF: continue
      default: column += 1
      }
    }
    return (line, column)
  }
}

/// A cursor over bytes already known to be UTF-8.
struct JSONParser {
  let bytes: [UInt8]
  let firstLine: Int
  var index = 0
  private var depth = 0
  private var steps: [Step] = []

  private enum Step {
    case member(String)
    case item(Int)
  }

  init(bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
  }

  var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  func fault(_ expected: JSONFault.Expected, at offset: Int? = nil) -> JSONFault {
    let (line, column) = JSON.position(of: offset ?? index, in: bytes, from: firstLine)
    return .syntax(line: line, column: column, expected: expected)
  }

  mutating func wholeText() throws(JSONFault) -> JSON {
    let value = try value()
    skipSpace()
    guard index == bytes.count else { throw fault(.endOfText) }
    return value
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D {
      index += 1
    }
  }

  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  private mutating func value() throws(JSONFault) -> JSON {
    skipSpace()
    guard let byte = current else { throw fault(.value) }
    switch byte {
    case UInt8(ascii: "{"): return try nested(Self.object)
    case UInt8(ascii: "["): return try nested(Self.array)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw fault(.value)
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
    let letters = word.description.utf8
    guard bytes[index...].starts(with: letters) else { throw fault(.value) }
    index += letters.count
    return value
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(JSONFault) -> JSON
  ) throws(JSONFault) -> JSON {
    guard depth < JSON.deepest else {
      let (line, column) = JSON.position(of: index, in: bytes, from: firstLine)
      throw .tooDeep(line: line, column: column, limit: JSON.deepest)
    }
    depth += 1
    index += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private static func array(_ parser: inout JSONParser) throws(JSONFault) -> JSON {
    var items: [JSON] = []
    if parser.skip("]") { return .array(items) }
    repeat {
      parser.steps.append(.item(items.count))
      items.append(try parser.value())
      parser.steps.removeLast()
    } while parser.skip(",")
    guard parser.skip("]") else { throw parser.fault(.commaOrBracket) }
    return .array(items)
  }

  private static func object(_ parser: inout JSONParser) throws(JSONFault) -> JSON {
    var members: [Member] = []
    var names: Set<String> = []
    if parser.skip("}") { return .object(members) }
    repeat {
      parser.skipSpace()
      guard parser.current == UInt8(ascii: "\"") else { throw parser.fault(.name) }
      let name = try parser.string()
      parser.steps.append(.member(name))
      guard JSONParser.isNew(name, &names, members) else { throw .duplicate(parser.path) }
      guard parser.skip(":") else { throw parser.fault(.colon) }
      members.append(Member(name: name, value: try parser.value()))
      parser.steps.removeLast()
    } while parser.skip(",")
    guard parser.skip("}") else { throw parser.fault(.commaOrBrace) }
    return .object(members)
  }

  /// Whether a name is the first of its kind; only large objects need a set to tell.
  private static func isNew(
    _ name: String, _ names: inout Set<String>, _ members: [Member]
  ) -> Bool {
    guard members.count >= 24 else { return !members.contains { $0.name == name } }
    if names.isEmpty { names = Set(members.map(\.name)) }
    return names.insert(name).inserted
  }

  private var path: JSONPath {
    steps.reduce(.root) { path, step in
      switch step {
      case .member(let name): path.member(name)
      case .item(let index): path.item(index)
      }
    }
  }
}
