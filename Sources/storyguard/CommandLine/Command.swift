/// One thing that can be asked of `storyguard`: its words, what it takes, and what it does.
struct Command: Sendable {
  /// A noun and a verb, `["consent", "grant"]`, or one verb, `["demo"]`.
  let path: [String]
  /// One line, without a full stop.
  let summary: String
  /// Paragraphs parted by an empty line; may be empty.
  let discussion: String
  let arguments: [Argument]
  let options: [Option]
  /// The shapes in which it shows what it does.
  let formats: [String]
  /// Whole lines to type, each beginning with `storyguard`.
  let examples: [String]
  let run: @Sendable (Invocation, Surroundings) throws -> ExitStatus

  init(
    _ path: String...,
    summary: String,
    discussion: String = "",
    arguments: [Argument] = [],
    options: [Option] = [],
    formats: [String] = Option.formats,
    examples: [String] = [],
    run: @escaping @Sendable (Invocation, Surroundings) throws -> ExitStatus
  ) {
    self.path = path
    self.summary = summary
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
    self.formats = formats
    self.examples = examples
    self.run = run
  }
}

/// A first word that has verbs, and what it is about.
struct Noun: Sendable {
  let word: String
  let summary: String

  init(_ word: String, _ summary: String) {
    self.word = word
    self.summary = summary
  }
}

/// A heading in the whole help, and the first words that stand under it.
struct Chapter: Sendable {
  let title: String
  let words: [String]

  init(_ title: String, _ words: [String]) {
    self.title = title
    self.words = words
  }
}

/// A line to try, and what it shows.
struct FirstStep: Sendable {
  let line: String
  let summary: String

  init(_ line: String, _ summary: String) {
    self.line = line
    self.summary = summary
  }
}
