package import ConsentRegistry

extension Ledger {
  /// Copies the registry to a new file, and reads the copy again whole.
  ///
  /// - Returns: what the audit of the copy found, and how many chains and entries it holds.
  /// - Throws: `database` of kind `alreadyExists` if something is at the path.
  package func backUp(to path: String) throws(LedgerError) -> AuditReport {
    do throws(DatabaseError) { try connection.copy(to: path) } catch { throw .database(error) }
    let copy = try Ledger(path: path, mode: .readOnly, tools: tools)
    var report = try copy.audit()
    // The copy's ends are also ends, or places on the way, of the chains that were copied.
    report.findings += try compare(try copy.heads())
    return report
  }

  /// Copies a file that may be an older registry to a new one, as it is.
  package static func copyFile(_ path: String, to target: String) throws(LedgerError) {
    do throws(DatabaseError) {
      try Connection(path: path, mode: .readOnly).copy(to: target)
    } catch {
      throw error.kind == .notADatabase ? .notARegistry : .database(error)
    }
  }

  /// Makes the file one that can be carried about as it is, with no log beside it.
  package func closeAsOneFile() throws(LedgerError) {
    do throws(DatabaseError) { try connection.useOneFile() } catch { throw .database(error) }
  }

  /// The mark by which copies of one registry know each other.
  package func seal() throws(LedgerError) -> String {
    let secret = try first("SELECT secret FROM registry") { $0.blob(0) } ?? []
    return hexadecimal(tools.digest(secret))
  }
}

/// A file outside the registry that holds what stands in it.
package struct WrittenFile: Equatable, Sendable {
  /// What it is.
  package enum Kind: String, Sendable {
    /// A backup of the whole registry.
    case backup
    /// What was written out of one peer's record.
    case export
  }

  /// What it is.
  package let kind: Kind
  /// Where it was written.
  package let path: String
  /// On which day.
  package let day: Day
  /// The digest of its bytes; none for what may change, as a backup does when one is erased in it.
  package let digest: [UInt8]?

  /// A file that was written on a day.
  package init(kind: Kind, path: String, day: Day, digest: [UInt8]? = nil) {
    self.kind = kind
    self.path = path
    self.day = day
    self.digest = digest
  }
}

extension Ledger {
  /// Remembers where a file was written, for when somebody in it is erased.
  package func remember(_ file: WrittenFile, of peer: PeerID? = nil) throws(LedgerError) {
    let chain = try peer.flatMap { (peer) throws(LedgerError) in
      try head(ofChain: ChainHead.name(of: peer))?.number
    }
    try connection.immediate { () throws(LedgerError) in
      try self.run(
        """
        DELETE FROM written_file
        WHERE path = \(file.path) AND what = \(file.kind.rawValue) AND chain IS \(chain)
        """)
      try self.run(
        """
        INSERT INTO written_file (chain, path, what, day, digest)
        VALUES (\(chain), \(file.path), \(file.kind.rawValue), \(file.day.number),
          \(file.digest))
        """)
    }
  }

  /// Every backup, and every file written out of a peer's record, in the order written.
  package func writtenFiles(concerning peer: PeerID) throws(LedgerError) -> [WrittenFile] {
    let chains = try records(of: peer).map(\.chain)
    var files: [WrittenFile] = []
    try rows("SELECT what, path, day, chain, digest FROM written_file ORDER BY id") { row in
      let isTheirs = row.isNull(3) || chains.contains(Int(row.int64(3)))
      guard isTheirs, let kind = WrittenFile.Kind(rawValue: row.text(0)),
        let day = Day(stored: Int(row.int64(2)))
      else { return }
      files.append(
        WrittenFile(
          kind: kind, path: row.text(1), day: day, digest: row.isNull(4) ? nil : row.blob(4)))
    }
    return files
  }
}
