/// A date and a time of day as a clock on the wall shows them, with no zone.
///
/// Written `2026-05-01T18:00`.
public struct LocalTime: Hashable, Sendable {
  /// The date on the wall.
  public let day: Day
  /// Minutes since midnight, 0 to 1439.
  public let minute: Int

  /// From 1 January 0002 to 31 December 9998: so the same time on another zone's calendar, and
  /// the days that follow on it, can still be written down.
  private static let days = -718_797...2_932_531

  /// A date and a time of day; nothing if the minute isn't within a day, or the day lies at the
  /// very ends of the calendar.
  public init?(day: Day, minute: Int) {
    guard (0..<1_440).contains(minute), LocalTime.days.contains(day.number) else { return nil }
    self.day = day
    self.minute = minute
  }

  /// A local time written `2026-05-01T18:00`, seconds allowed only as `:00`.
  public init?(_ text: some StringProtocol) {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, let day = Day(halves[0]) else { return nil }
    let clock = Array(halves[1].utf8)
    let isWhole = clock.count == 5 || (clock.count == 8 && clock[5...].elementsEqual(":00".utf8))
    guard isWhole, clock[2] == UInt8(ascii: ":"),
      let hour = LocalTime.number(clock[0], clock[1]), hour < 24,
      let minute = LocalTime.number(clock[3], clock[4]), minute < 60
    else { return nil }
    self.init(day: day, minute: hour * 60 + minute)
  }

  /// The same time of day, so many days later.
  public func adding(days: Int) -> LocalTime { LocalTime(day: day.adding(days), checked: minute) }

  /// Seconds since 1970 if the wall stood in UTC; the zone's arithmetic starts from it.
  var wallSeconds: Int { day.number * 86_400 + minute * 60 }

  private init(day: Day, checked minute: Int) {
    self.day = day
    self.minute = minute
  }

  private static func number(_ tens: UInt8, _ ones: UInt8) -> Int? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard digits.contains(tens), digits.contains(ones) else { return nil }
    return Int(tens - digits.lowerBound) * 10 + Int(ones - digits.lowerBound)
  }
}

extension LocalTime: CustomStringConvertible {
  /// The time as `2026-05-01T18:00`.
  public var description: String {
    "\(day)T" + padded(minute / 60, to: 2) + ":" + padded(minute % 60, to: 2)
  }
}
