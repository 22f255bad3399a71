extension GeneratorMaker {
  mutating func drawTerms() {
    if dice.percent(30) { drawPolicy() }
    if dice.percent(40) { drawLimits() }
    if draft.terms.load == nil && dice.percent(12) {
      setLoad(limit: dice.pick([2.5, 3.0, 4.0, 6.0]))
    }
    guard troubles.contains(.capEngagement) else { return }
    switch dice.int(0...2) {
    case 0: draft.limits = limits { $0.merged.engagement = .init(tellings: 1) }
    case 1:
      draft.policy.tellings = 1
      draft.writesPolicy = true
      draft.limits?.merged.engagement?.tellings = nil
    default:
      if dice.percent(50) {
        draft.limits = limits { $0.merged.engagement = .init(tellingsPerDay: 1) }
      } else {
        draft.policy.tellingsPerDay = 1
        draft.writesPolicy = true
        draft.limits?.merged.engagement?.tellingsPerDay = nil
      }
    }
  }

  /// The limits so far, changed.
  func limits(_ change: (inout GeneratorLimits) -> Void) -> GeneratorLimits {
    var limits = draft.limits ?? GeneratorLimits()
    change(&limits)
    return limits
  }

  /// Sets a load limit, in the policy or as the peer's own.
  mutating func setLoad(limit: Double) {
    let halfLife = Double(dice.pick([7, 14, 30, 60]))
    let weights = dice.percent(60) ? ["hearing": 1.5, "mediaInterview": 1.25] : [:]
    if dice.percent(50) {
      draft.policy.load = .init(halfLife: halfLife, limit: limit, weights: weights)
      draft.writesPolicy = true
      draft.limits?.merged.load = nil
    } else {
      draft.limits = limits {
        $0.merged.load = .init(
          halfLife: halfLife, limit: limit, weights: weights.isEmpty ? nil : weights)
      }
    }
  }

  private mutating func drawPolicy() {
    draft.writesPolicy = true
    var policy = NaiveTerms()
    if dice.percent(40) { policy.restDays = dice.pick([0, 3, 7, 10, 14, 20, 28]) }
    if dice.percent(30) {
      policy.restByChannel = [:]
      for channel in dice.some(["inPerson", "hearing", "video", "onlineLive"], percent: 50) {
        policy.restByChannel[channel] = dice.int(1...30)
      }
    }
    if dice.percent(30) { policy.restEndedEarly = dice.pick([7, 14, 30, 45]) }
    if dice.percent(30) {
      policy.caps = dice.some(policy.caps, percent: 75)
      for index in policy.caps.indices {
        policy.caps[index].atMost = max(1, policy.caps[index].atMost + dice.int(-1...2))
      }
    }
    if dice.percent(20) { policy.caps.append(.init(kind: "exposure", atMost: 3, days: 30)) }
    if dice.percent(30) {
      policy.tellings = dice.int(1...4)
      policy.tellingsPerDay = dice.int(1...policy.tellings)
    }
    if dice.percent(30) {
      policy.asksAtMost = dice.int(2...6)
      policy.asksPerOrganisation = dice.int(1...3)
      policy.asksDays = dice.pick([7, 14, 30, 60])
    }
    if dice.percent(30) {
      policy.noticeDays = dice.int(0...14)
      policy.noticeByChannel = [:]
      for channel in dice.some(["hearing", "mediaInterview", "web", "inPerson"], percent: 40) {
        policy.noticeByChannel[channel] = dice.int(1...14)
      }
    }
    if dice.percent(30) { policy.longMinutes = dice.pick([10, 15, 30, 45, 60]) }
    if dice.percent(12) {
      policy.load = .init(
        halfLife: 14, limit: 3, weights: dice.percent(50) ? ["hearing": 1.5] : [:])
    }
    draft.policy = policy
  }

  private mutating func drawLimits() {
    var limits = GeneratorLimits()
    if dice.percent(35) {
      var rest = NaiveLimits.Rest()
      if dice.percent(50) { rest.days = dice.pick([0, 5, 7, 14, 21, 30]) }
      if dice.percent(40) {
        var byChannel: [String: Int?] = ["hearing": dice.int(3...40), "inPerson": dice.int(1...30)]
        if dice.percent(30) { byChannel["hearing"] = .some(nil) }
        rest.byChannel = .some(byChannel)
      }
      if dice.percent(30) { rest.endedEarly = dice.pick([3, 20, 40, 60]) }
      limits.merged.rest = rest
    }
    if dice.percent(30) { limits.merged.caps = drawCaps() }
    if dice.percent(15) {
      limits.merged.engagement = .init(tellings: dice.percent(60) ? dice.int(1...4) : nil)
      if dice.percent(50) { limits.merged.engagement?.tellingsPerDay = dice.int(1...3) }
    }
    if dice.percent(25) && draft.policy.load != nil {
      limits.merged.load = .init(limit: dice.percent(60) ? 2.0 : nil)
      if dice.percent(40) { limits.merged.load?.halfLife = 21 }
      if dice.percent(40) { limits.merged.load?.weights = ["inPerson": 0.5] }
    }
    if dice.percent(20) {
      limits.merged.asks = .init(atMost: dice.percent(50) ? dice.int(1...8) : nil)
      if dice.percent(50) { limits.merged.asks?.perOrganisation = dice.int(1...4) }
      if dice.percent(50) { limits.merged.asks?.days = dice.pick([7, 45, 90]) }
    }
    if dice.percent(25) {
      limits.merged.notice = .init(days: dice.percent(60) ? dice.int(0...21) : nil)
      if dice.percent(50) {
        let byChannel: [String: Int?] = ["hearing": dice.int(0...10), "web": dice.int(0...20)]
        limits.merged.notice?.byChannel = .some(byChannel)
      }
    }
    if dice.percent(15) { limits.merged.session = .init(longMinutes: dice.pick([5, 25, 90])) }
    for key in ["rest.days", "rest", "lifetime", "load", "asks.days", "notice.days", "engagement"]
    where dice.percent(5) {
      limits.nulls.insert(key)
    }
    draft.limits = limits
  }

  private mutating func drawCaps() -> [NaiveLimits.Cap] {
    let known = dice.pick([(2, 30), (3, 90), (6, 180), (10, 365)])
    switch dice.int(0...3) {
    case 0:
      return [.init(kind: "telling", atMost: max(1, known.0 + dice.int(-1...3)), days: known.1)]
    case 1:
      return [.init(kind: "telling", atMost: dice.int(1...3), days: dice.pick([10, 45, 60, 120]))]
    case 2:
      return [.init(kind: "exposure", atMost: dice.int(2...8), days: dice.pick([14, 90, 365]))]
    default:
      return [
        .init(kind: "telling", atMost: max(1, known.0 + dice.int(0...2)), days: known.1),
        .init(kind: "telling", atMost: 2, days: 21),
        .init(kind: "exposure", atMost: 6, days: 60),
      ]
    }
  }
}
