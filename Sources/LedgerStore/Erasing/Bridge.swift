import ConsentRegistry
import Notation

/// What a checkpoint's running digest was before and after the line of a chain that is no more.
///
/// A checkpoint digests the heads of all chains one after another, and each line names its chain.
/// With the two digests at its edges a line can go, and the checkpoint can still be worked out to
/// the same end: what came before is still compared, and what comes after is built on the same.
package struct Bridge: Equatable, Sendable {
  /// The checkpoint's revision on the registry chain.
  let checkpoint: Int
  /// The number of the chain that was erased.
  let chain: Int
  /// The running digest before the chain's line.
  let from: [UInt8]
  /// The running digest after it.
  let to: [UInt8]

  /// The bridges of some erasures, by the checkpoint that they belong to, in the chains' order.
  static func byCheckpoint(_ erasures: [RegistryHappening.Erasure]) -> [Int: [Bridge]] {
    Dictionary(grouping: erasures.flatMap(\.bridges), by: \.checkpoint)
      .mapValues { $0.sorted { $0.chain < $1.chain } }
  }

  var json: JSON {
    [
      "checkpoint": .whole(checkpoint), "chain": .whole(chain), "from": .string(hexadecimal(from)),
      "to": .string(hexadecimal(to)),
    ]
  }

  static func read(_ json: JSON, at path: JSONPath) throws(JSONFault) -> Bridge {
    var fields = try Fields(json, at: path)
    let (from, to) = (try fields.string("from"), try fields.string("to"))
    guard let before = bytes(hexadecimal: from), let after = bytes(hexadecimal: to) else {
      throw fields.impossible("from", "must be a digest")
    }
    return Bridge(
      checkpoint: try fields.int("checkpoint", in: 1 ... .max),
      chain: try fields.int("chain", in: 1 ... .max), from: before, to: after)
  }
}

/// The bytes that lower-case hexadecimal digits stand for; nothing if they don't.
func bytes(hexadecimal text: String) -> [UInt8]? {
  let digits = Array(text.utf8)
  guard digits.count.isMultiple(of: 2) else { return nil }
  var bytes: [UInt8] = []
  for place in stride(from: 0, to: digits.count, by: 2) {
    guard let high = value(ofDigit: digits[place]), let low = value(ofDigit: digits[place + 1])
    else { return nil }
    bytes.append(high << 4 | low)
  }
  return bytes
}

private func value(ofDigit digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  default: nil
  }
}

extension Ledger {
  /// What has been erased, as the registry chain tells it.
  func erasures() throws(LedgerError) -> [RegistryHappening.Erasure] {
    guard let head = try head(ofChain: ChainHead.registryName) else { return [] }
    var erasures: [RegistryHappening.Erasure] = []
    try forEachEntry(of: head, only: "peer.erased") { (stored) throws(LedgerError) in
      if case .peerErased(let erasure) = try registryHappening(stored) { erasures.append(erasure) }
    }
    return erasures
  }

  /// The bridges that take the place of chains about to be erased, one for each checkpoint that
  /// saw them.
  func bridges(over chains: Set<Int>) throws(LedgerError) -> [Bridge] {
    guard let head = try head(ofChain: ChainHead.registryName) else { return [] }
    let earlier = Bridge.byCheckpoint(try erasures())
    var checkpoints: [(revision: Int, before: Instant)] = []
    try forEachEntry(of: head, only: "checkpoint") { (stored) throws(LedgerError) in
      guard case .checkpoint(let before, _, _) = try registryHappening(stored) else { return }
      checkpoints.append((stored.entry.revision, before))
    }
    var bridges: [Bridge] = []
    for (revision, before) in checkpoints {
      _ = try headsDigest(before: before, over: earlier[revision] ?? []) { chain, from, to in
        guard chains.contains(chain) else { return }
        bridges.append(Bridge(checkpoint: revision, chain: chain, from: from, to: to))
      }
    }
    return bridges
  }
}
