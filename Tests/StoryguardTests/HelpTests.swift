import Foundation
import Testing

@testable import storyguard

/// Help and completions, written from the one table of commands.
struct HelpPageTests {
  private static let table = CommandTable.storyguard
  private static let pages =
    table.nouns.map { [$0.word] } + table.commands.map(\.path)
  private static let snapshot =
    Places.package + "/Tests/StoryguardTests/Snapshots/help.txt"

  @Test func `the table of commands is sound`() {
    #expect(Self.table.faults == [])
  }

  @Test func `every command that a text tells people to type is there`() throws {
    let sources = Places.package + "/Sources/storyguard"
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources)
      .filter { $0.hasSuffix(".swift") }
    var looked = 0
    for file in files {
      // What stands in a comment isn't told to anybody.
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
        .components(separatedBy: "\n").filter { !$0.contains("///") }.joined(separator: "\n")
      for told in text.matches(of: /`storyguard ([a-z]+)(?: ([a-z][a-z-]+))?/) {
        let (word, verb) = (String(told.1), told.2.map(String.init))
        let isThere = Self.table.commands.contains { command in
          word == "help" || command.path == [word] || command.path == [word, verb]
            || (verb == nil && command.path.first == word)
        }
        #expect(isThere, "\(file): \(told.0)")
        looked += 1
      }
    }
    #expect(looked > 50)
  }

  @Test func `the first page of help is the one that was agreed on`() throws {
    let help = try Running.storyguard(["--help"], in: "/")
    #expect(help.status == 0)
    if ProcessInfo.processInfo.environment["STORYGUARD_RECORD"] == "1" {
      try Data(help.out.utf8).write(to: URL(filePath: Self.snapshot))
      Issue.record("Recorded anew. Read what has changed, and run the tests without it.")
    }
    let agreed = try String(contentsOfFile: Self.snapshot, encoding: .utf8)
    #expect(help.out == agreed, "STORYGUARD_RECORD=1 records it anew")
    #expect(try Running.storyguard([], in: "/").out == help.out)
    #expect(try Running.storyguard(["help"], in: "/").out == help.out)
  }

  @Test(arguments: [[]] + pages)
  func `help of a word needs no registry, fits a screen, and shows an example`(
    _ words: [String]
  ) throws {
    let help = try Running.storyguard(words + ["--help"], in: "/")
    #expect(help.status == 0)
    #expect(help.err.isEmpty)
    let lines = help.out.components(separatedBy: "\n")
    #expect(lines.filter { $0.displayWidth > 80 } == [])
    #expect(lines.contains { $0.hasPrefix("  " + (["storyguard"] + words).joined(separator: " ")) })
    #expect(try Running.storyguard(["help"] + words, in: "/").out == help.out)
  }

  @Test(arguments: Shell.allCases)
  func `completions are sound in their shell, and hold every word`(_ shell: Shell) throws {
    let script = try Running.storyguard(["completions", shell.rawValue], in: "/")
    #expect(script.status == 0)
    for path in Self.pages {
      for word in path { #expect(script.out.contains(word)) }
    }
    guard let program = Places.program(shell.rawValue) else {
      print("\(shell.rawValue) isn't on this machine; its completions were not read by it.")
      return
    }
    try Places.inFolder { folder in
      try Data(script.out.utf8).write(to: URL(filePath: folder + "/script"))
      let read = try Running.program(program, ["-n", folder + "/script"], in: folder)
      #expect(read.status == 0, "\(read.err)")
      #expect(read.err.isEmpty)
    }
  }
}
