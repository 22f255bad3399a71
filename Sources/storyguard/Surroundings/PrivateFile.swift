import FoundationEssentials
import Glibc

/// Files that only their owner may read, and that are on disk when the call returns.
enum PrivateFile {
  /// Makes a new file.
  ///
  /// - Throws: `fileExists` if something is there, `unwritableFile`.
  static func make(_ bytes: [UInt8], at path: String) throws {
    try write(bytes, to: path, O_WRONLY | O_CREAT | O_EXCL)
  }

  /// Adds to the end of a file, which is made if it isn't there.
  static func append(_ bytes: [UInt8], to path: String) throws {
    try write(bytes, to: path, O_WRONLY | O_CREAT | O_APPEND)
  }

  /// Puts a file in the place of another, or where none was, in one step.
  static func move(_ path: String, to target: String) throws {
    guard rename(path, target) == 0 else { throw Failure.unwritableFile(target) }
    try sync(folderOf: target)
  }

  /// The path as it reads from every folder.
  static func whole(_ path: String) -> String {
    path.hasPrefix("/")
      ? path
      : URL(filePath: FileManager.default.currentDirectoryPath).appending(path: path).standardized
        .path
  }

  /// The path as people type it here: without the folder, if it is in this one.
  static func shown(_ path: String) -> String {
    let folder = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }

  private static func write(_ bytes: [UInt8], to path: String, _ mode: Int32) throws {
    let file = open(path, mode | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw errno == EEXIST ? Failure.fileExists(path) : Failure.unwritableFile(path)
    }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0 {
        guard errno == EINTR else { throw Failure.unwritableFile(path) }
      } else {
        rest = rest.dropFirst(written)
      }
    }
    guard fsync(file) == 0 else { throw Failure.unwritableFile(path) }
    try sync(folderOf: path)
  }

  /// The name of a new file is on disk only when its folder is.
  private static func sync(folderOf path: String) throws {
    let folder = URL(filePath: whole(path)).deletingLastPathComponent().path
    let file = open(folder, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure.unwritableFile(path) }
    defer { close(file) }
    // Some disks can't do that for folders, and say so; the file itself is there.
    _ = fsync(file)
  }
}
