package import ConsentRegistry

extension Ledger {
  /// Does something with all chains, some neighbouring ones at a time, on several threads, and
  /// hands the results over in the order of the chains.
  ///
  /// Everything is read as it stood at one moment. A small registry is read where it is, as further
  /// readers would take longer to open than it takes to read.
  func sweep<Output: Sendable>(
    by size: Int, workers: Int,
    work: @escaping @Sendable (Ledger, ClosedRange<Int>) throws -> Output,
    taker: (Output) throws -> Void
  ) throws {
    let last = try lastChain()
    guard last > 2 * size else {
      let result = try connection.reading { () throws(LedgerError) -> Result<Output, any Error> in
        Result { try work(self, 1...max(1, last)) }
      }
      return try taker(result.get())
    }
    let pieces = (last + size - 1) / size
    try Relay<Output>(pieces: pieces).run(try readers(workers)) { reader, piece in
      try reader.read { try work($0, piece * size + 1...(piece + 1) * size) }
    } taker: {
      try taker($0)
    }
  }

  /// Whether a sweep by that size reads the registry where it is.
  func isSmall(by size: Int) throws(LedgerError) -> Bool { try lastChain() <= 2 * size }

  private func lastChain() throws(LedgerError) -> Int {
    try first("SELECT coalesce(max(number), 0) FROM chain") { Int($0.int64(0)) } ?? 0
  }

  /// Folds each peer's record and lends what somebody makes of it, in the order in which the peers
  /// joined.
  ///
  /// Records that have gone into another are left out. All are of one moment, or of what had been
  /// recorded by an instant; as many as a few hundred results are held at a time.
  ///
  /// - Parameters:
  ///   - instant: what had been recorded by then; otherwise all.
  ///   - workers: the number of threads on which records are folded.
  ///   - size: how many chains are read at a time.
  ///   - transform: what is made of a record, on one of those threads; nothing is passed over.
  ///   - body: takes each result, on the caller's own thread.
  /// - Throws: what the closures throw; `unreadable` or `database`.
  package func forEachRecord<Output: Sendable>(
    asKnownAt instant: Instant? = nil, workers: Int = 2, by size: Int = 64,
    transform: @escaping @Sendable (PeerRecord) throws -> Output?,
    body: (Output) throws -> Void
  ) throws {
    try sweep(by: size, workers: workers) { ledger, chains in
      var results: [Output] = []
      for peer in try ledger.peers(inChains: chains, knownAt: instant) {
        let record =
          if let instant {
            try ledger.record(of: peer, asKnownAt: instant)
          } else {
            try ledger.currentRecord(of: peer)
          }
        guard let record, record.mergedInto == nil else { continue }
        if let result = try transform(record) { results.append(result) }
      }
      return results
    } taker: { results in
      for result in results { try body(result) }
    }
  }

  /// The peers of some chains in order; those joined to others by now too, if an instant is asked for.
  private func peers(
    inChains chains: ClosedRange<Int>, knownAt instant: Instant?
  ) throws(LedgerError) -> [PeerID] {
    var peers: [PeerID] = []
    func take(_ row: borrowing Row) {
      if let id = PeerID(row.text(0)) { peers.append(id) }
    }
    let (first, last) = (chains.lowerBound, chains.upperBound)
    guard let instant else {
      try rows("SELECT id FROM peer WHERE chain BETWEEN \(first) AND \(last) ORDER BY chain", take)
      return peers
    }
    try rows(
      """
      SELECT listed.id FROM
        (SELECT id, chain FROM peer UNION ALL SELECT id, chain FROM merged) AS listed
        JOIN entry ON entry.chain = listed.chain AND entry.revision = 1
      WHERE listed.chain BETWEEN \(first) AND \(last) AND entry.recorded <= \(instant.milliseconds)
      ORDER BY listed.chain
      """, take)
    return peers
  }
}
