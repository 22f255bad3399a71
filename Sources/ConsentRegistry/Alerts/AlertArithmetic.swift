/// The arithmetic that alerts share.
enum AlertArithmetic {
  /// The last days up to one over which a peer's breaches, and what they did, are looked at.
  static let year = 365

  /// Whether a part of a whole reaches a share, whatever a machine makes of the share's fraction.
  ///
  /// 8 of 10 reach 0.8, and 7 don't; 3 of 10 reach 0.3.
  static func isReached(_ share: Double, by part: Int, of whole: Int) -> Bool {
    Share(part, of: whole).isAtLeast(share)
  }

  /// Whether a day is one of the last days up to another, that one included.
  ///
  /// Of the last 30 days up to 30 May, 1 May is one and 30 April isn't.
  static func isWithin(_ days: Int, upTo last: Day, _ day: Day) -> Bool {
    last.adding(-days) < day && day <= last
  }

  /// Since when something has been so without a break, if it is so on a day.
  ///
  /// At least 2 in 30 days, uses on 1 and 20 May: it is so since 20 May, through 30 May.
  ///
  /// - Parameters:
  ///   - day: the day on which it may be so.
  ///   - changes: every day on which it may begin or end to be so.
  ///   - isSo: whether it is so on a day; between two changes it stays as it is.
  /// - Returns: nothing if it isn't so on the day.
  static func since(_ day: Day, changing changes: [Day], _ isSo: (Day) -> Bool) -> Day? {
    guard isSo(day) else { return nil }
    var since = day
    for change in Set(changes).filter({ $0 <= day }).sorted(by: >) {
      guard isSo(change) else { break }
      since = change
    }
    return since
  }

  /// Since when the last days have held so many of some days without a break, if they do on a day.
  static func since(_ day: Day, atLeast count: Int, of days: [Day], within window: Int) -> Day? {
    since(day, changing: days + days.map { $0.adding(window) }) { end in
      days.count { isWithin(window, upTo: end, $0) } >= count
    }
  }

  /// The organisation named most often, if there is one.
  static func most(_ organisations: [OrganisationID]) -> OrganisationID? {
    let sorted = mostFirst(organisations)
    func count(_ one: OrganisationID?) -> Int { organisations.count { $0 == one } }
    guard let first = sorted.first, count(first) > count(sorted.dropFirst().first) else {
      return nil
    }
    return first
  }

  /// Organisations, the one named most often first.
  static func mostFirst(_ organisations: some Sequence<OrganisationID>) -> [OrganisationID] {
    var counts: [OrganisationID: Int] = [:]
    for organisation in organisations { counts[organisation, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
