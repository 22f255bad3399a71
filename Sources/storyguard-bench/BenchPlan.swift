import FoundationEssentials

/// What to measure, and how long.
struct BenchPlan {
  /// The numbers of peers between which a decision through the store should stay flat.
  var peers = [1_000, 20_000]
  /// How often each thing is timed.
  var rounds = 300
  var isJSON = false
  /// Where registries are made: the disk of this folder is measured.
  var folder = "."
  /// How many uses the registry has over which `overuse` is measured.
  var uses = 100_000
  /// A registry to make, and do nothing else.
  var making: String?
  /// A registry made before, over which `overuse` is measured.
  var registry: String?

  init(_ arguments: some Sequence<String>) throws(BenchError) {
    var waiting: String?
    for argument in arguments {
      if let option = waiting {
        waiting = nil
        switch option {
        case "--peers": peers = [1_000, try BenchPlan.number(argument, option)]
        case "--uses": uses = try BenchPlan.number(argument, option)
        case "--make": making = argument
        case "--registry": registry = argument
        case "--rounds": rounds = try BenchPlan.number(argument, option)
        default: folder = argument
        }
      } else if argument == "--json" {
        isJSON = true
      } else if ["--peers", "--rounds", "--folder", "--uses", "--make", "--registry"].contains(
        argument)
      {
        waiting = argument
      } else {
        throw .usage
      }
    }
    if waiting != nil { throw .usage }
  }

  private static func number(_ text: String, _ option: String) throws(BenchError) -> Int {
    guard let number = Int(text), number > 0 else { throw .usage }
    return number
  }
}

enum BenchError: Error {
  case usage
  case unexpected(String)

  var words: String {
    switch self {
    case .usage:
      """
      usage: storyguard-bench [--peers N] [--uses N] [--rounds N] [--folder PATH] [--json]
             storyguard-bench --make PATH [--peers N] [--uses N]
             storyguard-bench --registry PATH [--rounds N] [--json]
      """
    case .unexpected(let what): what
    }
  }
}
