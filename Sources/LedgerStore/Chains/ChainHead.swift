import ConsentRegistry
import Notation

/// Where a chain stands: its number in the file, its last revision, and that entry's digest.
struct ChainHead: Equatable {
  static let registryNumber = 0
  static let registryName = "registry"

  let number: Int
  let name: String
  var revision: Int
  var digest: [UInt8]
  var recorded: Int

  static func name(of peer: PeerID) -> String { "peer:" + peer.text }
}

extension Ledger {
  /// Where a chain stands, or nothing if there is no such chain.
  func head(ofChain name: String) throws(LedgerError) -> ChainHead? {
    try first("SELECT number, revision, head, recorded FROM chain WHERE name = \(name)") { row in
      ChainHead(
        number: Int(row.int64(0)), name: name, revision: Int(row.int64(1)), digest: row.blob(2),
        recorded: Int(row.int64(3)))
    }
  }

  /// Where a chain stands; one that isn't there yet is begun.
  func headOrBeginning(ofChain name: String) throws(LedgerError) -> ChainHead {
    if let head = try head(ofChain: name) { return head }
    return try open(chain: name)
  }

  /// A new chain with nothing in it.
  private func open(chain name: String) throws(LedgerError) -> ChainHead {
    let number: Int
    if name == ChainHead.registryName {
      number = ChainHead.registryNumber
    } else {
      number = try first("SELECT coalesce(max(number), 0) + 1 FROM chain") { Int($0.int64(0)) } ?? 1
    }
    let none = Entry.noDigest
    try run(
      """
      INSERT INTO chain (number, name, revision, head, recorded)
      VALUES (\(number), \(name), 0, \(none), 0)
      """)
    return ChainHead(number: number, name: name, revision: 0, digest: none, recorded: 0)
  }

  /// Writes where a chain now stands.
  func keep(_ head: ChainHead) throws(LedgerError) {
    try run(
      """
      UPDATE chain SET revision = \(head.revision), head = \(head.digest),
        recorded = \(head.recorded) WHERE number = \(head.number)
      """)
  }

  /// Adds one entry to a chain, within a transaction that is already open.
  func write(
    kind: String, version: Int, body: JSON, by actor: Actor, at now: Instant,
    to head: inout ChainHead
  ) throws(LedgerError) {
    let (parted, texts) = body.parted
    var sealed = parted
    var personal: (digest: String, salt: [UInt8], texts: String)?
    // A peer's first entry is salted in any case: once the chain is erased, a checkpoint that saw
    // it must not let anybody try out who it may have been.
    let isFirst = head.revision == 0 && head.number != ChainHead.registryNumber
    if !texts.isEmpty || isFirst {
      let words = JSON.array(texts.map(JSON.string)).text
      let salt = tools.random(16)
      let digest = hexadecimal(tools.digest(salt + Array(words.utf8)))
      personal = (digest, salt, words)
      sealed = sealed.sealed(with: digest)
    }
    let bytes = sealed.bytes
    let entry = Entry(
      chain: head.name, revision: head.revision + 1, recorded: now, actor: actor, kind: kind,
      version: version, body: bytes, previous: head.digest)
    let digest = tools.digest(entry.encoded)
    try run(
      """
      INSERT INTO entry (chain, revision, recorded, role, actor, kind, version, body, previous, digest)
      VALUES (\(head.number), \(entry.revision), \(now.milliseconds), \(actor.role.code),
        \(actor.id ?? ""), \(kind), \(version),
        \(String(decoding: bytes, as: UTF8.self)), \(head.digest), \(digest))
      """)
    if let personal {
      try run(
        """
        INSERT INTO personal (chain, digest, salt, texts)
        VALUES (\(head.number), \(personal.digest), \(personal.salt), \(personal.texts))
        """)
    }
    head.revision = entry.revision
    head.digest = digest
    head.recorded = now.milliseconds
  }
}
