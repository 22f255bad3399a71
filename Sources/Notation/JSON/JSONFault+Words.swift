extension JSONFault: CustomStringConvertible {
  /// The fault in plain words, with the next step; it never quotes a value.
  ///
  /// For example: "`sessions[0].strat` isn't a name known here. Did you mean `start`?"
  package var description: String {
    switch self {
    case .syntax(let line, let column, let expected):
      "This isn't JSON yet: line \(line), column \(column) needs \(expected.words)."
    case .notUTF8(let line, let column):
      "The text isn't UTF-8 at line \(line), column \(column). Save it as UTF-8 and try again."
    case .tooDeep(let line, let column, let limit):
      "Line \(line), column \(column) is nested deeper than \(limit) levels. Use fewer."
    case .duplicate(let path):
      "`\(path)` is given twice. Keep one of the two."
    case .unknown(let path, let nearest):
      "`\(path)` isn't a name known here. "
        + (nearest.map { "Did you mean `\($0)`?" } ?? "Leave it out, or look up its name.")
    case .missing(let path):
      "`\(path)` is missing. Please add it."
    case .wrongKind(let path, let expected):
      "`\(path)` must be \(expected.words)."
    case .outOfRange(let path, let allowed):
      "`\(path)` must be a whole number from \(allowed.lowerBound) to \(allowed.upperBound)."
    case .notAChoice(let path, let choices, let nearest):
      "`\(path)` must be one of: \(choices.joined(separator: ", "))."
        + (nearest.map { " Did you mean `\($0)`?" } ?? "")
    case .impossible(let path, let why):
      "`\(path)` \(why.words)."
    }
  }
}

extension JSONFault.Expected {
  fileprivate var words: String {
    switch self {
    case .value: "a value"
    case .name: "a name in double quotes"
    case .colon: "a colon after the name"
    case .commaOrBracket: "a comma or a closing `]`"
    case .commaOrBrace: "a comma or a closing `}`"
    case .digit: "a digit"
    case .endOfText: "nothing more: the value is complete before it"
    case .closingQuote: "the closing double quote of a text"
    case .escape: #"one of \" \\ \/ \b \f \n \r \t \u after the backslash"#
    case .fourHexDigits: #"four hexadecimal digits after \u"#
    case .surrogatePair: #"both halves of a \u surrogate pair"#
    case .noControlCharacter: "a line break or other control character written as an escape"
    }
  }
}

extension JSONFault.Kind {
  fileprivate var words: String {
    switch self {
    case .string: "a text in double quotes"
    case .wholeNumber: "a whole number, such as 15"
    case .number: "a number"
    case .trueOrFalse: "`true` or `false`"
    case .array: "a list in square brackets"
    case .object: "an object in braces"
    }
  }
}
