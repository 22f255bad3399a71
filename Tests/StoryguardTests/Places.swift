import Foundation
import Notation
import Testing

/// The package's own folder, and folders to work in.
enum Places {
  /// The folder that holds `Package.swift`.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A file of the package as text: `text(of: "Samples/riverside/README.md")`.
  static func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: package + "/" + file)), as: UTF8.self)
  }

  /// Gives the work a folder of its own, and removes it afterwards.
  static func inFolder<Result>(_ work: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "storyguard-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(folder.path)
  }

  /// The program's file, if it lies in a folder of `PATH`.
  static func program(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

/// A registry in a folder of its own, to which a test speaks as one does on a command line.
struct Office {
  let folder: String
  var registry: String { folder + "/office.db" }

  /// Makes an empty registry, and removes it after the work.
  static func work<Result>(_ work: (Office) throws -> Result) throws -> Result {
    try Places.inFolder { folder in
      let office = Office(folder: folder)
      try #require(office.run("init").status == 0)
      return try work(office)
    }
  }

  func run(_ words: String...) throws -> (status: Int32, out: String, err: String) {
    try run(words)
  }

  func run(_ words: [String]) throws -> (status: Int32, out: String, err: String) {
    try Running.storyguard(words + ["--registry", registry], in: folder)
  }

  /// What a command that has to work prints as JSON.
  func json(_ words: String...) throws -> JSON {
    let result = try run(words + ["--format", "json"])
    try #require(result.status == 0, "\(result.err)")
    return try JSON.parse(Array(result.out.utf8))
  }

  /// Writes a sheet beside the registry, and imports it.
  func importing(
    _ bytes: [UInt8], _ options: [String] = []
  ) throws -> (status: Int32, out: String, err: String) {
    let file = folder + "/sheet.csv"
    try Data(bytes).write(to: URL(filePath: file))
    return try run(["import", file, "--zone", "America/Chicago"] + options)
  }

  /// Where every chain stands: it moves with the least thing that is written.
  func heads() throws -> String { try run("audit", "--heads").out }
}

extension JSON {
  /// The items of an array; none of anything else.
  var items: [JSON] { if case .array(let items) = self { items } else { [] } }
  /// The text of a string.
  var words: String? { if case .string(let text) = self { text } else { nil } }
  /// The value of a whole number.
  var number: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
}
