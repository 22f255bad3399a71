package import ConsentRegistry
import Notation

extension Ledger {
  /// Takes a peer out of the file: entries, words, rows for reading, and the chain's name, with
  /// those of every record that was joined to theirs.
  ///
  /// Every other chain, and every checkpoint that saw this one, still verifies. Nothing that is
  /// left says who it was. The space is overwritten, the file written anew, and the log emptied.
  ///
  /// - Parameters:
  ///   - peer: who is erased.
  ///   - told: how many organisations and holders are to be told.
  ///   - day: the day on which it is done.
  ///   - actor: who does it.
  ///   - now: the moment recorded.
  /// - Returns: whether there was such a peer.
  /// - Throws: `tableLeftOut` before anything is done, if the file has a table that an erasure
  ///   doesn't know; `database` of kind `busy` if somebody reads the log for too long: the peer is
  ///   gone by then, and `tidy` has to be called once more.
  @discardableResult
  package func erase(
    _ peer: PeerID, told: Int, day: Day, by actor: Actor, at now: Instant
  ) throws(LedgerError) -> Bool {
    let isErased = try connection.immediate { () throws(LedgerError) -> Bool in
      guard try Set(self.tablesWithChains()).isSubset(of: chainTables.map(\.name)),
        try Set(self.tablesWithPeers()).isSubset(of: namingTables.map(\.name))
      else { throw .tableLeftOut }
      let records = try self.records(of: peer)
      guard !records.isEmpty else { return false }
      let now = try self.recordable(now)
      try self.advanceClock(to: now, by: actor)
      let chains = records.map(\.chain)
      let bridges = try self.bridges(over: Set(chains))
      let unnamed = try self.takeNames(records.map(\.peer))
      for record in records {
        let fingerprint = try self.lookedAt(record.peer)
        for table in namingTables { try self.run(table.delete(fingerprint)) }
      }
      for chain in chains {
        for table in chainTables { try self.run(table.delete(chain)) }
        try self.run("DELETE FROM chain WHERE number = \(chain)")
      }
      for table in commonTables { try self.run(table.empty) }
      let erasure = RegistryHappening.Erasure(
        day: day, told: told, bridges: bridges, unnamed: unnamed)
      try self.write([.peerErased(erasure)], by: actor, at: now)
      return true
    }
    try tidy()
    return isErased
  }

  /// Writes the file anew without what was deleted, and empties the log beside it.
  package func tidy() throws(LedgerError) {
    do throws(DatabaseError) {
      try connection.vacuum()
      try connection.checkpointTruncate()
    } catch {
      throw .database(error)
    }
  }

  /// A peer's own record and all that were joined to it, with their chains; none if there is no
  /// such peer.
  package func records(
    of peer: PeerID
  ) throws(LedgerError) -> [(peer: PeerID, chain: Int)] {
    var found: [(peer: PeerID, chain: Int)] = []
    try rows(
      """
      WITH RECURSIVE record (id, chain) AS (
        SELECT id, chain FROM peer WHERE id = \(peer.text)
        UNION
        SELECT merged.id, merged.chain FROM merged JOIN record ON merged.target = record.id)
      SELECT id, chain FROM record ORDER BY chain
      """
    ) { row in
      if let id = PeerID(row.text(0)) { found.append((id, Int(row.int64(1)))) }
    }
    return found
  }

  /// Takes the ids of peers out of the registry's own entries, where an earlier version noted who
  /// had opened a day; gives the revisions.
  private func takeNames(_ peers: [PeerID]) throws(LedgerError) -> [Int] {
    var revisions: [Int] = []
    for peer in peers {
      try rows(
        """
        SELECT revision FROM entry WHERE chain = \(ChainHead.registryNumber)
          AND role = \(Actor.Role.peer.code) AND actor = \(peer.text)
        """
      ) { revisions.append(Int($0.int64(0))) }
    }
    for revision in revisions {
      try run(
        """
        UPDATE entry SET actor = '' WHERE chain = \(ChainHead.registryNumber)
          AND revision = \(revision)
        """)
    }
    return revisions.sorted()
  }

  /// On which days somebody was erased, nothing else; of what was recorded after an instant.
  package func erasureDays(after instant: Instant) throws(LedgerError) -> [Day] {
    guard let head = try head(ofChain: ChainHead.registryName) else { return [] }
    var days: [Day] = []
    try forEachEntry(of: head, only: "peer.erased") { (stored) throws(LedgerError) in
      guard stored.entry.recorded > instant,
        case .peerErased(let erasure) = try registryHappening(stored)
      else { return }
      days.append(erasure.day)
    }
    return days
  }
}
