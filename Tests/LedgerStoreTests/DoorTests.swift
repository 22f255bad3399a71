import FoundationEssentials
import LedgerStore
import Sodium
import Synchronization
import Testing

@Suite struct `The door to SQLite` {
  @Test func `text with quotes, zero bytes and any script comes back as it was`() throws {
    try withFolder { folder in
      let connection = try people(in: folder)
      let name = "O'Neil \"; DROP TABLE person; --\u{0} 語 \u{1F331}"
      let bytes: [UInt8] = [0, 255, 0, 39]
      let none: String? = nil
      let query: SQL = "INSERT INTO person VALUES (\(1), \(name), \(bytes), \(none), \(0.5))"
      #expect(query.text == "INSERT INTO person VALUES (?1, ?2, ?3, ?4, ?5)")
      try connection.execute(query)
      #expect(connection.changes == 1)
      try connection.execute("INSERT INTO person (id, name, photo) VALUES (2, '', \([UInt8]()))")

      var rows: [[SQLValue]] = []
      try connection.query("SELECT * FROM person ORDER BY id") { row in
        rows.append((0..<5).map { row.value($0) })
      }
      #expect(
        rows == [
          [.integer(1), .text(name), .blob(bytes), .null, .real(0.5)],
          [.integer(2), .text(""), .blob([]), .null, .null],
        ])
      let lent = try connection.first("SELECT name FROM person WHERE name = \(name)") { row in
        row.withBytes(0) { span in span.indices.map { span[$0] } }
      }
      #expect(lent == Array(name.utf8))
    }
  }

  @Test func `a kept statement forgets its values after each run`() throws {
    try withFolder { folder in
      let connection = try people(in: folder)
      var add = try connection.prepare("INSERT INTO person (id, name) VALUES (?1, ?2)")
      for id in 1...3 {
        try add.bind(id, at: 1)
        try add.bind("n\(id)", at: 2)
        try add.run()
      }
      try add.bind(0, at: 1)
      try add.run()
      #expect(
        try connection.first("SELECT name FROM person WHERE id = 0") { $0.value(0) } == .null)

      var read = try connection.prepare("SELECT id, name FROM person WHERE id >= ?1 ORDER BY id")
      try read.bind(2, at: 1)
      var found: [String] = []
      while try read.step() { found.append("\(read.row.int64(0)) \(read.row.text(1))") }
      #expect(found == ["2 n2", "3 n3"])
    }
  }

  @Test func `one text is one statement`() throws {
    try withFolder { folder in
      let connection = try people(in: folder)
      for two in ["DELETE FROM person; DELETE FROM person", "", "-- nothing"] as [SQL] {
        #expect(throws: DatabaseError.self) { try connection.execute(two) }
      }
      try connection.execute("DELETE FROM person;\n")
    }
  }

  @Test func `an error never says what was stored`() throws {
    try withFolder { folder in
      let connection = try people(in: folder)
      let secret = "Maria Planted"
      try connection.execute("INSERT INTO person (id, name) VALUES (1, \(secret))")
      let refused: [SQL] = [
        "INSERT INTO person (id, name) VALUES (2, \(secret))",
        "INSERT INTO person (id, name) VALUES (1, \(secret + "2"))",
        "INSERT INTO person (id, name) VALUES (\(secret), 'x')",
        "SELECT json_extract('{}', \(secret))",
        "ATTACH \("/nowhere/" + secret) AS other",
        "SELECT \(secret) FROM nothing",
        "SELECT abs(\(Int64.min)), \(secret)",
      ]
      for sql in refused {
        let error = #expect(throws: DatabaseError.self) { try connection.execute(sql) }
        var text = "\(String(describing: error)) \(String(reflecting: error))"
        dump(error, to: &text)
        #expect(!text.contains("Maria") && !text.contains("Planted"), "\(sql.text)")
      }
      // SQLite's own words for the fourth are: bad JSON path 'Maria Planted'.
      let unique = #expect(throws: DatabaseError.self) { try connection.execute(refused[0]) }
      #expect(unique?.message == "UNIQUE constraint failed: person.name")
      #expect(unique?.sql == refused[0].text)
    }
  }

  @Test func `a new file and what SQLite puts beside it are for the owner alone`() throws {
    try withFolder { folder in
      let connection = try people(in: folder)
      try connection.execute("INSERT INTO person (id) VALUES (1)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["people.db", "people.db-shm", "people.db-wal"])
      for name in names {
        let facts = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
        #expect(facts[.posixPermissions] as? Int == 0o600, "\(name)")
      }
    }
  }

  @Test func `a file is set up to last and to forget`() throws {
    try withFolder { folder in
      try people(in: folder).execute("INSERT INTO person (id) VALUES (1)")
      let connection = try Connection(path: "\(folder)/people.db", mode: .readWrite)
      let settings: [(SQL, String)] = [
        ("PRAGMA journal_mode", "wal"), ("PRAGMA synchronous", "2"),
        ("PRAGMA foreign_keys", "1"), ("PRAGMA secure_delete", "1"),
        ("PRAGMA busy_timeout", "5000"), ("PRAGMA trusted_schema", "0"),
      ]
      for (pragma, expected) in settings {
        #expect(try connection.first(pragma) { $0.text(0) } == expected, "\(pragma.text)")
      }
    }
  }

  @Test func `what is deleted is gone from every file after a vacuum and a checkpoint`() throws {
    try withFolder { folder in
      let connection = try people(in: folder)
      try connection.execute("INSERT INTO person (id, name) VALUES (1, 'Planted')")
      #expect(try bytes(in: folder).contains("Planted"))
      try connection.execute("DELETE FROM person")
      try connection.vacuum()
      try connection.checkpointTruncate()
      #expect(try !bytes(in: folder).contains("Planted"))
      #expect(try connection.integrityCheck() == [])
    }
  }

  @Test func `a file is opened only as asked`() throws {
    try withFolder { folder in
      let path = "\(folder)/people.db"
      #expect(kind(try Connection(path: path, mode: .readWrite)) == .missing)
      #expect(kind(try Connection(path: "\(folder)/no/x.db", mode: .create)) == .missing)
      #expect(kind(try Connection(path: folder, mode: .readWrite)) == .cannotOpen)
      #expect(kind(try Connection(path: "", mode: .create)) == .cannotOpen)
      #expect(kind(try Connection(path: "\(path)\u{0}x", mode: .create)) == .cannotOpen)
      #expect(kind(try Connection(path: ":memory:", mode: .readWrite)) == .missing)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])

      try people(in: folder).execute("INSERT INTO person (id) VALUES (1)")
      #expect(kind(try Connection(path: path, mode: .create)) == .alreadyExists)
      let reader = try Connection(path: path, mode: .readOnly)
      #expect(try reader.first("SELECT count(*) FROM person") { $0.int64(0) } == 1)
      let refused = #expect(throws: DatabaseError.self) {
        try reader.execute("DELETE FROM person")
      }
      #expect(refused?.kind == .readOnly)
    }
  }

  @Test func `system errors tell a missing file from a forbidden one and from a full disk`() {
    func kind(_ code: Int32, _ systemError: Int32) -> DatabaseError.Kind {
      DatabaseError(extendedCode: code, systemError: systemError, message: "").kind
    }
    #expect(kind(14, 2) == .missing)
    #expect(kind(14, 13) == .permission)
    #expect(kind(14, 30) == .readOnly)
    #expect(kind(10 | 3 << 8, 28) == .full)
    #expect(kind(13, 0) == .full)
    #expect(kind(11 | 1 << 8, 0) == .damaged)
    #expect(kind(21, 0) == .other(code: 21))
  }
}

@Suite struct `A transaction` {
  private enum Refusal: DatabaseFailure, Equatable {
    case second(Int)
    case database(DatabaseError.Kind)
    init(_ error: DatabaseError) { self = .database(error.kind) }
  }

  @Test func `leaves nothing behind when its work throws`() throws {
    try withFolder { folder in
      let connection = try people(in: folder)
      #expect(throws: Refusal.second(2)) {
        try connection.immediate { () throws(Refusal) in
          do throws(DatabaseError) {
            try connection.execute("INSERT INTO person (id) VALUES (1)")
          } catch { throw Refusal(error) }
          throw Refusal.second(2)
        }
      }
      #expect(throws: DatabaseError.self) {
        try connection.immediate { () throws(DatabaseError) in
          try connection.execute("INSERT INTO person (id) VALUES (2)")
          try connection.execute("INSERT INTO person (id) VALUES (2)")
        }
      }
      #expect(try count(connection) == 0)
      let result = try connection.immediate { () throws(DatabaseError) in
        try connection.execute("INSERT INTO person (id) VALUES (3)")
        return "kept"
      }
      #expect(result == "kept")
      #expect(try count(connection) == 1)
    }
  }

  @Test func `ends a reading in the reader's own words`() throws {
    try withFolder { folder in
      let connection = try people(in: folder)
      try connection.execute("INSERT INTO person (id) VALUES (1), (2), (3)")
      var seen: [Int64] = []
      #expect(throws: Refusal.second(2)) {
        try connection.query("SELECT id FROM person ORDER BY id") { (row) throws(Refusal) in
          seen.append(row.int64(0))
          if row.int64(0) == 2 { throw .second(2) }
        }
      }
      #expect(seen == [1, 2])
      #expect(throws: Refusal.database(.other(code: 1))) {
        try connection.query("SELECT id FROM nothing") { (_) throws(Refusal) in }
      }
    }
  }

  @Test func `reports a failed commit in the work's own words and can be tried again`() throws {
    try withFolder { folder in
      let connection = try people(in: folder)
      func adopt(_ parent: Int) throws(Refusal) {
        try connection.immediate { () throws(Refusal) in
          do throws(DatabaseError) {
            try connection.execute("INSERT INTO tie VALUES (\(parent))")
          } catch { throw Refusal(error) }
        }
      }
      // The key is deferred, so the insert passes and the commit does not.
      #expect(throws: Refusal.database(.constraint)) { try adopt(9) }
      try connection.execute("INSERT INTO person (id) VALUES (9)")
      try adopt(9)
    }
  }

  @Test func `waits for the lock as long as it was told, then says that the file is busy`() throws {
    try withFolder { folder in
      let first = try people(in: folder)
      let second = try Connection(
        path: "\(folder)/people.db", mode: .readWrite, busyTimeout: .milliseconds(20))
      try first.immediate { () throws(DatabaseError) in
        #expect(throws: Refusal.database(.busy)) {
          try second.immediate { () throws(Refusal) in }
        }
        // Readers go on, and see the file as it stood.
        try first.execute("INSERT INTO person (id) VALUES (1)")
        #expect(try second.reading { () throws(DatabaseError) in try count(second) } == 0)
      }
      #expect(try count(second) == 1)
    }
  }

  /// How a connection is shared: behind a lock, with its statements, a transaction at a time.
  private final class SharedLedger: Sendable {
    private struct Open: ~Copyable {
      let connection: Connection
      var add: Statement

      init(path: String) throws(DatabaseError) {
        let connection = try Connection(path: path, mode: .readWrite)
        add = try connection.prepare("INSERT INTO person (name) VALUES (?1)")
        self.connection = connection
      }

      mutating func addPerson(named name: String) throws(DatabaseError) {
        try connection.immediate { () throws(DatabaseError) in
          try add.bind(name, at: 1)
          try add.run()
        }
      }
    }

    private let open: Mutex<Open>

    init(path: String) throws(DatabaseError) {
      open = Mutex(try Open(path: path))
    }

    func addPerson(named name: String) throws(DatabaseError) {
      try open.withLock { (open) throws(DatabaseError) in try open.addPerson(named: name) }
    }
  }

  @Test func `is shared between threads behind a lock`() async throws {
    try await withFolder { folder in
      let connection = try people(in: folder)
      let ledger = try SharedLedger(path: "\(folder)/people.db")
      try await withThrowingTaskGroup { group in
        for n in 1...20 { group.addTask { try ledger.addPerson(named: "n\(n)") } }
        try await group.waitForAll()
      }
      #expect(try count(connection) == 20)
    }
  }
}

@Suite struct `The door to sodium` {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `gives the published SHA-256 digests`(text: String, digest: String) {
    #expect(hex(Sodium.sha256(Array(text.utf8))) == digest)
  }

  @Test func `gives bytes and numbers that differ and keep within bounds`() {
    #expect(Sodium.randomBytes(0) == [])
    let many = (1...100).map { _ in Sodium.randomBytes(16) }
    #expect(Set(many).count == 100 && many.allSatisfy { $0.count == 16 })
    #expect(Set((1...1000).map { _ in Sodium.randomNumber(below: 6) }) == Set(0..<6))
    #expect(Sodium.randomNumber(below: 0) == 0)
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

private func people(in folder: String) throws(DatabaseError) -> Connection {
  let connection = try Connection(path: "\(folder)/people.db", mode: .create)
  try connection.execute(
    """
    CREATE TABLE person (id INTEGER PRIMARY KEY NOT NULL, name TEXT UNIQUE, photo BLOB, note TEXT,
      share REAL, CHECK (name IS NOT NULL OR id IS NOT NULL))
    """)
  try connection.execute(
    "CREATE TABLE tie (person INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED)")
  return connection
}

private func count(_ connection: borrowing Connection) throws(DatabaseError) -> Int64? {
  try connection.first("SELECT count(*) FROM person") { $0.int64(0) }
}

private func kind(_ open: @autoclosure () throws -> Connection) -> DatabaseError.Kind? {
  do {
    _ = try open()
    return nil
  } catch {
    return (error as? DatabaseError)?.kind
  }
}

/// All files of a folder as one text, for looking a word up in.
private func bytes(in folder: String) throws -> String {
  try FileManager.default.contentsOfDirectory(atPath: folder).map {
    String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\($0)")), as: UTF8.self)
  }.joined()
}
