/// The report `event`: who was there, what of it took place, and what is still owed for it.
///
/// Nothing in it tells an ask that was declined from one that lapsed, was taken back, was let go, or
/// still waits: only what was agreed stands here. It holds one small row for each event in its
/// scope, as an event has more than one peer.
public struct EventReport: Sendable {
  /// What it can be narrowed by; a period takes in the uses of its days.
  public static let filters: Choices<ReportFilter> = [
    .period, .organisation, .event, .story, .peer,
  ]

  private struct Key: Hashable {
    let organisation: OrganisationID
    let event: EventID
  }

  private let scope: ReportScope
  private let reader: ReportReader
  private var rows: [Key: EventRow] = [:]

  /// A report with nothing in it yet.
  ///
  /// - Parameters:
  ///   - scope: which uses; those with no event aren't in it.
  ///   - reader: for whose eyes it is; to a custodian pay and check-ins fall due by the registry's
  ///     own days.
  public init(scope: ReportScope = ReportScope(), reader: ReportReader) {
    self.scope = scope.keeping(EventReport.filters)
    self.reader = reader
  }

  /// Takes in one peer; there are no rows about peers.
  public mutating func add(_ peer: ReportedPeer) {
    var seen: Set<Key> = []
    for use in peer.uses.uses where scope.includes(use) {
      guard let event = use.event, let stand = use.stand(on: peer.day) else { continue }
      let isNew = seen.insert(Key(organisation: use.organisation, event: event)).inserted
      change(event, of: use.organisation, from: use.first, to: use.last) {
        $0.add(use.kind, stand, isNewPeer: isNew)
      }
    }
    for given in peer.dues(for: reader) where given.isOpen {
      guard case .engagement(let id, _) = given.due.cause else { continue }
      change(peer.record.engagement(id), endedOn: given.ended) { $0.add(given) }
    }
    for (checkIn, engagement) in peer.checkIns(for: reader)
    where checkIn.state(on: peer.day) == .overdue {
      change(engagement, endedOn: checkIn.after) { $0.checkInsOverdue += 1 }
    }
  }

  /// A row for each event, the latest last; once every peer has been taken in.
  public func totals() -> [EventRow] {
    rows.values.sorted {
      ($0.first, $0.organisation, $0.event) < ($1.first, $1.organisation, $1.event)
    }
  }

  /// What each figure is, in words.
  public var measures: [Measure] {
    [
      Measure(
        "Took place, booked, not closed",
        "Uses by whether they took place, are agreed for a day to "
          + "come, or were agreed for a day that has come and nobody has said what became of them.",
        window: Measure.asAskedFor),
      Measure(
        "Pay due, overdue",
        "What is owed for these uses and not paid, by whether its last day in "
          + "time is over.", window: Measure.onTheDay),
      Measure(
        "Check-ins overdue", "Check-ins after these uses whose day is over and that nobody made.",
        window: Measure.onTheDay),
    ]
  }

  /// Changes the row of an engagement's event, if it has one that is asked for.
  private mutating func change(
    _ engagement: EngagementRecord?, endedOn day: Day, _ change: (inout EventRow) -> Void
  ) {
    guard let engagement, let event = engagement.event,
      scope.includes(engagement.organisation, story: engagement.story, event: event, on: day)
    else { return }
    self.change(event, of: engagement.organisation, from: day, to: day, change)
  }

  private mutating func change(
    _ event: EventID, of organisation: OrganisationID, from first: Day, to last: Day,
    _ change: (inout EventRow) -> Void
  ) {
    let key = Key(organisation: organisation, event: event)
    let row = EventRow(event, of: organisation, from: first, to: last, within: scope)
    rows[key, default: row].reach(from: first, to: last)
    change(&rows[key, default: row])
  }
}
