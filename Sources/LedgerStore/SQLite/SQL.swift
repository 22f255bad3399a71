/// One SQL statement: text from the program's own literals, and the values bound to it.
///
/// Whatever is interpolated becomes a bound value, never text, so no name can turn into SQL:
/// ```swift
/// let name = "O'Neil"
/// let query: SQL = "SELECT id FROM peer WHERE name = \(name)"
/// // text    SELECT id FROM peer WHERE name = ?1
/// // values  [.text("O'Neil")]
/// ```
/// There is deliberately no way to make one from a `String`: text parts are `StaticString`, which
/// only the compiler makes.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
  /// The statement's text, with `?1`, `?2`, … where values stand.
  package let text: String
  /// The values, in the order of their numbers.
  package let values: [SQLValue]

  /// Makes a statement without values from a literal.
  package init(stringLiteral text: StaticString) {
    self.text = text.description
    values = []
  }

  /// Makes a statement from a literal with values in it.
  package init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
    values = stringInterpolation.values
  }

  /// Gathers the text and the values while a literal is read.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var values: [SQLValue] = []

    /// Starts an empty statement, with room for what is to come.
    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 3 * interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    /// Adds text that stands in the program itself.
    package mutating func appendLiteral(_ literal: StaticString) {
      text += literal.description
    }

    /// Adds a value to be bound, and its number to the text.
    package mutating func appendInterpolation(_ value: some SQLBindable) {
      values.append(value.sqlValue)
      text += "?\(values.count)"
    }

    /// Adds a list of columns that stands in the program itself.
    package mutating func appendInterpolation(columns: StaticString) {
      text += columns.description
    }

    /// Adds a value to be bound, or null, and its number to the text.
    package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
      appendInterpolation(value.sqlValue)
    }
  }
}
