import Notation
import Synchronization
import Testing

@testable import storyguard

private let table = CommandTable(
  summary: "keeps stories from being overused",
  version: "1",
  firstSteps: [FirstStep("storyguard demo", "a walk through")],
  chapters: [Chapter("to begin", ["demo"])],
  nouns: [Noun("consent", "what a peer said yes to"), Noun("peer", "whose stories they are")],
  commands: [
    Command("demo", summary: "walk through it") { _, _ in .done },
    Command(
      "consent", "grant", summary: "record a yes",
      arguments: [Argument("peer", "whose yes"), Argument("story", "which", count: .optional)],
      options: [
        .list(
          "--purpose", "PURPOSE", "what for", accepts: .oneOf(["training", "media"]),
          required: true),
        .value("--until", "DAY", "its last day"),
        .many("--topic", "TEXT", "don't share this"),
        .flag("--recording", "may be recorded"),
      ],
      examples: ["storyguard consent grant p-1 --purpose training --topic 'home, again'"]
    ) { _, _ in .denied },
    Command(
      "consent", "withdraw", summary: "take it back", arguments: [Argument("peer", "whose")]
    ) { _, _ in .done },
    Command(
      "peer", "import", summary: "read files",
      arguments: [Argument("file", "a file", count: .oneOrMore, accepts: .file)]
    ) { _, _ in .done },
  ])

private func invocation(_ line: String) throws -> Invocation {
  guard case .run(let invocation) = try table.parse(typedWords(line)) else {
    throw UsageError(.unknownCommand(line, nearest: nil), in: [])
  }
  return invocation
}

private func error(_ line: String) -> UsageError? {
  #expect(throws: UsageError.self) { try table.parse(typedWords(line)) }
}

private func fact(_ line: String) -> UsageError.Fact? { error(line)?.fact }

struct CommandLineTests {
  @Test func `options stand before or after the words, with a space or an equals sign`() throws {
    let lines = [
      "--as peer:p-1 --purpose training consent grant p-1 --until=2027-05-01 --recording",
      "consent grant p-1 --recording --purpose=training --until 2027-05-01 --as=peer:p-1",
      "consent --recording grant --until 2027-05-01 --purpose training --as peer:p-1 -- p-1",
    ]
    for line in lines {
      let invocation = try invocation(line)
      #expect(invocation.command.path == ["consent", "grant"])
      #expect(try invocation.argument("peer") == "p-1")
      #expect(try invocation.argumentIfGiven("story") == nil)
      #expect(try invocation.values("--purpose") == ["training"])
      #expect(try invocation.value("--until") == "2027-05-01")
      #expect(try invocation.value("--as") == "peer:p-1")
      #expect(try invocation.flag("--recording"))
    }
  }

  @Test func `a list is parted at commas and adds up, a free text keeps its commas`() throws {
    let line = "consent grant p --purpose training,media --topic 'home, again' --topic work"
    let invocation = try invocation(line + " --purpose media")
    #expect(try invocation.values("--purpose") == ["training", "media", "media"])
    #expect(try invocation.values("--topic") == ["home, again", "work"])
    #expect(try invocation.valueIfGiven("--until") == nil)
  }

  @Test func `after two dashes everything is a word, and a lone dash is one`() throws {
    let files = try invocation("peer import - -5 -- --odd.csv -h").arguments("file")
    #expect(files == ["-", "-5", "--odd.csv", "-h"])
  }

  @Test func `each kind of mistake is a fact of its own`() {
    let grant = "consent grant p --purpose training"
    #expect(fact("consnet grant") == .unknownCommand("consnet", nearest: "consent"))
    #expect(fact("withdraw p") == .unknownCommand("withdraw", nearest: "consent withdraw"))
    let verbs = ["grant", "withdraw"]
    #expect(
      fact("consent grnat") == .unknownVerb("grnat", nearest: "grant", verbs: verbs))
    #expect(fact(grant + " --untill 1") == .unknownOption("--untill", nearest: "--until"))
    #expect(fact("--untill 1 " + grant) == .unknownOption("--untill", nearest: "--until"))
    #expect(fact("consent withdraw p --recording") == .unknownOption("--recording", nearest: nil))
    #expect(fact(grant + " --until") == .missingValue(of: "--until DAY"))
    #expect(fact(grant + " --until --recording") == .missingValue(of: "--until DAY"))
    #expect(fact(grant + " --until ''") == .missingValue(of: "--until DAY"))
    #expect(fact(grant + " --recording=no") == .unexpectedValue(of: "--recording"))
    #expect(fact("consent grant p") == .missingOption("--purpose PURPOSE,..."))
    #expect(fact("consent grant --purpose media") == .missingArgument("peer"))
    #expect(fact("consent withdraw ''") == .missingArgument("peer"))
    #expect(fact("peer import") == .missingArgument("file"))
    #expect(fact("consent withdraw p q") == .tooManyArguments(takes: 1, given: 2))
    #expect(fact(grant + " --until 1 --until 2") == .givenTwice("--until"))
    let formats = Option.formats
    #expect(
      fact("demo --format jsno")
        == .notAChoice(of: "--format", choices: formats, nearest: "json"))
    let roles = Option.roles
    #expect(
      fact("demo --as pear:p-1") == .notAChoice(of: "--as", choices: roles, nearest: "peer"))
  }

  @Test func `a command that reads its values says what it expected`() throws {
    let invocation = try invocation("consent grant p --purpose media --until soon")
    let wanted = UsageError(
      .illFormed("--until", expected: "a day such as 2026-05-01"), in: ["consent", "grant"])
    #expect(throws: wanted) {
      try invocation.read("--until", as: "a day such as 2026-05-01") { Int($0) }
    }
    #expect(try invocation.readIfGiven("story", as: "an id") { Int($0) } == nil)
    #expect(throws: invocation.misuse(.notInTable("--reach"))) { try invocation.flag("--reach") }
  }

  @Test func `every message ends with the next step and repeats no value`() {
    let planted = "Marisol"
    let lines = [
      "consnet", "consent grnat", "demo --formt json", "demo --format \(planted)", planted,
      "consent \(planted)", "consent withdraw \(planted) \(planted)", "demo --as \(planted)",
      "demo --today=1 --today=\(planted)", "demo --today \(planted) --hlep",
    ]
    for line in lines {
      let message = error(line)?.message() ?? ""
      #expect(message.contains("\ntry `storyguard "))
      #expect(message.hasSuffix(" --help`"))
      #expect(!message.contains(planted))
    }
    #expect(
      error("consnet")?.message() == """
        there is no command `consnet`; did you mean `consent`?
        try `storyguard consent --help`
        """)
    let steering = UsageError(.unknownOption("--\u{1B}[2Jx", nearest: nil), in: [])
    #expect(!steering.message().contains("\u{1B}"))
  }

  @Test func `the nearest word is told only when it is near`() {
    let words = ["consent", "inPerson", "request", "pause", "--as"]
    #expect(nearestName(to: "consnet", among: words) == "consent")
    #expect(nearestName(to: "inperson", among: words) == "inPerson")
    #expect(nearestName(to: "req", among: words) == "request")
    #expect(nearestName(to: "--at", among: words) == "--as")
    #expect(nearestName(to: "xyz", among: words) == nil)
    #expect(nearestName(to: "", among: words) == nil)
    #expect(nearestName(to: String(repeating: "a", count: 100_000), among: words) == nil)
    #expect(editDistance(Array("grnat"), Array("grant")) == 1)
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
  }

  @Test func `a table tells its own faults`() {
    #expect(table.faults == [])
    let broken = CommandTable(
      summary: "", version: "",
      commands: [
        Command("a", summary: "one.") { _, _ in .done },
        Command("a", "b", summary: "two", options: [.flag("--until", "")]) { _, _ in .done },
        Command(
          "c", summary: "three", options: [.value("--until", "DAY", "")], examples: ["d"]
        ) { _, _ in .done },
      ])
    #expect(
      broken.faults == [
        "`a` is a noun and a verb at once", "storyguard a: the summary ends with a full stop",
        "--until is a flag in one place and takes a value in another",
        "`d` doesn't begin with storyguard",
      ])
  }
}

struct HelpTests {
  private struct Shown: Equatable {
    let text: String
    // Swift Testing has an `ExitStatus` too.
    let status: storyguard.ExitStatus
  }

  private func shown(_ line: String) throws -> Shown {
    var shown = ""
    let status = try table.follow(
      typedWords(line), help: HelpLayout(), show: { shown += $0 }, complain: { shown += $0 },
      surroundings: { _ in throw UsageError(.unknownCommand("run", nearest: nil), in: []) })
    return Shown(text: shown, status: status)
  }

  @Test func `help is the same wherever it is asked for`() throws {
    let help = try shown("help consent grant")
    #expect(help.status == .done)
    #expect(help.text.hasPrefix("storyguard consent grant: record a yes\n"))
    let lines = [
      "consent grant --help", "consent grant -h", "--help consent grant",
      "consent grant --nonsense --help p q r s",
    ]
    for line in lines { #expect(try shown(line) == help) }
    #expect(try shown("consent") == shown("help consent"))
    #expect(try shown("") == shown("--help"))
    #expect(try shown("--version") == Shown(text: "storyguard 1\n", status: .done))
    #expect(try shown("help consnet").status == .misuse)
  }

  @Test func `the page of a verb says all that it takes`() {
    let page = Help(table: table, layout: HelpLayout()).text(on: .command(table.commands[1]))
    #expect(
      page == """
        storyguard consent grant: record a yes

        usage: storyguard consent grant PEER [STORY] --purpose PURPOSE,... [options]

        arguments
          PEER   whose yes
          STORY  which

        options
          --purpose PURPOSE,...  what for (needed): training, media
          --until DAY            its last day
          --topic TEXT ...       don't share this
          --recording            may be recorded

        and everywhere
          --registry --as --today --now --format --help --version

        examples
          storyguard consent grant p-1 --purpose training --topic 'home, again'

        """)
  }

  @Test(arguments: [40, 60, 80])
  func `no line of help is wider than its page`(width: Int) throws {
    let help = Help(table: table, layout: HelpLayout(width: width))
    for page in [help.whole(), help.noun("consent")] {
      #expect(page.split(separator: "\n").allSatisfy { String($0).displayWidth <= width })
    }
  }
}

struct TerminalTests {
  @Test func `colour needs a terminal, a willing user and a terminal that can`() {
    func isOn(_ environment: [String: String], terminal: Bool = true) -> Bool {
      Terminal(isTerminal: terminal, environment: environment, measured: nil).style.isOn
    }
    #expect(isOn(["TERM": "xterm"]))
    #expect(!isOn(["TERM": "xterm"], terminal: false))
    #expect(!isOn(["TERM": "dumb"]))
    #expect(!isOn(["NO_COLOR": "1"]))
    #expect(Style.plain.red("denied") == "denied")
  }

  @Test func `the width is told, measured, or 80`() {
    func width(_ environment: [String: String], _ measured: Int?) -> Int {
      Terminal(isTerminal: true, environment: environment, measured: measured).width
    }
    #expect(width(["COLUMNS": "100"], 90) == 100)
    #expect(width(["COLUMNS": "wide"], 90) == 90)
    #expect(width([:], nil) == 80)
    #expect(width([:], 0) == 80)
  }

  @Test func `a table aligns wide letters and fits its last column to the width`() {
    let columns: [TextTable.Column] = [.left("peer"), .right("uses"), .left("note")]
    let rows = [["日本", "3", "a note that is long"], ["añb", "12"]]
    #expect(
      TextTable(columns, rows: rows).text(width: 26) == """
        peer  uses  note
        日本     3  a note that is
                    long
        añb     12

        """)
    #expect(
      TextTable(columns, rows: rows, lastColumn: .cut).text(width: 26) == """
        peer  uses  note
        日本     3  a note that i…
        añb     12

        """)
    #expect(TextTable(columns, rows: rows).text(width: nil).split(separator: "\n").count == 3)
  }

  @Test func `emphasis in a cell takes no columns`() {
    let table = TextTable([.left("uses"), .left("peer")], rows: [[Bar(3, of: 2).cell, "p-1"]])
    #expect(table.text(width: 40) == "uses        peer\n██! 3 of 2  p-1\n")
    let inColour = table.text(width: 40, style: Style(isOn: true))
    #expect(inColour.hasSuffix("\u{1B}[31m██! 3 of 2\u{1B}[0m  p-1\n"))
  }

  @Test func `what people wrote cannot steer the terminal`() {
    let hostile = "a\u{1B}[31mb\nc\u{202E}d\u{7}"
    let text = TextTable([.left("note")], rows: [[hostile]]).text(width: nil)
    #expect(text == "note\na[31mb cd\n")
  }

  @Test func `a bar says over without colour`() {
    #expect(Bar(2, of: 4).text() == "██░░ 2 of 4")
    #expect(Bar(6, of: 4).text() == "████! 6 of 4")
    #expect(Bar(1, of: 365).text() == "█░░░░░░░░░ 1 of 365")
    #expect(Bar(364, of: 365).text() == "█████████░ 364 of 365")
    #expect(Bar(1, of: 0).text() == "! 1 of 0")
    #expect(Bar(0, of: 0).text() == "0 of 0")
  }

  @Test func `progress is drawn now and then, erased at the end, and never into a file`() {
    final class Screen: Sendable {
      let text = Mutex("")
      let time = Mutex(ContinuousClock.now)
    }
    for isTerminal in [true, false] {
      let screen = Screen()
      do {
        let terminal = Terminal(isTerminal: isTerminal, width: 80, style: .plain)
        let progress = Progress(
          of: 100_000, "rows", on: terminal, now: { screen.time.withLock { $0 } },
          write: { text in screen.text.withLock { $0 += text } })
        progress.advance(to: 1000)
        progress.advance(to: 2000)
        screen.time.withLock { $0 += .milliseconds(150) }
        progress.advance(to: 42_000)
      }
      let drawn = "\r\u{1B}[K1,000 of 100,000 rows\r\u{1B}[K42,000 of 100,000 rows\r\u{1B}[K"
      #expect(screen.text.withLock { $0 } == (isTerminal ? drawn : ""))
    }
  }
}

struct CompletionsTests {
  @Test(arguments: Shell.allCases)
  func `a script knows every word, option and choice`(shell: Shell) {
    let script = Completions(table: table).script(for: shell)
    let words = table.commands.flatMap(\.path) + Shell.allCases.map { _ in "help" }
    let options = table.allOptions.map { String($0.name.dropFirst(2)) }
    for word in words + options + ["training media", "custodian peer", "table json"] {
      #expect(script.contains(word))
    }
  }

  @Test func `quotes in a summary stay inside their shell's quotes`() {
    #expect("don't".shellQuoted == "'don'\\''t'")
    #expect("don't \\".fishQuoted == "'don\\'t \\\\'")
  }
}
