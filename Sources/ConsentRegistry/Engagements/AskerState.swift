/// Where a session stands, as whoever asked for it may know.
///
/// INVARIANT: how an ask ended on the peer's side has no place here. Declined, lapsed, cancelled by
/// the peer and released all read "not available".
public enum AskerState: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  case waiting, confirmed, done, didNotTakePlace, cancelledByOrganiser, notAvailable
}

extension EngagementRecord {
  /// Where a session stands for whoever asked for it.
  ///
  /// If the peer prefers, a no reads "waiting" until the reply time ends: declined on 2 May, reply
  /// until 8 May, told on 9 May.
  ///
  /// - Parameters:
  ///   - session: one of its sessions.
  ///   - today: the peer's home day.
  ///   - tellsNoesAtTheEnd: whether the peer wants a no to be told only when the reply time ends.
  /// - Returns: the state as told.
  public func stateForAsker(
    of session: Session, on today: Day, tellsNoesAtTheEnd: Bool
  ) -> AskerState {
    switch state(of: session, on: today) {
    case .held: return .waiting
    case .confirmed: return .confirmed
    case .completed, .endedEarly: return .done
    case .didNotTakePlace: return .didNotTakePlace
    case .cancelledByOrganiser: return .cancelledByOrganiser
    case .declined:
      guard tellsNoesAtTheEnd, let replyUntil, today <= replyUntil else { return .notAvailable }
      return .waiting
    case .lapsed, .cancelledByPeer, .released: return .notAvailable
    }
  }
}

extension PeerRecord {
  /// Whether whoever asked may know that the ask reached the peer: a first ask only by a yes.
  func isKnownToAsker(_ engagement: EngagementRecord) -> Bool {
    engagement.origin != .firstAsked || bookings.answers[engagement.id]?.answer == .yes
  }

  /// Where a session stands for whoever asked for it, told when the peer wants it told; nothing if
  /// they may not know of it.
  func told(
    _ session: EngagementRecord.Session, of engagement: EngagementRecord, on today: Day
  ) -> AskerState? {
    guard isKnownToAsker(engagement) else { return nil }
    if bookings.cancelledByAsker.contains(session.use) { return .cancelledByOrganiser }
    return engagement.stateForAsker(
      of: session, on: today, tellsNoesAtTheEnd: reach.tellsNoesAtTheEnd)
  }
}
