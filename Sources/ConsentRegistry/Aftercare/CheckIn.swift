/// A check-in that an organisation owes a peer after a telling, or after one that fell through.
///
/// A talk that ends on 1 May 2026, with one day to check in: due on 2 May, overdue from 3 May.
/// The organisation's word or the peer's ends it; they are told apart.
public struct CheckIn: Hashable, Sendable {
  /// Where it stands on a day.
  public enum State: UInt8, Word {
    /// The words as written.
    public static let codes = spelling

    case due, overdue, done
  }

  /// The engagement that it follows.
  public let engagement: EngagementID
  /// Who owes it.
  public let organisation: OrganisationID
  /// The last day of what took place, or was to take place.
  public let after: Day
  /// The last day on which it is in time.
  public let dueOn: Day
  /// The day on which it was made, as the organisation says.
  public let saidOn: Day?
  /// The day on which it was made, as the peer says.
  public let confirmedOn: Day?

  /// Whether the peer says that they miss it; then only their own later word ends it.
  public let isMissed: Bool

  /// The day on which it was made, by whoever said it first.
  public var doneOn: Day? {
    guard !isMissed else { return nil }
    guard let saidOn, let confirmedOn else { return saidOn ?? confirmedOn }
    return min(saidOn, confirmedOn)
  }

  /// Where it stands on a day.
  public func state(on today: Day) -> State {
    if doneOn != nil { return .done }
    return today > dueOn ? .overdue : .due
  }
}
