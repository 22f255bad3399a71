import ConsentRegistry
import Synchronization

/// One more reader of a registry file, for a thread of its own.
///
/// It only reads, and sees the file as it stood when it began.
final class LedgerReader: Sendable {
  private let ledger: Mutex<Ledger>

  init(path: String, tools: LedgerTools) throws(LedgerError) {
    ledger = Mutex(try Ledger(path: path, mode: .readOnly, tools: tools))
  }

  /// Begins to read, or begins anew.
  func begin() throws(LedgerError) {
    try ledger.withLock { (ledger) throws(LedgerError) in
      try ledger.run("BEGIN DEFERRED")
      // Only the first read settles which moment it sees.
      _ = try ledger.latest()
    }
  }

  func end() throws(LedgerError) {
    try ledger.withLock { (ledger) throws(LedgerError) in try ledger.run("COMMIT") }
  }

  /// Lends the ledger to the thread that calls.
  func read<R: Sendable>(_ body: (Ledger) throws -> R) throws -> R {
    try ledger.withLock { ledger in try body(ledger) }
  }
}

extension Ledger {
  /// Readers who all see the file as it stood at one and the same moment.
  ///
  /// SQLite has no way to say so that every system's library offers. So it is looked afterwards
  /// whether anything was committed while they began, by anybody but this very connection: if so,
  /// they begin anew. On a file that never rests for so long there is one reader, whose own
  /// transaction is of one moment in any case.
  func readers(_ count: Int) throws(LedgerError) -> [LedgerReader] {
    var readers: [LedgerReader] = []
    for _ in 0..<max(1, count) { readers.append(try LedgerReader(path: path, tools: tools)) }
    for _ in 0..<20 {
      let before = try fileVersion()
      for reader in readers { try reader.begin() }
      let after = try fileVersion()
      if readers.count == 1 || after == before { return readers }
      for reader in readers { try reader.end() }
    }
    try readers[0].begin()
    return [readers[0]]
  }

  /// A number that is another one once somebody else has committed something.
  private func fileVersion() throws(LedgerError) -> Int64 {
    try first("PRAGMA data_version") { $0.int64(0) } ?? 0
  }
}
