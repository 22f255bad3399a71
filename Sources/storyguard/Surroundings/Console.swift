import ConsentRegistry
import FoundationEssentials
import Glibc
import Synchronization

/// Where words go, and what the clock and the environment say.
struct Console: Sendable {
  /// Writes to standard output: what was asked for.
  let write: @Sendable (String) -> Void
  /// Writes to standard error: everything else.
  let complain: @Sendable (String) -> Void
  let output: Terminal
  let errors: Terminal
  let environment: [String: String]
  let clock: @Sendable () -> Instant

  static func system(environment: [String: String]) -> Console {
    Console(
      write: {
        if !Console.write($0, to: 1) { Console.outputFailed.store(true, ordering: .relaxed) }
      },
      complain: { _ = Console.write($0, to: 2) },
      output: .standardOutput(environment), errors: .standardError(environment),
      environment: environment, clock: Console.now)
  }

  @Sendable static func now() -> Instant {
    Instant(milliseconds: Int((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
  }

  /// Whether something that was asked for couldn't be written: the disk is full, or it is gone.
  static let outputFailed = Atomic(false)

  /// Writes all of a text; whether it went out, or its reader has had enough.
  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        // A reader that has gone away (`| head`) is no fault.
        guard errno == EINTR else { return errno == EPIPE }
      } else {
        bytes = bytes.dropFirst(written)
      }
    }
    return true
  }
}
