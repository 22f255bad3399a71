import CSQLite

/// Makes sure that a file is ours, and brings its schema up to date.
///
/// With migrations 1 to 3, a file that has had 1 is given 2, then 3, each in its own transaction:
/// a step that fails leaves the file at the step before. Only a file made by this very connection
/// is taken when empty; an empty one found is foreign, for it may be what is left of another.
package struct Migrator: Sendable {
  /// The number by which our files are known, `STGD` in ASCII.
  package static let applicationID: Int32 = 0x5354_4744

  private let migrations: [Migration]

  /// The number of the newest migration.
  package var newest: Int32 { Int32(migrations.count) }

  /// Makes a migrator of all migrations there ever were, numbered from 1 in order.
  package init(_ migrations: [Migration]) {
    precondition(!migrations.isEmpty, "a schema has at least one migration")
    precondition(
      migrations.indices.allSatisfy { migrations[$0].number == Int32($0 + 1) },
      "migrations are numbered 1, 2, 3, … and none is left out")
    self.migrations = migrations
  }

  /// Refuses a file that is not ours or is newer, then runs the migrations it has not had.
  package func migrate(_ connection: borrowing Connection) throws(MigrationError) {
    let found = try version(of: connection)
    if connection.mode == .readOnly {
      guard found == newest else { throw .older(found: found, known: newest) }
      return
    }
    do throws(DatabaseError) {
      try connection.useWriteAheadLog()
      // Replacing a table drops it, which must not delete the rows that refer to it. SQLite
      // heeds this pragma only outside a transaction.
      try connection.execute("PRAGMA foreign_keys = OFF")
    } catch {
      throw .database(error)
    }
    defer { try? connection.execute("PRAGMA foreign_keys = ON") }
    for migration in migrations.dropFirst(Int(found)) { try run(migration, on: connection) }
  }

  /// Returns the file's version if the file is ours and we know that version.
  private func version(of connection: borrowing Connection) throws(MigrationError) -> Int32 {
    let id: Int32
    let found: Int32
    do throws(DatabaseError) {
      id = try connection.applicationID()
      found = try connection.userVersion()
    } catch {
      throw .database(error)
    }
    let isNew = connection.mode == .create && id == 0 && found == 0
    guard isNew || id == Migrator.applicationID else { throw .foreign(applicationID: id) }
    guard found <= newest else { throw .newer(found: found, known: newest) }
    return max(found, 0)
  }

  private func run(
    _ migration: Migration, on connection: borrowing Connection
  ) throws(MigrationError) {
    try connection.immediate { () throws(MigrationError) in
      // Another process may have run it while this one waited for the lock.
      guard try version(of: connection) < migration.number else { return }
      do throws(DatabaseError) {
        for statement in migration.statements {
          var statement = try connection.prepare(statement)
          try statement.run()
        }
        try connection.setApplicationID(Migrator.applicationID)
        try connection.setUserVersion(migration.number)
        try refuseOrphans(in: connection, after: migration)
      } catch {
        throw .database(error)
      }
    }
  }

  /// Throws if a row refers to one that is not there, which nobody checked while the keys were off.
  private func refuseOrphans(
    in connection: borrowing Connection, after migration: Migration
  ) throws(DatabaseError) {
    let table = try connection.first("PRAGMA foreign_key_check") { $0.text(0) }
    guard let table else { return }
    throw DatabaseError(
      extendedCode: SQLITE_CONSTRAINT,
      message: "after migration \(migration.number) rows of \(table) refer to none")
  }
}
