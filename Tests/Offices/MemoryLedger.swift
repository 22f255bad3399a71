package import ConsentRegistry

/// Keeps records in memory, and refuses what rests on a revision that has moved; it can't fail.
package final class MemoryLedger: LedgerPort {
  /// Everything that has happened to each peer, in order.
  package private(set) var happenings: [PeerID: [Happening]] = [:]
  private var records: [PeerID: PeerRecord] = [:]
  private var looks: [String: Looks] = [:]

  /// An empty ledger.
  package init() {}

  /// The record as it was kept, entry by entry.
  package func record(of peer: PeerID) throws(Never) -> PeerRecord? { records[peer] }

  /// The record folded anew, from the first entry.
  package func refolded(_ peer: PeerID) -> PeerRecord? {
    guard let all = happenings[peer] else { return nil }
    var record = PeerRecord(peer: peer)
    for happening in all { record.apply(happening) }
    return record
  }

  /// Adds entries to one or more peers' records, all or none.
  package func append(
    _ drafts: [Draft], organisations: [OrganisationID: String], by actor: Actor, at now: Instant
  ) throws(Never) -> Bool {
    guard drafts.allSatisfy({ records[$0.peer]?.revision ?? 0 == $0.expected }) else {
      return false
    }
    for draft in drafts {
      var record = records[draft.peer] ?? PeerRecord(peer: draft.peer)
      for happening in draft.happenings { record.apply(happening) }
      records[draft.peer] = record
      happenings[draft.peer, default: []] += draft.happenings
      if let look = draft.look { keep(look) }
    }
    return true
  }

  /// The start days that an organisation has asked about of a peer.
  package func looks(by organisation: OrganisationID, at peer: PeerID) throws(Never) -> Looks {
    looks["\(organisation) \(peer)"] ?? Looks()
  }

  /// Notes a look, if it may be.
  package func note(_ look: Look, at now: Instant) throws(Never) -> Day? {
    let next = looks(by: look.organisation, at: look.peer).refusal(of: look.starts, on: look.day)
    if next == nil { keep(look) }
    return next
  }

  private func keep(_ look: Look) {
    looks["\(look.organisation) \(look.peer)", default: Looks()].note(look.starts, on: look.day)
  }

  /// Puts something straight into a peer's chain, as if it had been let through.
  package func add(_ happening: Happening, to peer: PeerID) {
    var record = records[peer] ?? PeerRecord(peer: peer)
    record.apply(happening)
    records[peer] = record
    happenings[peer, default: []].append(happening)
  }

  /// Puts a whole history in the place of what a peer's chain held.
  package func begin(_ peer: PeerID, with history: [Happening]) {
    happenings[peer] = nil
    records[peer] = nil
    for happening in history { add(happening, to: peer) }
  }
}
