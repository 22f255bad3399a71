/// Within how many days half of something was done: the middle of all, or the lower of two.
public enum Median: Hashable, Sendable {
  /// So many days: half of them took no longer.
  case days(Int)
  /// More than so many days; how many more isn't kept.
  case moreThan(Int)
}

/// How often each number of days came up, from 0 to a year, and how often there were more.
///
/// It stays small however much is counted, and the middle found with it is the true one: of 3, 5,
/// 8 and 40 days it is 5. With most of them after more than a year: more than 365.
struct DayCounts: Hashable, Sendable {
  /// The most days that are counted one by one.
  static let most = 365

  private var counts: [Int] = []
  private var all = 0

  /// Counts one; what was done beforehand took no day.
  mutating func add(_ days: Int) {
    all += 1
    let days = max(0, days)
    guard days <= DayCounts.most else { return }
    while counts.count <= days { counts.append(0) }
    counts[days] += 1
  }

  /// The middle; nothing if there is none.
  var median: Median? {
    guard all > 0 else { return nil }
    var upTo = 0
    for (days, count) in counts.enumerated() {
      upTo += count
      if upTo * 2 >= all { return .days(days) }
    }
    return .moreThan(DayCounts.most)
  }
}
