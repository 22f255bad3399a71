/// The days that a request takes up in the peer's home zone, moved by some days or not at all.
///
/// A session's day is its start's date at home; it takes up every day to its end. A talk from
/// 23:30 on 1 May for an hour takes up 1 and 2 May; one that ends at midnight doesn't take 2 May.
public struct Block: Sendable {
  /// One session with the days it takes up at home.
  public struct Session: Sendable {
    /// Telling or exposure.
    public let kind: UseKind
    /// The way it reaches people.
    public let channel: Channel
    /// The session's own day, on which it counts.
    public fileprivate(set) var first: Day
    /// The last day it takes up.
    public fileprivate(set) var last: Day
  }

  /// Each session, in the order asked.
  public private(set) var sessions: [Session]
  /// The first day of the first session.
  public private(set) var first: Day
  /// The last day of the last session.
  public private(set) var last: Day
  /// The days from the first telling to the end of the last, if there is a telling.
  public private(set) var tellings: (first: Day, last: Day)?
  /// Whether moving the block by k days always moves its days at home by just k.
  ///
  /// Clock changes at either place may shift a late session into the next day at home.
  public let isRigid: Bool

  private let home: Zone
  private let zone: Zone

  /// The block of a request as asked, for a peer at home in a zone.
  public init(_ request: UseRequest, home: Zone) {
    self.home = home
    zone = request.zone
    isRigid = home.neverChanges && request.zone.neverChanges
    sessions = request.sessions.map {
      Session(kind: $0.kind, channel: $0.channel, first: Day(number: 0), last: Day(number: 0))
    }
    first = Day(number: 0)
    last = first
    move(request, by: 0)
  }

  /// Moves the block to so many days after what was asked: each start's date on the event's clock.
  mutating func move(_ request: UseRequest, by days: Int) {
    var whole: (first: Day, last: Day)?
    var told: (first: Day, last: Day)?
    for index in sessions.indices {
      let placed = Block.days(of: request.sessions[index].time, in: zone, home: home, moved: days)
      sessions[index].first = placed.first
      sessions[index].last = placed.last
      whole = Block.joined(whole, placed)
      if sessions[index].kind == .telling { told = Block.joined(told, placed) }
    }
    tellings = told
    if let whole { (first, last) = whole }
  }

  /// The days at home that a session takes up, after moving it by so many days.
  static func days(
    of time: AskedSession.Time, in zone: Zone, home: Zone, moved days: Int
  ) -> (first: Day, last: Day) {
    switch time {
    case .exposure(let day, _):
      let moved = day.adding(days)
      return (moved, moved)
    case .telling(let start, let minutes, _):
      let begin = zone.moment(ofWallSeconds: start.wallSeconds + days * 86_400)
      let first = home.day(at: begin)
      // The last second, not the end: what ends at midnight doesn't take the next day.
      return (first, minutes > 0 ? max(first, home.day(at: begin + minutes * 60 - 1)) : first)
    }
  }

  private static func joined(
    _ one: (first: Day, last: Day)?, _ other: (first: Day, last: Day)
  ) -> (first: Day, last: Day) {
    guard let one else { return other }
    return (min(one.first, other.first), max(one.last, other.last))
  }
}
