/// An organisation that has let nothing be heard since a peer last told their story for it.
///
/// With 60 days: told on 1 March 2026, and no check-in, contribution or offer of work by 30 April:
/// a row from 1 May on. Another ask isn't contact, and neither is pay.
public struct NoContact: Hashable, Sendable {
  /// Whose story it was.
  public let peer: PeerID
  /// The organisation.
  public let organisation: OrganisationID
  /// The engagement in which it was last told.
  public let engagement: EngagementID
  /// That telling.
  public let use: UseID
  /// The last day of the last telling for it that was asked for here.
  public let lastTelling: Day
  /// Days from then to the report's day.
  public let days: Int
  /// When it got in touch after all, too late; nothing if it hasn't since.
  public let contactedOn: Day?
}

extension ReportedPeer {
  /// How far back a last telling is looked at, in days.
  static var noContactLooksBack: Int { 365 }

  /// Each organisation that made no contact within so many days of the last telling for it.
  ///
  /// It is looked at once that many days are over, for 365 days. Who was checked in on counts by
  /// the organisation's word or the peer's; where the peer says that nobody did, nobody did.
  public func noContact(within days: Int) -> [NoContact] {
    var last: [OrganisationID: (engagement: EngagementID, session: EngagementRecord.Session)] = [:]
    for engagement in record.engagements where engagement.wasAskedForHere {
      for session in engagement.sessions
      where session.kind == .telling && session.state.tookPlace && session.first <= day {
        if let known = last[engagement.organisation]?.session,
          (session.last, session.use) <= (known.last, known.use)
        {
          continue
        }
        last[engagement.organisation] = (engagement.id, session)
      }
    }
    return last.sorted { $0.key < $1.key }.compactMap { organisation, latest in
      let telling = latest.session.last
      let since = telling.days(until: day)
      guard since > days, since <= ReportedPeer.noContactLooksBack else { return nil }
      let first = contacts(by: organisation).filter { telling <= $0 && $0 <= day }.min()
      if let first, telling.days(until: first) <= days { return nil }
      return NoContact(
        peer: peer, organisation: organisation, engagement: latest.engagement,
        use: latest.session.use, lastTelling: telling, days: since,
        contactedOn: first)
    }
  }

  /// The days on which an organisation was in touch with the peer other than to ask or to pay.
  private func contacts(by organisation: OrganisationID) -> [Day] {
    let owing = record.owing
    let checkIns = record.engagements.filter { $0.organisation == organisation }.flatMap {
      let said = owing.checkInsMissed.contains($0.id) ? [] : owing.checkInsSaid[$0.id] ?? []
      return said + (owing.checkInsConfirmed[$0.id] ?? [])
    }
    let given = owing.contributions.filter { $0.organisation == organisation }.map(\.day)
    let offers = record.work.items.map(\.offer).filter { $0.organisation == organisation }
    return checkIns + given + offers.map(\.offeredOn)
  }
}
