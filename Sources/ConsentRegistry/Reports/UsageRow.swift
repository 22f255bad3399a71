/// How often, where and for whom one peer's story was used, and how much their limits still leave.
public struct UsageRow: Hashable, Sendable {
  /// Whose row it is.
  public let peer: PeerID
  /// Whether the peer, or a recorded consent, has said that this is them.
  public let isClaimed: Bool
  /// The report's day.
  public let on: Day
  /// What took place within the period up to the report's day, in the order of day and then id.
  public let uses: [CountedUse]
  /// How many uses took place up to the report's day in all, within the period or before it.
  public let usesInAll: Int
  /// What is held or confirmed for days after the report's day, whatever the period.
  public let booked: [CountedUse]
  /// What was booked for a day that has come, and nobody has yet said whether it took place.
  public let unclosed: [CountedUse]
  /// The telling that ended last, within the period or before it.
  public let lastTelling: CountedUse?
  /// The rest that is left, if any is.
  public let rest: RestLeft?
  /// Each cap, with what its window that ends on the report's day holds.
  public let caps: [CapUse]
  /// The twelve calendar months up to the report's own, the earliest first.
  public let months: [MonthOfUses]

  /// The number of tellings within the period.
  public var tellings: Int { uses.count { $0.kind == .telling } }
  /// The number of exposures within the period.
  public var exposures: Int { uses.count { $0.kind == .exposure } }
  /// Days from the end of the last telling to the report's day: 0 on the day itself.
  public var daysSinceLastTelling: Int? { lastTelling.map { max(0, $0.last.days(until: on)) } }
  /// Whether a window that ends on the report's day holds more than its cap.
  public var isOverACap: Bool { caps.contains(where: \.isOver) }
  /// Whether a window that ends on the report's day has no room left.
  public var isAtACap: Bool { caps.contains(where: \.isFull) }

  /// The uses of the period parted by something, the most used first, then in the order seen.
  public func tallies<Key: Hashable>(by key: (CountedUse) -> Key) -> [Tally<Key>] {
    var places: [Key: Int] = [:]
    var tallies: [Tally<Key>] = []
    for use in uses {
      let key = key(use)
      if let place = places[key] {
        tallies[place].uses.append(use)
      } else {
        places[key] = tallies.count
        tallies.append(Tally(key: key, uses: [use]))
      }
    }
    return tallies.sorted { $0.uses.count > $1.uses.count }
  }
}

/// The uses of one organisation, purpose, channel, audience or event.
public struct Tally<Key: Hashable> {
  /// What they share.
  public let key: Key
  /// The uses, in the order of day and then id.
  public internal(set) var uses: [CountedUse]

  /// The number of tellings among them.
  public var tellings: Int { uses.count { $0.kind == .telling } }
  /// The number of exposures among them.
  public var exposures: Int { uses.count { $0.kind == .exposure } }
}

/// The rest that a peer has left on the report's day.
///
/// With 14 days of rest, after a telling on 1 May: until 15 May; 14 days on 1 and 2 May, 1 day on
/// 15 May, none on 16 May.
public struct RestLeft: Hashable, Sendable {
  /// The last day of rest.
  public let until: Day
  /// The full days of rest still to come, the report's day included if it is one.
  public let days: Int
  /// The tellings after which the peer rests; none after a telling elsewhere.
  public let uses: [CountedUse]
}

/// How much of a cap is used in the window that ends on the report's day.
public struct CapUse: Hashable, Sendable {
  /// The cap.
  public let cap: Cap
  /// What took place in the window.
  public let uses: [CountedUse]
  /// What was booked in the window and isn't closed yet; it takes up room until it is.
  public let unclosed: [CountedUse]

  /// Whether more took place than the cap allows.
  public var isOver: Bool { uses.count > cap.atMost }
  /// Whether there is no room left: two told of two, or one told and one not yet closed.
  public var isFull: Bool { uses.count + unclosed.count >= cap.atMost }
}

/// What took place in one calendar month.
public struct MonthOfUses: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The number of tellings.
  public internal(set) var tellings = 0
  /// The number of exposures.
  public internal(set) var exposures = 0
}
