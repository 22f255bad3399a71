import ConsentRegistry
import FoundationEssentials
import LedgerStore
import Notation

/// Copies of the whole registry, made and brought back; nobody erased comes back with them.
struct Backup {
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Copies the registry to a new file, remembers where, and checks the copy.
  func make(at path: String) throws -> ExitStatus {
    let ledger = try surroundings.ledger()
    let today = Zone.utc.day(at: try surroundings.moment(in: ledger).now)
    if FileManager.default.fileExists(atPath: path) { throw Failure.fileExists(path) }
    try Surroundings.mustHaveFolder(for: path)
    // Remembered first: a backup that nobody knows of couldn't be cleaned.
    try ledger.remember(WrittenFile(kind: .backup, path: path, day: today))
    let report = try ledger.backUp(to: path)
    guard report.findings.isEmpty else { throw Failure.backupDisagrees(path) }
    var list = try Forgotten(beside: path, ledger)
    try list.join(Forgotten(beside: surroundings.registry, ledger))
    surroundings.show(
      Page(
        text: { _ in
          "Backed up to \(PrivateFile.shown(path)), and read again: \(counted(report.chains, "chain")) with "
            + "\(counted(report.entries, "entry", "entries")), all of it agrees.\n"
            + "Whoever can read this file can read everything in it. Keep it where only you can.\n"
        },
        json: {
          [
            "file": .string(path), "chains": .whole(report.chains),
            "entries": .whole(report.entries),
          ]
        }))
    return .done
  }

  /// Makes a registry of a backup, once everybody who was erased since is erased in it too.
  func restore(from path: String, isReplacing: Bool) throws -> ExitStatus {
    let target = surroundings.registry
    let files = FileManager.default
    if files.fileExists(atPath: target), !isReplacing { throw Failure.fileExists(target) }
    guard files.fileExists(atPath: path) else { throw Failure.unreadableFile(path, false) }
    try Surroundings.mustHaveFolder(for: target)
    let halfway = target + ".restoring"
    for ending in ["", "-wal", "-shm"] { try? files.removeItem(atPath: halfway + ending) }
    do {
      let (report, erased) = try prepare(path, at: halfway)
      if files.fileExists(atPath: target) { try clearAway(target) }
      try PrivateFile.move(halfway, to: target)
      tell(report, erased)
      return .done
    } catch {
      for ending in ["", "-wal", "-shm"] { try? files.removeItem(atPath: halfway + ending) }
      throw error
    }
  }

  /// Copies the backup, brings it up to date, checks it, and erases in it whoever was erased.
  private func prepare(_ path: String, at halfway: String) throws -> (AuditReport, Int) {
    try Ledger.copyFile(path, to: halfway)
    let ledger = try Ledger(path: halfway, tools: Surroundings.tools, clock: .running)
    guard try ledger.audit().findings.isEmpty else { throw Failure.damagedBackup(path) }
    var forgotten = try Forgotten(beside: surroundings.registry, ledger)
    try forgotten.join(Forgotten(beside: path, ledger))
    let now = max(surroundings.now ?? surroundings.console.clock(), try ledger.latest())
    var erased = 0
    for peer in try ledger.peers().map(\.id) + ledger.mergedPeers().keys.sorted()
    where try forgotten.covers(id: peer.text) {
      let isErased = try ledger.erase(
        peer, told: 0, day: Zone.utc.day(at: now), by: surroundings.actor, at: now)
      if isErased { erased += 1 }
    }
    let report = try ledger.audit()
    guard report.findings.isEmpty else { throw Failure.damagedBackup(path) }
    // Where it came from may hold people who are erased later.
    try ledger.remember(WrittenFile(kind: .backup, path: path, day: Zone.utc.day(at: now)))
    try ledger.closeAsOneFile()
    return (report, erased)
  }

  /// Takes the log of the registry that is replaced away with it; it would be read with the new one.
  private func clearAway(_ target: String) throws {
    if let old = try? Ledger(path: target, tools: Surroundings.tools) { try old.closeAsOneFile() }
    for ending in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: target + ending)
    }
  }

  private func tell(_ report: AuditReport, _ erased: Int) {
    surroundings.show(
      Page(
        text: { _ in
          "Restored \(surroundings.registry): \(counted(report.chains, "chain")) with "
            + "\(counted(report.entries, "entry", "entries")), all of it agrees.\n"
            + (erased == 0
              ? "Nobody in it had been erased since.\n"
              : "\(counted(erased, "person", "people")) in it had been erased since it was made, "
                + "and \(erased == 1 ? "was" : "were") erased again.\n")
            + "The backup itself wasn't touched"
            + (erased == 0 ? ".\n" : " and still holds them: destroy it, and make a new one.\n")
        },
        json: {
          [
            "chains": .whole(report.chains), "entries": .whole(report.entries),
            "erasedAgain": .whole(erased),
          ]
        }))
  }
}
