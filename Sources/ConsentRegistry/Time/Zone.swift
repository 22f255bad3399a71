/// A time zone as a value: its name and each moment at which its clocks changed.
///
/// The core never asks the system about zones; the edge reads them and hands them in.
///
/// 09:00 on 1 May 2026 in Auckland (UTC+12) is 14:00 on 30 April in Los Angeles (UTC−7): for a
/// peer at home in Los Angeles that telling counts on 30 April.
public struct Zone: Sendable {
  /// A moment at which the clocks change, and the offset from then on.
  public struct Transition: Sendable {
    /// Seconds since 1970, UTC.
    public let at: Int
    /// Seconds east of Greenwich from then on.
    public let offset: Int

    /// A change of the clocks: when (seconds since 1970, UTC), and the new offset in seconds.
    public init(at: Int, offset: Int) {
      self.at = at
      self.offset = offset
    }
  }

  /// The exact IANA name, such as `America/Chicago`.
  public let id: String
  /// Seconds east of Greenwich before the first change.
  private let firstOffset: Int
  private let moments: [Int]
  private let offsets: [Int]
  /// The wall time from which each new offset is read.
  ///
  /// A skipped wall time and the first of a doubled one both belong to the offset before: so the
  /// new offset starts at the later of the two wall times that the change shows.
  private let wallMoments: [Int]

  /// A zone from its name, the offset before its first change, and its changes in order of time.
  ///
  /// Changes that leave the offset as it was are dropped.
  public init(id: String, firstOffset: Int, transitions: [Transition]) {
    self.id = id
    self.firstOffset = firstOffset
    var moments: [Int] = []
    var offsets: [Int] = []
    var wallMoments: [Int] = []
    var before = firstOffset
    for transition in transitions where transition.offset != before {
      moments.append(transition.at)
      offsets.append(transition.offset)
      wallMoments.append(transition.at + max(before, transition.offset))
      before = transition.offset
    }
    self.moments = moments
    self.offsets = offsets
    self.wallMoments = wallMoments
  }

  /// Coordinated universal time.
  public static let utc = Zone(id: "UTC", firstOffset: 0, transitions: [])

  /// Whether the clocks of this zone never change.
  public var neverChanges: Bool { moments.isEmpty }

  /// Seconds east of Greenwich at a moment (seconds since 1970, UTC).
  func offset(at moment: Int) -> Int {
    let passed = moments.countOfElements(upTo: moment)
    return passed == 0 ? firstOffset : offsets[passed - 1]
  }

  /// The moment (seconds since 1970, UTC) that a wall time stands for.
  ///
  /// A time that a clock change skips is read with the offset before it; of a doubled one, the
  /// first is taken. In Chicago on 8 March 2026, 02:30 doesn't exist and is read as 03:30 CDT.
  func moment(ofWallSeconds wall: Int) -> Int {
    let passed = wallMoments.countOfElements(upTo: wall)
    return wall - (passed == 0 ? firstOffset : offsets[passed - 1])
  }

  /// The date on the wall at a moment (seconds since 1970, UTC).
  func day(at moment: Int) -> Day {
    Day(number: (moment + offset(at: moment)).flooredQuotient(dividingBy: 86_400))
  }

  /// The date on the wall at an instant: how "today" is found for a peer.
  public func day(at instant: Instant) -> Day { day(at: instant.seconds) }

  /// The day in this zone of a wall time in another: how a session's day is found for a peer.
  public func day(of start: LocalTime, in zone: Zone) -> Day {
    day(at: zone.moment(ofWallSeconds: start.wallSeconds))
  }

  /// When something starts by this zone's clock, of a start on a clock elsewhere.
  ///
  /// 09:00 on 1 May in Auckland is 14:00 on 30 April in Los Angeles.
  public func time(of start: LocalTime, in zone: Zone) -> LocalTime? {
    let moment = zone.moment(ofWallSeconds: start.wallSeconds)
    let wall = moment + offset(at: moment)
    return LocalTime(day: day(at: moment), minute: (wall % 86_400 + 86_400) % 86_400 / 60)
  }
}

extension Zone: Hashable {
  /// Two are equal if they have the same name.
  public static func == (left: Zone, right: Zone) -> Bool { left.id == right.id }
  /// Adds the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension [Int] {
  /// How many elements of this sorted list are at or below a bound.
  func countOfElements(upTo bound: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
