import Foundation

/// Runs programs as people do: as processes of their own, in a folder.
struct Running {
  /// The folder of what was built: `storyguard` lies beside the tests.
  static let built = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().path

  /// Runs the built `storyguard` to its end.
  static func storyguard(
    _ arguments: [String], in folder: String, stdin: String? = nil,
    environment: [String: String] = [:]
  ) throws -> (status: Int32, out: String, err: String) {
    try program(
      built + "/storyguard", arguments, in: folder, stdin: stdin, environment: environment)
  }

  /// Runs any program to its end; what it writes goes through files, so that it never waits.
  static func program(
    _ path: String, _ arguments: [String], in folder: String, stdin: String? = nil,
    environment: [String: String] = [:]
  ) throws -> (status: Int32, out: String, err: String) {
    let files = FileManager.default
    let scratch = files.temporaryDirectory.appending(path: "running-\(UUID())")
    try files.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: scratch) }
    let (input, out, err) = (
      scratch.appending(path: "in"), scratch.appending(path: "out"), scratch.appending(path: "err")
    )
    for (file, text) in [(input, stdin ?? ""), (out, ""), (err, "")] {
      try Data(text.utf8).write(to: file)
    }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    var inherited = ProcessInfo.processInfo.environment
    inherited["STORYGUARD_REGISTRY"] = nil
    process.environment = inherited.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: try Data(contentsOf: out), as: UTF8.self),
      String(decoding: try Data(contentsOf: err), as: UTF8.self)
    )
  }
}
