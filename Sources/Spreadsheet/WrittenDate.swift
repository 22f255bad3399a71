/// A day that exists: leap days are checked, years go from 1900 to 2199.
struct CalendarDay: Equatable {
  let year: Int
  let month: Int
  let day: Int

  init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A date taken apart: what it means in either order, and what stands after it.
struct WrittenDate {
  /// The day it means with the day before the month; none if there is no such day.
  let dayFirst: CalendarDay?
  /// The day it means with the month before the day; none if there is no such day.
  let monthFirst: CalendarDay?
  /// The mark between its numbers, if the date leaves the order open: `/` in `03/06/2025`.
  let separator: Character?
  /// What stands after the date: nothing, or a time.
  let rest: ArraySlice<DateToken>

  /// The days that it may mean under an order, or under either where none is given.
  func days(in order: DayMonthOrder?) -> [CalendarDay] {
    switch order {
    case .dayFirst: [dayFirst].compactMap(\.self)
    case .monthFirst: [monthFirst].compactMap(\.self)
    case nil: (dayFirst == monthFirst ? [dayFirst] : [dayFirst, monthFirst]).compactMap(\.self)
    }
  }

  init?(_ tokens: [DateToken]) {
    var pieces = DatePieces(tokens)
    pieces.skipWeekday()
    if case .number(let value, digits: 8)? = pieces.rest.first {
      self.init(
        CalendarDay(year: value / 10_000, month: value / 100 % 100, day: value % 100),
        rest: pieces.rest.dropFirst())
      return
    }
    guard let first = pieces.next(), let firstGap = pieces.gap(), let second = pieces.next(),
      let secondGap = pieces.gap(), let third = pieces.next()
    else { return nil }
    let isNumeric = firstGap == secondGap && ["-", "/", "."].contains(firstGap)
    let rest = pieces.rest
    switch (first, second, third) {
    case (.number(let year, digits: 4), .number(let month, 1...2), .number(let day, 1...2)):
      guard isNumeric else { return nil }
      self.init(CalendarDay(year: year, month: month, day: day), rest: rest)
    case (.number(let year, digits: 4), .word(let name), .number(let day, 1...2)):
      guard let month = Self.month(name) else { return nil }
      self.init(CalendarDay(year: year, month: month, day: day), rest: rest)
    case (.number(let day, 1...2), .word(let name), .number(let year, let digits)),
      (.word(let name), .number(let day, 1...2), .number(let year, let digits)):
      guard let month = Self.month(name), let year = Self.year(year, digits) else { return nil }
      self.init(CalendarDay(year: year, month: month, day: day), rest: rest)
    case (.number(let one, 1...2), .number(let two, 1...2), .number(let year, let digits)):
      guard isNumeric, let year = Self.year(year, digits) else { return nil }
      self.init(
        dayFirst: CalendarDay(year: year, month: two, day: one),
        monthFirst: CalendarDay(year: year, month: one, day: two),
        separator: firstGap.first, rest: rest)
    default: return nil
    }
  }

  private init(_ day: CalendarDay?, rest: ArraySlice<DateToken>) {
    self.init(dayFirst: day, monthFirst: day, separator: nil, rest: rest)
  }

  private init(
    dayFirst: CalendarDay?, monthFirst: CalendarDay?, separator: Character?,
    rest: ArraySlice<DateToken>
  ) {
    self.dayFirst = dayFirst
    self.monthFirst = monthFirst
    self.separator = separator
    self.rest = rest
  }

  private static func year(_ value: Int, _ digits: Int) -> Int? {
    switch digits {
    case 4: value
    case 2: value < 70 ? 2000 + value : 1900 + value
    default: nil
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func month(_ name: String) -> Int? {
    let isShort = name.utf8.count == 3 || name == "sept"
    let index = months.firstIndex { $0 == name || (isShort && $0.hasPrefix(name)) }
    return index.map { $0 + 1 }
  }
}
