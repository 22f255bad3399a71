/// One peer's year, day by day: told, shown, resting, booked.
///
/// A telling on 1 May with 14 days of rest: told on 1 May, resting from 2 to 15 May.
public struct PeerYear: Hashable, Sendable {
  /// Whose year.
  public let peer: PeerID
  /// The first of its days.
  public let first: Day
  /// The last of its days, the report's own.
  public let last: Day
  /// The days with a telling.
  public let told: Set<Day>
  /// The days on which a recording or text was used again.
  public let shown: Set<Day>
  /// The days of rest under the registry's own limits, and for the peer under theirs.
  public let resting: Set<Day>

  /// The 365 days up to a day.
  public init(
    of peer: PeerUses, upTo day: Day, policies: PolicyHistory, reader: ReportReader = .custodian
  ) {
    let first = day.adding(-364)
    let registrys = policies.binding(on: day)
    let policy =
      switch reader {
      case .custodian: registrys
      case .peer: registrys.merged(with: peer.limits.inForce(on: day, over: registrys))
      }
    var told: Set<Day> = []
    var shown: Set<Day> = []
    var resting: Set<Day> = []
    func days(_ from: Day, _ to: Day) -> [Day] {
      let from = max(from, first)
      let to = min(to, day)
      return from <= to ? (from.number...to.number).map { Day(number: $0) } : []
    }
    let happened = peer.uses.filter { $0.tookPlace(by: day) }
    for use in happened {
      switch use.kind {
      case .telling: told.formUnion(days(use.first, use.last))
      case .exposure: shown.formUnion(days(use.first, use.last))
      }
    }
    for block in TellingBlock.blocks(of: happened) {
      resting.formUnion(days(block.last.adding(1), block.last.adding(block.rest(under: policy))))
    }
    self.peer = peer.peer
    self.first = first
    last = day
    self.told = told
    self.shown = shown
    self.resting = resting.subtracting(told)
  }
}
