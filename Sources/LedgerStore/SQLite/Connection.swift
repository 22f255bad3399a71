import CSQLite

/// One open SQLite file, set up for data that must last and must be erasable.
///
/// ```swift
/// let connection = try Connection(path: "storyguard.db", mode: .readWrite)
/// try connection.execute("UPDATE peer SET zone = \(zone) WHERE id = \(id)")
/// ```
/// Foreign keys are on; a commit is on disk before it returns (`synchronous=FULL`); what is deleted
/// is overwritten (`secure_delete`). A new file is readable by its owner alone, as are the log and
/// index that SQLite puts beside it.
///
/// It is not `Sendable`: one thread at a time. To share it, lock it with the statements it keeps:
/// ```swift
/// final class SharedLedger: Sendable {
///   struct Open: ~Copyable {
///     let connection: Connection  // `let`, or a transaction would claim the statement as well
///     var append: Statement
///   }
///   let open: Mutex<Open>
/// }
/// ```
@safe package struct Connection: ~Copyable {
  /// What may be done with the file.
  package enum Mode: Sendable {
    /// The file must be there, and is not written to.
    case readOnly
    /// The file must be there.
    case readWrite
    /// The file must not be there, and is made.
    case create
  }

  /// What may be done with the file.
  package let mode: Mode
  let database: OpaquePointer
  /// Statements compiled earlier, kept for their next run.
  let idle: IdleStatements

  /// Opens the file, or makes it, and sets it up.
  ///
  /// An existing file is not changed by this, whatever it is. If making a file fails half-way, it
  /// is removed.
  ///
  /// - Parameters:
  ///   - path: A plain path; SQLite's special names, such as `:memory:`, mean files of that name.
  ///   - mode: What may be done with the file.
  ///   - busyTimeout: How long to wait for another process's lock.
  /// - Throws: `missing`, `alreadyExists`, `permission`, `cannotOpen`, `notADatabase`, `damaged`,
  ///   `readOnly`, `full` or `busy`, as its kind.
  package init(
    path: String, mode: Mode, busyTimeout: Duration = .seconds(5)
  ) throws(DatabaseError) {
    let path = path.hasPrefix("/") ? path : "./" + path
    if path == "./" || path.utf8.contains(0) {
      throw DatabaseError(extendedCode: SQLITE_CANTOPEN, message: "not a path")
    }
    if mode == .create { try makeFile(path) }
    do throws(DatabaseError) {
      // Set up as a value of its own: one that throws is closed.
      let connection = try unsafe Connection(of: openFile(path, mode), mode)
      try connection.configure(busyTimeout)
      self = connection
    } catch {
      if mode == .create { unsafe csqlite_remove_file(path) }
      throw error
    }
  }

  private init(of database: OpaquePointer, _ mode: Mode) {
    unsafe self.database = database
    self.mode = mode
    idle = IdleStatements()
  }

  deinit {
    // Not sqlite3_close, which would refuse while a statement is kept, and leak the file.
    unsafe sqlite3_close_v2(database)
  }

  private func configure(_ busyTimeout: Duration) throws(DatabaseError) {
    let milliseconds = min(max(busyTimeout / .milliseconds(1), 0), Double(Int32.max))
    unsafe sqlite3_busy_timeout(database, Int32(milliseconds))
    // A file from elsewhere may hold a hostile schema; and "x" in our SQL is a column, not text.
    for (setting, on) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
    ] as [(Int32, Int32)] {
      try unsafe check(csqlite_set(database, setting, on), database, .opening)
    }
    try execute("PRAGMA secure_delete = ON")
    try execute("PRAGMA foreign_keys = ON")
    // The first to read the file, so that one that is no database is refused here.
    do throws(DatabaseError) {
      try execute("PRAGMA synchronous = FULL")
    } catch {
      throw error.withFileOpen
    }
    if mode == .create { try useWriteAheadLog() }
    if mode == .readWrite, unsafe sqlite3_db_readonly(database, "main") == 1 {
      throw DatabaseError(extendedCode: SQLITE_READONLY, message: "the file can only be read")
    }
  }
}

/// Makes an empty file for its owner alone, or throws, also when something is there.
private func makeFile(_ path: String) throws(DatabaseError) {
  let systemError = unsafe csqlite_create_private_file(path)
  guard systemError == 0 else {
    throw DatabaseError(
      extendedCode: SQLITE_CANTOPEN, systemError: systemError, message: "cannot make the file")
  }
}

private func openFile(_ path: String, _ mode: Connection.Mode) throws(DatabaseError)
  -> OpaquePointer
{
  var database: OpaquePointer?
  let access = mode == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
  // No locks of SQLite's own: a connection is used by one thread at a time.
  let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
  let code = unsafe sqlite3_open_v2(path, &database, flags, nil)
  do throws(DatabaseError) {
    try unsafe check(code, database, .opening)
  } catch {
    unsafe sqlite3_close_v2(database)
    throw error
  }
  guard let database = unsafe database else {
    throw DatabaseError(extendedCode: SQLITE_NOMEM, message: "out of memory")
  }
  return unsafe database
}
