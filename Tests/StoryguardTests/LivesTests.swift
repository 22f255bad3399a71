import Foundation
import Testing

/// Whole lives, typed line by line: what everybody reads at each step is what was agreed on.
struct LivesTests {
  private static let folder = Places.package + "/Samples/scenarios/lives"
  private static let lives =
    (try? FileManager.default.contentsOfDirectory(atPath: folder))
    .map { $0.filter { $0.hasSuffix(".txt") }.sorted() } ?? []

  @Test func `there are lives to type`() {
    #expect(!Self.lives.isEmpty)
  }

  @Test(.enabled(if: Places.program("bash") != nil), arguments: lives)
  func `every command of a life prints what stands below it`(_ life: String) throws {
    let file = Self.folder + "/" + life
    let written = try String(contentsOfFile: file, encoding: .utf8)
    let transcript = Transcript(written)
    let outputs = try Self.type(transcript)
    if ProcessInfo.processInfo.environment["STORYGUARD_RECORD"] == "1" {
      try Data(transcript.printing(outputs).utf8).write(to: URL(filePath: file))
      Issue.record("Recorded anew. Read what has changed, and run the tests without it.")
      return
    }
    for (typed, printed) in zip(transcript.commands, outputs) where typed.output != printed {
      Issue.record(
        """
        \(life), line \(typed.line): $ \(typed.command)
        \(Self.difference(of: typed.output, from: printed))
        STORYGUARD_RECORD=1 records it anew.
        """)
    }
  }

  /// Types the commands in a folder of their own, with the samples at hand, and gives what each prints.
  ///
  /// Whatever they have made agrees with itself in the end.
  private static func type(_ transcript: Transcript) throws -> [[String]] {
    let bash = try #require(Places.program("bash"))
    let path = Running.built + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    return try Places.inFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/Samples", withDestinationPath: Places.package + "/Samples")
      let outputs = try transcript.commands.map { typed in
        let ran = try Running.program(
          bash, ["-c", typed.command], in: folder, environment: ["PATH": path, "TZ": "UTC"])
        return Transcript.lines(status: ran.status, out: ran.out, err: ran.err)
      }
      let audit = try Running.storyguard(["audit"], in: folder)
      #expect(audit.status == 0, "\(audit.out)\(audit.err)")
      return outputs
    }
  }

  /// Both texts in one, line by line: `-` was agreed on, `+` is printed now.
  private static func difference(of agreed: [String], from printed: [String]) -> String {
    let changes = printed.difference(from: agreed)
    var lines = agreed.map { "  " + $0 }
    for case .remove(let place, let line, _) in changes { lines[place] = "- " + line }
    for case .insert(let place, let line, _) in changes {
      // Places among what is printed; what was taken out stands between and isn't counted.
      var (at, counted) = (0, 0)
      while at < lines.count, counted < place || lines[at].hasPrefix("- ") {
        if !lines[at].hasPrefix("- ") { counted += 1 }
        at += 1
      }
      lines.insert("+ " + line, at: at)
    }
    return lines.joined(separator: "\n")
  }
}
