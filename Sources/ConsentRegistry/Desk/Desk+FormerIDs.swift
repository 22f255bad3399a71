/// Old ids of joined records: whoever asked under one finds there what they asked for.
///
/// To them the booking stays under the id that they know. Under any other it isn't there, or they
/// would learn that two ids are one person.
extension Desk {
  /// The record in which bookings are that a coordinator asked for under an id; for anybody else
  /// just that record.
  ///
  /// `ana` has gone into `maya`: asked for under `ana`, a booking is in the record of `maya`.
  func placeOfBookings(
    askedUnder peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> PeerID {
    guard actor.role == .coordinator else { return peer }
    var place = peer
    // Joined records form no ring: what has gone into another takes nothing in any more.
    while let next = try mergedInto(place) { place = next }
    return place
  }

  private func mergedInto(_ peer: PeerID) throws(DeskError<Ledger.Failure>) -> PeerID? {
    do throws(Ledger.Failure) { return try ledger.record(of: peer)?.mergedInto } catch {
      throw .ledger(error)
    }
  }

  /// Whether a booking may be found under an id: by a coordinator under the one that they asked
  /// for, and by others under that of its record.
  func isFound(_ engagement: EngagementRecord, in record: PeerRecord, under peer: PeerID) -> Bool {
    actor.role != .coordinator || engagement.askedUnder(in: record) == peer
  }
}

extension EngagementRecord {
  /// The id under which whoever asked knows the peer.
  func askedUnder(in record: PeerRecord) -> PeerID { request?.peer ?? record.peer }
}
