/// The report `summary`: what may leave the office.
///
/// By organisation and quarter of calendar years that are over; no person, no id of a use, no place.
/// It takes one peer at a time and keeps sums alone; what is withheld is decided at the end.
public struct SummaryReport {
  /// The years it is about.
  public let years: SummaryYears

  private let organisation: OrganisationID?
  private let limits: LimitSpans
  private var lines: [Int: [OrganisationID: ByFigure<UncheckedLine>]] = [:]
  private var all: [Int: ByFigure<UncheckedLine>] = [:]

  /// A summary of whole years that are over on the report's day.
  ///
  /// Of one organisation it prints the very numbers that the whole summary prints of it, and the
  /// line of all organisations.
  ///
  /// - Throws: `SummaryRefusal` if the scope cuts a year, holds none that is over, or is narrowed
  ///   to an event or a story.
  public init(
    scope: ReportScope, policies: PolicyHistory, on day: Day
  ) throws(SummaryRefusal) {
    years = try SummaryYears(scope, on: day)
    organisation = scope.organisation
    limits = LimitSpans(policies)
  }

  /// Counts one peer in.
  public mutating func add(_ peer: ReportedPeer) {
    for (year, found) in counts(of: peer) {
      var together = ByFigure(Array(repeating: 0, count: 4))
      for (organisation, counts) in found {
        for figure in SummaryFigure.allCases {
          lines[year, default: [:]][organisation, default: ByFigure(UncheckedLine())][figure]
            .add(counts[figure], adds: figure.addsUp)
          for quarter in 0..<4 { together[figure][quarter] += counts[figure][quarter] }
        }
      }
      for figure in SummaryFigure.allCases {
        all[year, default: ByFigure(UncheckedLine())][figure]
          .add(together[figure], adds: figure.addsUp)
      }
    }
  }

  /// The table of each year in which anything was counted, the earliest first.
  public func tables() -> [SummaryTable] {
    lines.keys.sorted().map { year in
      SummaryTable(withholdingFrom: unchecked(year), of: organisation)
    }
  }

  /// What was counted in a year.
  func unchecked(_ year: Int) -> UncheckedSummary {
    let lines = lines[year] ?? [:]
    let organisations = lines.keys.sorted()
    var figures: [SummaryFigure: UncheckedFigure] = [:]
    for figure in SummaryFigure.allCases {
      figures[figure] = UncheckedFigure(
        lines: organisations.map { lines[$0]?[figure] ?? UncheckedLine() },
        all: all[year]?[figure] ?? UncheckedLine())
    }
    return UncheckedSummary(year: year, organisations: organisations, figures: figures)
  }

  private typealias Found = [Int: [OrganisationID: ByFigure<[Int]>]]

  private func counts(of peer: ReportedPeer) -> Found {
    var found: Found = [:]
    func count(_ figure: SummaryFigure, _ organisation: OrganisationID, on day: Day) {
      let quarter = SummaryQuarter(day)
      guard years.contains(quarter.year) else { return }
      found[quarter.year, default: [:]][
        organisation, default: ByFigure(Array(repeating: 0, count: 4))][figure][
          quarter.place] += 1
    }
    for use in peer.uses.uses where use.tookPlace(by: peer.day) {
      count(use.kind == .telling ? .tellings : .exposures, use.organisation, on: use.first)
      if use.kind == .telling { count(.peers, use.organisation, on: use.first) }
    }
    for given in peer.dues(for: .custodian) {
      guard let figure = given.figure(on: peer.day) else { continue }
      count(figure, given.due.organisation, on: given.due.dueOn)
    }
    for (checkIn, _) in peer.checkIns(for: .custodian) {
      guard let figure = checkIn.figure(on: peer.day) else { continue }
      count(figure, checkIn.organisation, on: checkIn.dueOn)
    }
    for item in peer.record.work.items {
      if let day = item.doneOn, day <= peer.day {
        count(.workDone, item.offer.organisation, on: day)
      }
    }
    // A peer's own limits are told to no organisation, and organisations may read this.
    let plain = PeerUses(
      peer: peer.peer, zone: peer.uses.zone, isClaimed: peer.uses.isClaimed, uses: peer.uses.uses)
    let breaches = OveruseReport.breaches(
      for: plain, period: years.period, on: peer.day, limits: limits)
    for breach in breaches where breach.backing != .exception {
      count(breach.fact.figure, breach.organisation, on: breach.day)
    }
    return found
  }
}

/// Something for each figure.
private struct ByFigure<Item> {
  private var items: [Item]

  init(_ item: Item) { items = SummaryFigure.allCases.map { _ in item } }

  subscript(_ figure: SummaryFigure) -> Item {
    get { items[Int(figure.rawValue)] }
    set { items[Int(figure.rawValue)] = newValue }
  }
}

extension GivenDue {
  /// Under which figure it counts on a day; none while it isn't due yet.
  fileprivate func figure(on day: Day) -> SummaryFigure? {
    if isOpen { return isOverdue ? .payOverdue : nil }
    guard let paid = due.paidOn else { return nil }
    return isInTime(paid) ? .paidOnTime : .paidLate
  }
}

extension CheckIn {
  /// Under which figure it counts on a day; none while it isn't due yet.
  fileprivate func figure(on day: Day) -> SummaryFigure? {
    switch state(on: day) {
    case .due: nil
    case .overdue: .checkInsOverdue
    case .done: doneOn.map { $0 <= dueOn } ?? false ? .checkInsInTime : .checkInsLate
    }
  }
}

extension Breach.Fact {
  /// Under which figure it counts.
  fileprivate var figure: SummaryFigure {
    switch self {
    case .rest, .overlap: .breachesOfRest
    case .cap: .breachesOfCaps
    case .load: .breachesOfLoad
    }
  }
}
