package import ConsentRegistry

extension Ledger {
  /// How many peers' chains there were before a moment, and one digest over all their heads.
  ///
  /// A head is a chain's last entry recorded before the moment. As the file's clock never goes
  /// back, the same question has the same answer at any later time, unless an entry was changed.
  ///
  /// - Parameters:
  ///   - moment: the end of what is looked at.
  ///   - bridges: what stands in place of chains that have been erased since, in their order.
  ///   - note: is told of each chain's line with the running digest before and after it.
  /// - Returns: the count and the digest; the digest is empty if a bridge doesn't begin where the
  ///   chains before it end.
  /// - Throws: `database`.
  func headsDigest(
    before moment: Instant, over bridges: [Bridge] = [],
    _ note: (Int, [UInt8], [UInt8]) -> Void = { _, _, _ in }
  ) throws(LedgerError) -> (chains: Int, digest: String) {
    var chains = 0
    var digest = Entry.noDigest
    var bridges = bridges[...]
    var isWhole = true
    func cross(upTo number: Int) {
      while let bridge = bridges.first, bridge.chain <= number {
        bridges.removeFirst()
        isWhole = isWhole && bridge.from == digest
        chains += 1
        digest = bridge.to
      }
    }
    let tools = tools
    try rows(
      """
      SELECT chain.name, entry.revision, entry.digest, chain.number FROM chain
      JOIN entry ON entry.chain = chain.number AND entry.revision =
        (SELECT max(revision) FROM entry AS earlier
         WHERE earlier.chain = chain.number AND earlier.recorded < \(moment.milliseconds))
      WHERE chain.number > 0 ORDER BY chain.number
      """
    ) { row in
      let number = Int(row.int64(3))
      cross(upTo: number)
      chains += 1
      let line = "\(row.text(0)) \(row.int64(1)) \(hexadecimal(row.blob(2)))\n"
      let next = tools.digest(digest + Array(line.utf8))
      note(number, digest, next)
      digest = next
    }
    cross(upTo: .max)
    return (chains, isWhole ? hexadecimal(digest) : "")
  }

  /// Where every chain stands now: name, revision and digest, for keeping outside the file.
  package func heads() throws(LedgerError) -> [ExportedHead] {
    var heads: [ExportedHead] = []
    try rows("SELECT name, revision, head FROM chain ORDER BY number") { row in
      heads.append(
        ExportedHead(
          chain: row.text(0), revision: Int(row.int64(1)), digest: hexadecimal(row.blob(2))))
    }
    return heads
  }
}

/// Where a chain stood when its head was exported.
package struct ExportedHead: Equatable, Sendable {
  /// The chain's name.
  package let chain: String
  /// Its last revision.
  package let revision: Int
  /// The digest of that entry, in hexadecimal digits.
  package let digest: String

  /// A head as exported.
  package init(chain: String, revision: Int, digest: String) {
    self.chain = chain
    self.revision = revision
    self.digest = digest
  }
}

extension Ledger {
  /// How many bytes of content a peer's chain and its rows hold, for setting a time beside.
  package func bytes(of peer: PeerID) throws(LedgerError) -> Int {
    let name = ChainHead.name(of: peer)
    return try first(
      """
      SELECT coalesce(sum(bytes), 0) FROM (
        SELECT length(body) + length(previous) + length(digest) + length(kind) + 40 AS bytes
          FROM entry JOIN chain ON chain.number = entry.chain WHERE chain.name = \(name)
        UNION ALL
        SELECT length(digest) + length(salt) + length(texts) + 8
          FROM personal JOIN chain ON chain.number = personal.chain WHERE chain.name = \(name)
        UNION ALL
        SELECT length(id) + length(engagement) + length(story) + length(organisation) + 60
          FROM use JOIN chain ON chain.number = use.chain WHERE chain.name = \(name)
        UNION ALL
        SELECT length(uses) + 8
          FROM told_uses JOIN chain ON chain.number = told_uses.chain WHERE chain.name = \(name))
      """
    ) { Int($0.int64(0)) } ?? 0
  }
}
