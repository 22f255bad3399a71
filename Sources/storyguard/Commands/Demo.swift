import ConsentRegistry
import FoundationEssentials
import LedgerStore
import Riverside

/// Plays the made-up coalition's year into a registry of its own, and shows its usage.
struct Demo {
  /// The day on which the made-up year is looked back over.
  static let day = "2026-05-04"

  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Plays the year and prints the report; keeps the registry at the path, if there is one.
  func play(keeping path: String?) throws -> ExitStatus {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "storyguard-demo-\(Surroundings.newID())")
    let registry = path ?? folder.appending(path: "riverside.db").path
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure.unwritableFile(folder.path)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    guard try fill(registry, keepingFilesIn: folder) else { return .failed }
    let report = StoryGuard.run(
      ["report", "usage", "--registry", registry, "--today", Demo.day], on: surroundings.console)
    guard report == .done else { return report }
    let kept = path.map { PrivateFile.shown($0) } ?? "riverside.db"
    surroundings.write(
      """

      This is a made-up coalition; nobody in it is real.
      What to try next:
        storyguard demo --keep riverside.db                         keep it, to try things on
        storyguard report overuse --registry \(kept) --today \(Demo.day)
        storyguard check Samples/requests/three-reasons.json --registry \(kept) --today \(Demo.day)
        storyguard init                                             a registry of your own
        storyguard import uses.csv                                  the spreadsheet you keep today

      """)
    return .done
  }

  /// Plays the script, a line at a time, through the same commands that people type.
  private func fill(_ registry: String, keepingFilesIn folder: URL) throws -> Bool {
    let script = DemoScript(Riverside.year)
    let progress = Progress(
      of: script.lines, "lines played", on: surroundings.console.errors,
      write: surroundings.console.complain)
    let quiet = surroundings.console.quiet
    guard
      StoryGuard.run(
        ["init", "--rehearsal", "--registry", registry, "--now", "2025-04-28T12:00:00Z"],
        on: surroundings.console.quietButComplaining) == .done
    else { return false }
    for step in script.steps {
      var words = step.words
      if let text = step.file {
        let file = folder.appending(path: "file.json")
        do { try Data(text.utf8).write(to: file) } catch {
          throw Failure.unwritableFile(file.path)
        }
        words = words.map { $0 == "-" ? file.path : $0 }
      }
      guard StoryGuard.run(words + ["--registry", registry], on: quiet) == step.status else {
        throw Failure.script(line: step.line)
      }
      progress.advance(to: step.line)
    }
    progress.advance(to: script.lines)
    return true
  }

  /// The words of a line as a shell would part them: blanks part, double quotes hold together.
  static func words(in line: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character == " ", !isQuoted {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }
}

extension Console {
  /// The same with nothing written anywhere.
  var quiet: Console {
    Console(
      write: { _ in }, complain: { _ in }, output: output, errors: errors,
      environment: environment, clock: clock)
  }

  /// The same with only complaints written.
  var quietButComplaining: Console {
    Console(
      write: { _ in }, complain: complain, output: output, errors: errors,
      environment: environment, clock: clock)
  }
}
