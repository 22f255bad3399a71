package import ConsentRegistry

extension Ledger {
  /// The peers in whose chains some entry is of a kind, in the order in which they joined.
  package func peers(havingEntriesOf kind: String) throws(LedgerError) -> [PeerID] {
    var peers: [PeerID] = []
    try rows(
      """
      SELECT id FROM peer
      WHERE EXISTS (SELECT 1 FROM entry WHERE entry.chain = peer.chain AND kind = \(kind))
      ORDER BY chain
      """
    ) { row in
      if let peer = PeerID(row.text(0)) { peers.append(peer) }
    }
    return peers
  }
}
