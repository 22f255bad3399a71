import Foundation
import Seeded
import Testing

@testable import LedgerStore

/// One bit turned over in one column of one row, and where the audit should say that it is.
struct Flip {
  /// A column of a table, with what tells its rows apart: three columns, made up with empty texts.
  struct Place: Sendable {
    let table: StaticString
    let key: StaticString
    let column: StaticString
  }

  /// Which chains may be named: the row's own, and for a changed name the new one too.
  private(set) var chains: Set<String>
  /// Which revisions may be named; any where there are none.
  ///
  /// An entry that has gone from its place is noticed there, or at the one after it.
  let revisions: Set<Int>?
  private let words: String

  static let places: [Place] =
    columns(
      of: "entry", by: "chain, revision, ''",
      [
        "chain", "revision", "recorded", "role", "actor", "kind", "version", "body", "body",
        "previous", "digest",
      ])
    + columns(of: "personal", by: "chain, digest, ''", ["chain", "digest", "salt", "texts"])
    + columns(
      of: "chain", by: "number, '', ''", ["number", "name", "revision", "head", "recorded"])
    + columns(
      of: "use", by: "chain, day, id",
      [
        "chain", "day", "id", "engagement", "place", "story", "organisation", "event", "kind",
        "channel", "purpose", "audience", "last", "state", "origin", "lapses", "revision",
      ])
    // A row of what is packed that has gone elsewhere leaves a peer whose uses are read instead.
    + columns(of: "told_uses", by: "chain, '', ''", ["uses"])
    + columns(of: "peer", by: "chain, '', ''", ["chain", "id", "zone", "claimed", "revision"])
    + columns(
      of: "own_limits", by: "chain, revision, ''", ["chain", "revision", "day", "recorded", "body"])
    + columns(
      of: "placement", by: "chain, id, ''",
      [
        "chain", "id", "holder", "organisation", "medium", "placed", "recall", "state", "moved",
        "opened", "deadline", "revision",
      ])
    + columns(of: "organisation", by: "id, '', ''", ["id", "name", "revision"])
    + columns(
      of: "permit", by: "chain, engagement, ''", ["chain", "engagement", "number", "revision"])
    + columns(
      of: "notice", by: "number, '', ''",
      [
        "number", "chain", "revision", "place", "role", "reader", "code", "organisation",
        "engagement", "due", "lapsed", "created",
      ])
    + columns(
      of: "role", by: "role, id, ''", ["role", "id", "organisation", "revision", "address"])

  private static func columns(
    of table: StaticString, by key: StaticString, _ names: [StaticString]
  ) -> [Place] {
    names.map { Place(table: table, key: key, column: $0) }
  }

  /// Flips a bit of a row that the dice choose; nothing if it holds no bit, or may not be so.
  init?(in path: String, at place: Place, _ dice: inout SeededDice) throws {
    let connection = try Connection(path: path, mode: .readWrite)
    try connection.execute("PRAGMA foreign_keys = OFF")
    let count = try connection.first("SELECT count(*) FROM \(columns: place.table)") {
      Int($0.int64(0))
    }
    let row = Int.random(in: 0..<(try #require(count)), using: &dice)
    let read = try connection.first(
      """
      SELECT \(columns: place.column), \(columns: place.key) FROM \(columns: place.table)
      ORDER BY \(columns: place.key) LIMIT 1 OFFSET \(row)
      """
    ) { row in ((0..<4).map { row.value($0) }, row.blob(0)) }
    let (values, bytes) = try #require(read)
    guard let flipped = Self.flipped(values[0], bytes, &dice) else { return nil }

    (chains, revisions) = try Self.expected(connection, place, key: Array(values[1...]))
    words = "\(place.table).\(place.column) of row \(row)"
    let isText = if case .text = values[0] { true } else { false }
    do throws(DatabaseError) {
      // Text may have become no UTF-8 at all; it is put in as the bytes that it is.
      try connection.execute(
        """
        UPDATE \(columns: place.table)
        SET \(columns: place.column) = iif(\(isText), CAST(\(flipped) AS TEXT), \(flipped))
        WHERE (\(columns: place.key)) = (\(values[1]), \(values[2]), \(values[3]))
        """)
    } catch {
      guard error.kind == .constraint else { throw error }
      return nil
    }
    try #require(connection.changes == 1)
    if place.table.description == "chain" {
      // The chain now bears its changed name, and all of its entries speak against it.
      let name = try connection.first("SELECT name FROM chain WHERE number = \(values[1])") {
        $0.text(0)
      }
      if let name { chains.insert(name) }
    }
  }

  private static func flipped(
    _ value: SQLValue, _ bytes: [UInt8], _ dice: inout SeededDice
  ) -> SQLValue? {
    switch value {
    case .null, .real: return nil
    case .integer(let number):
      return .integer(number ^ (1 << Int64.random(in: 0..<64, using: &dice)))
    case .text, .blob:
      guard !bytes.isEmpty else { return nil }
      var bytes = bytes
      bytes[Int.random(in: bytes.indices, using: &dice)] ^=
        1 << UInt8.random(in: 0..<8, using: &dice)
      return .blob(bytes)
    }
  }

  /// What the audit should name, by what stood there before.
  private static func expected(
    _ connection: borrowing Connection, _ place: Place, key: [SQLValue]
  ) throws -> (Set<String>, Set<Int>?) {
    if place.table.description == "organisation" {
      let revision = try connection.first(
        "SELECT revision FROM organisation WHERE id = \(key[0])"
      ) { Int($0.int64(0)) }
      return (["registry"], [try #require(revision)])
    }
    if place.table.description == "notice" {
      let row = try connection.first(
        """
        SELECT chain.name, notice.revision FROM notice JOIN chain ON chain.number = notice.chain
        WHERE notice.number = \(key[0])
        """
      ) { ($0.text(0), Int($0.int64(1))) }
      let (name, revision) = try #require(row)
      return ([name], [revision])
    }
    if place.table.description == "role" {
      let row: SQL = "SELECT revision FROM role WHERE (role, id) = (\(key[0]), \(key[1]))"
      return (["registry"], [try revision(connection, row)])
    }
    let name = try #require(
      try connection.first("SELECT name FROM chain WHERE number = \(key[0])") { $0.text(0) })
    switch place.table.description {
    case "chain", "told_uses": return ([name], nil)
    case "entry":
      let revision = try revision(connection, "SELECT \(key[1])")
      let isMoved = ["chain", "revision"].contains(place.column.description)
      return ([name], isMoved ? [revision, revision + 1] : [revision])
    case "personal":
      let entry: SQL = """
        SELECT revision FROM entry WHERE chain = \(key[0]) AND instr(body, \(key[1])) > 0
        """
      return ([name], [try revision(connection, entry)])
    case "permit":
      let row: SQL =
        "SELECT revision FROM permit WHERE (chain, engagement) = (\(key[0]), \(key[1]))"
      return ([name], [try revision(connection, row)])
    case "own_limits":
      return ([name], [try revision(connection, "SELECT \(key[1])")])
    case "placement":
      let row: SQL = "SELECT revision FROM placement WHERE (chain, id) = (\(key[0]), \(key[1]))"
      return ([name], [try revision(connection, row)])
    case "peer":
      let row: SQL = "SELECT revision FROM peer WHERE chain = \(key[0])"
      return ([name], [try revision(connection, row)])
    default:
      let row: SQL = """
        SELECT revision FROM use WHERE (chain, day, id) = (\(key[0]), \(key[1]), \(key[2]))
        """
      return ([name], [try revision(connection, row)])
    }
  }

  private static func revision(_ connection: borrowing Connection, _ sql: SQL) throws -> Int {
    try #require(try connection.first(sql) { Int($0.int64(0)) })
  }
}

extension Flip: CustomStringConvertible {
  var description: String { words }
}
