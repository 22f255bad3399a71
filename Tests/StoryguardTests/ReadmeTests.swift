import Foundation
import Testing

/// What the pages tell people to type is typed, and the code they show is compiled.
struct ReadmeTests {
  @Test(arguments: ["## A first quarter of an hour", "## Reports and alerts"])
  func `every command of a walk works as it says`(_ heading: String) throws {
    let page = MarkdownPage(try Places.text(of: "README.md"))
    let commands = Self.commands(in: page, under: heading)
    #expect(commands.count { $0.text.contains("storyguard") } >= 5)
    try Self.type(commands)
  }

  @Test(arguments: ["riverside", "requests", "scenarios", "scenarios/lives"])
  func `every command on a page of the samples works`(_ folder: String) throws {
    let page = MarkdownPage(try Places.text(of: "Samples/\(folder)/README.md"))
    let commands = Self.commands(in: page, under: nil)
    #expect(!commands.isEmpty)
    try Self.type(commands)
  }

  @Test(.enabled(if: Places.program("swiftc") != nil))
  func `the embedding example compiles, and runs`() throws {
    let page = MarkdownPage(try Places.text(of: "README.md"))
    let section = try #require(page.section("## Embedding"))
    let examples = section.code("swift").map { $0.text.joined(separator: "\n") }
      .filter { $0.contains("import ConsentRegistry") }
    #expect(!examples.isEmpty)
    let objects = Running.built + "/ConsentRegistry.build"
    let parts = try FileManager.default.contentsOfDirectory(atPath: objects)
      .filter { $0.hasSuffix(".o") }.map { objects + "/" + $0 }
    for example in examples {
      try Places.inFolder { folder in
        try Data(example.utf8).write(to: URL(filePath: folder + "/main.swift"))
        let compiled = try Running.program(
          #require(Places.program("swiftc")),
          [
            "-swift-version", "6", "-I", Running.built + "/Modules", "main.swift", "-o", "example",
          ] + parts, in: folder)
        try #require(compiled.status == 0, "\(compiled.err)")
        #expect(!compiled.err.contains("warning:"), "\(compiled.err)")
        let ran = try Running.program(folder + "/example", [], in: folder)
        #expect(ran.status == 0, "\(ran.err)")
      }
    }
  }

  // MARK: Commands on a page

  /// One command of a page: the line it begins on, all of it, and how it has to end.
  private struct Typed {
    let line: Int
    var text: String
    var status: Int32
  }

  /// The commands of a section's `sh` blocks, in order, or of the whole page's.
  ///
  /// A line that ends in a backslash goes on, as does one that opens a text with `<<'END'`. A
  /// comment `# exits 2`, on the line itself or alone above or below it, says how it ends.
  private static func commands(in page: MarkdownPage, under heading: String?) -> [Typed] {
    let first = heading.flatMap { page.lines.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    guard let section = heading.map(page.section) ?? page else { return [] }
    return section.code("sh").flatMap { block in
      commands(block.text, from: first + block.line)
    }
  }

  private static func commands(_ lines: [String], from first: Int) -> [Typed] {
    var commands: [Typed] = []
    var open: String?
    var goesOn = false
    var next: Int32?
    for (index, line) in lines.enumerated() {
      let status = line.firstMatch(of: /#.*\bexits (\d+)/).flatMap { Int32($0.1) }
      let isComment = line.hasPrefix("#")
      if let end = open, let last = commands.indices.last {
        commands[last].text += "\n" + line
        if line == end { open = nil }
        continue
      }
      if goesOn, let last = commands.indices.last {
        commands[last].text += "\n" + line
        if let status { commands[last].status = status }
      } else if isComment {
        // Above its command, or below it where nothing follows in the block.
        let isLast = lines[(index + 1)...].allSatisfy { $0.isEmpty || $0.hasPrefix("#") }
        if let status, isLast || lines[index + 1].isEmpty, let last = commands.indices.last {
          commands[last].status = status
        } else if let status {
          next = status
        }
        continue
      } else if !line.trimmingCharacters(in: .whitespaces).isEmpty {
        commands.append(Typed(line: first + index, text: line, status: status ?? next ?? 0))
        next = nil
      }
      goesOn = line.hasSuffix("\\")
      open = line.firstMatch(of: /<<'?"?(\w+)/).map { String($0.1) }
    }
    return commands
  }

  /// Types the commands, one after another, in a copy of the package, with `storyguard` at hand.
  private static func type(_ commands: [Typed]) throws {
    try Places.inFolder { folder in
      let copy = folder + "/storyguard"
      try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
      for part in ["Samples", "README.md", "Package.swift"] {
        try? FileManager.default.copyItem(
          atPath: Places.package + "/" + part, toPath: copy + "/" + part)
      }
      var script = ""
      for command in commands {
        guard canRun(command.text) else {
          print("Not on this machine, so this and what follows isn't typed: \(command.text)")
          break
        }
        script += """
          {
          \(command.text)
          } > ../out 2> ../err < /dev/null
          status=$?
          if [ $status -ne \(command.status) ]; then
            echo 'line \(command.line), wanted \(command.status), ended with' $status
            cat ../err
            exit 1
          fi

          """
      }
      let path = Running.built + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
      let typed = try Running.program(
        #require(Places.program("bash")), ["-c", script], in: copy, environment: ["PATH": path])
      #expect(typed.status == 0, "\(typed.out)\(typed.err)")
    }
  }

  /// Whether the program that a line begins with is there; the shell's own words are.
  private static func canRun(_ line: String) -> Bool {
    guard let word = line.split(separator: " ").first.map(String.init) else { return true }
    return !["jq", "sqlite3"].contains(word) || Places.program(word) != nil
  }
}
