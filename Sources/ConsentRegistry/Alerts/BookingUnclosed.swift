/// `booking.unclosed`: nobody has said what became of a booking.
///
/// Confirmed for 1 May 2026, with 3 days to close it: nothing is told on 4 May; from 5 May on it
/// is. Until then it counts for rest and caps, and nobody knows whether somebody has to check in.
extension AlertSearch {
  func bookingsUnclosed(of peer: ReportedPeer) -> [AlertItem] {
    let days = peer.registrys.alerts.unclosedDays
    return peer.record.engagements.flatMap { engagement in
      engagement.sessions.compactMap { session in
        guard session.state == .confirmed, session.last.days(until: peer.day) > days else {
          return nil
        }
        return AlertItem(
          .bookingUnclosed,
          key: AlertKey(.bookingUnclosed, peer.peer.text, session.use.text),
          peer: peer.peer, organisation: engagement.organisation, day: session.last,
          since: session.last.adding(days + 1),
          facts: .unclosed(engagement.id, session.use, engagement.event))
      }
    }
  }
}
