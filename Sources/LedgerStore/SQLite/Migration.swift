/// One numbered step of the schema.
///
/// Once shipped it is never changed, only followed by another.
package struct Migration: Sendable {
  /// Its place in the order, from 1.
  package let number: Int32
  /// What it does, in a few words.
  package let name: String
  /// Its statements, one in each text.
  package let statements: [StaticString]

  /// Makes a step of the schema.
  package init(number: Int32, name: String, statements: [StaticString]) {
    self.number = number
    self.name = name
    self.statements = statements
  }
}

/// Why a file is not taken as a registry, or not brought up to date.
///
/// A file refused as foreign, newer or older has not been changed.
package enum MigrationError: DatabaseFailure, Equatable {
  /// The file belongs to another program, or to none: its application id is not ours.
  case foreign(applicationID: Int32)
  /// A newer version of this program has written the file.
  case newer(found: Int32, known: Int32)
  /// The file is from an older version, and is open only for reading.
  case older(found: Int32, known: Int32)
  /// SQLite refused.
  case database(DatabaseError)

  /// Makes the error that stands for SQLite's.
  package init(_ error: DatabaseError) { self = .database(error) }
}
