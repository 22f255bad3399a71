/// A time of day as it was written, with no zone: `18:00`, `6:00 PM`, `6pm`.
package struct ClockTime: Hashable, Sendable {
  /// The hour, 0 to 23.
  package let hour: Int
  /// The minute, 0 to 59.
  package let minute: Int

  /// A time of day; none for hours and minutes that no clock shows.
  package init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.hour = hour
    self.minute = minute
  }

  /// Reads a cell that holds a time alone; none for anything else, `25:00` included.
  package init?(_ text: String) {
    guard let tokens = DateToken.tokens(of: text), let time = TimeReading(tokens[...]).clock
    else { return nil }
    self = time
  }
}

/// What stands after a date, or alone in a cell of times.
enum TimeReading: Equatable {
  case absent
  case time(ClockTime)
  case impossible
  case unrecognised

  /// The time, if there is one.
  var clock: ClockTime? {
    guard case .time(let time) = self else { return nil }
    return time
  }

  /// Reads `18:00`, `18:00:30` (the seconds are dropped), `6 pm`, `6:00 p.m.`, `at 18:00`, and
  /// after a `T` also `1800`.
  init(_ tokens: ArraySlice<DateToken>) {
    var rest = tokens
    var followsT = false
    while let token = rest.first, token == .space || token == .mark(",") || token.isLink {
      followsT = token == .word("t")
      rest.removeFirst()
    }
    // `p.m.` and `6 pm` are what is left once spaces and full stops are out.
    let parts = rest.filter { $0 != .space && $0 != .mark(".") }
    switch parts.count {
    case 0: self = rest.isEmpty && !followsT ? .absent : .unrecognised
    case 1: self = followsT ? Self(compact: parts[0]) : .unrecognised
    default: self = Self(parts: parts)
    }
  }

  private init(compact token: DateToken) {
    guard case .number(let value, let digits) = token, digits == 4 || digits == 6 else {
      self = .unrecognised
      return
    }
    let minutes = digits == 4 ? value : value / 100
    self = Self(hour: minutes / 100, minute: minutes % 100, half: nil)
  }

  private init(parts: [DateToken]) {
    self = .unrecognised
    var rest = parts[...]
    guard case .number(let hour, let digits) = rest.removeFirst(), digits <= 2 else { return }
    var minute: Int?
    for place in 0..<2 where rest.first == .mark(":") {
      rest.removeFirst()
      guard case .number(let value, 2)? = rest.popFirst() else { return }
      if place == 0 { minute = value }
      if value > 59 {
        self = .impossible
        return
      }
    }
    let half = DateToken.halfOfDay(rest)
    guard rest.isEmpty || half != nil, minute != nil || half != nil else { return }
    self = Self(hour: hour, minute: minute ?? 0, half: half)
  }

  private init(hour: Int, minute: Int, half: DateToken.Half?) {
    // On a twelve-hour clock, 12 is the hour before 1.
    let isPossible = half == nil || (1...12).contains(hour)
    let full = half.map { hour % 12 + ($0 == .afternoon ? 12 : 0) } ?? hour
    let time = isPossible ? ClockTime(hour: full, minute: minute) : nil
    self = time.map(Self.time) ?? .impossible
  }
}
