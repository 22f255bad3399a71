/// Every command there is: the one source for parsing, help and completions.
struct CommandTable: Sendable {
  /// The name one types: `storyguard`.
  let program: String
  let summary: String
  let version: String
  let firstSteps: [FirstStep]
  let chapters: [Chapter]
  let nouns: [Noun]
  let commands: [Command]
  let everywhere: [Option]

  init(
    program: String = "storyguard",
    summary: String,
    version: String,
    firstSteps: [FirstStep] = [],
    chapters: [Chapter] = [],
    nouns: [Noun] = [],
    commands: [Command],
    everywhere: [Option] = Option.everywhere
  ) {
    self.program = program
    self.summary = summary
    self.version = version
    self.firstSteps = firstSteps
    self.chapters = chapters
    self.nouns = nouns
    self.commands = commands
    self.everywhere = everywhere
  }

  /// The first words, each once, in the table's order: `["demo", "consent"]`.
  var firstWords: [String] {
    commands.compactMap(\.path.first).reduce(into: []) { words, word in
      if !words.contains(word) { words.append(word) }
    }
  }

  /// The commands whose first word is this noun: `consent grant`, `consent withdraw`.
  func verbs(of noun: String) -> [Command] {
    commands.filter { $0.path.count > 1 && $0.path.first == noun }
  }

  /// What a first word is about: the noun's summary, or the lone verb's.
  func summary(of word: String) -> String {
    nouns.first { $0.word == word }?.summary
      ?? commands.first { $0.path == [word] }?.summary ?? ""
  }

  /// The options that a command takes, its own first.
  func options(of command: Command) -> [Option] {
    command.options + everywhere.map { $0.name == "--format" ? .format(command.formats) : $0 }
  }

  /// Each option's name with one description of it, from all commands.
  var allOptions: [Option] {
    (everywhere + commands.flatMap(\.options)).reduce(into: []) { options, option in
      if !options.contains(where: { $0.name == option.name }) { options.append(option) }
    }
  }

  /// The words as one types them: `storyguard consent grant`.
  func typed(_ path: [String]) -> String { ([program] + path).joined(separator: " ") }
}
