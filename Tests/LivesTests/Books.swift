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
    return memory.add(drafts)
  }

  /// The record as it is kept in memory, entry by entry.
  func kept(_ peer: PeerID) -> PeerRecord? { memory.kept(peer) }
}
