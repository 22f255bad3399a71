import ConsentRegistry

/// A table with a `chain` column: what is said of one peer, and how it is taken away.
struct ChainTable {
  let name: String
  /// Whether it is for reading, and follows from the entries.
  let isForReading: Bool
  let delete: @Sendable (Int) -> SQL
}

/// Every table that says something of one peer; an erasure goes through all of them.
///
/// INVARIANT: each table of the schema with a column `chain` stands here. An erasure looks at the
/// file's own schema first and refuses to go on if one is missing; a test does the same.
let chainTables: [ChainTable] = [
  ChainTable(name: "use", isForReading: true) { "DELETE FROM use WHERE chain = \($0)" },
  ChainTable(name: "told_uses", isForReading: true) {
    "DELETE FROM told_uses WHERE chain = \($0)"
  },
  ChainTable(name: "own_limits", isForReading: true) {
    "DELETE FROM own_limits WHERE chain = \($0)"
  },
  ChainTable(name: "peer", isForReading: true) { "DELETE FROM peer WHERE chain = \($0)" },
  ChainTable(name: "placement", isForReading: true) {
    "DELETE FROM placement WHERE chain = \($0)"
  },
  ChainTable(name: "permit", isForReading: true) { "DELETE FROM permit WHERE chain = \($0)" },
  ChainTable(name: "notice", isForReading: true) { "DELETE FROM notice WHERE chain = \($0)" },
  ChainTable(name: "notice_since", isForReading: false) {
    "DELETE FROM notice_since WHERE chain = \($0)"
  },
  ChainTable(name: "reworded", isForReading: true) { "DELETE FROM reworded WHERE chain = \($0)" },
  ChainTable(name: "merged", isForReading: true) { "DELETE FROM merged WHERE chain = \($0)" },
  ChainTable(name: "written_file", isForReading: false) {
    "DELETE FROM written_file WHERE chain = \($0)"
  },
  ChainTable(name: "personal", isForReading: false) { "DELETE FROM personal WHERE chain = \($0)" },
  ChainTable(name: "entry", isForReading: false) { "DELETE FROM entry WHERE chain = \($0)" },
]

/// A table that names peers by a fingerprint, in a column `peer`, and not by their chains.
struct NamingTable {
  let name: String
  /// Takes away the rows under a peer's fingerprint.
  let delete: @Sendable (String) -> SQL
}

/// Every table that names peers by their fingerprints.
///
/// INVARIANT: each table of the schema with a column `peer` stands here, as those with a `chain`
/// stand above.
let namingTables: [NamingTable] = [
  NamingTable(name: "look") { "DELETE FROM look WHERE peer = \($0)" }
]

/// A table whose rows each rest on many peers at once, none of whom it names.
struct CommonTable {
  let name: String
  /// Takes away all its rows.
  let empty: SQL
}

/// Every table that rests on many peers at once: an erasure empties it, whoever is erased.
///
/// What it holds can be worked out anew, without the one who is gone.
let commonTables: [CommonTable] = [
  CommonTable(name: "alert_mail", empty: "DELETE FROM alert_mail")
]

extension Ledger {
  /// The tables of the file that have a column `peer`, by their names.
  func tablesWithPeers() throws(LedgerError) -> [String] {
    var names: [String] = []
    try rows(
      """
      SELECT schema.name FROM sqlite_schema AS schema
      JOIN pragma_table_info(schema.name) AS field
      WHERE schema.type = 'table' AND field.name = 'peer' ORDER BY schema.name
      """
    ) { names.append($0.text(0)) }
    return names
  }

  /// The tables of the file that have a column `chain`, by their names.
  func tablesWithChains() throws(LedgerError) -> [String] {
    var names: [String] = []
    try rows(
      """
      SELECT schema.name FROM sqlite_schema AS schema
      JOIN pragma_table_info(schema.name) AS field
      WHERE schema.type = 'table' AND field.name = 'chain' ORDER BY schema.name
      """
    ) { names.append($0.text(0)) }
    return names
  }

  /// Takes away all that is kept for reading of one chain; its entries stay.
  func clearReadingRows(ofChain chain: Int) throws(LedgerError) {
    for table in chainTables where table.isForReading { try run(table.delete(chain)) }
  }
}
