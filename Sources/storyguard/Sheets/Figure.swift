import ConsentRegistry
import Notation

/// One thing that a report tells, before anybody has laid it out.
///
/// Each layout shows it in its own way: a day is `Monday 4 May 2026` to people and `2026-05-04` in
/// data; a count beside its cap is a bar on a screen, and two numbers in data.
enum Figure: Sendable {
  /// Nothing to tell: never told, not known.
  case none
  /// Words for people.
  case words(String)
  /// An id, which may be cut where there is no room.
  case id(String)
  /// A stable code in data; plain words for people.
  case code(String)
  /// A stable code that somebody should look at: `! overused` to people.
  case marked(String)
  /// A whole number.
  case whole(Int)
  /// A calendar year, which has no commas.
  case year(Int)
  /// A number with a fraction, shown with two digits after the point.
  case decimal(Double)
  /// A part of a whole, from 0 to 1.
  case share(Double)
  /// A day.
  case day(Day)
  /// Yes or no.
  case truth(Bool)
  /// Amounts, one for each currency.
  case money([Money])
  /// A count beside its cap, and what is booked within it and not closed yet.
  case cap(Int, of: Int, unclosed: Int)
  /// How many tellings each of the last twelve months had, and which month (1 to 12) is the last.
  case strip([Int], upTo: Int)
  /// Several ids.
  case ids([String])
  /// Several stable codes.
  case codes([String])
  /// Below the floor from which it would tell something.
  case tooFew
  /// Kept back, as it could show what one person did.
  case withheld

  /// A number that may be missing.
  static func whole(_ number: Int?) -> Figure { number.map { .whole($0) } ?? .none }
  /// A day that may be missing.
  static func day(_ day: Day?) -> Figure { day.map { .day($0) } ?? .none }
  /// An id.
  static func id<Subject>(_ id: ID<Subject>?) -> Figure { id.map { .id($0.text) } ?? .none }
  /// Several ids.
  static func ids<Subject>(_ ids: [ID<Subject>]) -> Figure { .ids(ids.map(\.text)) }
  /// Several words with stable codes.
  static func codes<W: Word>(_ words: Choices<W>) -> Figure { .codes(words.words.map(\.code)) }
  /// A word with a stable code.
  static func code(_ word: (some Word)?) -> Figure { word.map { .code($0.code) } ?? .none }

  /// For people; a day in words or, where there is no room, as `2026-05-04`.
  func text(daysInWords: Bool = true) -> String {
    switch self {
    case .none: ""
    case .words(let words): words
    case .id(let id): id
    case .code(let code): plain(code)
    case .marked(let code): "! " + plain(code)
    case .whole(let number): grouped(number)
    case .year(let year): String(year)
    case .decimal(let number): Figure.short(number)
    case .share(let share): "\(Int((share * 100).rounded())) %"
    case .day(let day): daysInWords ? day.inWords : "\(day)"
    case .truth(let isSo): isSo ? "yes" : "no"
    case .money(let amounts): amounts.map(\.inWords).joined(separator: ", ")
    case .cap(let count, let cap, let unclosed):
      Bar(count, of: cap).text() + Figure.open(unclosed)
    case .strip(let months, _): Figure.strip(months)
    case .ids(let ids): ids.joined(separator: ", ")
    case .codes(let codes): codes.map(plain).joined(separator: ", ")
    case .tooFew: "too few to tell"
    case .withheld: "hidden"
    }
  }

  /// For programs, in one cell of a table: codes, plain numbers, days as `2026-05-04`.
  var dataText: String {
    switch self {
    case .code(let code), .marked(let code): code
    case .whole(let number), .year(let number): String(number)
    case .decimal(let number), .share(let number): String(number)
    case .day(let day): "\(day)"
    case .truth(let isSo): isSo ? "true" : "false"
    case .money(let amounts):
      amounts.map(\.inWords).joined(separator: "; ")
    // Not 3/10, which a spreadsheet takes for a day.
    case .cap(let count, let cap, let unclosed):
      "\(count) of \(cap)" + (unclosed == 0 ? "" : " and \(unclosed) not closed")
    case .strip(let months, _): months.map(String.init).joined(separator: " ")
    case .ids(let ids), .codes(let ids): ids.joined(separator: " ")
    case .tooFew: "tooFew"
    case .withheld: "withheld"
    case .none, .words, .id: text()
    }
  }

  /// For programs.
  var json: JSON {
    switch self {
    case .none: .null
    case .whole(let number), .year(let number): .whole(number)
    case .decimal(let number), .share(let number): .decimal(number)
    case .truth(let isSo): .bool(isSo)
    case .money(let amounts):
      .array(amounts.map { ["minor": .whole($0.minor), "currency": .string($0.currency)] })
    case .cap(let count, let cap, let unclosed):
      ["count": .whole(count), "atMost": .whole(cap), "unclosed": .whole(unclosed)]
    case .strip(let months, _): .array(months.map { .whole($0) })
    case .ids(let ids), .codes(let ids): .array(ids.map { .string($0) })
    case .words, .id, .code, .marked, .day, .tooFew, .withheld: .string(dataText)
    }
  }

  /// What colour repeats on a screen; the words say it already.
  var emphasis: Emphasis {
    if case .cap(let count, let cap, _) = self { return Bar(count, of: cap).emphasis }
    return .none
  }

  static func open(_ unclosed: Int) -> String {
    unclosed == 0 ? "" : ", \(unclosed) booked and not closed yet"
  }

  /// The months that had any, in words: `June 1, September 3`.
  static func inWords(_ months: [Int], upTo last: Int) -> String {
    months.enumerated().filter { $0.element > 0 }.map { place, count in
      "\(Day.months[(last + place - months.count + 12) % 12]) \(count)"
    }.joined(separator: ", ")
  }

  private static func short(_ number: Double) -> String {
    String((number * 100).rounded() / 100)
  }

  /// A sign for each month: `·` for none, the number of tellings up to 9, and `+` for more.
  private static func strip(_ months: [Int]) -> String {
    months.map { count in
      switch count {
      case 0: "·"
      case 1...9: String(count)
      default: "+"
      }
    }.joined()
  }
}
