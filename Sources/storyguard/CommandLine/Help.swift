/// How help is laid out: lines of no more than 80 columns, emphasis on a terminal only.
struct HelpLayout: Sendable {
  let width: Int
  let style: Style

  init(width: Int = 80, style: Style = .plain) {
    self.width = min(max(width, 40), 80)
    self.style = style
  }

  /// The layout for what standard output is connected to.
  init(_ terminal: Terminal) { self.init(width: terminal.width, style: terminal.style) }
}

/// Help written from the table: of the whole command, of a noun, of a verb.
struct Help: Sendable {
  let table: CommandTable
  let layout: HelpLayout

  func text(on topic: Topic) -> String {
    switch topic {
    case .whole: whole()
    case .noun(let noun): self.noun(noun)
    case .command(let command): self.command(command)
    }
  }

  /// The page shown for `storyguard` alone.
  func whole() -> String {
    page([
      wrapped(table.summary, width: layout.width),
      usage([["NOUN", "VERB", "[options]"]]),
      section("first things to try", table.firstSteps.map { ($0.line, $0.summary) }),
      chapters(),
      section("options everywhere", table.everywhere.map(described)),
      heading("exit status")
        + wrapped(
          words: ExitStatus.allCases.map { "\($0.rawValue) \($0.meaning)" },
          width: layout.width - 2
        ).map { "  " + $0 },
      next("NOUN VERB"),
    ])
  }

  /// The page of a noun: its verbs.
  func noun(_ noun: String) -> String {
    let verbs = table.verbs(of: noun)
    return page([
      wrapped(table.typed([noun]) + ": " + table.summary(of: noun), width: layout.width),
      usage([[noun, "VERB", "[options]"]]),
      section("verbs", verbs.map { ($0.path.last ?? "", $0.summary) }),
      examples(verbs.compactMap(\.examples.first)),
      next("\(noun) VERB"),
    ])
  }

  /// The page of a verb: usage, arguments, options, examples.
  func command(_ command: Command) -> String {
    let required = command.options.filter(\.isRequired)
    let words =
      command.path + command.arguments.map(\.usage) + required.map(\.usage) + ["[options]"]
    let everywhere = table.everywhere.map(\.name).joined(separator: " ")
    return page([
      wrapped(table.typed(command.path) + ": " + command.summary, width: layout.width),
      usage([words]),
      paragraphs(command.discussion),
      section(
        "arguments",
        command.arguments.map { ($0.placeholder, $0.summary + choices($0.accepts)) }),
      section("options", command.options.map(described)),
      heading("and everywhere") + block(everywhere),
      examples(command.examples),
    ])
  }

  // MARK: Parts

  private func usage(_ forms: [[String]]) -> [String] {
    forms.flatMap { words in
      let opening = "usage: " + table.program
      let room = layout.width - opening.count - 1
      return wrapped(words: words, width: room).enumerated().map { number, line in
        (number == 0 ? opening : String(repeating: " ", count: opening.count)) + " " + line
      }
    }
  }

  private func chapters() -> [String] {
    let listed = Set(table.chapters.flatMap(\.words))
    let rest = table.firstWords.filter { !listed.contains($0) }
    let title = table.chapters.isEmpty ? "commands" : "more"
    let all = table.chapters + (rest.isEmpty ? [] : [Chapter(title, rest)])
    return Array(
      all.map { section($0.title, $0.words.map(oneLine)) }.joined(separator: [""]))
  }

  /// A first word, what it is about, and its verbs.
  private func oneLine(_ word: String) -> (String, String) {
    let verbs = table.verbs(of: word).compactMap(\.path.last)
    let listed = verbs.isEmpty ? "" : " (" + verbs.joined(separator: ", ") + ")"
    return (word, table.summary(of: word) + listed)
  }

  private func described(_ option: Option) -> (String, String) {
    let needed = option.isRequired ? " (needed)" : ""
    return (option.usage, option.summary + needed + choices(option.accepts))
  }

  private func choices(_ accepts: Accepted) -> String {
    accepts.choices.isEmpty ? "" : ": " + accepts.choices.joined(separator: ", ")
  }

  private func next(_ words: String) -> [String] {
    wrapped(
      "for more: `\(table.program) help \(words)`, or add --help to any command",
      width: layout.width)
  }

  // MARK: Layout

  private func page(_ parts: [[String]]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: [""]).map { $0 + "\n" }.joined()
  }

  private func examples(_ lines: [String]) -> [String] {
    lines.isEmpty ? [] : heading("examples") + lines.flatMap(example)
  }

  /// A line to type, broken with a backslash where it is long, so that it can still be copied.
  private func example(_ line: String) -> [String] {
    var isQuoted = false
    let words = line.split { character in
      if character == "'" || character == "\"" { isQuoted.toggle() }
      return character == " " && !isQuoted
    }
    var lines: [String] = []
    for word in words.map(String.init) {
      // Room is kept for the backslash.
      if let last = lines.last, last.displayWidth + word.displayWidth + 3 <= layout.width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append((lines.isEmpty ? "  " : "    ") + word)
      }
    }
    return lines.dropLast().map { $0 + " \\" } + lines.suffix(1)
  }

  private func heading(_ title: String) -> [String] { [layout.style.bold(title)] }

  private func block(_ text: String) -> [String] {
    wrapped(text, width: layout.width - 2).map { "  " + $0 }
  }

  private func paragraphs(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let parts = lines.split { $0.allSatisfy(\.isWhitespace) }
    return Array(
      parts.map { wrapped($0.joined(separator: " "), width: layout.width) }
        .joined(separator: [""]))
  }

  /// A heading and two columns; where the left one is long, the right one starts a line below.
  private func section(_ title: String, _ rows: [(left: String, right: String)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let widest = layout.width * 2 / 5
    let fitting = rows.map(\.left.displayWidth).filter { $0 <= widest }.max() ?? 8
    let indent = fitting + 4
    let lines = rows.flatMap { left, right in
      var texts = wrapped(right, width: layout.width - indent)
        .map { String(repeating: " ", count: indent) + $0 }
      let name = "  " + left
      guard left.displayWidth <= fitting, let first = texts.first else { return [name] + texts }
      texts[0] = name.padded(toWidth: indent) + first.dropFirst(indent)
      return texts
    }
    return heading(title) + lines
  }
}
