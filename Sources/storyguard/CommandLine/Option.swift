/// A choice with a name, such as `--until DAY` or `--recording`.
struct Option: Sendable {
  /// What follows the option's name.
  enum Takes: Sendable, Equatable {
    /// Nothing: it is there or not.
    case nothing
    /// One value, once; the word stands for it in help: `DAY`.
    case one(String)
    /// Values parted by commas, and the option may come again: `--purpose training,advocacy`.
    case list(String)
    /// One value each time, commas kept; the option may come again: `--topic "home, again"`.
    case many(String)
  }

  /// The long name with its dashes: `--until`.
  let name: String
  let takes: Takes
  let summary: String
  let accepts: Accepted
  let isRequired: Bool

  private init(
    _ name: String, takes: Takes, _ summary: String, accepts: Accepted, required: Bool
  ) {
    self.name = name
    self.takes = takes
    self.summary = summary
    self.accepts = accepts
    isRequired = required
  }

  /// An option that takes nothing: `.flag("--recording", "the telling may be recorded")`.
  static func flag(_ name: String, _ summary: String) -> Self {
    Option(name, takes: .nothing, summary, accepts: .anything, required: false)
  }

  /// An option that takes one value: `.value("--until", "DAY", "the last day of the consent")`.
  static func value(
    _ name: String, _ placeholder: String, _ summary: String,
    accepts: Accepted = .anything, required: Bool = false
  ) -> Self {
    Option(name, takes: .one(placeholder), summary, accepts: accepts, required: required)
  }

  /// An option that takes values parted by commas, as often as wanted.
  static func list(
    _ name: String, _ placeholder: String, _ summary: String,
    accepts: Accepted = .anything, required: Bool = false
  ) -> Self {
    Option(name, takes: .list(placeholder), summary, accepts: accepts, required: required)
  }

  /// An option that takes one value each time it is given, commas kept.
  static func many(
    _ name: String, _ placeholder: String, _ summary: String,
    accepts: Accepted = .anything, required: Bool = false
  ) -> Self {
    Option(name, takes: .many(placeholder), summary, accepts: accepts, required: required)
  }

  /// The word that stands for the value, or `nil` for a flag.
  var placeholder: String? {
    switch takes {
    case .nothing: nil
    case .one(let word), .list(let word), .many(let word): word
    }
  }

  var repeats: Bool {
    switch takes {
    case .nothing, .one: false
    case .list, .many: true
    }
  }

  /// The option as help shows it: `--recording`, `--until DAY`, `--purpose PURPOSE,...`.
  var usage: String {
    switch takes {
    case .nothing: name
    case .one(let word): "\(name) \(word)"
    case .list(let word): "\(name) \(word),..."
    case .many(let word): "\(name) \(word) ..."
    }
  }
}
