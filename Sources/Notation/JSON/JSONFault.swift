/// What is wrong with a JSON text, and where; never the value that was found there.
package enum JSONFault: Error, Equatable, Sendable {
  /// The text breaks the grammar at this line and column (both from 1; a column is a character).
  case syntax(line: Int, column: Int, expected: Expected)
  /// The bytes stop being UTF-8 at this line and column.
  case notUTF8(line: Int, column: Int)
  /// Arrays and objects are nested deeper than the limit, at this line and column.
  case tooDeep(line: Int, column: Int, limit: Int)
  /// A name is given twice in one object.
  case duplicate(JSONPath)
  /// A name that nobody asked for, with the known name that it most resembles.
  case unknown(JSONPath, nearest: String?)
  /// A value that is needed and isn't there, or is `null`.
  case missing(JSONPath)
  /// A value of another kind than is needed.
  case wrongKind(JSONPath, expected: Kind)
  /// A whole number beyond its bounds.
  case outOfRange(JSONPath, allowed: ClosedRange<Int>)
  /// A word that is none of those allowed, with the one that it most resembles.
  case notAChoice(JSONPath, choices: [String], nearest: String?)
  /// A value of the right kind that can't be so.
  case impossible(JSONPath, why: Why)

  /// What the grammar allows where a text went wrong.
  package enum Expected: Equatable, Sendable {
    case value, name, colon, commaOrBracket, commaOrBrace, digit, endOfText
    case closingQuote, escape, fourHexDigits, surrogatePair, noControlCharacter
  }

  /// The kind of value that a place holds.
  package enum Kind: Equatable, Sendable {
    case string, wholeNumber, number, trueOrFalse, array, object
  }

  /// A reason written out in the program's own text, so that it can't quote what was read.
  ///
  /// ```swift
  /// throw fields.impossible("until", "comes before `from`")
  /// ```
  package struct Why: Equatable, Sendable, ExpressibleByStringLiteral {
    /// The reason, worded to follow the path: "comes before `from`".
    package let words: String

    /// Takes a literal only: a text put together at run time isn't accepted.
    package init(stringLiteral words: StaticString) { self.words = words.description }
  }

  /// Where the fault lies, if it lies at a value rather than in the grammar.
  package var path: JSONPath? {
    switch self {
    case .syntax, .notUTF8, .tooDeep: nil
    case .duplicate(let path), .unknown(let path, _), .missing(let path),
      .wrongKind(let path, _), .outOfRange(let path, _), .notAChoice(let path, _, _),
      .impossible(let path, _):
      path
    }
  }
}
