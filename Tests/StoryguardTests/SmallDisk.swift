import Foundation
import Testing

/// A disk of a few hundred kilobytes in memory, for filling up and for writing nothing to.
struct SmallDisk {
  let path: String

  /// Whether this user may mount one; where the project's own machines test, they must.
  static let mayBeMounted: Bool = {
    if ProcessInfo.processInfo.environment["CI"] == "true" { return true }
    let isMounted = try? Places.inFolder { folder in
      try work(in: folder, kilobytes: 100) { _ in true }
    }
    return isMounted ?? false
  }()

  /// Mounts one, and takes it down after the work.
  static func work<Result>(
    in folder: String, kilobytes: Int, _ work: (SmallDisk) throws -> Result
  ) throws -> Result {
    let disk = SmallDisk(path: folder + "/disk")
    try FileManager.default.createDirectory(atPath: disk.path, withIntermediateDirectories: true)
    try shell("mount -t tmpfs -o size=\(kilobytes)k,mode=700 tmpfs '\(disk.path)'")
    defer { try? shell("umount '\(disk.path)'") }
    return try work(disk)
  }

  /// Mounts it again as `ro` or `rw`.
  func mount(again how: String) throws { try Self.shell("mount -o remount,\(how) '\(path)'") }

  /// Leaves so many kilobytes free; all of it, if no number is given.
  func fill(but kilobytes: Int?) throws {
    let filler = path + "/filler"
    try? FileManager.default.removeItem(atPath: filler)
    guard let kilobytes else { return }
    let free = try #require(
      try FileManager.default.attributesOfFileSystem(forPath: path)[.systemFreeSize] as? NSNumber)
    let size = free.intValue - kilobytes * 1_024
    guard size > 0 else { return }
    try Data(count: size).write(to: URL(filePath: filler))
  }

  private static func shell(_ line: String) throws {
    let run = try Running.program("/bin/sh", ["-c", line], in: "/")
    guard run.status == 0 else { throw CocoaError(.fileWriteNoPermission) }
  }
}
