package import ConsentRegistry
import Notation

extension Ledger {
  /// Lends each peer's uses in turn, in the order in which the peers joined, and by day and id.
  ///
  /// They come from the tables for reading, one peer at a time; notes that peers keep for
  /// themselves are not among them.
  /// An unanswered hold may have lapsed by the day of the report.
  package func forEachPeersUses(
    on day: (Zone) -> Day, _ body: (PeerUses) throws -> Void
  ) throws {
    for listed in try peersWithZones() {
      try body(try uses(of: listed, on: day(listed.zone)))
    }
  }

  /// A peer with the number of their chain, for reading their uses.
  struct PlacedPeer {
    let chain: Int
    let peer: PeerID
    let zone: Zone
    let isClaimed: Bool
  }

  /// Everybody in order, or only those whose chains lie within some numbers.
  func peersWithZones(
    inChains chains: ClosedRange<Int> = 1 ... .max
  ) throws(LedgerError) -> [PlacedPeer] {
    var peers: [PlacedPeer] = []
    var damaged: (chain: Int, revision: Int)?
    let zones = tools.zones
    try rows(
      """
      SELECT chain, id, zone, claimed, revision FROM peer
      WHERE chain BETWEEN \(chains.lowerBound) AND \(chains.upperBound) ORDER BY chain
      """
    ) { row in
      guard let peer = PeerID(row.text(1)), let zone = zones(row.text(2)) else {
        damaged = (Int(row.int64(0)), Int(row.int64(4)))
        return
      }
      peers.append(
        PlacedPeer(chain: Int(row.int64(0)), peer: peer, zone: zone, isClaimed: row.int64(3) == 1))
    }
    if let damaged {
      let chain = try first("SELECT name FROM chain WHERE number = \(damaged.chain)") { $0.text(0) }
      throw .unreadable(chain: chain ?? "", revision: damaged.revision)
    }
    return peers
  }

  /// A peer's uses, each as it stands on a day, and their own limits.
  func uses(of placed: PlacedPeer, on day: Day) throws(LedgerError) -> PeerUses {
    var uses: [CountedUse] = []
    var damaged: Int?
    try rows(
      """
      SELECT \(columns: UseRow.columns) FROM use WHERE chain = \(placed.chain) ORDER BY day, id
      """
    ) { row in
      let row = UseRow(row)
      if let use = CountedUse(row, on: day) { uses.append(use) } else { damaged = row.revision }
    }
    if let damaged {
      throw .unreadable(chain: ChainHead.name(of: placed.peer), revision: damaged)
    }
    return PeerUses(
      peer: placed.peer, zone: placed.zone, isClaimed: placed.isClaimed, uses: uses,
      ownTellings: [], limits: try ownLimits(ofChain: placed.chain))
  }

  func ownLimits(ofChain chain: Int) throws(LedgerError) -> LimitHistory {
    var history = LimitHistory()
    try rows(
      "SELECT day, recorded, body FROM own_limits WHERE chain = \(chain) ORDER BY revision"
    ) { row in
      guard let day = Day(stored: Int(row.int64(0))),
        let recorded = Day(stored: Int(row.int64(1))), let json = try? JSON.parse(row.text(2)),
        let limits = try? PolicyNotation.ownLimits(from: json, at: .root)
      else { return }
      history.set(limits, on: day, recordedOn: recorded)
    }
    return history
  }
}

extension CountedUse {
  /// The use that a row stands for, as it stands on a day; nothing if the row isn't whole.
  fileprivate init?(_ row: UseRow, on today: Day) {
    guard let use = UseID(row.id), let engagement = EngagementID(row.engagement),
      let story = StoryID(row.story), let organisation = OrganisationID(row.organisation),
      let kind = UseKind(number: row.kind), let channel = Channel(number: row.channel),
      var state = SessionState(number: row.state), let origin = Origin(number: row.origin),
      let first = Day(stored: row.day), let last = Day(stored: row.last)
    else { return nil }
    if state == .held, let lapses = row.lapses, lapses <= today.number { state = .lapsed }
    self.init(
      use: use, engagement: engagement, index: row.place, story: story,
      organisation: organisation, event: row.event.flatMap { EventID($0) }, kind: kind,
      channel: channel, purpose: row.purpose.flatMap { Purpose(number: $0) },
      audience: row.audience.flatMap { Audience(number: $0) }, first: first, last: last,
      state: state, origin: origin)
  }
}

extension Day {
  /// The day with a stored number; nothing where no calendar has it, from 0001 to 9999.
  init?(stored number: Int) {
    guard (-719_162...2_932_896).contains(number) else { return nil }
    self.init(number: number)
  }
}
