import Foundation
import Notation
import Sodium
import Synchronization

@testable import storyguard

/// A line typed at a registry to rehearse in: on which day, by whom, and what.
struct Line: Sendable {
  let day: String
  let actor: String
  let words: String

  init(_ day: String, _ actor: String, _ words: String) {
    self.day = day
    self.actor = actor
    self.words = words
  }
}

/// A registry in a file of its own, at which lines are typed; the whole command, without a process.
struct Registry {
  let path: String

  /// Makes it, in a folder that is there.
  init(at path: String) throws {
    self.path = path
    let made = run(["init", "--rehearsal", "--now", "2026-03-01T12:00:00Z"])
    guard made.hasSuffix("[0]\n") else { throw Fault(words: made) }
  }

  /// What is wrong with a line that has to work.
  struct Fault: Error, CustomStringConvertible {
    let words: String
    var description: String { words }
  }

  /// Types lines that have to work.
  func type(_ lines: [Line]) throws {
    for line in lines {
      let told = tell(line)
      guard told.hasSuffix("[0]\n") else { throw Fault(words: "\(line): \(told)") }
    }
  }

  /// Types a line, and gives all that it prints and how it ends.
  func tell(_ line: Line) -> String {
    run(
      Demo.words(in: line.words) + ["--as", line.actor, "--now", "\(line.day)T12:00:00Z"])
  }

  /// All that a line prints, on both outputs, and its exit status; ids drawn by chance are masked.
  private func run(_ words: [String]) -> String {
    let paper = Paper()
    let out = Terminal(isTerminal: false, width: 80, style: Style(isOn: false))
    let console = Console(
      write: { paper.add($0) }, complain: { paper.add($0) }, output: out, errors: out,
      environment: [:], clock: Console.now)
    let status = StoryGuard.run(words + ["--registry", path], on: console)
    return paper.text.replacing(/\b[a-hjkmnp-z2-9]{12}\b/, with: "drawn-by-chance")
      + "[\(status.rawValue)]\n"
  }

  /// What has been written so far.
  private final class Paper: Sendable {
    private let written = Mutex("")
    var text: String { written.withLock { $0 } }
    func add(_ more: String) { written.withLock { $0 += more } }
  }
}
