/// A step that one session of a booking may take: the whole state machine, in one place.
///
/// ```text
/// held ──confirm──▶ confirmed ──complete──▶ completed
///   │ decline         │ endEarly            endedEarly
///   │ letGo           │ missOut             didNotTakePlace
///   │ cancel…         │ cancel…, letGo      cancelledByPeer, cancelledByOrganiser, released
///   └ (silence)       ▶ lapsed
/// ```
///
/// What has ended stays as it is; a wrong record is put right by a further entry.
public enum SessionMove: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// The peer says yes.
  case confirm
  /// The peer says no.
  case decline
  /// It took place.
  case complete
  /// It was broken off.
  case endEarly
  /// It was booked and did not take place.
  case missOut
  /// The peer cancels it.
  case cancelByPeer
  /// The organiser cancels it.
  case cancelByOrganiser
  /// It is let go: a consent ended, a pause began, or the rest of its block fell away.
  case letGo

  /// Where a session has to stand for this step.
  public var from: [SessionState] {
    switch self {
    case .confirm, .decline: [.held]
    case .complete, .endEarly, .missOut, .cancelByPeer: [.confirmed]
    case .cancelByOrganiser, .letGo: [.held, .confirmed]
    }
  }

  /// Where it stands afterwards.
  public var to: SessionState {
    switch self {
    case .confirm: .confirmed
    case .decline: .declined
    case .complete: .completed
    case .endEarly: .endedEarly
    case .missOut: .didNotTakePlace
    case .cancelByPeer: .cancelledByPeer
    case .cancelByOrganiser: .cancelledByOrganiser
    case .letGo: .released
    }
  }

  /// Whether the day allows it: what took place has begun; what is cancelled isn't over yet.
  ///
  /// A talk on 1 May: on 30 April it can be cancelled; on 1 May it can be cancelled, or noted as
  /// done; on 2 May only what became of it can be noted.
  func isTimely(for session: EngagementRecord.Session, on today: Day) -> Bool {
    switch self {
    case .complete, .endEarly, .missOut: session.first <= today
    case .cancelByPeer, .cancelByOrganiser: today <= session.last
    case .confirm, .decline, .letGo: true
    }
  }
}

extension EngagementRecord {
  /// The sessions, by their places, that may take a step on a day.
  ///
  /// - Parameters:
  ///   - move: the step.
  ///   - today: the home day on which it happens.
  ///   - recordedOn: the home day on which it is entered, if later: what is dated back doesn't wake
  ///     an ask that has lapsed by now.
  /// - Returns: their places, in the order of the block.
  public func sessions(
    ableTo move: SessionMove, on today: Day, recordedOn: Day? = nil
  ) -> [Int] {
    sessions.indices.filter {
      move.from.contains(state(of: sessions[$0], on: recordedOn ?? today))
        && move.isTimely(for: sessions[$0], on: today)
    }
  }

  /// The steps that people may take with some session on a day; letting go follows by itself.
  public func possibleMoves(on today: Day) -> [SessionMove] {
    SessionMove.allCases.filter { $0 != .letGo && !sessions(ableTo: $0, on: today).isEmpty }
  }
}
