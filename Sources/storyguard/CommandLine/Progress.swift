import Synchronization

/// One line that tells how far a long task has come, on a terminal only.
///
/// `42,000 of 100,000 rows` is written over itself, at most ten times a second, and erased at
/// the end, also when the task fails.
final class Progress: Sendable {
  private struct Drawn {
    var at: ContinuousClock.Instant?
    var isShown = false
  }

  private let total: Int?
  private let unit: String
  private let width: Int
  private let write: (@Sendable (String) -> Void)?
  private let now: @Sendable () -> ContinuousClock.Instant
  private let drawn = Mutex(Drawn())

  /// Begins without drawing anything.
  ///
  /// - Parameters:
  ///   - total: How many there will be, if that is known.
  ///   - unit: What is counted, in the plural: `rows`.
  ///   - terminal: Standard error; nothing is written unless it is a terminal.
  ///   - now: Tells the time; only a test gives its own.
  ///   - write: Writes to standard error at once.
  init(
    of total: Int?, _ unit: String, on terminal: Terminal,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
    write: @escaping @Sendable (String) -> Void
  ) {
    self.total = total
    self.unit = unit
    self.now = now
    width = terminal.width
    self.write = terminal.isTerminal ? write : nil
  }

  deinit { erase() }

  /// Shows that so many are done, unless the line was drawn a moment ago.
  func advance(to done: Int) {
    guard let write else { return }
    let moment = now()
    let isDue = drawn.withLock { drawn in
      if let last = drawn.at, moment - last < .milliseconds(100) { return false }
      drawn = Drawn(at: moment, isShown: true)
      return true
    }
    guard isDue else { return }
    let count = total.map { "\(grouped(done)) of \(grouped($0))" } ?? grouped(done)
    write("\r\u{1B}[K" + "\(count) \(unit)".cut(toWidth: width - 1))
  }

  /// Takes the line away; may be called more than once.
  func erase() {
    let wasShown = drawn.withLock { drawn in
      defer { drawn.isShown = false }
      return drawn.isShown
    }
    if wasShown { write?("\r\u{1B}[K") }
  }
}

/// A number with commas between its thousands: `42,000`.
func grouped(_ number: Int) -> String {
  var digits = Array(String(number.magnitude))
  for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
  return (number < 0 ? "-" : "") + String(digits)
}
