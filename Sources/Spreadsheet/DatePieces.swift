/// Takes numbers and words off the front of a date, and the gaps between them.
struct DatePieces {
  /// What hasn't been taken yet.
  private(set) var rest: ArraySlice<DateToken>

  init(_ tokens: [DateToken]) { rest = tokens[...] }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let endings = ["st", "nd", "rd", "th"]

  /// Drops `Tue`, `Tues.` or `Tuesday,` at the front; whether it is the right one isn't checked.
  mutating func skipWeekday() {
    guard case .word(let word)? = rest.first, word.utf8.count > 2,
      Self.weekdays.contains(where: { $0.hasPrefix(word) })
    else { return }
    rest.removeFirst()
    _ = gap()
  }

  /// The next number or word; `3rd` and `3rd of` are the number 3.
  mutating func next() -> DateToken? {
    guard let token = rest.popFirst() else { return nil }
    switch token {
    case .word: return token
    case .mark, .space: return nil
    case .number(let value, let digits):
      if digits <= 2, case .word(let ending)? = rest.first, Self.endings.contains(ending) {
        rest.removeFirst()
      }
      if rest.starts(with: [.space, .word("of")]) { rest.removeFirst(2) }
      return .number(value, digits: digits)
    }
  }

  /// The one mark between two pieces, without the spaces around it; an empty text if there is none.
  mutating func gap() -> String? {
    var marks = ""
    while let token = rest.first {
      switch token {
      case .space: break
      case .mark(let mark): marks.append(mark)
      case .number, .word: return marks.count <= 1 && marks != ":" ? marks : nil
      }
      rest.removeFirst()
    }
    return nil
  }
}
