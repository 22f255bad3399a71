package import ConsentRegistry
import Notation

/// Checks the copy of their record that a peer has taken away, with no registry at hand.
///
/// It shows that nothing in it was changed since it was written. That it was written by the
/// registry, and not by somebody who made all of it up, shows only where its heads are known.
package struct CopyAudit {
  /// Where a copy breaks.
  package enum Fault: Equatable, Sendable {
    /// A line, counted from 1, can't be read.
    case unreadable(line: Int)
    /// An entry, or the chain's end, isn't what it was.
    case entry(AuditFinding)
    /// A line belongs to none of the chains that the first line names, or out of their order.
    case stray(line: Int)
    /// The bytes aren't those that were written, or the end is missing.
    case bytes
  }

  /// Whose copy it says it is.
  package let peer: PeerID
  /// The day on which it says it was written.
  package let written: Day
  /// Where each chain ends.
  package private(set) var heads: [ExportedHead] = []
  /// How many entries were read.
  package private(set) var entries = 0
  /// Everything that is wrong, in the order of the lines.
  package private(set) var faults: [Fault] = []

  /// Reads a copy whole.
  ///
  /// - Throws: a fault only if it isn't such a copy at all.
  package init(_ bytes: [UInt8], tools: LedgerTools) throws(CopyFault) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst(), let (peer, written, heads) = CopyAudit.opening(first) else {
      throw CopyFault()
    }
    self.peer = peer
    self.written = written
    self.heads = heads
    if lines.last?.isEmpty == true { lines.removeLast() } else { faults.append(.bytes) }
    let end = lines.popLast()
    var waiting = heads[...]
    var chain: ChainAudit?
    var texts: [String: Ledger.PersonalText] = [:]
    for (place, line) in lines.enumerated() {
      guard let (stored, personal) = CopyAudit.entry(line) else {
        faults.append(.unreadable(line: place + 2))
        continue
      }
      if stored.entry.chain != chain?.head.name {
        finish(&chain, texts)
        texts = [:]
        guard let next = waiting.popFirst(), next.chain == stored.entry.chain else {
          faults.append(.stray(line: place + 2))
          continue
        }
        chain = ChainAudit(head: ChainHead(next), tools: tools)
        chain?.knowsWhenLast = false
      }
      entries += 1
      if let personal { texts[personal.digest] = personal.text }
      chain?.check(stored, personal.map { [$0.digest: $0.text] } ?? [:])
    }
    finish(&chain, texts)
    for head in waiting {
      faults.append(
        .entry(AuditFinding(chain: head.chain, revision: head.revision, fault: .head)))
    }
    let sealed = bytes.dropLast((end?.count ?? 0) + 1)
    let digest = hexadecimal(tools.digest(Array(sealed)))
    if let end, end.elementsEqual((["end": .string(digest)] as JSON).bytes) { return }
    if !faults.contains(.bytes) { faults.append(.bytes) }
  }

  private mutating func finish(
    _ chain: inout ChainAudit?, _ texts: [String: Ledger.PersonalText]
  ) {
    guard var ended = chain else { return }
    ended.end(texts)
    faults += ended.findings.map { .entry($0) }
    chain = nil
  }

  private static func opening(
    _ line: some Collection<UInt8>
  ) -> (PeerID, Day, [ExportedHead])? {
    do throws(JSONFault) {
      var fields = try Fields(try JSON.parse(Array(line)))
      guard try fields.string("what") == CopyForm.name else { return nil }
      var heads: [ExportedHead] = []
      for (json, path) in try fields.array("heads") {
        var head = try Fields(json, at: path)
        heads.append(
          ExportedHead(
            chain: try head.string("chain"), revision: try head.int("revision", in: 0 ... .max),
            digest: try head.string("digest")))
      }
      return (try fields.id("peer"), try fields.day("written"), heads)
    } catch {
      return nil
    }
  }

  private static func entry(
    _ line: some Collection<UInt8>
  ) -> (StoredEntry, (digest: String, text: Ledger.PersonalText)?)? {
    do throws(JSONFault) {
      var fields = try Fields(try JSON.parse(Array(line)))
      let body = try fields.string("body")
      let actor = try fields.string("actor")
      guard let previous = bytes(hexadecimal: try fields.string("previous")),
        let digest = bytes(hexadecimal: try fields.string("digest"))
      else { return nil }
      let entry = Entry(
        chain: try fields.string("chain"), revision: try fields.int("revision", in: 1 ... .max),
        recorded: Instant(milliseconds: try fields.int("recorded", in: .min ... .max)),
        actor: Actor(role: try fields.word("role"), id: actor.isEmpty ? nil : actor),
        kind: try fields.string("kind"), version: try fields.int("version", in: 0 ... .max),
        body: Array(body.utf8), previous: previous)
      let stored = StoredEntry(entry: entry, digest: digest, bodyText: body)
      guard let (json, path) = fields.value("personal"), let seal = try JSON.parse(body).seal
      else { return (stored, nil) }
      var personal = try Fields(json, at: path)
      guard let salt = bytes(hexadecimal: try personal.string("salt")) else { return nil }
      return (stored, (seal, Ledger.PersonalText(salt: salt, text: try personal.string("texts"))))
    } catch {
      return nil
    }
  }
}

/// The file isn't a copy of a record.
package struct CopyFault: Error {}

extension ChainHead {
  fileprivate init(_ head: ExportedHead) {
    self.init(
      number: 1, name: head.chain, revision: head.revision,
      digest: bytes(hexadecimal: head.digest) ?? [], recorded: 0)
  }
}
