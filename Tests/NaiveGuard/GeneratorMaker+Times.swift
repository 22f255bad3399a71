extension GeneratorMaker {
  /// The wall time at an instant in a zone, to the minute.
  static func wall(at instant: Int, in zone: NaiveZone) -> (day: Int, minute: Int) {
    let local = instant + zone.offset(at: instant)
    let day = NaiveZone.floorDay(local)
    return (day, (local - day * 86400) / 60)
  }

  static func moved(_ wall: (day: Int, minute: Int), minutes: Int) -> (day: Int, minute: Int) {
    let total = wall.day * 1440 + wall.minute + minutes
    let day = NaiveZone.floorDay(total * 60)
    return (day, total - day * 1440)
  }

  /// The home days that a drafted session takes up.
  func homeDays(of session: GeneratorDraft.Session, in zone: NaiveZone) -> (first: Int, last: Int) {
    if session.kind == "exposure" { return (session.wall.day, session.wall.day) }
    let start = zone.instant(local: session.wall.day * 86400 + session.wall.minute * 60)
    return (home.day(at: start), home.day(at: start + max(session.minutes * 60 - 1, 0)))
  }

  /// Draws zones, a day (often one near a clock change) and the sessions asked for.
  mutating func drawSessions() {
    draft.home = dice.pick(Self.zones)
    draft.zone = dice.percent(60) ? draft.home : dice.pick(Self.zones)
    home = NaiveZone.orUTC(draft.home)
    zone = NaiveZone.orUTC(draft.zone)
    let year = dice.int(2024...2030)
    var anchor = (NaiveCalendar.number(of: "\(year)-01-01") ?? 0) + dice.int(0...364)
    var change: (day: Int, minute: Int)?
    let changing = dice.percent(50) ? home : zone
    let span = dice.percent(2) ? 2011...2012 : 2024...2030
    let from = (NaiveCalendar.number(of: "\(span.lowerBound)-06-01") ?? 0) * 86400
    let until = (NaiveCalendar.number(of: "\(span.upperBound)-12-01") ?? 0) * 86400
    let changes = changing.stretches.map(\.until).filter { from < $0 && $0 < until }
    if !changes.isEmpty && dice.percent(45) {
      let near = Self.wall(at: dice.pick(changes) - 60, in: zone)
      anchor = near.day + (dice.percent(50) ? dice.int(-2...2) : dice.int(-25...1))
      if anchor <= near.day + 1 { change = (anchor, near.minute) }
    }
    drawRequestWords()
    var day = anchor
    for kind in drawKinds() {
      var session = GeneratorDraft.Session(kind: kind)
      session.zone = draft.zone
      session.channel = dice.pick(kind == "telling" ? Self.tellingChannels : Self.exposureChannels)
      session.minutes = drawMinutes()
      if kind == "telling" {
        session.wall = drawWall(day: day, minutes: &session.minutes, change: change)
        session.recorded = dice.percent(25)
        session.writesRecorded = dice.percent(70)
      } else {
        session.wall = (day, 0)
        session.of = "use-\(dice.int(1...5))"
      }
      if dice.percent(15) { session.purpose = dice.pick(Self.purposes) }
      if dice.percent(12) { session.audience = dice.pick(Self.audiences) }
      if dice.percent(12) { session.attribution = dice.pick(Self.attributions) }
      draft.sessions.append(session)
      let sameDay = draft.terms.tellingsPerDay > 1 || troubles.contains(.capEngagement)
      if !(sameDay && dice.percent(50)) { day += dice.pick([1, 1, 1, 2, 3, 3, 9]) }
    }
    if dice.percent(5) { draft.sessions.reverse() }
    if troubles.contains(.noticeShort) && dice.percent(30) {
      draft.sessions[0].channel = draft.sessions[0].kind == "telling" ? "inPerson" : "web"
    }
    let days = draft.sessions.map { homeDays(of: $0, in: zone) }
    draft.first = days.map(\.first).min() ?? anchor
    draft.last = days.map(\.last).max() ?? anchor
  }

  private mutating func drawRequestWords() {
    draft.story = dice.pick(Self.stories)
    draft.organisation = dice.pick(Self.organisations)
    draft.purpose = dice.pick(Self.purposes)
    draft.audience = dice.pick(Self.audiences)
    draft.attribution = dice.pick(Self.attributions)
  }

  private mutating func drawKinds() -> [String] {
    let terms = draft.terms
    var tellings = 0
    var exposures = 0
    switch dice.weighted([64, 20, 16]) {
    case 0: tellings = dice.weighted([0, 60, 32, 8])
    case 1: exposures = dice.weighted([0, 60, 25, 15])
    default: (tellings, exposures) = (dice.int(1...2), dice.int(1...2))
    }
    if !troubles.isDisjoint(with: Self.needsTelling) && tellings == 0 { tellings = 1 }
    if troubles.contains(.releaseMissing) && exposures == 0 { exposures = 1 }
    tellings = min(tellings, max(1, terms.tellings))
    if troubles.contains(.capEngagement) {
      let perDay = terms.tellingsPerDay < terms.tellings
      tellings = min(4, perDay ? terms.tellingsPerDay + 1 : terms.tellings + 1)
    }
    let kinds =
      Array(repeating: "telling", count: tellings) + Array(repeating: "exposure", count: exposures)
    return dice.percent(30) ? kinds.reversed() : kinds
  }

  mutating func drawMinutes() -> Int {
    switch dice.weighted([45, 15, 25, 9, 4, 2]) {
    case 0: dice.pick([5, 10, 15])
    case 1: 20
    case 2: dice.int(21...90)
    case 3: dice.int(91...400)
    case 4: dice.int(1000...4400)
    default: dice.pick([1440, 2880])
    }
  }

  private mutating func drawWall(
    day: Int, minutes: inout Int, change: (day: Int, minute: Int)?
  ) -> (day: Int, minute: Int) {
    if let change, dice.percent(55) {
      return Self.moved((day, change.minute), minutes: dice.int(-100...100))
    }
    switch dice.weighted([50, 16, 14, 8, 12]) {
    case 0: return (day, dice.int(8...19) * 60 + dice.pick([0, 15, 30, 45]))
    case 1:
      minutes = dice.int(30...180)
      return (day, dice.int(1320...1439))
    case 2:
      // Ends at midnight, or a minute to either side of it, by the clock at home.
      minutes = dice.pick([15, 30, 60, 90, 120])
      let midnight = home.instant(local: (day + 1) * 86400)
      return Self.wall(at: midnight - (minutes + dice.pick([0, 0, 0, 1, -1])) * 60, in: zone)
    case 3: return (day, dice.int(0...59))
    default: return (day, dice.int(0...1439))
    }
  }

  /// Draws how long before the block today is.
  mutating func drawToday() {
    let terms = draft.terms
    let notice =
      draft.sessions.map {
        max(draft.policy.notice(channel: $0.channel), terms.notice(channel: $0.channel))
      }.max() ?? 0
    var lead = notice + (dice.percent(20) ? 0 : dice.int(0...40))
    if troubles.contains(.noticeShort) && notice > 0 {
      lead = dice.percent(30) ? notice - 1 : dice.int(0...notice - 1)
    } else if dice.percent(2) {
      lead = dice.int(-3...3)
    }
    draft.today = draft.first - lead
  }
}
