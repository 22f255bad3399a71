extension GeneratorMaker {
  mutating func makeDayTroubles() {
    if troubles.contains(.pauseActive) {
      switch dice.int(0...5) {
      case 0, 1, 5:
        let from = draft.last - dice.int(0...20)
        draft.pauses.append((from, max(from, draft.first) + dice.int(0...40)))
      case 2: draft.pauses.append((draft.first - dice.int(0...9), draft.first))
      case 3: draft.pauses.append((draft.today - dice.int(0...9), draft.today + dice.int(0...5)))
      default: draft.pauses.append((draft.last - dice.int(0...30), nil))
      }
    }
    if troubles.contains(.readinessNotBefore) {
      draft.notBefore = draft.first + (dice.percent(30) ? 1 : dice.int(1...90))
    }
    if troubles.contains(.restPeriod) { makeRestTrouble() }
  }

  private mutating func makeRestTrouble() {
    let terms = draft.terms
    let asked = tellingDays
    let channel = dice.pick(Self.tellingChannels)
    switch dice.weighted([40, 15, 15, 15, 15]) {
    case 0:
      let rest = terms.rest(channel: channel)
      let free = dice.percent(40) ? rest - 1 : dice.int(0...max(0, rest - 1))
      let state = dice.pick(["completed", "completed", "confirmed"])
      addBlock([booked(day: asked.first - 1 - max(0, free), channel: channel, state: state)])
    case 1:
      let free = dice.int(0...max(0, terms.longestRest - 1))
      addBlock([booked(day: asked.first - 1 - free, channel: channel, state: "endedEarly")])
    case 2:
      let rest = draft.sessions.filter { $0.kind == "telling" }
        .map { terms.rest(channel: $0.channel) }.max()
      let free = dice.int(0...max(0, (rest ?? 1) - 1))
      addBlock([booked(day: asked.last + 1 + free, channel: channel)])
    case 3: addBlock([booked(day: dice.int(asked.first...asked.last), channel: channel)])
    default:
      let rest = terms.rest(channel: "inPerson")
      draft.ownTellings.append(asked.first - dice.int(0...max(1, rest)))
    }
  }

  mutating func makeCountTroubles() {
    if troubles.contains(.capRolling) {
      if askedTellings > 0 && dice.percent(70) {
        makeTellingCapTrouble()
      } else {
        makeExposureCapTrouble()
      }
    }
    if troubles.contains(.loadLimit) {
      let asked = tellingDays
      let rest = draft.terms.longestRest
      var day = asked.first
      for _ in 0...dice.int(0...1) {
        day -= rest + dice.int(1...6)
        if day > draft.today - 400 { addBlock([booked(day: day, short: true)]) }
      }
      if dice.percent(30) { addBlock([booked(day: asked.last + rest + dice.int(2...8))]) }
      let asks = Double(askedTellings) * dice.pick([1.0, 1.0, 1.25])
      setLoad(limit: asks + dice.pick([-0.25, 0.0625, 0.125, 0.25, 0.375]))
    }
    if troubles.contains(.askCap) { makeAskTrouble() } else { drawAsks() }
  }

  private mutating func makeTellingCapTrouble() {
    let asked = tellingDays
    let rest = draft.terms.longestRest
    switch dice.int(0...3) {
    case 0:
      var day = asked.first
      for _ in 0..<3 {
        day -= rest + dice.int(1...3)
        addBlock([booked(day: day, state: day <= draft.today ? "completed" : "held")])
      }
    case 1:
      // Ten or more in a year, a month apart.
      var day = asked.first
      for _ in 0..<dice.int(6...11) {
        day -= max(rest + 1, dice.int(28...33))
        addBlock([booked(day: day, state: "completed", short: true)])
      }
    case 2:
      let days = dice.pick([50, 60, 75, 120, 200])
      let kept = (draft.limits?.merged.caps ?? []).filter {
        $0.kind != "telling" || $0.days != days
      }
      draft.limits = limits {
        $0.merged.caps = kept + [.init(kind: "telling", atMost: max(1, askedTellings), days: days)]
      }
      let away = max(rest + 1, dice.percent(40) ? days - 1 : dice.int(1...days - 1))
      let day = dice.percent(65) ? asked.first - away : asked.last + away
      addBlock([booked(day: day, short: true)])
    default:
      // One on either side: only a window over both shows it.
      addBlock([booked(day: asked.first - rest - dice.int(1...4), state: "completed")])
      addBlock([
        booked(day: asked.last + rest + dice.int(1...4)),
        booked(day: asked.last + rest + dice.int(5...7)),
      ])
    }
  }

  private mutating func makeExposureCapTrouble() {
    let count = draft.sessions.count { $0.kind == "exposure" }
    let day = draft.first - dice.int(0...20)
    if dice.percent(40) {
      for _ in 0..<13 - min(count, 3) {
        addBlock([booked(day: day - dice.int(0...330), kind: "exposure")])
      }
    } else {
      let days = dice.pick([15, 40, 100, 200])
      let kept = (draft.limits?.merged.caps ?? []).filter { $0.kind != "exposure" }
      draft.limits = limits {
        $0.merged.caps =
          kept + [.init(kind: "exposure", atMost: max(1, count + 1), days: days)]
      }
      for _ in 0..<3 {
        addBlock([booked(day: draft.first - dice.int(0...days), kind: "exposure")])
      }
    }
  }

  private mutating func makeAskTrouble() {
    let terms = draft.terms
    let mine = dice.percent(50)
    for _ in 0..<(mine ? terms.asksPerOrganisation : terms.asksAtMost) {
      let age = dice.percent(25) ? terms.asksDays - 1 : dice.int(0...terms.asksDays - 1)
      let other = dice.pick(["o5", "o6", "o7"])
      draft.asks.append((mine ? draft.organisation : other, draft.today - age))
    }
  }

  private mutating func drawAsks() {
    let terms = draft.terms
    let mine = dice.int(0...max(0, terms.asksPerOrganisation - 1))
    let room = max(0, terms.asksAtMost - 1 - mine)
    for _ in 0..<min(mine, max(0, terms.asksAtMost - 1)) {
      draft.asks.append((draft.organisation, draft.today - dice.int(0...terms.asksDays)))
    }
    for _ in 0..<dice.int(0...min(room, 3)) {
      draft.asks.append((dice.pick(["o5", "o6"]), draft.today - dice.int(0...40)))
    }
    if dice.percent(30) {
      draft.asks.append((draft.organisation, draft.today - terms.asksDays - dice.int(0...5)))
    }
  }
}
