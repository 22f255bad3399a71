import Notation

/// What is asked for.
enum Wish: Sendable {
  case run(Invocation)
  case help(Topic)
  case version
}

/// What help is about.
enum Topic: Sendable {
  case whole
  case noun(String)
  case command(Command)
}

extension CommandTable {
  /// Reads what was typed after the program's name.
  ///
  /// - Throws: `UsageError`, the first thing that isn't understood. A request for help is met
  ///   even where the rest of the line is wrong, if its command is known.
  func parse(_ line: [String]) throws(UsageError) -> Wish {
    let taking = Set(allOptions.filter { $0.takes != .nothing }.map(\.name))
    let split = SplitLine(line, takesValue: taking.contains)
    if split.words.first == "help" {
      return .help(try topic(of: Array(split.words.dropFirst())))
    }
    if split.options.contains(where: { $0.name == "--help" }) {
      return .help(try topic(of: split.words))
    }
    if split.options.contains(where: { $0.name == "--version" }) { return .version }

    // An unknown option comes first: what follows it may only look like a wrong word.
    let found = Result { () throws(UsageError) in try topic(of: split.words) }
    try refuseUnknown(split.options, at: try? found.get())
    switch try found.get() {
    case .command(let command):
      return .run(
        try Invocation(
          of: command, words: Array(split.words.dropFirst(command.path.count)),
          options: split.options, known: options(of: command)))
    case let topic:
      return .help(topic)
    }
  }

  /// Finds the command or noun that the words begin with.
  func topic(of words: [String]) throws(UsageError) -> Topic {
    guard let first = words.first else { return .whole }
    if let command = commands.first(where: { words.starts(with: $0.path) }) {
      return .command(command)
    }
    let verbs = verbs(of: first).compactMap(\.path.last)
    guard !verbs.isEmpty else {
      throw UsageError(.unknownCommand(first, nearest: nearestCommand(to: first)), in: [])
    }
    guard words.count > 1 else { return .noun(first) }
    let nearest = nearestName(to: words[1], among: verbs)
    throw UsageError(.unknownVerb(words[1], nearest: nearest, verbs: verbs), in: [first])
  }

  /// A mistyped first word, or a verb typed where its noun belongs: `grant` for `consent grant`.
  private func nearestCommand(to word: String) -> String? {
    if let verb = commands.first(where: { $0.path.count > 1 && $0.path.last == word }) {
      return verb.path.joined(separator: " ")
    }
    return nearestName(to: word, among: firstWords + ["help"])
  }

  private func refuseUnknown(
    _ given: [SplitLine.Given], at topic: Topic?
  ) throws(UsageError) {
    var path: [String] = []
    var known = allOptions
    switch topic {
    case .command(let command):
      path = command.path
      known = options(of: command)
    case .noun(let noun): path = [noun]
    case .whole, nil: break
    }
    let names = known.map(\.name)
    for option in given where !names.contains(option.name) {
      let nearest = nearestName(to: option.name, among: names)
      throw UsageError(.unknownOption(option.name, nearest: nearest), in: path)
    }
  }
}
