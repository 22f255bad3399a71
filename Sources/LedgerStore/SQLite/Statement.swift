import CSQLite

/// A compiled statement, to be kept and run again with other values.
///
/// ```swift
/// var add = try connection.prepare("INSERT INTO peer (id, zone) VALUES (?1, ?2)")
/// try add.bind("p1", at: 1)
/// try add.bind("America/Chicago", at: 2)
/// try add.run()  // and it is ready for the next peer
/// ```
/// Binding and stepping are `mutating`, so the compiler sees to it that nobody steps while a row's
/// bytes are lent. It may outlive its connection: SQLite then closes the file with the last one.
@safe package struct Statement: ~Copyable {
  /// The row of the latest step that returned true.
  package let row: Row

  /// Compiles text that holds exactly one statement.
  init(_ text: String, on database: OpaquePointer, isKept: Bool) throws(DatabaseError) {
    row = unsafe Row(of: try compile(text, on: database, isKept: isKept))
  }

  deinit {
    unsafe sqlite3_finalize(row.statement)
  }

  /// Binds a value to the numbered place in the text; `?1` has number 1.
  ///
  /// A place that nothing is bound to is null. Throws if there is no such place, or if the
  /// statement stands on a row and was not reset.
  package mutating func bind(_ value: some SQLBindable, at index: Int) throws(DatabaseError) {
    let statement = unsafe row.statement
    let index = Int32(clamping: index)
    let code: Int32 =
      switch value.sqlValue {
      case .null: unsafe sqlite3_bind_null(statement, index)
      case .integer(let number): unsafe sqlite3_bind_int64(statement, index, number)
      case .real(let number): unsafe sqlite3_bind_double(statement, index, number)
      case .text(var text):
        text.withUTF8 {
          unsafe csqlite_bind_text(statement, index, $0.baseAddress, UInt64($0.count))
        }
      case .blob(let bytes):
        unsafe bytes.withUnsafeBufferPointer {
          unsafe csqlite_bind_blob(statement, index, $0.baseAddress, UInt64($0.count))
        }
      }
    try verify(code)
  }

  /// Moves to the next row and returns true, or ends, resets and returns false.
  package mutating func step() throws(DatabaseError) -> Bool {
    let code = unsafe sqlite3_step(row.statement)
    if code == SQLITE_ROW { return true }
    // The error is read before the reset, and the values are let go in either case.
    defer { reset() }
    if code != SQLITE_DONE { try verify(code) }
    return false
  }

  /// Steps to the end, passing over any rows, and resets.
  package mutating func run() throws(DatabaseError) {
    while try step() {}
  }

  /// Goes back to before the first row and lets go of all values bound.
  ///
  /// A statement left on a row holds a read lock until this; ending does it by itself.
  package mutating func reset() {
    unsafe sqlite3_reset(row.statement)
    unsafe sqlite3_clear_bindings(row.statement)
  }

  private func verify(_ code: Int32) throws(DatabaseError) {
    let statement = unsafe row.statement
    try unsafe check(
      code, sqlite3_db_handle(statement), .running,
      sql: sqlite3_sql(statement).map { unsafe String(cString: $0) })
  }
}

/// Compiles the one statement in a text; the caller owns it.
private func compile(
  _ text: String, on database: OpaquePointer, isKept: Bool
) throws(DatabaseError) -> OpaquePointer {
  var utf8 = text
  var statement: OpaquePointer?
  let flags = isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
  let (code, isAlone) = utf8.withUTF8 { utf8 in
    unsafe utf8.withMemoryRebound(to: CChar.self) { text in
      var rest: UnsafePointer<CChar>?
      let code = unsafe sqlite3_prepare_v3(
        database, text.baseAddress, Int32(clamping: text.count), flags, &statement, &rest)
      let used = unsafe rest.map { unsafe $0 - (text.baseAddress ?? $0) } ?? 0
      return unsafe (code, utf8[used...].allSatisfy { $0 == 0x20 || $0 == 0x0a })
    }
  }
  try unsafe check(code, database, .preparing, sql: text)
  // SQLite compiles the first statement of a text and would silently leave the others.
  guard isAlone, let statement = unsafe statement else {
    unsafe sqlite3_finalize(statement)
    throw DatabaseError(
      extendedCode: SQLITE_MISUSE, message: "not exactly one statement", sql: text)
  }
  return unsafe statement
}
