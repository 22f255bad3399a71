import CSQLite

extension Connection {
  /// Runs work in a transaction that holds the write lock from its start.
  ///
  /// If the work throws, or the commit fails, nothing of it remains. The work's own error is
  /// thrown as it is; one of SQLite's is put into that type, which the closure must spell out.
  /// ```swift
  /// try connection.immediate { () throws(StoreError) in
  ///   guard try revision() == expected else { throw .moved }
  ///   try append(entry)
  /// }
  /// ```
  package func immediate<R, E: DatabaseFailure>(
    _ body: () throws(E) -> R
  ) throws(E) -> R {
    try transaction("BEGIN IMMEDIATE", body)
  }

  /// Runs reads that all see the file as it stood at the first of them.
  ///
  /// Writers are not held up. Errors are thrown as by `immediate`.
  package func reading<R, E: DatabaseFailure>(
    _ body: () throws(E) -> R
  ) throws(E) -> R {
    try transaction("BEGIN DEFERRED", body)
  }

  private func transaction<R, E: DatabaseFailure>(
    _ begin: SQL, _ body: () throws(E) -> R
  ) throws(E) -> R {
    do throws(DatabaseError) { try execute(begin) } catch { throw E(error) }
    let result: R
    do throws(E) {
      result = try body()
    } catch {
      rollBack()
      throw error
    }
    do throws(DatabaseError) {
      try execute("COMMIT")
    } catch {
      rollBack()
      throw E(error)
    }
    return result
  }

  private func rollBack() {
    // After a full disk or a failed write SQLite may have rolled back by itself.
    guard unsafe sqlite3_get_autocommit(database) == 0 else { return }
    // If this failed, the next BEGIN would say so; the error that led here matters more.
    try? execute("ROLLBACK")
  }
}
