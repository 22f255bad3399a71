import ConsentRegistry
import FoundationEssentials
import Glibc
import Sodium
import Synchronization

/// The command: reads the clock, the arguments and files, and wires everything together.
@main
struct StoryGuard {
  static func main() {
    // A reader that has gone away (`storyguard … | head`) is no fault of ours.
    signal(SIGPIPE, SIG_IGN)
    let console = Console.system(environment: ProcessInfo.processInfo.environment)
    let line = Array(CommandLine.arguments.dropFirst())
    let status = StoryGuard.run(line, on: console)
    guard !Console.outputFailed.load(ordering: .relaxed) else {
      console.complain("storyguard: \(Wording.words(for: Failure.unwrittenOutput))\n")
      exit(ExitStatus.failed.rawValue)
    }
    exit(status.rawValue)
  }

  /// Does what one line asks, and says how it ended; nothing is thrown past here.
  static func run(_ line: [String], on console: Console) -> ExitStatus {
    do {
      return try CommandTable.storyguard.follow(
        line, help: HelpLayout(console.output), show: console.write, complain: console.complain
      ) { invocation in
        try Surroundings(invocation, console: console)
      }
    } catch {
      console.complain("storyguard: \(Wording.words(for: error))\n")
      return .failed
    }
  }
}
