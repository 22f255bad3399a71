import ConsentRegistry
import FoundationEssentials
import Glibc
import LedgerStore

/// The command's start and a small answer, beside the start of `sqlite3` and a query of the same file.
struct StartBench {
  private let plan: BenchPlan
  private let folder: String

  init(_ plan: BenchPlan, in folder: String) {
    self.plan = plan
    self.folder = folder
  }

  func findings() throws -> [Finding] {
    let path = "\(folder)/start.db"
    do { _ = try BenchRegistry(path: path, peers: 10) }
    let command = siblingOfThisProgram("storyguard")
    let ours = [command, "policy", "history", "--registry", path]
    let theirs = ["sqlite3", path, "SELECT revision, kind FROM entry WHERE chain = 0"]
    guard try Spawned.run(ours) == 0 else {
      throw BenchError.unexpected("build `storyguard` beside the bench first")
    }
    let hasTheirs = (try? Spawned.run(theirs)) == 0
    var mine: [Double] = []
    var others: [Double] = []
    for _ in 0..<min(plan.rounds, 100) {
      mine.append(try Spawned.time(ours))
      if hasTheirs { others.append(try Spawned.time(theirs)) }
    }
    let (own, other) = (Stopwatch.middle(mine), Stopwatch.middle(others))
    return [
      Finding(
        what: "the command: start and a small query", median: own,
        yardstick: hasTheirs ? ("sqlite3, the same table", other) : nil,
        ratio: hasTheirs ? own / other : nil, reach: "<= 15 ms")
    ]
  }

  private func siblingOfThisProgram(_ name: String) -> String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
  }
}

/// Runs another program and waits for it, its output thrown away.
enum Spawned {
  static func time(_ line: [String]) throws -> Double {
    var status: Int32 = 0
    let time = try ContinuousClock().measure { status = try run(line) }
    guard status == 0 else { throw BenchError.unexpected("a program that was timed failed") }
    return Stopwatch.microseconds(time)
  }

  static func run(_ line: [String]) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawnp(&process, line[0], &actions, nil, &words, environ) == 0 else {
      throw BenchError.unexpected("\(line[0]) can't be started")
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status
  }
}
