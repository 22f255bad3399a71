/// The shells for which completions can be written.
enum Shell: String, Sendable, CaseIterable {
  case bash
  case zsh
  case fish

  static let names = allCases.map(\.rawValue)
}

/// Completion scripts written from the table: words, options, closed lists, files.
///
/// All three work alike: they walk the words before the cursor to find the *place* (the command
/// so far), the option that still lacks its value, and the number of arguments given.
struct Completions: Sendable {
  let table: CommandTable

  func script(for shell: Shell) -> String {
    let lines =
      switch shell {
      case .bash: bash()
      case .zsh: zsh()
      case .fish: fish()
      }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: What the scripts share

  /// A word that can follow a place: `grant` after `consent`.
  struct Step {
    let place: String
    let word: String
    let summary: String
    var next: String { place.isEmpty ? word : place + " " + word }
  }

  /// All words of all commands: first the nouns and lone verbs, then the verbs of nouns.
  var steps: [Step] {
    table.firstWords.map { Step(place: "", word: $0, summary: table.summary(of: $0)) }
      + table.commands.filter { $0.path.count > 1 }.map {
        Step(place: $0.path[0], word: $0.path[1], summary: $0.summary)
      }
  }

  /// The options whose value is the next word.
  var takingValues: [String] {
    table.allOptions.filter { $0.takes != .nothing }.map(\.name)
  }

  /// What a shell offers for a value.
  enum Offer: Equatable {
    case words([String])
    case list([String])
    case files
    case folders
    case nothing
  }

  func offer(for accepts: Accepted, isList: Bool = false) -> Offer {
    switch accepts {
    case .anything: .nothing
    case .oneOf(let words), .oneOfWithID(let words): isList ? .list(words) : .words(words)
    case .file: .files
    case .folder: .folders
    }
  }

  func offer(for option: Option) -> Offer {
    if case .list = option.takes { return offer(for: option.accepts, isList: true) }
    return offer(for: option.accepts)
  }

  /// What each argument of a command offers; the last one may stand for all that follow.
  func offers(of command: Command) -> [(index: Int, repeats: Bool, offer: Offer)] {
    command.arguments.enumerated().map { index, argument in
      (index, argument.count.repeats, offer(for: argument.accepts))
    }.filter { $0.offer != .nothing }
  }
}

extension String {
  /// The text in single quotes, for bash and zsh: `don't` is `'don'\''t'`.
  var shellQuoted: String { "'" + split("'", joined: "'\\''") + "'" }

  /// The text in single quotes, for fish, where a backslash counts inside them too.
  var fishQuoted: String { "'" + split("\\", joined: "\\\\").split("'", joined: "\\'") + "'" }

  /// Replaces one character.
  func split(_ character: Character, joined other: String) -> String {
    split(separator: character, omittingEmptySubsequences: false).joined(separator: other)
  }
}
