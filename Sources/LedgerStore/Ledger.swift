package import ConsentRegistry
import Notation

/// A registry file: chains of entries, and the tables for reading that follow from them.
///
/// One thread at a time. What `append` has acknowledged is on disk.
package final class Ledger {
  let connection: Connection
  /// Where the file is, for further readers of it.
  let path: String
  let tools: LedgerTools
  let notation: HappeningNotation
  private let clock: Clock

  /// Where the moments to record come from.
  package enum Clock: Sendable {
    /// From somebody's hand: one that lies before the latest recorded moment is refused.
    case setByHand
    /// From a running clock: others may have been recorded since it was looked at, while this one
    /// waited for its turn. It is then recorded as of the latest.
    case running
  }

  /// Opens a registry, and brings an older one up to date.
  ///
  /// - Throws: `notARegistry` or `newer` for files that aren't ours to touch; `database`.
  package init(
    path: String, mode: Connection.Mode = .readWrite, tools: LedgerTools,
    clock: Clock = .setByHand
  ) throws(LedgerError) {
    do throws(DatabaseError) {
      connection = try Connection(path: path, mode: mode, busyTimeout: .seconds(30))
    } catch {
      throw error.kind == .notADatabase ? .notARegistry : .database(error)
    }
    do throws(MigrationError) {
      try Schema.migrator.migrate(connection)
    } catch {
      if mode == .create { connection.removeFile(path) }
      throw LedgerError(error)
    }
    self.path = path
    self.tools = tools
    self.clock = clock
    notation = HappeningNotation(zones: tools.zones)
    if mode != .create, try first("SELECT one FROM registry", { $0.int64(0) }) == nil {
      // Left by an `init` that was cut off before it was done.
      throw .notARegistry
    }
    if mode == .readWrite { try numberEarlierPermits() }
  }

  /// Makes a new registry with its first policy; the path must be free.
  package static func create(
    path: String, isRehearsal: Bool, policy: Policy, now: Instant, actor: Actor,
    tools: LedgerTools
  ) throws(LedgerError) -> Ledger {
    let ledger = try Ledger(path: path, mode: .create, tools: tools)
    do throws(LedgerError) {
      let secret = tools.random(32)
      let seal = hexadecimal(tools.digest(secret))
      try ledger.connection.immediate { () throws(LedgerError) in
        try ledger.run(
          """
          INSERT INTO registry (one, latest, secret, rehearsal)
          VALUES (1, \(now.milliseconds), \(secret), \(isRehearsal))
          """)
        try ledger.add(
          [
            .opened(isRehearsal: isRehearsal, secret: seal),
            .policyStored(policy, day: Zone.utc.day(at: now)),
          ], by: actor, at: now)
      }
    } catch {
      // A registry half made would stand in the way of the next attempt.
      ledger.connection.removeFile(path)
      throw error
    }
    return ledger
  }

  /// Whether this registry was made for a rehearsal, in which the clock may be set by hand.
  package func isRehearsal() throws(LedgerError) -> Bool {
    try first("SELECT rehearsal FROM registry") { $0.int64(0) == 1 } ?? false
  }

  /// The latest moment recorded anywhere in the file.
  package func latest() throws(LedgerError) -> Instant {
    Instant(milliseconds: try first("SELECT latest FROM registry") { Int($0.int64(0)) } ?? 0)
  }

  /// The moment under which something is recorded, when its turn has come.
  ///
  /// - Throws: `clockWentBack` for one set by hand that lies before the latest.
  func recordable(_ moment: Instant) throws(LedgerError) -> Instant {
    let latest = try latest()
    guard moment < latest else { return moment }
    guard clock == .running else { throw .clockWentBack }
    return latest
  }

  /// A short fingerprint of a text, keyed with this file's secret, so that it can't be guessed back.
  package func fingerprint(_ text: String) throws(LedgerError) -> String {
    hexadecimal(try keyed(text).prefix(10))
  }

  /// The digest of a text, keyed with this file's secret, so that nobody else can work it out.
  func keyed(_ text: String) throws(LedgerError) -> [UInt8] {
    let secret = try first("SELECT secret FROM registry") { $0.blob(0) } ?? []
    return tools.digest(secret + Array(text.utf8))
  }

  func run(_ sql: SQL) throws(LedgerError) {
    do throws(DatabaseError) { try connection.execute(sql) } catch { throw .database(error) }
  }

  func first<R>(_ sql: SQL, _ read: (borrowing Row) -> R) throws(LedgerError) -> R? {
    do throws(DatabaseError) {
      return try connection.first(sql, read)
    } catch {
      throw .database(error)
    }
  }

  func rows(_ sql: SQL, _ read: (borrowing Row) -> Void) throws(LedgerError) {
    do throws(DatabaseError) { try connection.query(sql, read) } catch { throw .database(error) }
  }
}
