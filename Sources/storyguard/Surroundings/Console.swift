import ConsentRegistry
import FoundationEssentials
import Glibc

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
      write: { Console.write($0, to: 1) }, complain: { Console.write($0, to: 2) },
      output: .standardOutput(environment), errors: .standardError(environment),
      environment: environment, clock: Console.now)
  }

  @Sendable static func now() -> Instant {
    Instant(milliseconds: Int((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        guard errno == EINTR else { return }
      } else {
        bytes = bytes.dropFirst(written)
      }
    }
  }
}
