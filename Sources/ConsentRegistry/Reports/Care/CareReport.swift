/// The report `care`: each check-in that an organisation owes or owed a peer, and how it came.
///
/// A check-in belongs to the last day of what it follows: one after a talk of 31 May 2026 that was
/// due on 1 June is in May.
public struct CareReport: Sendable {
  /// What it can be narrowed by.
  public static let filters: Choices<ReportFilter> = [
    .period, .organisation, .event, .story, .peer,
  ]

  private let scope: ReportScope
  private let reader: ReportReader
  private var tallies: [OrganisationID: OrganisationRow] = [:]

  /// A report with nothing in it yet.
  ///
  /// - Parameters:
  ///   - scope: after which uses; after all of them unless said otherwise.
  ///   - reader: for whose eyes it is; to a custodian a check-in falls due by the registry's days.
  public init(scope: ReportScope = ReportScope(), reader: ReportReader) {
    self.scope = scope.keeping(CareReport.filters)
    self.reader = reader
  }

  /// Takes in one peer, and gives a row for each of their check-ins in the order they fell due.
  public mutating func add(_ peer: ReportedPeer) -> [CheckInRow] {
    let rows = peer.checkIns(for: reader).filter { checkIn, engagement in
      scope.includes(
        checkIn.organisation, story: engagement.story, event: engagement.event, on: checkIn.after)
    }.map { CheckInRow($0.checkIn, of: peer.peer, at: $0.engagement.event, on: peer.day) }
    for row in rows {
      tallies[row.organisation, default: OrganisationRow(organisation: row.organisation)].add(row)
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
        "Due",
        "Check-ins after a telling that was asked for here, took place, was broken off or "
          + "fell through, whose day hasn't gone by yet.", window: Measure.asAskedFor),
      Measure(
        "In time, late",
        "Check-ins that were made, by whether that was by their day or after it; "
          + "by the organisation's word or the peer's, whoever names the earlier day.",
        window: Measure.asAskedFor),
      Measure(
        "Overdue",
        "Check-ins whose day has gone by and that nobody has made; where the peer says "
          + "that nobody did, only their word ends it.", window: Measure.asAskedFor),
    ]
  }
}

extension ReportedPeer {
  /// The check-ins owed to the peer by the report's day, as known on it, each with its engagement.
  func checkIns(for reader: ReportReader) -> [(checkIn: CheckIn, engagement: EngagementRecord)] {
    record.checkIns(policy: terms(for: reader)).compactMap { checkIn in
      guard let engagement = record.engagement(checkIn.engagement),
        let ended = engagement.lastToCheckInOn, ended.first <= day
      else { return nil }
      return (checkIn.known(on: day), engagement)
    }
  }
}

extension CheckIn {
  /// The same without what was said to have been done after a day.
  fileprivate func known(on day: Day) -> CheckIn {
    CheckIn(
      engagement: engagement, organisation: organisation, after: after, dueOn: dueOn,
      saidOn: saidOn.flatMap { $0 <= day ? $0 : nil },
      confirmedOn: confirmedOn.flatMap { $0 <= day ? $0 : nil }, isMissed: isMissed)
  }
}
