/// Where a session of an engagement stands.
public enum SessionState: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  case held, confirmed, completed, endedEarly
  case declined, lapsed, cancelledByPeer, cancelledByOrganiser, released, didNotTakePlace

  /// Whether it is asked for or agreed, and hasn't ended in any way.
  public var isBooked: Bool { self == .held || self == .confirmed }

  /// Whether it counts for rest and caps; one that ended early counts whole.
  public var counts: Bool {
    switch self {
    case .held, .confirmed, .completed, .endedEarly: true
    case .declined, .lapsed, .cancelledByPeer, .cancelledByOrganiser, .released, .didNotTakePlace:
      false
    }
  }
}
