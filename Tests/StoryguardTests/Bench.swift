import Foundation
import LedgerStore
import Testing

/// A small registry to which bad input is put, and the look before and after.
struct Bench {
  let folder: String
  var registry: String { folder + "/storyguard.db" }

  /// Makes it with one peer, and removes it after the work.
  static func work(_ work: (Bench) throws -> Void) throws {
    try Places.inFolder { folder in
      let bench = Bench(folder: folder)
      try Opening.registry(at: bench.registry, peers: ["maya"])
      try work(bench)
    }
  }

  func file(_ name: String) -> URL { URL(filePath: folder).appending(path: name) }

  func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: file(name)) }

  func run(_ arguments: [String]) throws -> (status: Int32, out: String, err: String) {
    try Running.storyguard(arguments, in: folder)
  }

  /// Runs what must be refused: in one line on standard error alone, with no byte changed.
  func refuses(_ arguments: [String], status: Int32 = 1, saying: [String]) throws {
    let before = FileManager.default.contents(atPath: registry)
    let run = try run(arguments)
    #expect(run.out == "", "\(arguments)")
    try expectOneLine(run, status: status, saying: saying, "\(arguments)")
    #expect(FileManager.default.contents(atPath: registry) == before, "\(arguments)")
  }

  /// One line; for what was mistyped a second one, that says what to type to learn more.
  func expectOneLine(
    _ run: (status: Int32, out: String, err: String), status: Int32, saying: [String],
    _ about: String = ""
  ) throws {
    #expect(run.status == status, "\(about): \(run)")
    var lines = run.err.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.popLast() == "", "\(about): \(run)")
    if status == 64 {
      #expect(lines.popLast()?.hasPrefix("try `storyguard") == true, "\(about): \(run)")
    } else {
      #expect(lines.first?.hasPrefix("storyguard: ") == true, "\(about): \(run)")
    }
    #expect(lines.count == 1, "\(about): \(run)")
    for words in saying { #expect(run.err.contains(words), "\(about): \(run)") }
    #expect(!run.err.contains("Planted") && !run.err.contains("Maria"), "\(about): \(run)")
  }
}
