import CSQLite

extension Connection {
  /// The number of the newest migration the file has had, or 0.
  package func userVersion() throws(DatabaseError) -> Int32 {
    try first("PRAGMA user_version") { Int32(clamping: $0.int64(0)) } ?? 0
  }

  /// Sets the number of the newest migration, as part of the transaction it is in.
  package func setUserVersion(_ version: Int32) throws(DatabaseError) {
    try setPragma("user_version", to: version)
  }

  /// The number by which a program knows its own files, or 0.
  package func applicationID() throws(DatabaseError) -> Int32 {
    try first("PRAGMA application_id") { Int32(clamping: $0.int64(0)) } ?? 0
  }

  /// Sets the number by which a program knows its own files.
  package func setApplicationID(_ id: Int32) throws(DatabaseError) {
    try setPragma("application_id", to: id)
  }

  /// Reads the whole file and returns what is wrong with it: nothing, for a sound one.
  ///
  /// The findings name tables, indexes and row numbers, never what is stored. A file too damaged
  /// to read makes this throw.
  package func integrityCheck() throws(DatabaseError) -> [String] {
    var findings: [String] = []
    try query("PRAGMA integrity_check") { row in
      if row.text(0) != "ok" { findings.append(row.text(0)) }
    }
    try query("PRAGMA foreign_key_check") { row in
      findings.append("row \(row.int64(1)) of \(row.text(0)) lacks its row of \(row.text(2))")
    }
    return findings
  }

  /// Writes the file anew without the space that deleted rows left.
  package func vacuum() throws(DatabaseError) {
    try execute("VACUUM")
  }

  /// Brings the write-ahead log into the file and empties it.
  ///
  /// After an erasure this removes the last copies, which the log may still hold. Throws `busy` if
  /// a reader keeps the log in use for longer than the time-out.
  package func checkpointTruncate() throws(DatabaseError) {
    let code = unsafe sqlite3_wal_checkpoint_v2(
      database, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    try unsafe check(code, database, .running)
  }

  /// Removes a file that this connection has made, and what SQLite has put beside it.
  func removeFile(_ path: String) {
    guard mode == .create else { return }
    for ending in ["", "-wal", "-shm"] { unsafe csqlite_remove_file(path + ending) }
  }

  /// Lets readers read while one writes, which the file remembers.
  func useWriteAheadLog() throws(DatabaseError) {
    // Where the disk cannot do it, the file stays as it was: slower, and as safe.
    try execute("PRAGMA journal_mode = WAL")
  }

  /// A pragma takes no bound value; a whole number cannot be anything but one.
  private func setPragma(_ name: StaticString, to number: Int32) throws(DatabaseError) {
    var statement = try unsafe Statement(
      "PRAGMA \(name) = \(number)", on: database, isKept: false)
    try statement.run()
  }
}
