/// How the command ends, for the shell and for cron.
enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  case failed = 1
  case denied = 2
  case alerts = 3
  case misuse = 64

  /// What the number means, as help shows it.
  var meaning: String {
    switch self {
    case .done: "done"
    case .failed: "failed"
    case .denied: "denied by the guard"
    case .alerts: "alerts at or above --fail-on"
    case .misuse: "the command line wasn't understood"
    }
  }
}
