import ConsentRegistry
import Notation

extension Invocation {
  /// The peer named by the argument `peer`.
  func peer() throws -> PeerID { try id("peer") }

  /// An id typed as an argument or option.
  func id<Subject>(_ name: String) throws -> ID<Subject> {
    try read(name, as: "an id of lower-case letters, digits, - _ and .", Invocation.plainID)
  }

  /// An id typed as an option, if it was.
  func idIfGiven<Subject>(_ name: String) throws -> ID<Subject>? {
    try readIfGiven(name, as: "an id of lower-case letters, digits, - _ and .", Invocation.plainID)
  }

  /// A day typed as an option, if it was.
  func dayIfGiven(_ name: String) throws -> Day? {
    try readIfGiven(name, as: "a day such as 2026-05-01") { Day($0) }
  }

  /// A word of a closed list typed as an option, if it was.
  func wordIfGiven<W: Word>(_ name: String) throws -> W? {
    try readIfGiven(name, as: "one of the listed words") { W(code: $0) }
  }

  /// The words of a closed list typed as an option.
  func words<W: Word>(_ name: String) throws -> Choices<W> {
    Choices(try readAll(name, as: "one of the listed words") { W(code: $0) })
  }

  /// A zone typed as an option, if it was.
  func zoneIfGiven(_ name: String) throws -> Zone? {
    try readIfGiven(name, as: "an exact zone name such as America/Chicago", SystemZones.find)
  }

  /// Ids that people type are plain, so that they can be typed again.
  static func plainID<Subject>(_ text: String) -> ID<Subject>? {
    isPlainID(text) ? ID(text) : nil
  }

  /// Whether an id holds only lower-case letters, digits, `-`, `_` and `.`.
  static func isPlainID(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
  }
}

extension Accepted {
  /// One of a closed list's words.
  static func words<W: Word>(_ list: W.Type) -> Accepted { .oneOf(W.allCases.map(\.code)) }
}

extension Argument {
  /// Whose record it is.
  static let peer = Argument("peer", "the peer's id")
}

extension Option {
  /// Who else heard the peer's yes.
  static let witness = Option.value(
    "--witness", "WHO", "by id, somebody else who heard the peer say so")
}

extension JSON {
  /// The JSON with a line end, as commands print it.
  var printed: String { prettyText + "\n" }
}
