import ConsentRegistry
import FoundationEssentials
import Glibc
import LedgerStore
import Spreadsheet

/// The list beside a registry of those who asked to be forgotten, which names nobody.
///
/// One keyed fingerprint a line: of ids, names as people write them in sheets, and contacts. The
/// key is the registry's own secret, so that the list alone tells nothing. An erasure writes its
/// lines before anything is deleted, between `begin` and `end`; one that was cut off is finished
/// by the next command that writes.
struct Forgotten {
  /// What is known of somebody who is to be forgotten.
  struct Person {
    let ids: [PeerID]
    let words: [PeerWords]
  }

  private static let heading = "storyguard.erased.1"

  let path: String
  private let ledger: Ledger
  private let seal: String
  private var isThere = false
  private(set) var marks: Set<String> = []
  /// The mark of somebody's id whose erasure was begun and not ended.
  private(set) var unfinished: String?

  /// Reads the list beside a registry; there may be none.
  ///
  /// - Throws: `foreignErasures`, `damagedErasures`.
  init(beside registry: String, _ ledger: Ledger) throws {
    try self.init(path: registry + ".erased", ledger)
  }

  init(path: String, _ ledger: Ledger) throws {
    self.path = path
    self.ledger = ledger
    seal = try ledger.seal()
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure.damagedErasures(path)
    }
    isThere = true
    var lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)[...]
    guard let first = lines.popFirst(), first.hasPrefix(Forgotten.heading) else {
      throw Failure.damagedErasures(path)
    }
    guard first == "\(Forgotten.heading) \(seal)" else { throw Failure.foreignErasures(path) }
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      switch (words.first, words.last) {
      case ("begin", let mark?) where words.count == 2: unfinished = mark
      case ("end", _) where words.count == 2: unfinished = nil
      // A last line that was cut off is part of an erasure that is begun anew.
      default: marks.insert(line)
      }
    }
  }

  /// Whether nobody has been forgotten here.
  var isEmpty: Bool { marks.isEmpty }

  /// Whether an id is that of somebody who was forgotten.
  func covers(id: String) throws -> Bool {
    try !isEmpty && marks.contains(ledger.fingerprint(Forgotten.text(id: id)))
  }

  /// Whether a name, however it is written, is that of somebody who was forgotten.
  func covers(name: String) throws -> Bool {
    guard !isEmpty, let text = Forgotten.text(name: name) else { return false }
    return marks.contains(try ledger.fingerprint(text))
  }

  /// Whether a contact is that of somebody who was forgotten.
  func covers(contact: String) throws -> Bool {
    try !isEmpty && marks.contains(ledger.fingerprint(Forgotten.text(contact: contact)))
  }

  /// Whether a peer is the one whose erasure was begun and not ended.
  func isUnfinished(_ peer: PeerID) throws -> Bool {
    try unfinished == ledger.fingerprint(Forgotten.text(id: peer.text))
  }

  /// Writes down that somebody is being forgotten, and is sure of it before it returns.
  mutating func begin(_ person: Person) throws {
    var texts = person.ids.map { Forgotten.text(id: $0.text) }
    for words in person.words {
      texts += words.name.flatMap(Forgotten.text(name:)).map { [$0] } ?? []
      texts += words.contact.map { [Forgotten.text(contact: $0)] } ?? []
    }
    let new = try texts.map { try ledger.fingerprint($0) }
    guard let first = new.first else { return }
    try add(["begin \(first)"] + Array(Set(new)).sorted())
    marks.formUnion(new)
    unfinished = first
  }

  /// Writes down that what was begun is done.
  mutating func end() throws {
    guard let mark = unfinished else { return }
    try add(["end \(mark)"])
    unfinished = nil
  }

  /// Takes over the marks of another list of the same registry.
  mutating func join(_ other: Forgotten) throws {
    let new = other.marks.subtracting(marks).sorted()
    guard !new.isEmpty else { return }
    try add(new)
    marks.formUnion(new)
  }

  private mutating func add(_ lines: [String]) throws {
    let heading = isThere ? [] : ["\(Forgotten.heading) \(seal)"]
    let text = (heading + lines).map { $0 + "\n" }.joined()
    try PrivateFile.append(Array(text.utf8), to: path)
    isThere = true
  }

  private static func text(id: String) -> String { "forgotten/id/\(id)" }

  private static func text(name: String) -> String? {
    PersonKey(name).map { "forgotten/name/\($0.folded)" }
  }

  /// Spaces, capitals and marks make no other contact.
  private static func text(contact: String) -> String {
    let kept = contact.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "@"
    }
    return "forgotten/contact/\(String(String.UnicodeScalarView(kept)))"
  }
}
