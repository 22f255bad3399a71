import CSQLite

extension Connection {
  /// Copies the whole file to a new one, while others go on reading and writing it.
  ///
  /// The copy is for its owner alone, one file with nothing beside it, and shows the file as it
  /// stood at one moment. If it can't be finished, nothing is left of it.
  ///
  /// - Throws: `alreadyExists` if something is at the path; `full`, `permission`, `busy`.
  package func copy(to path: String) throws(DatabaseError) {
    let copy = try Connection(path: path, mode: .create)
    do throws(DatabaseError) {
      try copy.fill(from: self)
      try copy.useOneFile()
    } catch {
      copy.removeFile(path.hasPrefix("/") ? path : "./" + path)
      throw error
    }
  }

  private func fill(from source: borrowing Connection) throws(DatabaseError) {
    guard let backup = unsafe sqlite3_backup_init(database, "main", source.database, "main") else {
      return try unsafe check(sqlite3_extended_errcode(database), database, .running)
    }
    // All pages at once: in one step the copy is of one moment, and writers aren't held up.
    let code = unsafe sqlite3_backup_step(backup, -1)
    let end = unsafe sqlite3_backup_finish(backup)
    if code != SQLITE_DONE { try unsafe check(code, database, .running) }
    try unsafe check(end, database, .running)
  }

  /// Keeps no log beside the file, so that it can be carried about as it is.
  package func useOneFile() throws(DatabaseError) {
    try execute("PRAGMA journal_mode = DELETE")
  }
}
