extension GeneratorMaker {
  /// First and last home day of the asked tellings, or of the block where it has none.
  var tellingDays: (first: Int, last: Int) {
    let days = draft.sessions.filter { $0.kind == "telling" }.map { homeDays(of: $0, in: zone) }
    return (days.map(\.first).min() ?? draft.first, days.map(\.last).max() ?? draft.last)
  }

  var askedTellings: Int { draft.sessions.count { $0.kind == "telling" } }

  /// A session that stands on a home day.
  mutating func booked(
    day: Int, kind: String = "telling", channel: String? = nil, state: String? = nil,
    short: Bool = false
  ) -> GeneratorDraft.Session {
    var session = GeneratorDraft.Session(kind: kind)
    session.channel =
      channel ?? dice.pick(kind == "telling" ? Self.tellingChannels : Self.exposureChannels)
    session.of = "use-\(dice.int(1...5))"
    let past = ["completed", "completed", "completed", "completed", "confirmed", "endedEarly"]
    let coming = ["confirmed", "confirmed", "held"]
    session.state = state ?? dice.pick(day <= draft.today ? past : coming)
    if kind == "exposure" {
      session.wall = (day, 0)
      if session.state == "endedEarly" { session.state = "completed" }
      return session
    }
    session.zone = dice.percent(65) ? draft.home : dice.pick(Self.zones)
    let minute =
      dice.percent(70) || short
      ? dice.int(9...20) * 60 : dice.pick([0, 15, 1320, 1380, 1410, 1425, 120])
    session.minutes =
      short ? dice.int(5...60) : dice.pick([10, 15, 20, 30, 45, 60, 120, 300, 1600])
    let instant = home.instant(local: day * 86400 + minute * 60)
    session.wall = Self.wall(at: instant, in: NaiveZone.orUTC(session.zone))
    return session
  }

  mutating func addBlock(_ sessions: [GeneratorDraft.Session], story: String? = nil) {
    draft.engagements.append(
      .init(
        story: story ?? (dice.percent(65) ? draft.story : dice.pick(Self.stories)),
        organisation: dice.pick(Self.organisations), purpose: dice.pick(Self.purposes),
        sessions: sessions))
  }

  mutating func drawHistory() {
    let terms = draft.terms
    let asked = tellingDays
    let crowded = troubles.contains(.capRolling) || troubles.contains(.loadLimit)
    if dice.percent(10) {
      for _ in 0..<dice.int(1...5) { addBlock([booked(day: draft.today + dice.int(-120...60))]) }
    } else if !crowded {
      let gap = max(terms.longestRest + 4, askedTellings > 1 ? 46 : 32)
      var day = asked.first
      for _ in 0..<dice.int(0...3) {
        day -= gap + dice.int(0...30)
        var block = [booked(day: day)]
        if dice.percent(12) { block.append(booked(day: day + 1)) }
        if dice.percent(15) { block.append(booked(day: day + 2, kind: "exposure")) }
        addBlock(block)
      }
      if dice.percent(30) { addBlock([booked(day: asked.last + gap + dice.int(0...30))]) }
    }
    for _ in 0..<dice.weighted([50, 20, 15, 10, 5]) {
      addBlock([booked(day: draft.today + dice.int(-300...60), kind: "exposure")])
    }
    // These leave no trace, wherever they lie.
    for _ in 0..<dice.weighted([55, 30, 15]) {
      let idle = [
        "declined", "lapsed", "cancelledByPeer", "cancelledByOrganiser", "released",
        "didNotTakePlace",
      ]
      var block = [booked(day: asked.first + dice.int(-20...20), state: dice.pick(idle))]
      if dice.percent(30) { block.append(booked(day: asked.first, state: dice.pick(idle))) }
      addBlock(block)
    }
    if dice.percent(15) {
      for _ in 0...dice.int(0...2) {
        draft.ownTellings.append(asked.first - terms.longestRest - dice.int(1...60))
      }
    }
  }

  /// Sets a lifetime total: a wide one at times, one too small where that is the trouble.
  mutating func drawLifetime() {
    let tight = troubles.contains(.capLifetime) && askedTellings > 0
    if !tight && !dice.percent(12) { return }
    var told = 0
    for engagement in draft.engagements where engagement.story == draft.story {
      told += engagement.sessions.count {
        $0.kind == "telling" && NaiveCase.counting.contains($0.state)
      }
    }
    if tight && told == 0 {
      addBlock([booked(day: draft.first - dice.int(400...700), short: true)], story: draft.story)
      told = 1
    }
    let all = told + askedTellings
    let total = tight ? all - dice.int(1...2) : all + dice.int(0...5)
    if dice.percent(50) {
      draft.policy.lifetime = max(1, total)
      draft.writesPolicy = true
      draft.limits?.merged.lifetime = nil
    } else {
      draft.limits = limits { $0.merged.lifetime = max(1, total) }
      if dice.percent(30) {
        draft.policy.lifetime = max(1, total + dice.int(-2...4))
        draft.writesPolicy = true
      }
    }
  }
}
