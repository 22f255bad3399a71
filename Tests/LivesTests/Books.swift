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

  func looks(by organisation: OrganisationID, at peer: PeerID) throws(LedgerError) -> Looks {
    guard let file else { return memory.looks(by: organisation, at: peer) }
    return try file.looks(by: organisation, at: peer)
  }

  func note(_ look: Look, at now: Instant) throws(LedgerError) -> Day? {
    guard let file else { return memory.note(look, at: now) }
    return try file.note(look, at: now)
  }

  /// The record as it is kept in memory, entry by entry.
  func kept(_ peer: PeerID) -> PeerRecord? { memory.record(of: peer) }
}
