/// "Not now": days on which the peer may not be asked for anything, with no reason kept.
public struct Pause: Hashable, Sendable {
  /// The first day of the pause.
  public let from: Day
  /// The last day of the pause, or nothing while it is open-ended.
  public let until: Day?

  /// A pause from its first to its last day, or open-ended.
  public init(from: Day, until: Day?) {
    self.from = from
    self.until = until
  }

  /// Whether any day from the first to the last lies in the pause.
  ///
  /// A pause from 1 to 7 May touches a block of 7 to 8 May, and not one of 8 May alone.
  public func touches(_ first: Day, _ last: Day) -> Bool {
    guard let until else { return last >= from }
    return first <= until && last >= from
  }
}
