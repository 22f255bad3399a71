/// A word that a command takes after its own words: `PEER` in `storyguard peer show PEER`.
struct Argument: Sendable {
  /// How many words an argument takes.
  enum Count: Sendable {
    case one
    case optional
    case oneOrMore
    case anyNumber

    var isRequired: Bool { self == .one || self == .oneOrMore }
    var repeats: Bool { self == .oneOrMore || self == .anyNumber }
  }

  /// The name that the command's code asks for, in lower case: `peer`.
  let name: String
  let summary: String
  let count: Count
  let accepts: Accepted

  init(
    _ name: String, _ summary: String, count: Count = .one, accepts: Accepted = .anything
  ) {
    self.name = name
    self.summary = summary
    self.count = count
    self.accepts = accepts
  }

  /// The name as help shows it: `PEER`.
  var placeholder: String { name.uppercased() }

  /// The argument in a usage line: `PEER`, `[PEER]`, `FILE ...` or `[FILE ...]`.
  var usage: String {
    let word = count.repeats ? placeholder + " ..." : placeholder
    return count.isRequired ? word : "[" + word + "]"
  }
}
