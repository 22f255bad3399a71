import CSQLite

extension Connection {
  /// Runs one statement to its end.
  package func execute(_ sql: SQL) throws(DatabaseError) {
    let statement = try bound(sql)
    defer { idle.keep(statement) }
    try statement.value.run()
  }

  /// Compiles a statement to be kept and run many times.
  package func prepare(_ text: StaticString) throws(DatabaseError) -> Statement {
    try unsafe Statement(text.description, on: database, isKept: true)
  }

  /// Runs one statement and lends each of its rows in turn.
  ///
  /// ```swift
  /// var names: [String] = []
  /// try connection.query("SELECT name FROM peer") { row in names.append(row.text(0)) }
  /// ```
  package func query(_ sql: SQL, _ row: (borrowing Row) -> Void) throws(DatabaseError) {
    let statement = try bound(sql)
    defer { idle.keep(statement) }
    while try statement.value.step() { row(statement.value.row) }
  }

  /// Runs one statement and lends each of its rows in turn, until the work throws.
  ///
  /// The work's own error is thrown as it is; one of SQLite's is put into that type, which the
  /// closure must spell out: `{ (row) throws(StoreError) in … }`.
  package func query<E: DatabaseFailure>(
    _ sql: SQL, _ row: (borrowing Row) throws(E) -> Void
  ) throws(E) {
    var failure: E?
    do throws(DatabaseError) {
      let statement = try bound(sql)
      defer { idle.keep(statement) }
      while try statement.value.step() {
        do throws(E) {
          try row(statement.value.row)
        } catch {
          failure = error
          break
        }
      }
    } catch {
      throw E(error)
    }
    if let failure { throw failure }
  }

  /// Runs one statement and returns what is read from its first row, or nil if there is none.
  package func first<R>(_ sql: SQL, _ read: (borrowing Row) -> R) throws(DatabaseError) -> R? {
    let statement = try bound(sql)
    defer { idle.keep(statement) }
    return try statement.value.step() ? read(statement.value.row) : nil
  }

  /// How many rows the latest insert, update or delete changed.
  package var changes: Int {
    unsafe Int(sqlite3_changes64(database))
  }

  /// The statement of that text, compiled now or kept from an earlier run, with its values bound.
  private func bound(_ sql: SQL) throws(DatabaseError) -> IdleStatements.Kept {
    let statement: IdleStatements.Kept
    if let kept = idle.take(sql.text) {
      statement = kept
    } else {
      statement = IdleStatements.Kept(
        sql.text, try unsafe Statement(sql.text, on: database, isKept: true))
    }
    for (offset, value) in sql.values.enumerated() {
      try statement.value.bind(value, at: offset + 1)
    }
    return statement
  }
}
