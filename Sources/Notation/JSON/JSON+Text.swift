extension JSON {
  /// The value on one line without spaces, members in their order: `{"a":[1,2]}`.
  package var text: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// The value over several lines, two spaces a level, with no line break at the end.
  package var prettyText: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let lexeme): text += lexeme
    case .string(let value): Self.writeQuoted(value, to: &text)
    case .array(let items):
      Self.writeList(items, "[", "]", to: &text, indent: indent) { item, text, inner in
        item.write(to: &text, indent: inner)
      }
    case .object(let members):
      Self.writeList(members, "{", "}", to: &text, indent: indent) { member, text, inner in
        Self.writeQuoted(member.name, to: &text)
        text += inner == nil ? ":" : ": "
        member.value.write(to: &text, indent: inner)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item], _ opening: String, _ closing: String,
    to text: inout String, indent: Int?, each: (Item, inout String, Int?) -> Void
  ) {
    text += opening
    let inner = indent.map { $0 + 1 }
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      breakLine(to: &text, indent: inner)
      each(item, &text, inner)
    }
    if !items.isEmpty { breakLine(to: &text, indent: indent) }
    text += closing
  }

  private static func breakLine(to text: inout String, indent: Int?) {
    guard let indent else { return }
    text += "\n" + String(repeating: "  ", count: indent)
  }

  private static func writeQuoted(_ value: String, to text: inout String) {
    text += "\""
    if value.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      text += value
    } else {
      for scalar in value.unicodeScalars { writeEscaped(scalar, to: &text) }
    }
    text += "\""
  }

  private static func writeEscaped(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\"": text += #"\""#
    case "\\": text += #"\\"#
    case "\u{8}": text += #"\b"#
    case "\u{C}": text += #"\f"#
    case "\n": text += #"\n"#
    case "\r": text += #"\r"#
    case "\t": text += #"\t"#
    // Beyond what the grammar asks: none of these may steer a terminal or end a line in a script.
    case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      text += #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
    default: text.unicodeScalars.append(scalar)
    }
  }
}
