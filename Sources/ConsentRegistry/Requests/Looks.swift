/// The start days about which one organisation has asked of one peer of late.
///
/// Whoever could ask for one day after another would see when a rest or a pause ends. So an
/// organisation may ask about 10 start days of a peer in 30 days; a day that it has asked about is
/// answered again as often as it likes. Ten from 1 to 10 May: an eleventh on 31 May.
public struct Looks: Hashable, Sendable {
  /// How many start days may be asked about.
  public static let atMost = 10
  /// Within how many days, today included.
  public static let days = 30

  /// Each start day with the last day on which it was asked about.
  public private(set) var latest: [Day: Day]

  /// The start days asked about, as they were kept.
  public init(_ latest: [Day: Day] = [:]) { self.latest = latest }

  /// Asks about a start day; gives the first day on which that is possible if it isn't today.
  ///
  /// What lies further back is forgotten.
  public mutating func ask(about starts: Day, on today: Day) -> Day? {
    let since = today.adding(1 - Looks.days)
    latest = latest.filter { $0.value >= since }
    guard latest[starts] != nil || latest.count < Looks.atMost else {
      let days = latest.values.sorted()
      return days[days.count - Looks.atMost].adding(Looks.days)
    }
    latest[starts] = max(latest[starts] ?? today, today)
    return nil
  }
}
