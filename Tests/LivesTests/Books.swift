import ConsentRegistry
import LedgerStore
import Offices

/// Where a life is written down: in memory, and for some lives in a file beside it.
///
/// With a file, records are read from the file, as the command reads them.
final class Books: LedgerPort {
  let memory = MemoryLedger()
  let file: Ledger?

  init(file: Ledger?) { self.file = file }

  func record(of peer: PeerID) throws(LedgerError) -> PeerRecord? {
    guard let file else { return kept(peer) }
    return try file.record(of: peer)
  }

  func append(
    _ drafts: [Draft], organisations: [OrganisationID: String], by actor: Actor, at now: Instant
  ) throws(LedgerError) -> Bool {
    if let file {
      guard try file.append(drafts, organisations: organisations, by: actor, at: now) else {
        return false
      }
    }
    return memory.append(drafts, organisations: organisations, by: actor, at: now)
  }

  func withLooks<Answer>(
    by organisation: OrganisationID, at peer: PeerID, now: Instant,
    _ change: (inout Looks) -> Answer
  ) throws(LedgerError) -> Answer {
    guard let file else {
      return memory.withLooks(by: organisation, at: peer, now: now, change)
    }
    return try file.withLooks(by: organisation, at: peer, now: now, change)
  }

  /// The record as it is kept in memory, entry by entry.
  func kept(_ peer: PeerID) -> PeerRecord? { memory.record(of: peer) }
}
