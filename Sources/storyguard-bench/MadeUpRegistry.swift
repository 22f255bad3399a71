import ConsentRegistry
import LedgerStore

/// Makes registries of any size on disk, through the same door as every other entry.
///
/// A thousand peers go into one transaction; bodies, digests and rows for reading are the real ones.
struct MadeUpRegistry {
  let path: String
  let peers: Int
  let uses: Int
  var seed: UInt64 = 1

  /// Makes the file, and tells how far it has come.
  func make(_ progress: (Int) -> Void) throws {
    let custodian = Actor(role: .custodian, id: nil)
    let moment = Instant(milliseconds: BenchRegistry.now.milliseconds - 1_000)
    // Later than the policy, so that nothing hangs on the order within a millisecond.
    let ledger = try Ledger.create(
      path: path, isRehearsal: true, policy: .initial,
      now: Instant(milliseconds: moment.milliseconds - 1_000), actor: custodian,
      tools: BenchRegistry.tools)
    var names: [OrganisationID: String] = [:]
    for number in 0..<MadeUpPeer.organisations {
      if let id = OrganisationID("organisation-\(number)") { names[id] = "Organisation \(number)" }
    }
    for start in stride(from: 0, to: peers, by: 1_000) {
      let end = min(start + 1_000, peers)
      let drafts = try (start..<end).map(draft)
      guard try ledger.append(drafts, organisations: names, by: custodian, at: moment) else {
        throw BenchError.unexpected("the made-up registry moved while it was made")
      }
      progress(end)
    }
  }

  private func draft(of index: Int) throws -> Draft {
    // What is left over goes to the first peers, one each.
    let count = uses / peers + (index < uses % peers ? 1 : 0)
    let engagements = MadeUpPeer.engagements(
      of: index, uses: count, seed: seed, upTo: BenchWorld.today)
    return Draft(
      PeerRecord(peer: try BenchRegistry.peer(index)),
      [
        .peerAdded(
          zone: BenchWorld.home, isClaimed: true, words: PeerWords(name: "Peer \(index)"))
      ] + engagements.map { .recorded($0, words: UseWords()) })
  }
}
