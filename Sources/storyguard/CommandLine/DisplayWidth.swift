extension String {
  /// The columns that the text takes on a terminal: `añb` 3, `日本` 4.
  var displayWidth: Int { isPlain ? utf8.count : reduce(0) { $0 + $1.displayWidth } }

  /// Whether all of it is printable ASCII, as nearly every cell of a report is.
  private var isPlain: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  /// The text as one line that can't steer a terminal: controls become spaces or vanish.
  ///
  /// Names and labels come from people and from spreadsheets; an escape sequence or a mark that
  /// turns the direction of writing could make a report say something else.
  var asOneLine: String {
    guard !isPlain else { return self }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.compactMap { scalar in
          if (0x20..<0x7F).contains(scalar.value) { return scalar }
          switch scalar.properties.generalCategory {
          case .lineSeparator, .paragraphSeparator: return " "
          case .control:
            // Tab and line ends part words; Escape and its like are dropped.
            return (0x09...0x0D).contains(scalar.value) ? " " : nil
          case .format:
            // Joiners shape letters and emoji and are harmless.
            return scalar.value == 0x200D || scalar.value == 0x200C ? scalar : nil
          default: return scalar
          }
        }))
  }

  /// The text on one line in no more than so many columns, `…` standing for what is cut.
  ///
  /// `"storytelling"` in 6 columns is `story…`.
  func cut(toWidth width: Int) -> String {
    let line = asOneLine
    guard line.displayWidth > width else { return line }
    guard width > 1 else { return width == 1 ? "…" : "" }
    var kept = ""
    var used = 0
    for character in line {
      used += character.displayWidth
      if used > width - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text with spaces after it, up to so many columns.
  func padded(toWidth width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }
}

extension Character {
  /// The columns that the character takes on a terminal: 0, 1 or 2.
  var displayWidth: Int {
    if let ascii = asciiValue { return (0x20..<0x7F).contains(ascii) ? 1 : 0 }
    guard let first = unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    if first.properties.isEmojiPresentation { return 2 }
    // U+FE0F asks for the picture of a sign that is otherwise a letter.
    if unicodeScalars.dropFirst().contains("\u{FE0F}") { return 2 }
    return Self.wide.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// The blocks of East Asian Wide and Fullwidth characters (Unicode Annex 11), in outline.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
