package import ConsentRegistry

extension Ledger {
  /// Lends the start days that an organisation has asked about of a peer, and keeps what becomes
  /// of them, all in one step.
  ///
  /// The peer stands there as a fingerprint: the table doesn't say who was looked for.
  ///
  /// - Parameters:
  ///   - organisation: who asks.
  ///   - peer: of whom; whether there is such a peer makes no difference.
  ///   - now: the moment of it.
  ///   - change: looks at them and may change them.
  /// - Returns: what the change returns.
  /// - Throws: `clockWentBack` if the moment was set by hand and lies before the latest recorded one.
  package func withLooks<Answer>(
    by organisation: OrganisationID, at peer: PeerID, now: Instant,
    _ change: (inout Looks) -> Answer
  ) throws(LedgerError) -> Answer {
    try connection.immediate { () throws(LedgerError) -> Answer in
      // As for every entry: or a peer who isn't known would be told from one who is.
      _ = try self.recordable(now)
      let peer = try self.fingerprint(ChainHead.name(of: peer))
      var kept: [Day: Day] = [:]
      try self.rows(
        """
        SELECT starts, day FROM look
        WHERE organisation = \(organisation.text) AND peer = \(peer)
        """
      ) { row in
        kept[Day(number: Int(row.int64(0)))] = Day(number: Int(row.int64(1)))
      }
      var looks = Looks(kept)
      let answer = change(&looks)
      for starts in kept.keys where looks.latest[starts] == nil {
        try self.run(
          """
          DELETE FROM look WHERE organisation = \(organisation.text) AND peer = \(peer)
            AND starts = \(starts.number)
          """)
      }
      for (starts, day) in looks.latest where kept[starts] != day {
        try self.run(
          """
          INSERT INTO look (organisation, peer, starts, day)
          VALUES (\(organisation.text), \(peer), \(starts.number), \(day.number))
          ON CONFLICT (organisation, peer, starts) DO UPDATE SET day = excluded.day
          """)
      }
      return answer
    }
  }
}
