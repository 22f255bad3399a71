/// `booking.review`: a booking to come would not be permitted any more.
///
/// Agreed on 6 May for 25 May 2026; on 20 May a talk of 3 May is entered, and the booking would be
/// the third in 30 days: told from 20 May through 25 May. Nothing is cancelled for it. Private
/// reasons aren't told to a custodian, and what has no other isn't either.
///
/// An ask that waits for its answer isn't a booking yet: told here, it would show when it was
/// declined.
extension AlertSearch {
  func bookingsToReview(of peer: ReportedPeer) -> [AlertItem] {
    let record = peer.record
    func isAgreed(_ engagement: EngagementRecord) -> Bool {
      engagement.sessions.contains { $0.state == .confirmed && peer.day <= $0.last }
    }
    guard record.engagements.contains(where: isAgreed) else { return [] }
    return record.bookingsToReview(on: peer.day, policy: peer.registrys).compactMap { booking in
      let engagement = booking.engagement
      guard isAgreed(engagement), let day = firstToCome(of: engagement, on: peer.day) else {
        return nil
      }
      let reasons = read(booking, of: peer).reasons
      // What rests on the peer's own choice alone is theirs: told here, it would date a pause or a
      // limit of their own.
      guard reader == .peer || reasons.contains(where: { $0.facts != .ownChoice }) else {
        return nil
      }
      let agreed = record.bookings.answers[engagement.id]?.day ?? engagement.askedOn
      return AlertItem(
        .bookingReview, key: AlertKey(.bookingReview, peer.peer.text, engagement.id.text),
        peer: peer.peer, organisation: engagement.organisation, day: day,
        since: agreed ?? day,
        facts: .review(
          engagement.id, engagement.event, agreedOn: agreed,
          rules: reasons.filter { $0.facts != .ownChoice }.map(\.rule),
          ownChoice: reader == .peer && reasons.contains { $0.facts == .ownChoice }))
    }
  }

  private func firstToCome(of engagement: EngagementRecord, on day: Day) -> Day? {
    engagement.sessions.filter { $0.state == .confirmed && day <= $0.last }.map(\.first).min()
  }

  private func read(_ booking: BookingToReview, of peer: ReportedPeer) -> Decision {
    guard reader == .custodian else { return booking.decision }
    let standing = peer.record.standing(on: peer.day, policy: peer.registrys)
    let id = booking.engagement.id
    return Guard.custodiansView(
      of: booking.decision, booking.request,
      standing: booking.engagement.replaces.map(standing.without) ?? standing,
      policy: peer.registrys, today: peer.day,
      occasion: .confirming(id, isKept: peer.record.kept.contains(id)))
  }
}
