/// Why an organisation isn't to ask for a while; for the peer's own eyes.
public enum QuietCause: Hashable, Sendable {
  /// The peer said no to an ask.
  case declined(EngagementID)
  /// An ask stayed without an answer.
  case lapsed(EngagementID)
  /// An ask stayed without an answer, and so had the one before it.
  case lapsedAgain(EngagementID)
  /// The peer has chosen it.
  case chosen
}

/// A quiet period with what started it.
public struct CausedQuiet: Hashable, Sendable {
  /// Whose asks are quiet, for what, and through which day.
  public let period: QuietPeriod
  /// What started it.
  public let cause: QuietCause
}

extension PeerRecord {
  /// The quiet periods that answers, lapses and the peer's own choice have started, as of a day.
  ///
  /// A quiet period begins the day after and holds that many days: "not this one" on 1 May, quiet
  /// from 2 to 15 May. A hold that lapses on 9 May makes its organisation quiet from 10 May; if
  /// its ask before that had lapsed too, for longer. Ended by the peer on 5 May, the first was
  /// quiet from 2 to 4 May.
  ///
  /// - Parameters:
  ///   - today: the peer's home day.
  ///   - policy: the registry's policy with the peer's own limits in place.
  /// - Returns: each with what started it, in the order of the asks, the chosen ones last.
  public func quiet(on today: Day, policy: Policy) -> [CausedQuiet] {
    var quiet: [CausedQuiet] = []
    var lapsedBefore: Set<OrganisationID> = []
    for engagement in asksByDay {
      let organisation = engagement.organisation
      if let answered = bookings.answers[engagement.id] {
        lapsedBefore.remove(organisation)
        // Refusing an edit is no decline.
        guard let days = policy.quietDays(after: answered.answer), engagement.replaces == nil
        else { continue }
        for purpose in Set(engagement.sessions.map(\.purpose)).sorted(by: PeerRecord.inOrder) {
          let period = QuietPeriod(
            organisation: organisation, purpose: purpose, from: answered.day.adding(1),
            until: answered.day.adding(days))
          if let period = shortened(period, answered: engagement.id) {
            quiet.append(CausedQuiet(period: period, cause: .declined(engagement.id)))
          }
        }
      } else if let lapsed = engagement.lapsesOn, lapsed <= today {
        let isAgain = lapsedBefore.contains(organisation)
        lapsedBefore.insert(organisation)
        let period = QuietPeriod(
          organisation: organisation, purpose: nil, from: lapsed.adding(1),
          until: lapsed.adding(isAgain ? policy.quiet.lapsedAgain : policy.quiet.lapsed))
        if let period = shortened(period, of: engagement.id, lapsed: lapsed) {
          quiet.append(
            CausedQuiet(
              period: period,
              cause: isAgain ? .lapsedAgain(engagement.id) : .lapsed(engagement.id)))
        }
      }
    }
    return quiet + asking.chosenQuiet.map { CausedQuiet(period: $0, cause: .chosen) }
  }

  /// The asks by the day of asking; those of a joined record are recorded last, whenever they were.
  private var asksByDay: [EngagementRecord] {
    engagements.enumerated().compactMap { place, engagement in
      engagement.askedOn.map { (day: $0, place: place, engagement: engagement) }
    }
    .sorted { ($0.day, $0.place) < ($1.day, $1.place) }.map(\.engagement)
  }

  private func shortened(_ period: QuietPeriod, answered id: EngagementID) -> QuietPeriod? {
    asking.endings.reduce(period) { (period: QuietPeriod?, ending) in
      ending.answered.contains(id)
        ? period?.ended(by: ending.organisation, on: ending.day) : period
    }
  }

  private func shortened(
    _ period: QuietPeriod, of id: EngagementID, lapsed: Day
  ) -> QuietPeriod? {
    asking.endings.reduce(period) { (period: QuietPeriod?, ending) in
      lapsed <= ending.day && ending.asked.contains(id)
        ? period?.ended(by: ending.organisation, on: ending.day) : period
    }
  }

  private static func inOrder(_ one: Purpose?, _ other: Purpose?) -> Bool {
    (one?.rawValue ?? 0) < (other?.rawValue ?? 0)
  }
}

extension Policy {
  /// For how many days an answer keeps an organisation quiet; nothing after a yes.
  fileprivate func quietDays(after answer: Answer) -> Int? {
    switch answer {
    case .yes: nil
    case .notThisOne: quiet.notThisOne
    case .notThisKind: quiet.notThisKind
    }
  }
}
