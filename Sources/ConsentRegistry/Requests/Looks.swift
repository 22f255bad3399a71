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

  /// The first day on which a start day may be asked about, if it isn't today.
  public func refusal(of starts: Day, on today: Day) -> Day? {
    let recent = latest.filter { $0.value >= Looks.since(today) }
    guard recent[starts] == nil, recent.count >= Looks.atMost else { return nil }
    let days = recent.values.sorted()
    return days[days.count - Looks.atMost].adding(Looks.days)
  }

  /// Notes that a start day is asked about; what lies further back is forgotten.
  public mutating func note(_ starts: Day, on today: Day) {
    latest = latest.filter { $0.value >= Looks.since(today) }
    latest[starts] = max(latest[starts] ?? today, today)
  }

  private static func since(_ today: Day) -> Day { today.adding(1 - days) }
}

/// One organisation asks about one peer for a block from a day on.
public struct Look: Hashable, Sendable {
  /// Who asks.
  public let organisation: OrganisationID
  /// Of whom; there may be no such peer.
  public let peer: PeerID
  /// The first day of the block, on the event's clock.
  public let starts: Day
  /// The day on which it asks.
  public let day: Day

  /// A look on a day at a block from another on.
  public init(organisation: OrganisationID, peer: PeerID, starts: Day, day: Day) {
    self.organisation = organisation
    self.peer = peer
    self.starts = starts
    self.day = day
  }
}
