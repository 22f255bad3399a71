/// The report `exceptions`: how often an organisation used a story because the peer had set a limit
/// aside for it.
///
/// It is per organisation only, whoever reads: nobody is to see which peer does so. So it takes no
/// filter that could leave one of them alone.
public struct ExceptionsReport: Sendable {
  /// What it can be narrowed by.
  public static let filters: Choices<ReportFilter> = [.period, .organisation]

  private let scope: ReportScope
  private let fewestDays: Int
  private var latest: Day?
  private var tallies: [OrganisationID: OrganisationRow] = [:]

  /// A report with nothing in it yet.
  ///
  /// - Parameters:
  ///   - scope: the days and the organisation.
  ///   - policy: the registry's policy on the report's day: it says how few days say too much.
  public init(scope: ReportScope = ReportScope(), policy: Policy) {
    self.scope = scope.keeping(ExceptionsReport.filters)
    fewestDays = policy.alerts.concentrationDays
  }

  /// Takes in one peer; there are no rows about peers.
  public mutating func add(_ peer: ReportedPeer) {
    latest = max(latest ?? peer.day, peer.day)
    for engagement in peer.record.engagements {
      let organisation = engagement.organisation
      if let asked = engagement.askedOn, asked <= peer.day,
        scope.includes(organisation, on: asked)
      {
        change(organisation) { $0.asks += 1 }
        if engagement.origin == .excepted { change(organisation) { $0.excepted += 1 } }
      }
    }
    for use in peer.uses.uses where use.tookPlace(by: peer.day) && scope.includes(use) {
      change(use.organisation) { $0.allUses += 1 }
      guard use.origin == .excepted else { continue }
      change(use.organisation) { $0.uses += 1 }
      let rules = peer.record.engagement(use.engagement).map(peer.record.rulesSetAside) ?? []
      for rule in rules { change(use.organisation) { $0.byRule[rule, default: 0] += 1 } }
    }
  }

  /// Whether so few days are looked at that their uses would show whose exceptions they were.
  public var isTooShort: Bool {
    guard let latest, let from = scope.period.from else { return false }
    let to = scope.period.ending(by: latest).to ?? latest
    return from.days(until: to) + 1 < fewestDays
  }

  /// A row for each organisation, by its id; once every peer has been taken in.
  public func totals() -> [OrganisationRow] {
    tallies.values.sorted { $0.organisation < $1.organisation }
  }

  /// What each figure is, in words.
  public var measures: [Measure] {
    [
      Measure(
        "Uses by exception",
        "Uses that took place although a limit stood against them, as the peer "
          + "had set it aside for that one ask; all uses stand beside.",
        window: Measure.asAskedFor, floor: "at least \(fewestDays) days to look at"),
      Measure(
        "Asks by exception", "Asks that came to the peer in that way; all asks stand beside.",
        window: Measure.asAskedFor),
      Measure(
        "By rule",
        "These uses by each rule that was set aside for them: one may stand under more "
          + "than one, or under none where it isn't known.", window: Measure.asAskedFor),
    ]
  }

  /// How often one organisation's uses rested on an exception, over all peers.
  public struct OrganisationRow: Hashable, Sendable {
    /// Which organisation.
    public let organisation: OrganisationID
    /// Uses that took place by a peer's exception.
    public internal(set) var uses = 0
    /// All uses that took place.
    public internal(set) var allUses = 0
    /// Asks put to peers by their exception.
    public internal(set) var excepted = 0
    /// All asks put to peers.
    public internal(set) var asks = 0
    /// Uses by the rule that was set aside for them.
    public internal(set) var byRule: [RuleCode: Int] = [:]

    init(organisation: OrganisationID) { self.organisation = organisation }
  }

  private mutating func change(
    _ organisation: OrganisationID, _ change: (inout OrganisationRow) -> Void
  ) {
    change(&tallies[organisation, default: OrganisationRow(organisation: organisation)])
  }
}

extension PeerRecord {
  /// The rules that the peer had set aside for what was asked, where an attempt tells.
  func rulesSetAside(for engagement: EngagementRecord) -> [RuleCode] {
    guard engagement.origin == .excepted, let request = engagement.request,
      let first = engagement.first
    else { return [] }
    var rules: Set<RuleCode> = []
    for (number, settings) in asking.exceptions
    where heldBack.indices.contains(number - 1)
      && heldBack[number - 1].request.asksTheSame(as: request)
    {
      // One that still wanted the contact's word when the day came had set nothing aside.
      for set in settings where inForce(set, for: request).map({ $0 <= first }) ?? false {
        rules.formUnion(set.rules)
      }
    }
    return rules.sorted { $0.rawValue < $1.rawValue }
  }
}
