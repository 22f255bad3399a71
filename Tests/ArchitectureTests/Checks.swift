/// What each module may import; a module that isn't in the table may not be there.
let allowedImports: [String: Set<String>] = [
  "ConsentRegistry": [],
  "Notation": ["ConsentRegistry"],
  "Spreadsheet": [],
  "Markup": [],
  "Sodium": ["CSodium"],
  "LedgerStore": [
    "ConsentRegistry", "Notation", "CSQLite", "Dispatch", "FoundationEssentials",
    "Synchronization",
  ],
  "Riverside": [],
  "storyguard": systemsOwn.union([
    "ConsentRegistry", "Notation", "Spreadsheet", "Markup", "LedgerStore", "Sodium", "Riverside",
    "Foundation",
  ]),
  "storyguard-bench": systemsOwn.union([
    "ConsentRegistry", "Notation", "LedgerStore", "Sodium",
  ]),
]

/// What the toolchain brings; the system's C library has another name on each system.
let systemsOwn: Set<String> = [
  "FoundationEssentials", "Synchronization", "Glibc", "Musl", "Darwin",
]

/// Imports that may stand only in some of their module's files, each by where those are.
let narrowImports = ["CSQLite": "LedgerStore/SQLite/", "Foundation": "/SystemZones.swift"]

/// Each import that the tables don't allow, as `path: module`.
func strayImports(_ files: [SourceFile]) -> [String] {
  files.flatMap { file -> [String] in
    guard let allowed = allowedImports[file.module] else { return ["\(file.path): no such module"] }
    return file.imports.filter { name in
      let isNear = narrowImports[name].map(file.path.contains) ?? true
      return !allowed.contains(name) || !isNear
    }.map { "\(file.path): \($0)" }
  }
}

/// The modules of C that are imported, each with the folders in which it is.
func foldersByDoor(_ files: [SourceFile]) -> [String: Set<String>] {
  var folders: [String: Set<String>] = [:]
  for file in files {
    for name in file.imports where name.starts(with: /C[A-Z]/) {
      folders[name, default: []].insert(file.folder)
    }
  }
  return folders
}

/// The files that make a permit, once for each time.
func makersOfPermits(_ files: [SourceFile]) -> [String] {
  files.flatMap { file in
    file.code.flatMap { line in
      line.matches(of: /\bPermit(\.init)?\(/).map { _ in file.path }
    }
  }
}

/// Where a text stands, as `path:line`.
func lines(with text: String, in files: [SourceFile]) -> [String] {
  files.flatMap { file in
    file.lines.enumerated().filter { $0.element.contains(text) }
      .map { "\(file.path):\($0.offset + 1)" }
  }
}

/// The files of more than 400 lines.
func tooLong(_ files: [SourceFile]) -> [String] {
  files.filter { $0.lines.count > 400 }.map(\.path)
}

/// The declarations for other modules that have no doc comment above, as `path:line`.
///
/// Operators, hashing and literals say what they are by themselves.
func undocumented(_ files: [SourceFile]) -> [String] {
  let declaration = /^\s*(@\w+(\([^)]*\))?\s+)*(public|package)\s+(?!import\b|extension\b)/
  let plain = /\b(static func (<|==)|func hash\(into|init\(arrayLiteral)/
  return files.flatMap { file -> [String] in
    file.lines.indices.filter { index in
      guard file.lines[index].contains(declaration), !file.lines[index].contains(plain)
      else { return false }
      let above = file.lines[..<index].last { !$0.starts(with: /\s*@\w+(\([^)]*\))?\s*$/) }
      return !(above?.starts(with: /\s*\/\/\//) ?? false)
    }.map { "\(file.path):\($0 + 1)" }
  }
}

/// What stands at the top level and doesn't belong there.
func strangers(_ names: [String]) -> [String] {
  let known = ["Package.swift", "Package.resolved", "Sources", "Tests", "Samples", "README.md"]
  return names.filter { !$0.hasPrefix(".") && !known.contains($0) }.sorted()
}
