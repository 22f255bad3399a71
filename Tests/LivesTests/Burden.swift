import ConsentRegistry
import Seeded

/// One more thing that speaks against a request, laid on a standing as it is.
enum Burden: CaseIterable {
  case withdrawal, pause, telling, exposure, toldElsewhere, ask, longerRest, lowerCap

  /// The same standing and policy with one more of it.
  func added(
    to standing: Standing, _ policy: Policy, for request: UseRequest, today: Day,
    _ dice: inout SeededDice
  ) -> (Standing, Policy) {
    let near = today.adding(dice.int(-30...40))
    var policy = policy
    switch self {
    case .withdrawal:
      let session = request.sessions[0]
      let scope = Revocation.Scope(
        story: dice.int(0...1) == 0 ? request.story : nil,
        purpose: dice.int(0...1) == 0 ? session.purpose : nil,
        channel: dice.int(0...1) == 0 ? session.channel : nil)
      let withdrawal = Revocation(
        day: today, consentsBefore: standing.consents.count, scope: scope)
      return (standing.with(revocations: [withdrawal]), policy)
    case .pause:
      let until = dice.int(0...4) == 0 ? nil : near.adding(dice.int(0...20))
      return (standing.with(pauses: [Pause(from: near, until: until)]), policy)
    case .telling, .exposure:
      let isTelling = self == .telling
      let day = today.adding(-dice.int(0...60))
      let use = Engagement.Session(
        kind: isTelling ? .telling : .exposure, channel: isTelling ? .inPerson : .web, first: day,
        last: day, state: .completed)
      let engagement = Engagement(
        id: Scene.someID(), story: request.story, organisation: Scene.someID(), purpose: nil,
        sessions: [use])
      return (standing.with(engagements: [engagement]), policy)
    case .toldElsewhere:
      return (standing.with(ownTellings: [today.adding(-dice.int(0...40))]), policy)
    case .ask:
      let ask = Ask(organisation: request.organisation, day: today.adding(-dice.int(0...30)))
      return (standing.with(asks: [ask]), policy)
    case .longerRest:
      policy.rest.days += 9
      policy.rest.endedEarly += 9
      return (standing.changingLimits("rest.", by: 9), policy)
    case .lowerCap:
      for cap in policy.caps.list { policy.caps[cap.kind, cap.days] = max(0, cap.atMost - 1) }
      policy.engagement.tellings = max(0, policy.engagement.tellings - 1)
      return (
        standing.changingLimits("caps.", by: -1).changingLimits("engagement.tellings", by: -1),
        policy
      )
    }
  }
}

extension Standing {
  /// The same standing with more of some things.
  func with(
    revocations: [Revocation] = [], pauses: [Pause] = [], engagements: [Engagement] = [],
    asks: [Ask] = [], ownTellings: [Day] = [], limits: Limits? = nil
  ) -> Standing {
    Standing(
      zone: zone, boundaries: boundaries, consents: consents,
      revocations: self.revocations + revocations, pauses: self.pauses + pauses,
      notBefore: notBefore, limits: limits ?? self.limits, ties: ties,
      independentContact: independentContact, waives: waives,
      engagements: self.engagements + engagements, asks: self.asks + asks, quiet: quiet,
      careOverdue: careOverdue, payOverdue: payOverdue, released: released,
      ownTellings: self.ownTellings + ownTellings, exceptions: exceptions,
      refusesInTheRoom: refusesInTheRoom, revision: revision)
  }

  /// The same standing with the peer's own values of some terms raised or lowered, never below 0.
  fileprivate func changingLimits(_ prefix: String, by more: Double) -> Standing {
    var limits = limits
    for own in limits.values where own.term.path.hasPrefix(prefix) {
      limits[own.term] = max(0, own.value + more)
    }
    return with(limits: limits)
  }
}
