package import ConsentRegistry

/// Twelve letters and digits that can't be guessed or taken for one another: `7KQM-2RXW-HV9D`.
///
/// Worked out from the file's secret, so the same thing has the same number each time, and nobody
/// learns from the number what it stands for.
enum PrintedNumber {
  /// Without 0, 1, I and O.
  private static let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)

  /// The number for a digest, in groups of four.
  static func text(of digest: [UInt8]) -> String {
    var text = ""
    for (place, byte) in digest.prefix(12).enumerated() {
      if place > 0, place % 4 == 0 { text += "-" }
      text += String(decoding: [letters[Int(byte & 31)]], as: UTF8.self)
    }
    return text
  }

  /// A number as somebody has typed it, in the form in which it is kept.
  static func tidied(_ typed: String) -> String {
    let bytes = Array(typed.uppercased().utf8).filter { letters.contains($0) }
    let groups = stride(from: 0, to: bytes.count, by: 4).map { start in
      String(decoding: bytes[start..<min(start + 4, bytes.count)], as: UTF8.self)
    }
    return groups.joined(separator: "-")
  }
}

extension Ledger {
  /// The number of a booking's permit.
  package func permitNumber(
    of engagement: EngagementID, of peer: PeerID
  ) throws(LedgerError) -> String {
    PrintedNumber.text(of: try keyed("permit\0\(peer)\0\(engagement)"))
  }

  /// Whose booking a permit's number stands for, or nothing if it was never given.
  package func permit(
    numbered typed: String
  ) throws(LedgerError) -> (peer: PeerID, engagement: EngagementID)? {
    let found = try first(
      """
      SELECT peer.id, permit.engagement FROM permit JOIN peer ON peer.chain = permit.chain
      WHERE permit.number = \(PrintedNumber.tidied(typed))
      """
    ) { ($0.text(0), $0.text(1)) }
    guard let found, let peer = PeerID(found.0), let engagement = EngagementID(found.1) else {
      return nil
    }
    return (peer, engagement)
  }

  /// Keeps the number of each permit that a yes has given.
  func keepPermits(of projection: Projection, of peer: PeerID) throws(LedgerError) {
    for (engagement, revision) in projection.permits {
      let number = try permitNumber(of: engagement, of: peer)
      try run(
        """
        INSERT INTO permit (chain, engagement, number, revision)
        VALUES (\(projection.chain), \(engagement.text), \(number), \(revision))
        ON CONFLICT (chain, engagement) DO NOTHING
        """)
    }
  }

  /// Numbers what was permitted before permits had numbers.
  func numberEarlierPermits() throws(LedgerError) {
    let waiting: SQL = """
      SELECT peer.id, permit.engagement, permit.chain FROM permit
      JOIN peer ON peer.chain = permit.chain WHERE permit.number IS NULL
      """
    guard try first("SELECT 1 FROM permit WHERE number IS NULL", { _ in true }) != nil else {
      return
    }
    try connection.immediate { () throws(LedgerError) in
      var earlier: [(peer: PeerID, engagement: EngagementID, chain: Int)] = []
      try self.rows(waiting) { row in
        if let peer = PeerID(row.text(0)), let engagement = EngagementID(row.text(1)) {
          earlier.append((peer, engagement, Int(row.int64(2))))
        }
      }
      for one in earlier {
        let number = try self.permitNumber(of: one.engagement, of: one.peer)
        try self.run(
          """
          UPDATE permit SET number = \(number)
          WHERE chain = \(one.chain) AND engagement = \(one.engagement.text)
          """)
      }
    }
  }

  /// Where a peer's permits aren't what the entries add up to.
  func permitFindings(_ state: ChainState, _ head: ChainHead) throws(LedgerError) -> [AuditFinding]
  {
    guard let record = state.record else { return [] }
    var expected: [String: (number: String, revision: Int)] = [:]
    for (engagement, revision) in state.projection.permits {
      expected[engagement.text] = (
        try permitNumber(of: engagement, of: record.peer), revision
      )
    }
    var findings: [AuditFinding] = []
    func find(_ revision: Int) {
      findings.append(AuditFinding(chain: head.name, revision: revision, fault: .projection))
    }
    try rows("SELECT engagement, number, revision FROM permit WHERE chain = \(head.number)") {
      row in
      let known = expected.removeValue(forKey: row.text(0))
      let revision = Int(row.int64(2))
      if known?.number != row.text(1) || known?.revision != revision {
        find(known?.revision ?? revision)
      }
    }
    for missing in expected.values { find(missing.revision) }
    return findings
  }
}
