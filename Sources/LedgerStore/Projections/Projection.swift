import ConsentRegistry
import Notation

/// What a few entries change in the tables for reading.
struct Projection {
  let chain: Int
  /// The engagements touched, each with the last revision that touched it.
  private(set) var engagements: [EngagementID: Int] = [:]
  /// The last revision that changed the peer's own row.
  private(set) var peer: Int?
  /// The engagements whose rows are to be written anew, as their days may have changed.
  private(set) var rewritten: Set<EngagementID> = []
  /// The placements touched, each with the last revision that touched it.
  private(set) var placements: [PlacementID: Int] = [:]
  /// Own limits set, by revision.
  private(set) var limits: [OwnLimits] = []
  /// The engagements to which the peer has said yes, each with the revision of the first yes.
  private(set) var permits: [EngagementID: Int] = [:]
  /// The last revision in which the peer gave words anew.
  private(set) var words: Int?
  /// The record that this one has gone into, and the revision that says so.
  private(set) var merged: (target: PeerID, revision: Int)?
  /// What is to be told to whom.
  private(set) var notices: [NoticeRow] = []

  init(chain: Int, words: Int? = nil) {
    self.chain = chain
    self.words = words
  }

  mutating func note(_ happening: Happening, touching engagement: EngagementID?, at revision: Int) {
    if let engagement { engagements[engagement] = revision }
    switch happening {
    case .peerAdded, .peerMoved, .peerClaimed, .consented: peer = revision
    case .booking(.corrected(let engagement, _)), .booking(.amended(let engagement, _)):
      rewritten.insert(engagement.id)
    case .answered(let id, .yes, _), .booking(.answeredInPart(let id, _, _)):
      if permits[id] == nil { permits[id] = revision }
    case .limitsSet(let limits, _, let day, let recordedOn):
      self.limits.append(
        OwnLimits(revision: revision, day: day, recorded: recordedOn, limits: limits))
    case .placing(.placed(let placement)): placements[placement.id] = revision
    case .placing(.moved(let id, _, _, _)), .placing(.removalOpened(let id, _, _)):
      placements[id] = revision
    case .record(.worded):
      peer = revision
      words = revision
    case .record(.mergedInto(let target, _)):
      // Nothing of it is left to be read.
      self = Projection(chain: chain, words: words)
      merged = (target, revision)
    default: break
    }
  }
}

extension Projection {
  /// Takes the notices that an entry gives rise to.
  mutating func note(_ notices: [Notice], at revision: Int, recorded: Instant) {
    for (place, notice) in notices.enumerated() {
      self.notices.append(
        NoticeRow(
          revision: revision, place: place, notice: notice, created: recorded.milliseconds))
    }
  }
}

/// What a peer has set for themself, with the days on which it was said and recorded.
struct OwnLimits {
  let revision: Int
  let day: Day
  let recorded: Day
  let limits: Limits
}

/// A row of the table of uses.
struct UseRow: Equatable {
  let day: Int
  let id: String
  let engagement: String
  let place: Int
  let story: String
  let organisation: String
  let event: String?
  let kind: Int
  let channel: Int
  let purpose: Int?
  let audience: Int?
  let last: Int
  let state: Int
  let origin: Int
  let lapses: Int?
  let revision: Int

  static func rows(of engagement: EngagementRecord, revision: Int) -> [UseRow] {
    engagement.sessions.enumerated().map { place, session in
      UseRow(
        day: session.first.number, id: session.use.text, engagement: engagement.id.text,
        place: place, story: engagement.story.text, organisation: engagement.organisation.text,
        event: engagement.event?.text, kind: Int(session.kind.rawValue),
        channel: Int(session.channel.rawValue), purpose: session.purpose.map { Int($0.rawValue) },
        audience: session.audience.map { Int($0.rawValue) }, last: session.last.number,
        state: Int(session.state.rawValue), origin: Int(engagement.origin.rawValue),
        lapses: session.state == .held ? engagement.lapsesOn?.number : nil, revision: revision)
    }
  }

  init(
    day: Int, id: String, engagement: String, place: Int, story: String, organisation: String,
    event: String?, kind: Int, channel: Int, purpose: Int?, audience: Int?, last: Int, state: Int,
    origin: Int, lapses: Int?, revision: Int
  ) {
    self.day = day
    self.id = id
    self.engagement = engagement
    self.place = place
    self.story = story
    self.organisation = organisation
    self.event = event
    self.kind = kind
    self.channel = channel
    self.purpose = purpose
    self.audience = audience
    self.last = last
    self.state = state
    self.origin = origin
    self.lapses = lapses
    self.revision = revision
  }

  static let columns: StaticString = """
    day, id, engagement, place, story, organisation, event, kind, channel, purpose, audience,
    last, state, origin, lapses, revision
    """

  /// The row that a query of `columns`, from a column on, stands on.
  init(_ row: borrowing Row, from first: Int = 0) {
    func whole(_ column: Int) -> Int { Int(row.int64(first + column)) }
    func wholeIfAny(_ column: Int) -> Int? { row.isNull(first + column) ? nil : whole(column) }
    self.init(
      day: whole(0), id: row.text(first + 1), engagement: row.text(first + 2), place: whole(3),
      story: row.text(first + 4), organisation: row.text(first + 5),
      event: row.isNull(first + 6) ? nil : row.text(first + 6), kind: whole(7), channel: whole(8),
      purpose: wholeIfAny(9), audience: wholeIfAny(10), last: whole(11), state: whole(12),
      origin: whole(13), lapses: wholeIfAny(14), revision: whole(15))
  }
}

extension Ledger {
  /// Brings the tables for reading in line with a record that has just grown.
  func keep(
    _ projection: Projection, of record: PeerRecord, isNew: Bool
  ) throws(LedgerError) {
    let chain = projection.chain
    if let merged = projection.merged {
      return try keepAsMerged(chain, record.peer, merged.target, merged.revision)
    }
    if let revision = projection.peer {
      try run(
        """
        INSERT INTO peer (chain, id, zone, claimed, revision)
        VALUES (\(chain), \(record.peer.text), \(record.zone.id), \(record.isClaimed), \(revision))
        ON CONFLICT (chain) DO UPDATE
          SET zone = excluded.zone, claimed = excluded.claimed, revision = excluded.revision
        """)
    }
    try keepPermits(of: projection, of: record.peer)
    if let revision = projection.words {
      try run(
        """
        INSERT INTO reworded (chain, revision) VALUES (\(chain), \(revision))
        ON CONFLICT (chain) DO UPDATE SET revision = excluded.revision
        """)
    }
    try keepNotices(of: projection)
    for own in projection.limits {
      try run(
        """
        INSERT INTO own_limits (chain, revision, day, recorded, body)
        VALUES (\(chain), \(own.revision), \(own.day.number), \(own.recorded.number),
          \(PolicyNotation.json(own.limits).text))
        """)
    }
    var changesTold = false
    for (id, revision) in projection.engagements {
      guard let engagement = record.engagement(id) else { continue }
      if projection.rewritten.contains(id), try removeUses(of: id, ofChain: chain) {
        changesTold = true
      }
      for row in UseRow.rows(of: engagement, revision: revision) {
        if row.told != nil {
          changesTold = true
        } else if !isNew, !changesTold {
          changesTold = try isTold(row, ofChain: chain)
        }
        try keep(row, chain: chain)
      }
    }
    if changesTold { try keepToldUses(ofChain: chain) }
    for (id, revision) in projection.placements {
      guard let placement = record.placements[id] else { continue }
      try keep(PlacementRow(placement, revision: revision), chain: chain)
    }
  }

  /// Takes every row for reading away, and says where the record has gone.
  private func keepAsMerged(
    _ chain: Int, _ peer: PeerID, _ target: PeerID, _ revision: Int
  ) throws(LedgerError) {
    let words =
      try first("SELECT revision FROM reworded WHERE chain = \(chain)") { Int($0.int64(0)) } ?? 1
    try clearReadingRows(ofChain: chain)
    try run(
      """
      INSERT INTO merged (chain, id, target, words, revision)
      VALUES (\(chain), \(peer.text), \(target.text), \(words), \(revision))
      """)
  }

  private func keep(_ row: UseRow, chain: Int) throws(LedgerError) {
    try run(
      """
      INSERT INTO use (chain, day, id, engagement, place, story, organisation, event, kind,
        channel, purpose, audience, last, state, origin, lapses, revision)
      VALUES (\(chain), \(row.day), \(row.id), \(row.engagement), \(row.place), \(row.story),
        \(row.organisation), \(row.event), \(row.kind), \(row.channel), \(row.purpose),
        \(row.audience), \(row.last), \(row.state), \(row.origin), \(row.lapses), \(row.revision))
      ON CONFLICT (chain, day, id) DO UPDATE
        SET state = excluded.state, lapses = excluded.lapses, revision = excluded.revision
      """)
  }
}
