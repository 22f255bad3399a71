import Foundation

/// A program that runs beside others; what it writes goes through files, so that it never waits.
final class Started {
  let process = Process()
  private let out: URL
  private let err: URL

  /// Starts the built `storyguard`, or another program.
  init(
    _ arguments: [String], in folder: String, program path: String = Running.built + "/storyguard"
  ) throws {
    let scratch = URL(filePath: folder).appending(path: "started-\(UUID())")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    (out, err) = (scratch.appending(path: "out"), scratch.appending(path: "err"))
    for file in [out, err] { try Data().write(to: file) }
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.filter {
      $0.key != "STORYGUARD_REGISTRY"
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
  }

  /// Waits for its end.
  func ended() throws -> (status: Int32, out: String, err: String) {
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: try Data(contentsOf: out), as: UTF8.self),
      String(decoding: try Data(contentsOf: err), as: UTF8.self)
    )
  }
}
