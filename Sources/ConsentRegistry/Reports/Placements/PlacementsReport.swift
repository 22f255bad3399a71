/// The report `placements`: where recordings, prints, posts and pages are, and what must come down.
///
/// A period takes in what was placed on one of its days; an organisation, what it uses or holds.
public struct PlacementsReport: Sendable {
  /// What it can be narrowed by.
  public static let filters: Choices<ReportFilter> = [
    .period, .organisation, .event, .story, .peer,
  ]

  private let scope: ReportScope
  private var tallies: [OrganisationID: OrganisationRow] = [:]

  /// A report with nothing in it yet.
  public init(scope: ReportScope = ReportScope()) {
    self.scope = scope.keeping(PlacementsReport.filters)
  }

  /// Takes in one peer, and gives a row for each placement in the order recorded.
  public mutating func add(_ peer: ReportedPeer) -> [PlacementRow] {
    var rows: [PlacementRow] = []
    for kept in peer.record.placements.all {
      let placement = kept.placement
      let event = peer.record.use(placement.use)?.engagement.event
      guard placement.placedOn <= peer.day, isIncluded(placement, at: event) else { continue }
      let row = PlacementRow(kept.known(on: peer.day), of: peer.peer, at: event, on: peer.day)
      rows.append(row)
      tallies[row.organisation, default: OrganisationRow(organisation: row.organisation)].add(row)
    }
    return rows
  }

  /// A row for each organisation that uses something, by its id; once every peer has been taken in.
  public func totals() -> [OrganisationRow] {
    tallies.values.sorted { $0.organisation < $1.organisation }
  }

  /// What each figure is, in words.
  public var measures: [Measure] {
    [
      Measure(
        "By state",
        "Placements by where they stand: live, taken down, beyond recall as nobody can "
          + "call them back any more, or their taking down refused.", window: Measure.asAskedFor),
      Measure(
        "To come down",
        "Placements that a withdrawal has asked their holder to take down and of "
          + "which nobody has said that it was done.", window: Measure.asAskedFor),
      Measure(
        "Overdue", "Those of them whose last day in time is over.", window: Measure.asAskedFor),
    ]
  }

  private func isIncluded(_ placement: Placement, at event: EventID?) -> Bool {
    let own = scope.organisation ?? placement.organisation
    guard placement.organisation == own || placement.holder == own else { return false }
    return ReportScope(period: scope.period, event: scope.event, story: scope.story).includes(
      placement.organisation, story: placement.story, event: event, on: placement.placedOn)
  }
}

extension PlacementRecord {
  /// The same without what became of it after a day.
  func known(on day: Day) -> PlacementRecord {
    var known = self
    if let moved, day < moved.day { known.moved = nil }
    if let task, day < task.opened { known.task = nil }
    return known
  }
}
