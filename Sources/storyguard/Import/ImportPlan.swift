import ConsentRegistry
import LedgerStore
import Spreadsheet

/// What a sheet would add to a registry: for each peer, the uses that aren't there yet.
struct ImportPlan {
  private(set) var drafts: [Draft] = []
  private(set) var organisations: [OrganisationID: String] = [:]
  private(set) var added = 0
  private(set) var known = 0
  private(set) var newPeers = 0
  private(set) var peersTouched = 0

  init(
    _ rows: [ImportRow], into ledger: Ledger, home: Zone, surroundings: Surroundings
  ) throws {
    let people = try People(ledger)
    var byPeer: [PeerID: [Keyed]] = [:]
    var order: [PeerID] = []
    for row in rows {
      organisations[row.organisation] = organisations[row.organisation] ?? row.organisationName
      let (peer, key) = try people.peer(named: row.person)
      if byPeer[peer] == nil { order.append(peer) }
      byPeer[peer, default: []].append(Keyed(row: row, key: key))
    }
    let progress = Progress(
      of: rows.count, "lines compared", on: surroundings.console.errors,
      write: surroundings.console.complain)
    for peer in order {
      let rows = byPeer[peer] ?? []
      try add(rows, of: peer, to: ledger, home: home)
      progress.advance(to: added + known)
    }
  }

  /// A row, and the id under which its use is known.
  ///
  /// A use of a record that was joined to another keeps the id that it had, so that the same line
  /// adds nothing a second time.
  private struct Keyed {
    let row: ImportRow
    let key: PeerID
  }

  private mutating func add(
    _ rows: [Keyed], of peer: PeerID, to ledger: Ledger, home: Zone
  ) throws {
    let record = try ledger.record(of: peer)
    let there = Set((record?.engagements ?? []).flatMap { $0.sessions.map(\.use) })
    var happenings: [Happening] = []
    if record == nil {
      happenings.append(
        .peerAdded(
          zone: home, isClaimed: false,
          words: PeerWords(name: ImportPlan.usualName(in: rows.map(\.row)))))
      newPeers += 1
    }
    var ordinals: [String: Int] = [:]
    var blocks: [String: [(use: UseID, row: ImportRow)]] = [:]
    var blockOrder: [String] = []
    for keyed in rows {
      let row = keyed.row
      let identity = "\(keyed.key)/\(row.identity)"
      ordinals[identity, default: 0] += 1
      let key = try ledger.fingerprint("\(identity)/\(ordinals[identity] ?? 0)")
      guard let use = UseID("csv-" + key), !there.contains(use) else {
        known += 1
        continue
      }
      // Talks at one event on one day are sessions of one block, and need no rest between them.
      let block =
        row.event != nil && row.kind == .telling
        ? "\(row.organisation)/\(row.event ?? "")/\(row.day)" : key
      if blocks[block] == nil { blockOrder.append(block) }
      blocks[block, default: []].append((use, row))
      added += 1
    }
    for name in blockOrder {
      guard let block = blocks[name], let first = block.first else { continue }
      happenings.append(
        .recorded(
          try engagement(block, of: record, home: record?.zone ?? home, ledger),
          words: UseWords(eventName: first.row.event)))
    }
    guard !happenings.isEmpty else { return }
    peersTouched += 1
    drafts.append(
      Draft(record ?? PeerRecord(peer: peer), happenings))
  }

  /// The peer's own story of that id, or a fingerprint: a label is somebody's words.
  private func story(
    _ row: ImportRow, of record: PeerRecord?, _ ledger: Ledger
  ) throws -> StoryID {
    guard let text = row.story else { return LateEntry.unsaidStory }
    if let id = StoryID(text), record?.boundaries[id] != nil { return id }
    let fingerprint = try ledger.fingerprint("story/\(text)")
    return StoryID("story-" + fingerprint.prefix(10)) ?? LateEntry.unsaidStory
  }

  /// The spelling that stands most often; of several, the one that shows small letters too.
  private static func usualName(in rows: [ImportRow]) -> String? {
    var counts: [String: Int] = [:]
    for row in rows { counts[row.person, default: 0] += 1 }
    return counts.max { left, right in
      let isPlain = (left.key != left.key.uppercased(), right.key != right.key.uppercased())
      return (left.value, isPlain.0 ? 1 : 0, left.key) < (right.value, isPlain.1 ? 1 : 0, right.key)
    }?.key
  }

  private func engagement(
    _ block: [(use: UseID, row: ImportRow)], of record: PeerRecord?, home: Zone, _ ledger: Ledger
  ) throws -> EngagementRecord {
    let row = block[0].row
    // An event's name is somebody's words: only a keyed fingerprint of it stands in the entry.
    let event = try row.event.map { try ledger.fingerprint("event/\($0)") }
    let sessions = block.map { use, row in
      let days = row.entry(home: home).days(home: home)
      return EngagementRecord.Session(
        use: use, kind: row.kind, channel: row.channel, purpose: row.purpose,
        audience: row.audience, first: days.first, last: days.last, state: .completed)
    }
    guard let id = EngagementID(block[0].use.text) else { throw RegistryError.unknownEngagement }
    return EngagementRecord(
      id: id, story: try story(row, of: record, ledger), organisation: row.organisation,
      event: event.flatMap { EventID("event-" + $0.prefix(10)) }, origin: .imported,
      sessions: sessions)
  }
}

extension ImportRow {
  /// The row as a use that took place; a row with no time is known by its day alone.
  fileprivate func entry(home: Zone) -> LateEntry {
    LateEntry(
      kind: kind, channel: channel,
      time: start.map { .start($0, zone ?? home, minutes: minutes) } ?? .day(day),
      story: LateEntry.unsaidStory, organisation: organisation, event: nil)
  }
}

/// Finds the peer that a cell names: by id, by a name in any spelling, or a new one.
private final class People {
  private let ledger: Ledger
  private var ids: Set<PeerID> = []
  private var byName: [PersonKey: PeerID] = [:]
  /// Where records have gone that were joined to others.
  private let merged: [PeerID: PeerID]

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    merged = try ledger.mergedPeers()
    ids = Set(try ledger.peers().map(\.id)).union(merged.keys)
    for (peer, name) in try ledger.peerNames() {
      if let key = PersonKey(name) { byName[key] = peer }
    }
  }

  /// The peer that a cell means, and the id under which their uses are known.
  func peer(named text: String) throws -> (peer: PeerID, key: PeerID) {
    let key = try record(named: text)
    return (merged[key] ?? key, key)
  }

  private func record(named text: String) throws -> PeerID {
    if let id = PeerID(text), ids.contains(id) { return id }
    guard let key = PersonKey(text) else { throw RegistryError.unknownPeer }
    if let known = byName[key] { return known }
    let fingerprint = try ledger.fingerprint("peer/\(key.folded)")
    guard let id = PeerID("peer-" + fingerprint.prefix(8)) else { throw RegistryError.unknownPeer }
    byName[key] = id
    return id
  }
}
