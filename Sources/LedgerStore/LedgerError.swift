/// Why the ledger can't be read or written, as a code and facts; the edge words it.
package enum LedgerError: DatabaseFailure, Equatable {
  /// The file belongs to another program, or is empty.
  case notARegistry
  /// A newer version of this program has written the file.
  case newer(found: Int, known: Int)
  /// The file is from an older version and can only be read: it can't be brought up to date.
  case older
  /// SQLite refused.
  case database(DatabaseError)
  /// An entry can't be read: it is damaged, or its zone is unknown on this machine.
  case unreadable(chain: String, revision: Int)
  /// The moment to record lies before the latest one recorded.
  case clockWentBack
  /// The file has a table that an erasure doesn't go through.
  case tableLeftOut
  /// `--now` is only for registries that were made for a rehearsal.
  case notARehearsal

  /// The error that stands for SQLite's.
  package init(_ error: DatabaseError) { self = .database(error) }

  init(_ error: MigrationError) {
    switch error {
    case .foreign: self = .notARegistry
    case .newer(let found, let known): self = .newer(found: Int(found), known: Int(known))
    case .older: self = .older
    case .database(let error): self = .database(error)
    }
  }
}
