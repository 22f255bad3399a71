import ConsentRegistry
import Notation

/// A breach in plain words, with its day, what stood behind it, and the uses that made it.
enum BreachWords {
  /// Which limit it was, in one word.
  static func limit(_ breach: Breach) -> String {
    switch breach.fact {
    case .rest, .overlap: "rest"
    case .cap: "cap"
    case .load: "load"
    }
  }

  /// The whole breach.
  ///
  /// `Friday 15 May 2026: 13 full days of rest, 14 were due. Entered afterwards. Uses: u-1, u-2.`
  static func detail(_ breach: Breach) -> String {
    "\(breach.day.inWords): \(fact(breach.fact)). \(backing(breach.breaking.origin)). "
      + uses(breach.uses)
  }

  /// Few uses by their ids; many by their days, for a reader has to take them in at a glance.
  private static func uses(_ uses: ArraySlice<CountedUse>) -> String {
    guard uses.count > 4, let first = uses.first, let last = uses.last else {
      return "Uses: \(uses.map(\.use.text).joined(separator: ", "))."
    }
    return "\(counted(uses.count, "use")), from \(first.first.inWords) on; the last is "
      + "\(last.use.text)."
  }

  private static func fact(_ fact: Breach.Fact) -> String {
    switch fact {
    case .overlap: "told on a day that another engagement's telling took up"
    case .rest(let days, let due?):
      "\(counted(days, "full day")) of rest, \(due) \(due == 1 ? "was" : "were") due"
    case .rest(let days, nil):
      "\(counted(days, "full day")) of rest, less than the peer's own choice"
    case .cap(_, let count, let cap?):
      "\(Bar(count, of: cap.atMost).text()) \(cap.kind.code)s in \(counted(cap.days, "day"))"
    case .cap(let kind, let count, nil):
      "\(counted(count, kind.code)), more than the peer's own choice"
    case .load(let weight?, let limit?):
      "what was told weighs \(short(weight)), at most \(short(limit)) may"
    case .load: "what was told weighs more than the peer's own choice"
    }
  }

  private static func backing(_ origin: Origin) -> String {
    switch origin {
    case .permitted, .firstAsked: "It had a permit"
    case .excepted: "The peer made an exception"
    case .recorded: "It had no permit: entered afterwards"
    case .imported: "It had no permit: from a spreadsheet"
    }
  }

  /// A weight with at most two digits after the point, rounded up so that it shows above a limit.
  private static func short(_ number: Double) -> String {
    let hundredths = (number * 100 - 1e-6).rounded(.up)
    let text = String(hundredths / 100)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
