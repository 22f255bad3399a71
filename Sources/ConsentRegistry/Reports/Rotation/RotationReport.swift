/// The report `rotation`: the peers who want to be thought of in turn, least lately heard first.
///
/// Only the peer themself says whether they take part. Whoever does is listed, be they resting,
/// paused or not ready, and nothing says which: an ask finds out. It is for a custodian's eyes, and
/// it is no ranking of worth, only of turns. It holds one small row for each peer who takes part.
public struct RotationReport: Sendable {
  /// What it can be narrowed by: nothing, as everybody who takes part is listed.
  public static let filters: Choices<ReportFilter> = []

  /// What stands above it, so that nobody takes the order for more than it is.
  public static let heading =
    "Turns, not worth: who told their story least lately stands first. "
    + "Nobody is left out, and an ask may still be held back."

  private var rows: [PeerRow] = []

  /// A report with nothing in it yet.
  public init() {}

  /// Takes in one peer; the rows come sorted at the end.
  public mutating func add(_ peer: ReportedPeer) {
    guard peer.record.reach.takesPartInRotation else { return }
    rows.append(PeerRow(peer))
  }

  /// A row for each peer who takes part: who never told first, then the longest ago, then by id.
  public func totals() -> [PeerRow] {
    rows.sorted {
      let (one, other) = ($0.daysSinceLastTelling ?? .max, $1.daysSinceLastTelling ?? .max)
      return one == other ? $0.peer < $1.peer : one > other
    }
  }

  /// What each figure is, in words.
  public var measures: [Measure] {
    [
      Measure(
        "Days since the last telling",
        "From the last day of the last telling that took place and "
          + "was asked for or recorded here, to the report's day.", window: Measure.onTheDay),
      Measure(
        "Tellings", "Tellings that took place.", window: Measure.last(RotationReport.days)),
      Measure(
        "Room",
        "How many more tellings the fullest of the registry's caps leaves: what took place "
          + "or isn't closed yet in each cap's days, taken from what it allows.",
        window: "each cap's own days, ending on the report's day"),
    ]
  }

  /// The days over which tellings are counted.
  public static let days = 365

  /// One peer who takes part.
  public struct PeerRow: Hashable, Sendable {
    /// Whose row it is.
    public let peer: PeerID
    /// Days from the end of the last telling to the report's day; nothing if there never was one.
    public let daysSinceLastTelling: Int?
    /// Tellings that took place in the last 365 days.
    public let tellings: Int
    /// How many more tellings the narrowest of the registry's caps leaves; nothing without a cap.
    public let room: Int?
    /// The tellings behind the count.
    public let behind: UsesBehind

    init(_ peer: ReportedPeer) {
      self.peer = peer.peer
      let window = ReportPeriod.last(RotationReport.days, to: peer.day)
      behind = UsesBehind(peer: peer.peer, ReportScope(period: window), kind: .telling)
      let tellings = peer.uses.uses.filter { $0.kind == .telling }
      let told = tellings.filter { $0.tookPlace(by: peer.day) }
      daysSinceLastTelling = told.map(\.last).max().map { max(0, $0.days(until: peer.day)) }
      self.tellings = told.count { window.contains($0.first) }
      // What was agreed for a day that has come may have happened. An ask that waits takes no
      // room here: it would show what becomes of it.
      let taking = tellings.filter {
        guard let stand = $0.stand(on: peer.day) else { return false }
        return stand != .booked
      }
      room = peer.registrys.caps.list.filter { $0.kind == .telling }.map { cap in
        let window = ReportPeriod.last(cap.days, to: peer.day)
        return max(0, cap.atMost - taking.count { window.contains($0.first) })
      }.min()
    }
  }
}
