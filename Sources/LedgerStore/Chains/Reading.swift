package import ConsentRegistry
import Notation

/// An entry as it stands in the file, with its digest and without its personal texts.
struct StoredEntry {
  let entry: Entry
  let digest: [UInt8]
  let bodyText: String
}

extension Ledger {
  /// A peer's record as it stands now, or nothing if there is no such peer.
  ///
  /// Uses recorded afterwards, of which there may be many, come from the table for reading.
  package func record(of peer: PeerID) throws(LedgerError) -> PeerRecord? {
    try connection.reading { () throws(LedgerError) -> PeerRecord? in
      try self.currentRecord(of: peer)
    }
  }

  /// The same within reads that already see the file as of one moment.
  func currentRecord(of peer: PeerID) throws(LedgerError) -> PeerRecord? {
    guard let head = try head(ofChain: ChainHead.name(of: peer)), head.revision > 0
    else { return nil }
    var record = PeerRecord(peer: peer)
    let texts = try personalTexts(ofChain: head.number)
    try forEachEntry(of: head, leavingOut: "use.recorded") { (stored) throws(LedgerError) in
      record.apply(try happening(stored, texts))
    }
    record.take(try recordedEngagements(ofChain: head), standingAt: head.revision)
    return record
  }

  /// A peer's record, or nothing if there is no such peer; of what had been recorded by an
  /// instant, if there is one.
  package func record(
    of peer: PeerID, asKnownAt instant: Instant?
  ) throws(LedgerError) -> PeerRecord? {
    guard let head = try head(ofChain: ChainHead.name(of: peer)) else { return nil }
    var record = PeerRecord(peer: peer)
    let texts = try personalTexts(ofChain: head.number)
    try forEachEntry(of: head, upTo: instant) { (stored) throws(LedgerError) in
      record.apply(try happening(stored, texts))
    }
    return record.revision == 0 ? nil : record
  }

  /// What an entry says, with the personal texts put back in.
  func happening(
    _ stored: StoredEntry, _ texts: [String: PersonalText]
  ) throws(LedgerError) -> Happening {
    do throws(JSONFault) {
      let body = try JSON.parse(stored.bodyText)
      let words = try body.seal.flatMap { texts[$0] }?.words() ?? []
      return try notation.happening(kind: stored.entry.kind, body: body.joined(with: words))
    } catch {
      throw .unreadable(chain: stored.entry.chain, revision: stored.entry.revision)
    }
  }

  /// Lends each entry of a chain in order, or those of one kind, or all but those of one.
  func forEachEntry(
    of head: ChainHead, upTo instant: Instant? = nil, only wanted: String? = nil,
    leavingOut unwanted: String = "",
    _ body: (StoredEntry) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    let end = instant?.milliseconds ?? .max
    try connection.query(
      """
      SELECT revision, recorded, role, actor, kind, version, body, previous, digest
      FROM entry WHERE chain = \(head.number) AND recorded <= \(end)
        AND kind = coalesce(\(wanted), kind) AND kind <> \(unwanted)
      ORDER BY revision
      """
    ) { (row) throws(LedgerError) in
      let revision = Int(row.int64(0))
      guard let role = Actor.Role(code: row.text(2)) else {
        throw .unreadable(chain: head.name, revision: revision)
      }
      let actor = row.text(3)
      let text = row.text(6)
      try body(
        StoredEntry(
          entry: Entry(
            chain: head.name, revision: revision,
            recorded: Instant(milliseconds: Int(row.int64(1))),
            actor: Actor(role: role, id: actor.isEmpty ? nil : actor), kind: row.text(4),
            version: Int(row.int64(5)), body: row.blob(6), previous: row.blob(7)),
          digest: row.blob(8), bodyText: text))
    }
  }

  /// What somebody wrote in one entry, with the salt that its digest rests on.
  struct PersonalText {
    let salt: [UInt8]
    /// The texts as a JSON list.
    let text: String

    /// The texts, by the numbers that stand for them in the entry's body.
    func words() throws(JSONFault) -> [String] {
      var words: [String] = []
      for (item, path) in try JSON.parse(text).array(at: .root) {
        words.append(try item.string(at: path))
      }
      return words
    }
  }

  /// The personal texts of a chain, by the digest that stands for those of one entry.
  func personalTexts(ofChain number: Int) throws(LedgerError) -> [String: PersonalText] {
    var texts: [String: PersonalText] = [:]
    try rows("SELECT digest, salt, texts FROM personal WHERE chain = \(number)") { row in
      texts[row.text(0)] = PersonalText(salt: row.blob(1), text: row.text(2))
    }
    return texts
  }

  /// Every version of the policy, as known now or at an instant.
  package func policies(asKnownAt instant: Instant? = nil) throws(LedgerError) -> PolicyHistory {
    var history = PolicyHistory()
    guard let head = try head(ofChain: ChainHead.registryName) else { return history }
    // The chain grows by a checkpoint a day; every command asks for its policies alone.
    try forEachEntry(of: head, upTo: instant, only: "policy.stored") {
      (stored) throws(LedgerError) in
      guard case .policyStored(let policy, let day) = try registryHappening(stored) else { return }
      history.store(policy, on: day)
    }
    return history
  }

  func registryHappening(
    _ stored: StoredEntry, _ texts: [String: PersonalText] = [:]
  ) throws(LedgerError) -> RegistryHappening {
    let parsed = try? JSON.parse(stored.bodyText)
    let words = (try? parsed?.seal.flatMap { texts[$0] }?.words()) ?? []
    let json = parsed?.joined(with: words)
    guard let json, let happening = RegistryHappening(kind: stored.entry.kind, body: json) else {
      throw .unreadable(chain: stored.entry.chain, revision: stored.entry.revision)
    }
    return happening
  }

  /// The organisations' names, by id.
  package func organisationNames() throws(LedgerError) -> [OrganisationID: String] {
    var names: [OrganisationID: String] = [:]
    try rows("SELECT id, name FROM organisation") { row in
      if let id = OrganisationID(row.text(0)) { names[id] = row.text(1) }
    }
    return names
  }

  /// The peers, in the order in which they joined.
  package func peers() throws(LedgerError) -> [ListedPeer] {
    var peers: [ListedPeer] = []
    try rows("SELECT id, zone, claimed FROM peer ORDER BY chain") { row in
      if let id = PeerID(row.text(0)) {
        peers.append(ListedPeer(id: id, zone: row.text(1), isClaimed: row.int64(2) == 1))
      }
    }
    return peers
  }
}

/// A peer as listed: id, home zone, and whether they have said that this is them.
package struct ListedPeer: Equatable, Sendable {
  /// The peer's id.
  package let id: PeerID
  /// The name of the home zone.
  package let zone: String
  /// Whether the peer, or a recorded consent, has said so.
  package let isClaimed: Bool
}

extension Ledger {
  /// The peers' names, where there are any, by id; of records joined to others too.
  package func peerNames() throws(LedgerError) -> [PeerID: String] {
    var bodies: [(peer: PeerID, chain: Int, body: String)] = []
    try rows(
      """
      SELECT peer.id, peer.chain, entry.body FROM peer
      LEFT JOIN reworded ON reworded.chain = peer.chain
      JOIN entry ON entry.chain = peer.chain AND entry.revision = coalesce(reworded.revision, 1)
      UNION ALL
      SELECT merged.id, merged.chain, entry.body FROM merged
      JOIN entry ON entry.chain = merged.chain AND entry.revision = merged.words
      """
    ) { row in
      if let peer = PeerID(row.text(0)) { bodies.append((peer, Int(row.int64(1)), row.text(2))) }
    }
    var names: [PeerID: String] = [:]
    for (peer, chain, body) in bodies {
      guard let json = try? JSON.parse(body), let digest = json.seal else { continue }
      let kept = try first(
        "SELECT salt, texts FROM personal WHERE chain = \(chain) AND digest = \(digest)"
      ) { PersonalText(salt: $0.blob(0), text: $0.text(1)) }
      guard let words = try? kept?.words(),
        case .string(let name)? = json.joined(with: words)["name"]
      else { continue }
      names[peer] = name
    }
    return names
  }
}
