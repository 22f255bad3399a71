import Foundation
import Synchronization
import Testing

@testable import storyguard

/// A registry at which lines are typed within the test's own process; what goes to either output.
struct Rehearsal: Sendable {
  let path: String

  init(_ path: String) { self.path = path }

  /// What a line printed, and how it ended.
  struct Told {
    let status: Int32
    let out: String
    let err: String
  }

  /// Types a line at a moment.
  func type(_ line: String, at now: String) -> Told {
    run(Demo.words(in: line) + ["--now", now])
  }

  /// Runs words; on a screen of so many columns, or into a file.
  func run(_ words: [String], _ width: Int? = nil) -> Told {
    let (out, err) = (Paper(), Paper())
    let screen = Terminal(isTerminal: width != nil, width: width ?? 80, style: .plain)
    let nobody = Terminal(isTerminal: false, width: 80, style: .plain)
    let console = Console(
      write: { out.add($0) }, complain: { err.add($0) }, output: screen, errors: nobody,
      environment: [:], clock: Console.now)
    let status = StoryGuard.run(words + ["--registry", path], on: console)
    return Told(status: status.rawValue, out: out.text, err: err.text)
  }

  private final class Paper: Sendable {
    private let written = Mutex("")
    var text: String { written.withLock { $0 } }
    func add(_ more: String) { written.withLock { $0 += more } }
  }
}

/// The made-up coalition's year, played once for all tests that only read it.
final class Coalition: Sendable {
  static let shared = Coalition()

  private let registry: Rehearsal
  private let isThere: Bool

  private init() {
    let files = FileManager.default
    let all = files.temporaryDirectory.path
    // Folders of earlier runs may be there still; those of runs that go on are theirs.
    for name in (try? files.contentsOfDirectory(atPath: all)) ?? [] {
      guard let run = name.firstMatch(of: /^storyguard-riverside-(\d+)$/)?.1,
        !files.fileExists(atPath: "/proc/\(run)")
      else { continue }
      try? files.removeItem(atPath: all + "/" + name)
    }
    let folder = "\(all)/storyguard-riverside-\(ProcessInfo.processInfo.processIdentifier)"
    isThere =
      (try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)) != nil
    registry = Rehearsal(folder + "/riverside.db")
    _ = Rehearsal(registry.path).run(["demo", "--keep", registry.path])
  }

  /// Lends the played registry for reading.
  func read(_ work: (Rehearsal) throws -> Void) throws {
    try #require(isThere && FileManager.default.fileExists(atPath: registry.path))
    try work(registry)
  }
}
