extension JSONParser {
  /// Reads a number as it is spelt, holding it to the grammar: no `+`, no `01`, no `1.`.
  mutating func number() throws(JSONFault) -> String {
    let start = index
    if current == UInt8(ascii: "-") { index += 1 }
    if current == UInt8(ascii: "0") { index += 1 } else { try digits() }
    if current == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      index += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(JSONFault) {
    let start = index
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    guard index > start else { throw fault(.digit) }
  }

  /// Reads a text whose opening quote is under the cursor.
  mutating func string() throws(JSONFault) -> String {
    let opened = index
    index += 1
    var text = ""
    var plain = index
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        let rest = String(decoding: bytes[plain..<index], as: UTF8.self)
        index += 1
        return text.isEmpty ? rest : text + rest
      case UInt8(ascii: "\\"):
        text += String(decoding: bytes[plain..<index], as: UTF8.self)
        text.unicodeScalars.append(try escape())
        plain = index
      case 0..<0x20: throw fault(.noControlCharacter)
      default: index += 1
      }
    }
    throw fault(.closingQuote, at: opened)
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    index += 1
    let letter = current
    index += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try escapedScalar()
    default: throw fault(.escape, at: index - 1)
    }
  }

  private mutating func escapedScalar() throws(JSONFault) -> Unicode.Scalar {
    let start = index - 2
    let first = try hexUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800...0xDBFF).contains(first), bytes[index...].starts(with: #"\u"#.utf8) else {
      throw fault(.surrogatePair, at: start)
    }
    index += 2
    let second = try hexUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw fault(.surrogatePair, at: start) }
    return scalar
  }

  private mutating func hexUnit() throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault(.fourHexDigits)
      }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }
}
