/// What surrounds a peer's asks, as their entries add up.
public struct Asking: Hashable, Sendable {
  /// The quiet periods that the peer has chosen.
  public private(set) var chosenQuiet: [QuietPeriod] = []
  /// Where the peer has ended an organisation's quiet periods early.
  private(set) var endings: [QuietEnding] = []
  /// The asks made outside the registry.
  public private(set) var outside: [OutsideAsk] = []
  /// What the peer has set aside, by the attempt's number.
  private(set) var exceptions: [Int: [SetAside]] = [:]
  /// The attempts taken up, each with the booking that it became.
  public private(set) var takenUp: [Int: EngagementID] = [:]
  /// The organisations from which the peer takes first asks; each with how many withdrawals had
  /// been recorded by then.
  private(set) var firstAsks: [OrganisationID: Int] = [:]
  /// Who has looked whether the peer could be asked, in the order in which they did.
  public private(set) var checks: [Check] = []

  /// An organisation's quiet periods, ended early.
  struct QuietEnding: Hashable, Sendable {
    let organisation: OrganisationID
    let day: Day
    /// The answers that had been given by then: what they started ends, what comes later doesn't.
    let answered: Set<EngagementID>
    /// The asks there were by then; another record\'s that is joined later lapses by itself.
    let asked: Set<EngagementID>
  }

  /// Rules set aside for one attempt, and when the independent contact confirmed it.
  struct SetAside: Hashable, Sendable {
    let rules: Set<RuleCode>
    let day: Day
    var confirmedOn: Day?
  }

  /// An ask made outside the registry, as the peer recorded it.
  public struct OutsideAsk: Hashable, Sendable {
    /// Who asked.
    public let organisation: OrganisationID
    /// On which day.
    public let day: Day
    /// What it was about, in the peer's own words.
    public let words: String?
  }

  /// A look at whether the peer could be asked.
  public struct Check: Hashable, Sendable {
    /// For which organisation.
    public let organisation: OrganisationID
    /// Who looked, where that is known.
    public let coordinator: CoordinatorID?
    /// The first day of the block looked for.
    public let starts: Day
    /// On which day.
    public let day: Day
  }

  /// Nothing yet.
  public init() {}

  /// Reads one more step; the answers, the asks and the withdrawals are those recorded before it.
  mutating func apply(
    _ step: AskingStep, after answers: Set<EngagementID>, of asked: Set<EngagementID>,
    withdrawals: Int
  ) {
    switch step {
    case .quietEnded(let organisation, let day):
      endings.append(
        QuietEnding(organisation: organisation, day: day, answered: answers, asked: asked))
      chosenQuiet = chosenQuiet.compactMap { $0.ended(by: organisation, on: day) }
    case .quietChosen(let organisation, let purpose, let until, let day):
      // It acts at once, as everything does by which a peer tightens.
      chosenQuiet.append(
        QuietPeriod(organisation: organisation, purpose: purpose, from: day, until: until))
    case .askedOutside(let organisation, let words, let day):
      outside.append(OutsideAsk(organisation: organisation, day: day, words: words))
    case .exceptionSet(let attempt, let rules, let day):
      let set = SetAside(rules: Set(rules.filter(\.allowsException)), day: day)
      exceptions[attempt] = set.rules.isEmpty ? nil : exceptions[attempt, default: []] + [set]
    case .exceptionConfirmed(let attempt, let day):
      exceptions[attempt] = exceptions[attempt]?.map { $0.confirmed(on: day) }
    case .takenUp(let attempt, let engagement, _): takenUp[attempt] = engagement
    case .firstAsksAllowed(let organisation, let isAllowed, _):
      firstAsks[organisation] = isAllowed ? withdrawals : nil
    case .checked(let organisation, let coordinator, let starts, let day):
      checks.append(
        Check(organisation: organisation, coordinator: coordinator, starts: starts, day: day))
    }
  }
}

extension QuietPeriod {
  /// The same period with the day before as its last; nothing if it hadn't begun by then.
  func ended(by organisation: OrganisationID, on day: Day) -> QuietPeriod? {
    guard self.organisation == organisation, until >= day else { return self }
    let yesterday = day.adding(-1)
    guard (from ?? yesterday) <= yesterday else { return nil }
    return QuietPeriod(organisation: organisation, purpose: purpose, from: from, until: yesterday)
  }
}

extension Asking.SetAside {
  /// The same with the contact's word; a word given before stands.
  func confirmed(on day: Day) -> Asking.SetAside {
    Asking.SetAside(rules: rules, day: self.day, confirmedOn: confirmedOn ?? day)
  }
}
