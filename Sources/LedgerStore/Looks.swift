package import ConsentRegistry

extension Ledger {
  /// The start days that an organisation has asked about of a peer.
  ///
  /// The peer stands there as a fingerprint: the table doesn't say who was looked for.
  package func looks(
    by organisation: OrganisationID, at peer: PeerID
  ) throws(LedgerError) -> Looks {
    let peer = try lookedAt(peer)
    var latest: [Day: Day] = [:]
    try rows(
      """
      SELECT starts, day FROM look WHERE organisation = \(organisation.text) AND peer = \(peer)
      """
    ) { row in
      guard let starts = Day(stored: Int(row.int64(0))), let day = Day(stored: Int(row.int64(1)))
      else { return }
      latest[starts] = day
    }
    return Looks(latest)
  }

  /// Notes a look, if it may be.
  ///
  /// - Returns: the first day on which it may be, if it isn't today.
  /// - Throws: `clockWentBack` if the moment was set by hand and lies before the latest recorded one.
  package func note(_ look: Look, at now: Instant) throws(LedgerError) -> Day? {
    try connection.immediate { () throws(LedgerError) -> Day? in
      // As for every entry: or a peer who isn't known would be told from one who is.
      _ = try self.recordable(now)
      let looks = try self.looks(by: look.organisation, at: look.peer)
      if let next = looks.refusal(of: look.starts, on: look.day) { return next }
      try self.keep(look)
      return nil
    }
  }

  /// Writes a look, and forgets what lies too far back, within a transaction that is already open.
  func keep(_ look: Look) throws(LedgerError) {
    let peer = try lookedAt(look.peer)
    let before = try looks(by: look.organisation, at: look.peer)
    var after = before
    after.note(look.starts, on: look.day)
    for starts in before.latest.keys where after.latest[starts] == nil {
      try run(
        """
        DELETE FROM look WHERE organisation = \(look.organisation.text) AND peer = \(peer)
          AND starts = \(starts.number)
        """)
    }
    for (starts, day) in after.latest where before.latest[starts] != day {
      try run(
        """
        INSERT INTO look (organisation, peer, starts, day)
        VALUES (\(look.organisation.text), \(peer), \(starts.number), \(day.number))
        ON CONFLICT (organisation, peer, starts) DO UPDATE SET day = excluded.day
        """)
    }
  }

  func lookedAt(_ peer: PeerID) throws(LedgerError) -> String {
    try fingerprint(ChainHead.name(of: peer))
  }
}
