extension PeerRecord {
  /// What the rules see on a day.
  ///
  /// - Parameters:
  ///   - today: the peer's home day.
  ///   - policy: the registry's policy that binds that day.
  /// - Returns: the standing, with this record's revision.
  public func standing(on today: Day, policy: Policy) -> Standing {
    let own = limits.inForce(on: today, over: policy)
    return Standing(
      zone: zone, boundaries: boundaries, consents: consents, revocations: revocations,
      pauses: pauses, notBefore: notBefore, limits: own, ties: ties,
      independentContact: independentContact, waives: waives,
      engagements: engagements.map { $0.seen(on: today) }, asks: asks,
      quiet: quietPeriods(on: today, policy: policy.merged(with: own)),
      careOverdue: careOverdue(on: today, policy: policy.merged(with: own)),
      payOverdue: payOverdue(on: today, policy: policy.merged(with: own)),
      released: placements.released, ownTellings: ownTellings,
      refusesInTheRoom: refusesInTheRoom(on: today), revision: revision)
  }

  /// Each ask that was put to the peer.
  private var asks: [Ask] {
    engagements.compactMap { engagement in
      engagement.askedOn.map { Ask(organisation: engagement.organisation, day: $0) }
    }
  }

  /// The quiet periods that answers and lapses have started, as of a day.
  ///
  /// A quiet period begins the day after and holds that many days: "not this one" on 1 May, quiet
  /// from 2 to 15 May. A hold that lapses on 9 May makes its organisation quiet from 10 May; if
  /// its ask before that had lapsed too, for longer.
  private func quietPeriods(on today: Day, policy: Policy) -> [QuietPeriod] {
    var periods: [QuietPeriod] = []
    var lapsedBefore: Set<OrganisationID> = []
    for engagement in engagements where engagement.askedOn != nil {
      let organisation = engagement.organisation
      if let answered = bookings.answers[engagement.id] {
        lapsedBefore.remove(organisation)
        let days: Int? =
          switch answered.answer {
          case .yes: nil
          case .notThisOne: policy.quiet.notThisOne
          case .notThisKind: policy.quiet.notThisKind
          }
        // Refusing an edit is no decline.
        guard let days, engagement.replaces == nil else { continue }
        for purpose in Set(engagement.sessions.map(\.purpose)) {
          periods.append(
            QuietPeriod(
              organisation: organisation, purpose: purpose, from: answered.day.adding(1),
              until: answered.day.adding(days)))
        }
      } else if let lapsed = engagement.lapsesOn, lapsed <= today {
        let days =
          lapsedBefore.contains(organisation) ? policy.quiet.lapsedAgain : policy.quiet.lapsed
        lapsedBefore.insert(organisation)
        periods.append(
          QuietPeriod(
            organisation: organisation, purpose: nil, from: lapsed.adding(1),
            until: lapsed.adding(days)))
      }
    }
    return periods
  }
}
