package import ConsentRegistry

/// A booking of an organisation: whose, and which.
package struct OrganisationBooking: Hashable, Sendable {
  /// The peer.
  package let peer: PeerID
  /// The booking.
  package let engagement: EngagementID
}

extension Ledger {
  /// What organisations have asked for, of any peer, from a day on.
  ///
  /// - Parameters:
  ///   - organisation: who asked; every organisation if there is none.
  ///   - day: the first day that matters.
  /// - Returns: each booking once, by its first day in question.
  /// - Throws: the store's failure.
  package func bookings(
    of organisation: OrganisationID?, from day: Day
  ) throws(LedgerError) -> [OrganisationBooking] {
    var bookings: [OrganisationBooking] = []
    let (recorded, imported) = (Int(Origin.recorded.rawValue), Int(Origin.imported.rawValue))
    try rows(
      """
      SELECT peer.id, use.engagement, min(use.day) AS starts FROM use
      JOIN peer ON peer.chain = use.chain
      WHERE use.organisation = coalesce(\(organisation?.text), use.organisation)
        AND use.day >= \(day.number) AND use.origin NOT IN (\(recorded), \(imported))
      GROUP BY peer.id, use.engagement ORDER BY starts, peer.id, use.engagement
      """
    ) { row in
      guard let peer = PeerID(row.text(0)), let engagement = EngagementID(row.text(1)) else {
        return
      }
      bookings.append(OrganisationBooking(peer: peer, engagement: engagement))
    }
    return bookings
  }
}
