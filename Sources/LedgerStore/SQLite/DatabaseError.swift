import CSQLite

/// What SQLite refused to do, without a word of what was stored.
///
/// Errors end up in logs. So the SQL is the statement's own text, with `?1` for a value, and
/// SQLite's message is kept only where it cannot quote one; elsewhere the code's meaning stands.
package struct DatabaseError: Error, Equatable {
  /// SQLite's primary result code, such as 19 for a constraint.
  package let code: Int32
  /// SQLite's extended result code, such as 2067 for a unique constraint.
  package let extendedCode: Int32
  /// The operating system's error number, or 0 where it has no part in it.
  package let systemError: Int32
  /// What went wrong, in SQLite's words.
  package let message: String
  /// The statement's text without its values, if a statement was concerned.
  package let sql: String?

  /// Makes an error from an extended result code.
  package init(extendedCode: Int32, systemError: Int32 = 0, message: String, sql: String? = nil) {
    code = extendedCode & 0xff
    self.extendedCode = extendedCode
    self.systemError = systemError
    self.message = message
    self.sql = sql
  }
}

extension DatabaseError: CustomStringConvertible {
  /// The codes, the message and the statement in one line.
  package var description: String {
    let statement = sql.map { " in `\($0)`" } ?? ""
    return "SQLite error \(extendedCode): \(message)\(statement)"
  }
}

/// An error that can carry what SQLite refused, so that work in a transaction throws one type.
///
/// ```swift
/// enum StoreError: DatabaseFailure {
///   case moved
///   case database(DatabaseError)
///   init(_ error: DatabaseError) { self = .database(error) }
/// }
/// ```
package protocol DatabaseFailure: Error {
  /// Makes the error that stands for SQLite's.
  init(_ error: DatabaseError)
}

extension DatabaseError: DatabaseFailure {
  /// Makes the same error again.
  package init(_ error: DatabaseError) { self = error }
}

/// What was being done when SQLite answered, which tells whether its message can quote a value.
enum DatabaseMoment {
  /// Opening or configuring: there is no value yet.
  case opening
  /// Reading a statement's text: values are bound later.
  case preparing
  /// Binding or running: the message may quote a value, as for a bad JSON path.
  case running
}

/// Throws unless a result code means success: every code that SQLite returns comes through here.
func check(
  _ code: Int32, _ database: OpaquePointer?, _ moment: DatabaseMoment,
  sql: @autoclosure () -> String? = nil
) throws(DatabaseError) {
  guard code != SQLITE_OK else { return }
  var systemError: Int32 = 0
  var words = unsafe sqlite3_errstr(code)
  // The connection's own words may be those of an earlier error: they count only for this code.
  if let database = unsafe database, unsafe sqlite3_extended_errcode(database) == code {
    if [SQLITE_CANTOPEN, SQLITE_IOERR].contains(code & 0xff) {
      systemError = unsafe sqlite3_system_errno(database)
    }
    if moment != .running || csqlite_names_only_schema(code) != 0 {
      unsafe words = sqlite3_errmsg(database)
    }
  }
  throw DatabaseError(
    extendedCode: code, systemError: systemError,
    message: unsafe words.map { unsafe String(cString: $0) } ?? "unknown error", sql: sql())
}
