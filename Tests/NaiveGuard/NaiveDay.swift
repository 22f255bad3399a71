/// A civil day as a count of days since 1 January 1970, read from a calendar written out in full.
struct NaiveDay: Decodable, Sendable {
  let number: Int

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let number = NaiveCalendar.number(of: text) else { throw NaiveFault.unreadableDay }
    self.number = number
  }
}

/// A local date and time of day, as read off a clock on the wall.
struct NaiveWallTime: Decodable, Sendable {
  let day: Int
  let second: Int

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = NaiveCalendar.number(of: String(halves[0])) else {
      throw NaiveFault.unreadableTime
    }
    let hands = halves[1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard hands.count == 2 || hands.count == 3, let hour = hands[0], let minute = hands[1],
      (0...23).contains(hour), (0...59).contains(minute)
    else { throw NaiveFault.unreadableTime }
    let second = hands.count == 3 ? hands[2] : 0
    guard let second, (0...59).contains(second) else { throw NaiveFault.unreadableTime }
    self.day = day
    self.second = hour * 3600 + minute * 60 + second
  }
}

/// Every day from 1900 to 2199, written out one after another.
enum NaiveCalendar {
  private static let firstYear = 1900
  private static let lastYear = 2199

  private static let names: [String] = {
    var names: [String] = []
    for year in firstYear...lastYear {
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for month in 1...12 {
        for day in 1...lengths[month - 1] {
          names.append("\(year)-\(twoDigits(month))-\(twoDigits(day))")
        }
      }
    }
    return names
  }()

  private static let epochIndex = names.firstIndex(of: "1970-01-01") ?? 0

  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for (index, name) in names.enumerated() { numbers[name] = index - epochIndex }
    return numbers
  }()

  static func number(of name: String) -> Int? { numbers[name] }

  static func name(of number: Int) -> String {
    let index = number + epochIndex
    return names.indices.contains(index) ? names[index] : "outside the calendar"
  }

  /// 5 January 1970 was a Monday.
  static func isMonday(_ number: Int) -> Bool { (number - 4) % 7 == 0 }

  static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
