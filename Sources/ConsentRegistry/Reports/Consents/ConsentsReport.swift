/// The report `consents`: what peers have granted, to whom, until when, and what is left of it.
///
/// A period takes in each consent that runs on one of its days.
public struct ConsentsReport: Sendable {
  /// What it can be narrowed by.
  public static let filters: Choices<ReportFilter> = [.period, .organisation, .story, .peer]

  private let scope: ReportScope
  private let endsDays: Int
  private var tallies: [OrganisationID: OrganisationRow] = [:]

  /// A report with nothing in it yet.
  ///
  /// - Parameters:
  ///   - scope: which consents; with an organisation, those that name it.
  ///   - policy: the registry's policy on the report's day: it says what is soon.
  public init(scope: ReportScope = ReportScope(), policy: Policy) {
    self.scope = scope.keeping(ConsentsReport.filters)
    endsDays = policy.alerts.consentEndsDays
  }

  /// Takes in one peer, and gives a row for each consent in the order recorded.
  public mutating func add(_ peer: ReportedPeer) -> [ConsentRow] {
    var rows: [ConsentRow] = []
    for (place, consent) in peer.record.consents.enumerated()
    where consent.given <= peer.day && isIncluded(consent) {
      let left = peer.record.left(of: consent, at: place, on: peer.day)
      let row = ConsentRow(
        consent, of: peer.peer, left: left, for: scope.organisation, on: peer.day,
        endsDays: endsDays)
      rows.append(row)
      if consent.onlyFor == nil { addUp(consent, row, left) }
    }
    return rows
  }

  /// A row for each organisation, by its id; once every peer has been taken in.
  public func totals() -> [OrganisationRow] {
    tallies.values.sorted { $0.organisation < $1.organisation }
  }

  /// What each figure is, in words.
  public var measures: [Measure] {
    [
      Measure(
        "Live",
        "Consents that name the organisation, run on the day, and haven't been withdrawn "
          + "from it as a whole; consents to one use alone apart.", window: Measure.onTheDay),
      Measure(
        "Ends soon", "Those of them whose last day is at most \(endsDays) days away.",
        window: Measure.onTheDay),
    ]
  }

  private func isIncluded(_ consent: Consent) -> Bool {
    (scope.organisation.map(consent.organisations.contains) ?? true)
      && (scope.story ?? consent.story) == consent.story
      && (scope.period.from ?? consent.until) <= consent.until
      && consent.from <= (scope.period.to ?? consent.from)
  }

  private mutating func addUp(_ consent: Consent, _ row: ConsentRow, _ left: ConsentLeft) {
    // One that names an organisation twice is still one.
    for organisation in Set(consent.organisations) where scope.includes(organisation) {
      let isLive = row.daysLeft != nil && left.organisations.contains(organisation)
      tallies[organisation, default: OrganisationRow(organisation: organisation)]
        .add(isLive: isLive, endsSoon: isLive && row.endsSoon)
    }
  }
}
