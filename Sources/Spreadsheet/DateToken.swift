/// A piece of a written date: `3-Jun-25` is a number, a mark, a word, a mark, a number.
enum DateToken: Equatable {
  /// A run of digits, four or eight of them at most of use, with their count.
  case number(Int, digits: Int)
  /// A run of letters, in lower case.
  case word(String)
  /// One of `-` `/` `.` `,` `:`.
  case mark(Character)
  /// One or more spaces.
  case space

  /// The halves of a twelve-hour day.
  enum Half { case morning, afternoon }

  /// Whether the token may stand between a date and its time.
  var isLink: Bool { self == .word("t") || self == .word("at") }

  /// Cuts a text into pieces; none for characters or lengths that no date has.
  static func tokens(of text: String) -> [DateToken]? {
    var tokens: [DateToken] = []
    var rest = Array(text.unicodeScalars)[...]
    guard rest.count <= 60 else { return nil }
    while let scalar = rest.first {
      let run = rest.prefix { kind(of: $0) == kind(of: scalar) }
      switch kind(of: scalar) {
      case .digit:
        guard run.count <= 8, let value = Int(string(run)) else { return nil }
        tokens.append(.number(value, digits: run.count))
      case .letter: tokens.append(.word(string(run).lowercased()))
      case .space: tokens.append(.space)
      case .mark:
        rest.removeFirst()
        tokens.append(.mark(Character(scalar)))
        continue
      case .other: return nil
      }
      rest.removeFirst(run.count)
    }
    if tokens.first == .space { tokens.removeFirst() }
    if tokens.last == .space { tokens.removeLast() }
    return tokens
  }

  /// The half of the day that the pieces after a time name, however it is cut: `pm`, `p` `m`.
  static func halfOfDay(_ tokens: ArraySlice<DateToken>) -> Half? {
    var letters = ""
    for token in tokens {
      guard case .word(let word) = token else { return nil }
      letters += word
    }
    return letters == "am" ? .morning : letters == "pm" ? .afternoon : nil
  }

  private enum Kind { case digit, letter, space, mark, other }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "0"..."9": .digit
    case "a"..."z", "A"..."Z": .letter
    case " ", "\t", "\n", "\r", "\u{A0}", "\u{202F}": .space
    case "-", "/", ".", ",", ":": .mark
    default: .other
    }
  }

  private static func string(_ run: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(run))
  }
}
