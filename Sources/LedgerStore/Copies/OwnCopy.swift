package import ConsentRegistry
import Notation

/// The form of the copy of their record that a peer takes away, which proves itself.
///
/// JSON, one object a line. The first says what it is and where each chain ends; then comes every
/// entry with all the fields that its digest is made of, and the words that were put apart with
/// their salt; the last holds the SHA-256 of every byte before it.
package enum CopyForm {
  /// What the first line says it is.
  package static let name = "storyguard.copy.1"

  static let explanation =
    "Each entry's digest is the SHA-256 of its ten fields: storyguard.entry.1, chain, revision, "
    + "recorded, role, actor, kind, version, body, previous; each as its length in 8 bytes, highest "
    + "first, and then its bytes. An entry's previous is the digest before it. Words put apart: "
    + "the SHA-256 of salt and texts is the body's member sealed. Check all of it with: "
    + "storyguard audit --copy FILE"
}

extension Ledger {
  /// The copy of a peer's record that they take away, with those of records joined to it.
  ///
  /// - Throws: `unreadable` if an entry can't be read.
  package func ownCopy(of peer: PeerID, written day: Day) throws(LedgerError) -> [UInt8] {
    try connection.reading { () throws(LedgerError) -> [UInt8] in
      var heads: [ChainHead] = []
      for record in try self.records(of: peer) {
        if let head = try self.head(ofChain: ChainHead.name(of: record.peer)) { heads.append(head) }
      }
      let first: JSON = [
        "what": .string(CopyForm.name), "peer": .string(peer.text), "written": .day(day),
        "heads": .array(
          heads.map {
            [
              "chain": .string($0.name), "revision": .whole($0.revision),
              "digest": .string(hexadecimal($0.digest)),
            ]
          }),
        "how": .string(CopyForm.explanation),
      ]
      var bytes = first.bytes + [UInt8(ascii: "\n")]
      for head in heads {
        let texts = try self.personalTexts(ofChain: head.number)
        try self.forEachEntry(of: head) { (stored) throws(LedgerError) in
          bytes += stored.copied(texts).bytes + [UInt8(ascii: "\n")]
        }
      }
      let last: JSON = ["end": .string(hexadecimal(self.tools.digest(bytes)))]
      return bytes + last.bytes + [UInt8(ascii: "\n")]
    }
  }
}

extension StoredEntry {
  fileprivate func copied(_ texts: [String: Ledger.PersonalText]) -> JSON {
    let seal = (try? JSON.parse(bodyText))?.seal
    let personal: JSON? = seal.flatMap { digest in
      texts[digest].map {
        ["salt": .string(hexadecimal($0.salt)), "texts": .string($0.text)]
      }
    }
    return [
      "chain": .string(entry.chain), "revision": .whole(entry.revision),
      "recorded": .whole(entry.recorded.milliseconds), "role": .string(entry.actor.role.code),
      "actor": .string(entry.actor.id ?? ""), "kind": .string(entry.kind),
      "version": .whole(entry.version), "body": .string(bodyText),
      "previous": .string(hexadecimal(entry.previous)), "digest": .string(hexadecimal(digest)),
      "personal": personal ?? .null,
    ]
  }
}
