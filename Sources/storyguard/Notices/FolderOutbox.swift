import FoundationEssentials
import Glibc

/// A folder into which each message is put as a file, for whatever takes it from there.
///
/// The file appears whole or not at all, and is on the disk before the notice counts as sent. Its
/// name is the notice's number: written a second time after a run was killed, it is the same file.
struct FolderOutbox: Outbox {
  let folder: String

  /// - Throws: `Failure.unwritableFile` if there is no such folder.
  init(_ folder: String) throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder else {
      throw Failure.unwritableFile(folder)
    }
    self.folder = folder
  }

  func reaches(_ address: String) -> Bool { true }

  func send(_ message: NoticeMessage, number: String, to address: String) -> Bool {
    let text = "To: \(address.asOneLine)\nSubject: \(message.subject)\n\n\(message.body)"
    let (unfinished, final) = ("\(folder)/.\(number).part", "\(folder)/\(number).txt")
    let file = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    let isWritten = write(Array(text.utf8), to: file) && fsync(file) == 0
    guard close(file) == 0, isWritten, rename(unfinished, final) == 0 else {
      unlink(unfinished)
      return false
    }
    return keepsItsNames()
  }

  /// Brings the new name to the disk too.
  private func keepsItsNames() -> Bool {
    let place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard place >= 0 else { return false }
    defer { close(place) }
    return fsync(place) == 0
  }
}

/// Writes all of the bytes; says whether that worked.
func write(_ bytes: [UInt8], to file: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if written < 0 {
      guard errno == EINTR else { return false }
    } else {
      rest = rest.dropFirst(written)
    }
  }
  return true
}
