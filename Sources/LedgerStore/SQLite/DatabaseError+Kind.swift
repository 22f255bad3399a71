import CSQLite

extension DatabaseError {
  /// What an error means to whoever runs the command, who then knows what to do next.
  package enum Kind: Hashable, Sendable {
    /// The file is something else, or too damaged to tell.
    case notADatabase
    /// The file is a database with parts missing or wrong.
    case damaged
    /// The file, or the disk it is on, can only be read.
    case readOnly
    /// The disk, or the share of it one may use, is full.
    case full
    /// Another process kept the file locked for longer than the time-out.
    case busy
    /// There is no such file, or no such folder to make it in.
    case missing
    /// A file to be made anew is there already.
    case alreadyExists
    /// The file cannot be opened for another reason, such as being a folder.
    case cannotOpen
    /// The system does not let this user at the file.
    case permission
    /// A rule of the schema was broken.
    case constraint
    /// Anything else, with SQLite's primary code.
    case other(code: Int32)
  }

  /// What this error means to whoever runs the command.
  ///
  /// A file that is not there and one that may not be read have the same code from SQLite (14);
  /// the system's own error number tells them apart.
  package var kind: Kind {
    switch code {
    case SQLITE_NOTADB, SQLITE_FORMAT: .notADatabase
    case SQLITE_CORRUPT: .damaged
    case SQLITE_READONLY: .readOnly
    case SQLITE_FULL: .full
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_PERM, SQLITE_AUTH: .permission
    case SQLITE_CONSTRAINT: .constraint
    case SQLITE_CANTOPEN, SQLITE_IOERR: systemKind
    default: .other(code: code)
    }
  }

  /// The same error once the file itself is open: what then can't be opened is the log beside it,
  /// because nothing can be made in that folder.
  var withFileOpen: DatabaseError {
    guard code == SQLITE_CANTOPEN, kind == .missing else { return self }
    return DatabaseError(
      extendedCode: SQLITE_READONLY, message: "the log beside the file cannot be made")
  }

  private var systemKind: Kind {
    switch systemError {
    case csqlite_error_no_space, csqlite_error_quota: .full
    case csqlite_error_access, csqlite_error_not_permitted: .permission
    case csqlite_error_read_only: .readOnly
    case csqlite_error_missing where code == SQLITE_CANTOPEN: .missing
    case csqlite_error_exists where code == SQLITE_CANTOPEN: .alreadyExists
    case csqlite_error_folder: .cannotOpen
    default: code == SQLITE_CANTOPEN ? .cannotOpen : .other(code: code)
    }
  }
}
