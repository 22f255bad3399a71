/// A civil date with no zone and no time, counted in whole days.
///
/// Rest, caps and consents are all counted in days, in the peer's home zone.
///
/// ```swift
/// Day("2026-05-01")?.adding(14)   // 2026-05-15
/// ```
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; earlier days are negative.
  public let number: Int

  /// A day by its distance from 1 January 1970.
  public init(number: Int) { self.number = number }

  /// A day by year, month and day of the month, or nothing if there is no such date.
  ///
  /// 29 February 2028 exists, 29 February 2026 doesn't.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, in: year)).contains(day)
    else { return nil }
    self.init(number: Day.number(year: year, month: month, day: day))
  }

  /// A day written as `2026-05-01`; anything else gives nothing.
  public init?(_ text: some StringProtocol) {
    guard let number = Day.number(writtenAs: text.utf8) else { return nil }
    self.init(number: number)
  }

  /// Orders by time.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day so many days later, or earlier if the count is negative.
  public func adding(_ days: Int) -> Day { Day(number: number + days) }

  /// How many days later the other day is.
  public func days(until other: Day) -> Int { other.number - number }

  /// The day of the week.
  public var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    let index = (((number + 3) % 7) + 7) % 7
    return Weekday.allCases[index]
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    // Days are regrouped into 400-year cycles that start on 1 March, so that the leap day comes last.
    let shifted = number + 719_468
    let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfCycle = shifted - cycle * 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  /// The day so many months later; the 31st becomes the month's last day where there is none.
  ///
  /// One month after 31 January 2026 is 28 February 2026.
  public func addingMonths(_ months: Int) -> Day {
    let (year, month, day) = parts
    let monthsFromZero = year * 12 + (month - 1) + months
    let newYear = monthsFromZero / 12
    let newMonth = monthsFromZero % 12 + 1
    let newDay = min(day, Day.length(ofMonth: newMonth, in: newYear))
    return Day(number: Day.number(year: newYear, month: newMonth, day: newDay))
  }

  /// How many days a month has, leap years included.
  public static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let cycle = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfCycle = shiftedYear - cycle * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * 146_097 + dayOfCycle - 719_468
  }

  private static func number(writtenAs text: some Collection<UInt8>) -> Int? {
    guard text.count == 10 else { return nil }
    var fields = [0, 0, 0]
    var field = 0
    for (position, byte) in text.enumerated() {
      if position == 4 || position == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        field += 1
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        fields[field] = fields[field] * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    return Day(year: fields[0], month: fields[1], day: fields[2])?.number
  }
}

extension Day: CustomStringConvertible {
  /// The day as `2026-05-01`.
  public var description: String {
    let (year, month, day) = parts
    return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
  }
}

/// A day of the week, Monday first.
public enum Weekday: String, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A number with zeros in front until it is as wide as asked.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
