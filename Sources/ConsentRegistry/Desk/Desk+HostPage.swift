extension Desk {
  /// The host page of a confirmed booking, for its organisation, the peer, or the custodian.
  ///
  /// - Throws: `noHostPage` to a coordinator, for whatever reason there is none; to others
  ///   `unknownPeer`, `unknownEngagement`, or `notStanding` if nothing confirmed is still to come.
  public func hostPage(
    of id: EngagementID, for peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> HostPage {
    guard actor.role == .coordinator else {
      let record = try recordForReading(of: peer)
      guard let engagement = record.engagement(id) else { throw .refused(.unknownEngagement) }
      guard let page = HostPage(engagement, of: record, on: moment.today(in: record.zone)) else {
        throw .refused(.notStanding)
      }
      return page
    }
    guard let record = try read(placeOfBookings(askedUnder: peer)),
      let engagement = record.engagement(id), isTheirs(engagement, in: record),
      isFound(engagement, in: record, under: peer),
      let page = HostPage(engagement, of: record, on: moment.today(in: record.zone))
    else { throw .refused(.noHostPage) }
    return page
  }
}
