/// Which of two numbers is the day in a date such as `03/06/2025`.
package enum DayMonthOrder: String, CaseIterable, Sendable {
  /// The day comes first: 3 June 2025.
  case dayFirst
  /// The month comes first: March 6, 2025.
  case monthFirst
}

/// What a cell that should hold a date says.
package enum DateReading: Equatable, Sendable {
  /// A day that exists, with the time of day if one was written.
  case day(year: Int, month: Int, day: Int, time: ClockTime?)
  /// Two days are meant alike, and no order was given that says which.
  case ambiguous
  /// A date or a time that doesn't exist, or not in this order: 30 February, `25:00`.
  case impossible
  /// Nothing that is known as a date.
  case unrecognised
}

/// The ways in which people write a day.
///
/// Read are `2025-06-03`, `3 June 2025`, `Tue, Jun 3rd, 2025`, `3-Jun-25`, `03/06/2025`, `3.6.25`,
/// `20250603`, each also with a time (`18:00`, `6 pm`, `T18:00`). Month names are English. Years
/// 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999; full years go from 1900 to 2199.
/// A time with a zone isn't read, since dropping the zone would change the time.
package enum DateNotation {
  /// Reads a cell.
  ///
  /// `read("03/06/2025", order: nil)` is `ambiguous`; with `.dayFirst` it is 3 June, and
  /// `06/25/2025` is then `impossible`. With no order `06/25/2025` and `05/05/2025` can only be
  /// read one way.
  package static func read(_ text: String, order: DayMonthOrder?) -> DateReading {
    guard let tokens = DateToken.tokens(of: text), let date = WrittenDate(tokens) else {
      return .unrecognised
    }
    let time = TimeReading(date.rest)
    if time == .unrecognised { return .unrecognised }
    let days = date.days(in: date.separator == nil ? nil : order)
    if days.isEmpty || time == .impossible { return .impossible }
    guard days.count == 1 else { return .ambiguous }
    return .day(year: days[0].year, month: days[0].month, day: days[0].day, time: time.clock)
  }
}
