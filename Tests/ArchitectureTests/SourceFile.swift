import Foundation

/// A file of this package, as text.
struct SourceFile {
  /// Where it is, from the folder that was read.
  let path: String
  /// Its lines, without their ends.
  let lines: [Substring]

  init(_ path: String, _ text: String) {
    self.path = path
    let text = text.hasSuffix("\n") ? text.dropLast() : text[...]
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A file of the top level, or of a folder in it.
  init(reading path: String, in folder: String = "") throws {
    let place = Self.root.appending(path: folder).appending(path: path)
    self.init(path, try String(contentsOf: place, encoding: .utf8))
  }

  /// The first folder of its path: the module's name.
  var module: String { path.split(separator: "/").first.map(String.init) ?? "" }

  /// The folder that it stands in.
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// Its lines with comments left out.
  var code: [Substring] {
    lines.map { line in line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line }
  }

  /// The modules that it imports.
  var imports: [String] {
    code.compactMap { line in
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) })
      else { return nil }
      // `import struct Some.Thing` names the module in the second word.
      let isOne = Self.kinds.contains(words[place + 1]) && place + 2 < words.count
      return words[isOne ? place + 2 : place + 1].split(separator: ".").first.map(String.init)
    }
  }

  /// Whether it names a package to depend on.
  var namesPackage: Bool { code.contains { $0.contains(/\.package\s*\(/) } }

  private static let accessLevels: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
  ]

  /// The top level of the package.
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The names at the top level.
  static func topLevel() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.path())
  }

  /// Every Swift file of a folder of the top level, in the order of their paths.
  static func all(in folder: String) throws -> [SourceFile] {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: folder).path())
    return try names.filter { $0.hasSuffix(".swift") }.sorted()
      .map { try SourceFile(reading: $0, in: folder) }
  }
}
