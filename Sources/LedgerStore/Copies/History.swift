package import ConsentRegistry
package import Notation

extension Ledger {
  /// Everything that has happened to a record, in order, with the words in it.
  package func history(of peer: PeerID) throws(LedgerError) -> [Happening] {
    guard let head = try head(ofChain: ChainHead.name(of: peer)) else { return [] }
    let texts = try personalTexts(ofChain: head.number)
    var happenings: [Happening] = []
    try forEachEntry(of: head) { (stored) throws(LedgerError) in
      happenings.append(try happening(stored, texts))
    }
    return happenings
  }

  /// Gives a happening its new ids, for joining one record to another.
  package func renamed(_ happening: Happening, _ ids: Renaming) -> Happening? {
    notation.renamed(happening, ids)
  }

  /// One entry for reading: when, who, what, and all that it says.
  package struct ReadableEntry: Sendable {
    /// The record it belongs to.
    package let peer: PeerID
    /// Its place in the chain.
    package let revision: Int
    /// When it was recorded.
    package let recorded: Instant
    /// Who did it.
    package let actor: Actor
    /// What kind of thing happened.
    package let kind: String
    /// What it says, with the words in their places.
    package let body: JSON
  }

  /// Every entry of a peer, and of the records joined to theirs, in the order recorded.
  package func readableEntries(of peer: PeerID) throws(LedgerError) -> [ReadableEntry] {
    var entries: [ReadableEntry] = []
    for record in try records(of: peer) {
      guard let head = try head(ofChain: ChainHead.name(of: record.peer)) else { continue }
      let texts = try personalTexts(ofChain: head.number)
      try forEachEntry(of: head) { (stored) throws(LedgerError) in
        do throws(JSONFault) {
          let body = try JSON.parse(stored.bodyText)
          let words = try body.seal.flatMap { texts[$0] }?.words() ?? []
          entries.append(
            ReadableEntry(
              peer: record.peer, revision: stored.entry.revision, recorded: stored.entry.recorded,
              actor: stored.entry.actor, kind: stored.entry.kind, body: body.joined(with: words)))
        } catch {
          throw .unreadable(chain: head.name, revision: stored.entry.revision)
        }
      }
    }
    return entries.sorted {
      ($0.recorded, $0.peer, $0.revision) < ($1.recorded, $1.peer, $1.revision)
    }
  }

  /// The peers who were there at an instant, those since joined to others among them.
  package func peers(knownAt instant: Instant) throws(LedgerError) -> [PeerID] {
    var peers: [PeerID] = []
    try rows(
      """
      SELECT listed.id FROM
        (SELECT id, chain FROM peer UNION ALL SELECT id, chain FROM merged) AS listed
        JOIN entry ON entry.chain = listed.chain AND entry.revision = 1
      WHERE entry.recorded <= \(instant.milliseconds)
      ORDER BY listed.chain
      """
    ) { row in
      if let id = PeerID(row.text(0)) { peers.append(id) }
    }
    return peers
  }

  /// Where records have gone that were joined to others: the old id, and the one that is now.
  package func mergedPeers() throws(LedgerError) -> [PeerID: PeerID] {
    var steps: [PeerID: PeerID] = [:]
    try rows("SELECT id, target FROM merged") { row in
      if let id = PeerID(row.text(0)), let target = PeerID(row.text(1)) { steps[id] = target }
    }
    return steps.mapValues { target in
      var last = target
      while let next = steps[last] { last = next }
      return last
    }
  }
}
