import FoundationEssentials
import LedgerStore
import Testing

@Suite struct `The migrator` {
  private let first = Migration(
    number: 1, name: "people",
    statements: [
      "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)",
      "CREATE TABLE tie (person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE)",
      "INSERT INTO person VALUES (1, 'first')", "INSERT INTO tie VALUES (1)",
    ])
  private let second = Migration(
    number: 2, name: "names are required",
    statements: [
      "CREATE TABLE anew (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
      "INSERT INTO anew SELECT * FROM person", "DROP TABLE person",
      "ALTER TABLE anew RENAME TO person",
    ])

  @Test func `brings a new file and an old one to the newest step, once`() throws {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      do {
        let made = try Connection(path: path, mode: .create)
        try Migrator([first]).migrate(made)
        #expect(try made.applicationID() == Migrator.applicationID)
      }
      do {
        let reader = try Connection(path: path, mode: .readOnly)
        try Migrator([first]).migrate(reader)
        #expect(throws: MigrationError.older(found: 1, known: 2)) {
          try Migrator([first, second]).migrate(reader)
        }
      }
      let connection = try Connection(path: path, mode: .readWrite)
      for _ in 1...2 { try Migrator([first, second]).migrate(connection) }
      #expect(try connection.userVersion() == 2)
      // The table was replaced under a key that cascades, and nothing was lost.
      #expect(try connection.first("SELECT count(*) FROM tie") { $0.int64(0) } == 1)
      #expect(try connection.first("PRAGMA foreign_keys") { $0.int64(0) } == 1)
    }
  }

  @Test(arguments: ["CREATE TABLE person (id)", "DELETE FROM person"] as [StaticString])
  func `leaves a file at the step before one that fails`(statement: StaticString) throws {
    try withFolder { folder in
      let connection = try Connection(path: "\(folder)/ledger.db", mode: .create)
      let bad = Migration(
        number: 2, name: "bad", statements: ["CREATE TABLE extra (id)", statement])
      let error = #expect(throws: MigrationError.self) {
        try Migrator([first, bad]).migrate(connection)
      }
      guard case .database = error else { throw error ?? .foreign(applicationID: 0) }
      #expect(try connection.userVersion() == 1)
      #expect(
        try connection.first("SELECT count(*) FROM sqlite_schema") { $0.int64(0) } == 2)
      #expect(try connection.first("SELECT count(*) FROM person") { $0.int64(0) } == 1)
    }
  }

  /// A file that must be refused: what became of it, and what is said.
  struct Spoilt: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let refusal: String
    let spoil: @Sendable (_ path: String) throws -> Void

    init(_ name: String, _ refusal: String, spoil: @escaping @Sendable (String) throws -> Void) {
      testDescription = name
      self.refusal = refusal
      self.spoil = spoil
    }
  }

  static let spoilt = [
    Spoilt("another program's", "foreign(applicationID: 7)") { path in
      let connection = try Connection(path: path, mode: .readWrite)
      try connection.setApplicationID(7)
      try connection.execute("PRAGMA journal_mode = DELETE")
    },
    Spoilt("a newer version's", "newer(found: 9, known: 1)") { path in
      try Connection(path: path, mode: .readWrite).setUserVersion(9)
    },
    Spoilt("emptied", "foreign(applicationID: 0)") { path in
      try Data().write(to: URL(filePath: path))
    },
    Spoilt("cut in half", "damaged") { path in
      let whole = try Data(contentsOf: URL(filePath: path))
      try whole.prefix(whole.count / 2).write(to: URL(filePath: path))
    },
    Spoilt("cut in its header", "damaged") { path in
      try Data(contentsOf: URL(filePath: path)).prefix(50).write(to: URL(filePath: path))
    },
    Spoilt("a letter", "notADatabase") { path in
      try Data("Dear peer, \(String(repeating: "thank you ", count: 99))".utf8)
        .write(to: URL(filePath: path))
    },
  ]

  @Test(arguments: spoilt)
  func `refuses a file that is not a sound one of ours, and leaves it as it is`(
    spoilt: Spoilt
  ) throws {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      let migrator = Migrator([first])
      do { try migrator.migrate(Connection(path: path, mode: .create)) }
      try spoilt.spoil(path)
      let before = try Data(contentsOf: URL(filePath: path))
      for mode in [.readOnly, .readWrite] as [Connection.Mode] {
        let error = #expect(throws: MigrationError.self) {
          do {
            try migrator.migrate(Connection(path: path, mode: mode))
          } catch let error as DatabaseError {
            throw MigrationError(error)
          }
        }
        #expect(error.map(refusal) == spoilt.refusal)
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
      }
    }
  }

  private func refusal(_ error: MigrationError) -> String {
    guard case .database(let error) = error else { return "\(error)" }
    return "\(error.kind)"
  }
}
