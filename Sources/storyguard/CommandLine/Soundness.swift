extension CommandTable {
  /// What is wrong with the table itself; a test holds that there is nothing.
  ///
  /// Among others: one name is a flag here and takes a value there, a word is noun and verb at
  /// once, an example doesn't parse.
  var faults: [String] {
    wordFaults + commands.flatMap(faults(of:)) + optionFaults + exampleFaults
  }

  private var wordFaults: [String] {
    var faults: [String] = []
    let paths = commands.map(\.path)
    for (index, path) in paths.enumerated() {
      if !(1...2).contains(path.count) { faults.append("\(path) isn't one or two words") }
      if paths[..<index].contains(path) { faults.append("\(path) stands twice") }
      if path.first == "help" { faults.append("`help` is taken") }
      if path.count > 1, paths.contains([path[0]]) {
        faults.append("`\(path[0])` is a noun and a verb at once")
      }
    }
    for word in firstWords where summary(of: word).isEmpty {
      faults.append("`\(word)` has no summary")
    }
    let listed = nouns.map(\.word) + chapters.flatMap(\.words)
    return faults
      + listed.filter { !firstWords.contains($0) }.map { "`\($0)` isn't a first word" }
  }

  private func faults(of command: Command) -> [String] {
    var faults: [String] = []
    let arguments = command.arguments
    let names = arguments.map(\.name) + options(of: command).map(\.name)
    if Set(names).count < names.count { faults.append("a name stands twice") }
    if arguments.dropLast().contains(where: \.count.repeats) {
      faults.append("only the last argument may repeat")
    }
    if let optional = arguments.firstIndex(where: { !$0.count.isRequired }),
      arguments[optional...].contains(where: \.count.isRequired)
    {
      faults.append("a required argument follows an optional one")
    }
    let choices = arguments.flatMap(\.accepts.choices) + command.options.flatMap(\.accepts.choices)
    let odd = (choices + command.path).filter { word in
      !word.utf8.allSatisfy { $0 > 0x20 && !"'\"\\$`:,".utf8.contains($0) }
    }
    faults += odd.map { "`\($0)` can't be completed in a shell" }
    if command.summary.hasSuffix(".") { faults.append("the summary ends with a full stop") }
    return faults.map { "\(typed(command.path)): \($0)" }
  }

  private var optionFaults: [String] {
    let all = everywhere + commands.flatMap(\.options)
    return allOptions.compactMap { option in
      let isFlag = option.takes == .nothing
      if all.contains(where: { $0.name == option.name && ($0.takes == .nothing) != isFlag }) {
        return "\(option.name) is a flag in one place and takes a value in another"
      }
      let letters = option.name.dropFirst(2)
      let isPlain = letters.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
      return option.name.hasPrefix("--") && !letters.isEmpty && isPlain
        ? nil : "\(option.name) isn't dashes and small letters"
    }
  }

  private var exampleFaults: [String] {
    let examples: [String] = firstSteps.map(\.line) + commands.flatMap(\.examples)
    return examples.compactMap(fault(ofExample:))
  }

  private func fault(ofExample example: String) -> String? {
    let words = typedWords(example)
    guard words.first == program else { return "`\(example)` doesn't begin with \(program)" }
    do {
      _ = try parse(Array(words.dropFirst()))
      return nil
    } catch {
      return "`\(example)`: \(error.message(program: program))"
    }
  }
}

/// Parts an example as a shell would, up to a pipe, a redirection or a comment.
///
/// `storyguard check 'a b.json' > out` gives `storyguard`, `check`, `a b.json`.
func typedWords(_ line: String) -> [String] {
  var words: [String] = []
  var word: String?
  var quote: Character?
  for character in line {
    if let open = quote {
      if character == open { quote = nil } else { word = (word ?? "") + String(character) }
    } else if character == "'" || character == "\"" {
      quote = character
      word = word ?? ""
    } else if "|<>;#&".contains(character) && word == nil {
      return words
    } else if character == " " {
      if let word { words.append(word) }
      word = nil
    } else {
      word = (word ?? "") + String(character)
    }
  }
  if let word { words.append(word) }
  return words
}
