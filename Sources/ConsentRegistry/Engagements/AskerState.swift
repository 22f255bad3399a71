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
  /// Where a session stands for whoever asked for it; nothing if they may not know of it.
  ///
  /// A first ask is known to the asker only once the peer has said yes. If the peer prefers, a no
  /// reads "waiting" until the reply time ends: declined on 2 May, reply until 8 May, told on 9 May.
  ///
  /// - Parameters:
  ///   - session: one of its sessions.
  ///   - today: the peer's home day.
  ///   - tellsNoesAtTheEnd: whether the peer wants a no to be told only when the reply time ends.
  /// - Returns: the state as told.
  public func stateForAsker(
    of session: Session, on today: Day, tellsNoesAtTheEnd: Bool
  ) -> AskerState? {
    switch state(of: session, on: today) {
    case .held: return origin == .firstAsked ? nil : .waiting
    case .confirmed: return .confirmed
    case .completed, .endedEarly: return .done
    case .didNotTakePlace: return .didNotTakePlace
    case .cancelledByOrganiser: return .cancelledByOrganiser
    case .declined:
      if origin == .firstAsked { return nil }
      guard tellsNoesAtTheEnd, let replyUntil, today <= replyUntil else { return .notAvailable }
      return .waiting
    case .lapsed: return origin == .firstAsked ? nil : .notAvailable
    case .cancelledByPeer, .released: return .notAvailable
    }
  }
}

extension EngagementRecord {
  /// Whether whoever asked may know by now that the ask reached the peer.
  func isKnownToAsker(on today: Day) -> Bool {
    sessions.contains { stateForAsker(of: $0, on: today, tellsNoesAtTheEnd: false) != nil }
  }
}

extension PeerRecord {
  /// Where a session stands for whoever asked for it, told when the peer wants it told.
  func told(
    _ session: EngagementRecord.Session, of engagement: EngagementRecord, on today: Day
  ) -> AskerState? {
    engagement.stateForAsker(
      of: session, on: today, tellsNoesAtTheEnd: reach.tellsNoesAtTheEnd)
  }
}
