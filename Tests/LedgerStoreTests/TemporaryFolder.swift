import FoundationEssentials

/// Gives the work a folder of its own, and removes it afterwards.
func withFolder<R>(_ work: (String) async throws -> R) async throws -> R {
  let folder = try newFolder()
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try await work(folder)
}

/// Gives the work a folder of its own, and removes it afterwards.
func withFolder<R>(_ work: (String) throws -> R) throws -> R {
  let folder = try newFolder()
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try work(folder)
}

private func newFolder() throws -> String {
  let folder = FileManager.default.temporaryDirectory.appending(path: "doors-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder.path
}
