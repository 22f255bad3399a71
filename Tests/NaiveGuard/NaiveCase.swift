/// One world made ready to decide: days of what stands, and the asked block wherever it is moved.
final class NaiveCase {
  /// A session on the days that it takes up at the peer's home.
  struct Placed {
    let kind: String
    let channel: String
    let first: Int
    let last: Int
    let minutes: Int
    let recorded: Bool
    let of: String?
    let purpose: String
    let audience: String
    let attribution: String
  }

  /// The asked block, moved by some days.
  struct Block {
    let sessions: [Placed]
    let tellings: [Placed]
    let first: Int
    let last: Int
  }

  /// A use that counts, by its first day.
  struct Use {
    let kind: String
    let channel: String
    let story: String
    let day: Int
  }

  /// What a standing block's tellings take up, and the rest that follows.
  struct Rested {
    let first: Int
    let last: Int
    let rest: Int
    let endedEarly: Bool
  }

  static let counting: Set<String> = ["held", "confirmed", "completed", "endedEarly"]

  let world: NaiveWorld
  let standing: NaiveWorld.Standing
  let request: NaiveWorld.Request
  let today: Int
  let home: NaiveZone
  let eventZone: NaiveZone
  let policy: NaiveTerms
  let own: NaiveTerms
  let uses: [Use]
  let rested: [Rested]
  let lastDayAsAsked: Int

  init(world: NaiveWorld) throws {
    self.world = world
    standing = world.standing
    request = world.request
    today = world.today.number
    let home = try NaiveZone.named(world.standing.zone)
    self.home = home
    let eventZone = try NaiveZone.named(world.request.event?.zone ?? world.standing.zone)
    self.eventZone = eventZone
    let policy = NaiveTerms.policy(world.policy)
    self.policy = policy
    let own = policy.replaced(by: world.standing.limits)
    self.own = own

    var uses: [Use] = []
    var rested: [Rested] = []
    for engagement in world.standing.engagements ?? [] {
      var tellings: [(first: Int, last: Int, channel: String, endedEarly: Bool)] = []
      for session in engagement.sessions where Self.counting.contains(session.state ?? "") {
        let zone = try session.zone.map { try NaiveZone.named($0) } ?? home
        let days = try Self.days(of: session, in: zone, home: home, movedBy: 0)
        uses.append(
          Use(
            kind: session.kind, channel: session.channel, story: engagement.story, day: days.first))
        if session.kind == "telling" {
          tellings.append(
            (days.first, days.last, session.channel, session.state == "endedEarly"))
        }
      }
      if let first = tellings.map(\.first).min(), let last = tellings.map(\.last).max() {
        let endedEarly = tellings.contains { $0.endedEarly }
        let rest = tellings.map { own.rest(channel: $0.channel) }.max() ?? 0
        rested.append(
          Rested(
            first: first, last: last, rest: endedEarly ? own.longestRest : rest,
            endedEarly: endedEarly))
      }
    }
    for day in world.standing.ownTellings ?? [] {
      rested.append(
        Rested(
          first: day.number, last: day.number, rest: own.rest(channel: "inPerson"),
          endedEarly: false))
    }
    self.uses = uses
    self.rested = rested
    lastDayAsAsked = try Self.block(
      world.request, zone: eventZone, home: home, movedBy: 0
    ).last
  }

  /// The asked block with every session's local date moved by some days.
  func block(movedBy days: Int) throws -> Block {
    try Self.block(request, zone: eventZone, home: home, movedBy: days)
  }

  private static func block(
    _ request: NaiveWorld.Request, zone: NaiveZone, home: NaiveZone, movedBy move: Int
  ) throws -> Block {
    var sessions: [Placed] = []
    for session in request.sessions {
      let days = try days(of: session, in: zone, home: home, movedBy: move)
      sessions.append(
        Placed(
          kind: session.kind, channel: session.channel, first: days.first, last: days.last,
          minutes: session.minutes ?? 0, recorded: session.recorded ?? false, of: session.of,
          purpose: session.purpose ?? request.purpose ?? "",
          audience: session.audience ?? request.audience ?? "",
          attribution: session.attribution ?? request.attribution ?? ""))
    }
    guard let first = sessions.map(\.first).min(), let last = sessions.map(\.last).max() else {
      throw NaiveFault.noSessions
    }
    return Block(
      sessions: sessions, tellings: sessions.filter { $0.kind == "telling" }, first: first,
      last: last)
  }

  /// The home days of a session; the last is the day of its last second.
  private static func days(
    of session: NaiveWorld.Session, in zone: NaiveZone, home: NaiveZone, movedBy move: Int
  ) throws -> (first: Int, last: Int) {
    if let day = session.day { return (day.number + move, day.number + move) }
    guard let start = session.start else { throw NaiveFault.noSessions }
    let instant = zone.instant(local: (start.day + move) * 86400 + start.second)
    let first = home.day(at: instant)
    let seconds = (session.minutes ?? 0) * 60
    return (first, seconds > 0 ? max(first, home.day(at: instant + seconds - 1)) : first)
  }
}
