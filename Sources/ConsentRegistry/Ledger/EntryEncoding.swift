/// An entry of the ledger, as it stands in its chain.
public struct Entry: Hashable, Sendable {
  /// The chain's name: `registry`, or `peer:` and the peer's id.
  public let chain: String
  /// 1, 2, 3 … within its chain.
  public let revision: Int
  /// When it was recorded; never goes back.
  public let recorded: Instant
  /// Who did it.
  public let actor: Actor
  /// What kind of thing happened.
  public let kind: String
  /// The version of the body's form.
  public let version: Int
  /// The body: ids, days and codes, as UTF-8 JSON.
  public let body: [UInt8]
  /// The digest of the entry before it; 32 zero bytes for the first.
  public let previous: [UInt8]

  /// An entry with all its fields.
  public init(
    chain: String, revision: Int, recorded: Instant, actor: Actor, kind: String, version: Int,
    body: [UInt8], previous: [UInt8]
  ) {
    self.chain = chain
    self.revision = revision
    self.recorded = recorded
    self.actor = actor
    self.kind = kind
    self.version = version
    self.body = body
    self.previous = previous
  }

  /// The digest of the entry before the first: nothing.
  public static let noDigest = [UInt8](repeating: 0, count: 32)

  /// The bytes whose SHA-256 is the entry's digest.
  ///
  /// Ten fields in this order, each as its length in 8 bytes, highest first, and then its bytes:
  /// the text `storyguard.entry.1`; chain; revision; recorded (milliseconds since 1970, UTC); the
  /// actor's role; the actor's id, empty if there is none; kind; version; body; previous digest.
  /// Numbers are written in decimal digits. So a peer's copy can be checked without this program.
  public var encoded: [UInt8] {
    let fields: [[UInt8]] = [
      Array("storyguard.entry.1".utf8), Array(chain.utf8), Array(String(revision).utf8),
      Array(String(recorded.milliseconds).utf8), Array(actor.role.code.utf8),
      Array((actor.id ?? "").utf8), Array(kind.utf8), Array(String(version).utf8), body, previous,
    ]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(fields.reduce(0) { $0 + $1.count + 8 })
    for field in fields {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: UInt64(field.count) >> UInt64(shift)))
      }
      bytes += field
    }
    return bytes
  }
}
