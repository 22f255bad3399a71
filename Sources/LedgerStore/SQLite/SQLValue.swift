/// A value as SQLite stores it: one of five classes.
package enum SQLValue: Hashable, Sendable {
  /// No value.
  case null
  /// A whole number of up to 64 bits.
  case integer(Int64)
  /// A floating-point number. SQLite stores one that is not a number as null.
  case real(Double)
  /// Text in UTF-8, which may hold quotes and zero bytes.
  case text(String)
  /// Bytes, as they are.
  case blob([UInt8])
}

/// A type whose values can be bound to a statement.
package protocol SQLBindable {
  /// The value as SQLite stores it.
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
  /// The value itself.
  package var sqlValue: SQLValue { self }
}

extension Int: SQLBindable {
  /// The number as an integer.
  package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLBindable {
  /// The number as an integer.
  package var sqlValue: SQLValue { .integer(self) }
}

extension Int32: SQLBindable {
  /// The number as an integer.
  package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Bool: SQLBindable {
  /// True as 1, false as 0.
  package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: SQLBindable {
  /// The number as a real.
  package var sqlValue: SQLValue { .real(self) }
}

extension String: SQLBindable {
  /// The text as it is.
  package var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLBindable {
  /// The bytes as a blob.
  package var sqlValue: SQLValue { .blob(self) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
  /// The value that is there, or null.
  package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
