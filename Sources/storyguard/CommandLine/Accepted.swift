import Notation

/// What an argument or an option's value may be: checked on parsing, offered on completion.
enum Accepted: Sendable, Equatable {
  /// Any text; the command reads it itself.
  case anything

  /// One word of a closed list, such as `training` among the purposes.
  case oneOf([String])

  /// One word of a closed list, alone or with a colon and an id: `custodian`, `peer:p-7`.
  case oneOfWithID([String])

  /// The path of a file; whether it can be read is the command's to find out.
  case file

  /// The path of a folder.
  case folder

  /// The closed list, or nothing where any text will do.
  var choices: [String] {
    switch self {
    case .oneOf(let choices), .oneOfWithID(let choices): choices
    case .anything, .file, .folder: []
    }
  }

  /// Says why a value isn't accepted, or `nil` if it is.
  ///
  /// `.oneOf(["json", "csv"])` meets `jsn` with "one of json, csv", nearest `json`.
  func objection(to value: String, of name: String) -> UsageError.Fact? {
    let word: String
    switch self {
    case .anything, .file, .folder: return nil
    case .oneOf: word = value
    case .oneOfWithID: word = String(value.prefix { $0 != ":" })
    }
    if choices.contains(word) && !value.hasSuffix(":") { return nil }
    return .notAChoice(of: name, choices: choices, nearest: nearestName(to: word, among: choices))
  }
}
