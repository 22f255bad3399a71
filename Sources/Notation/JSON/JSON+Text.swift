extension JSON {
  /// The value on one line without spaces, members in their order: `{"a":[1,2]}`.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The same as UTF-8.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    write(to: &bytes, indent: nil)
    return bytes
  }

  /// The value over several lines, two spaces a level, with no line break at the end.
  package var prettyText: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to text: inout [UInt8], indent: Int?) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let value): text += (value ? "true" : "false").utf8
    case .number(let lexeme): text += lexeme.utf8
    case .string(let value): Self.writeQuoted(value, to: &text)
    case .array(let items):
      Self.writeList(items, "[", "]", to: &text, indent: indent) { item, text, inner in
        item.write(to: &text, indent: inner)
      }
    case .object(let members):
      Self.writeList(members, "{", "}", to: &text, indent: indent) { member, text, inner in
        Self.writeQuoted(member.name, to: &text)
        text += (inner == nil ? ":" : ": ").utf8
        member.value.write(to: &text, indent: inner)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item], _ opening: String, _ closing: String,
    to text: inout [UInt8], indent: Int?, each: (Item, inout [UInt8], Int?) -> Void
  ) {
    text += opening.utf8
    let inner = indent.map { $0 + 1 }
    for (index, item) in items.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      breakLine(to: &text, indent: inner)
      each(item, &text, inner)
    }
    if !items.isEmpty { breakLine(to: &text, indent: indent) }
    text += closing.utf8
  }

  private static func breakLine(to text: inout [UInt8], indent: Int?) {
    guard let indent else { return }
    text.append(UInt8(ascii: "\n"))
    text += repeatElement(UInt8(ascii: " "), count: 2 * indent)
  }

  private static func writeQuoted(_ value: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    if value.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      text += value.utf8
    } else {
      for scalar in value.unicodeScalars { writeEscaped(scalar, to: &text) }
    }
    text.append(UInt8(ascii: "\""))
  }

  private static func writeEscaped(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    switch scalar {
    case "\"": text += #"\""#.utf8
    case "\\": text += #"\\"#.utf8
    case "\u{8}": text += #"\b"#.utf8
    case "\u{C}": text += #"\f"#.utf8
    case "\n": text += #"\n"#.utf8
    case "\r": text += #"\r"#.utf8
    case "\t": text += #"\t"#.utf8
    // Beyond what the grammar asks: none of these may steer a terminal or end a line in a script.
    case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      text += (#"\u"# + String(repeating: "0", count: 4 - digits.count) + digits).utf8
    default: text += Unicode.UTF8.encode(scalar).map(Array.init) ?? []
    }
  }
}
