import FoundationEssentials
import Glibc
import Notation

/// Measures what DESIGN promises, each beside a yardstick in the same run, and prints a table.
///
/// `storyguard-bench [--peers N] [--uses N] [--rounds N] [--json] [--folder PATH]`. Times on a shared
/// machine drift: only ratios within one run say something. With `--make PATH` it makes a registry
/// of so many peers and uses, and stops; with `--registry PATH` it measures `overuse` over that one.
@main
struct Bench {
  static func main() {
    do {
      let plan = try BenchPlan(CommandLine.arguments.dropFirst())
      if let path = plan.making {
        try MadeUpRegistry(path: path, peers: plan.peers.last ?? 1_000, uses: plan.uses).make {
          print("\($0) peers")
        }
        return
      }
      var findings: [Finding] = []
      func note(_ finding: Finding) {
        findings.append(finding)
        if !plan.isJSON { print(finding.line) }
      }
      if !plan.isJSON { print(Finding.heading) }
      if let path = plan.registry {
        for finding in try OveruseBench(plan, path: path).findings() { note(finding) }
      } else {
        try measure(plan, note)
      }
      if plan.isJSON { print(Finding.json(findings).prettyText) }
    } catch let error as BenchError {
      fail(error.words, status: 64)
    } catch {
      fail("the bench couldn't go on: \(error)", status: 1)
    }
  }

  /// Everything that needs registries of the bench's own.
  private static func measure(_ plan: BenchPlan, _ note: (Finding) -> Void) throws {
    let folder = try ScratchFolder(in: plan.folder)
    defer { folder.remove() }
    for finding in MemoryBench(rounds: plan.rounds).findings() { note(finding) }
    for finding in try StoreBench(plan, in: folder.path).findings() { note(finding) }
    for finding in try HoldBench(plan, in: folder.path).findings() { note(finding) }
    for finding in try StartBench(plan, in: folder.path).findings() { note(finding) }
    let path = "\(folder.path)/overuse.db"
    let peers = max(1, plan.uses / 100)
    try MadeUpRegistry(path: path, peers: peers, uses: plan.uses).make { _ in }
    for finding in try OveruseBench(plan, path: path).findings() { note(finding) }
  }

  private static func fail(_ words: String, status: Int32) -> Never {
    let line = Array("storyguard-bench: \(words)\n".utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    exit(status)
  }
}

/// A folder for the bench's own registries, on the disk that is measured.
struct ScratchFolder {
  let path: String

  init(in parent: String) throws {
    path = parent + "/storyguard-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
