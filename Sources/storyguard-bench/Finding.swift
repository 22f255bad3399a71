import Notation

/// One measured thing: its median, a yardstick's median in the same run, and what to reach.
struct Finding {
  let what: String
  /// Microseconds, the median.
  let median: Double
  /// The yardstick's name and its median in microseconds, if there is one.
  let yardstick: (name: String, median: Double)?
  /// The ratio that is to be reached, worked out from both medians.
  let ratio: Double?
  let reach: String
  /// The most memory that the process had held by then, in bytes, where that matters.
  var peak: Int?

  static let heading =
    column("what", 76) + column("median", 12) + column("yardstick", 40) + column("ratio", 9)
    + "to reach"

  var line: String {
    Finding.column(what, 76) + Finding.column(Finding.time(median), 12)
      + Finding.column(yardstick.map { "\($0.name) \(Finding.time($0.median))" } ?? "", 40)
      + Finding.column(ratio.map(Finding.short) ?? "", 9) + reach
  }

  static func json(_ findings: [Finding]) -> JSON {
    .array(
      findings.map { finding in
        [
          "what": .string(finding.what), "medianMicroseconds": .decimal(finding.median),
          "yardstick": .optional(finding.yardstick?.name),
          "yardstickMicroseconds": finding.yardstick.map { .decimal($0.median) } ?? .null,
          "ratio": finding.ratio.map { .decimal($0) } ?? .null, "reach": .string(finding.reach),
          "peakBytes": finding.peak.map { .whole($0) } ?? .null,
        ]
      })
  }

  private static func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func time(_ microseconds: Double) -> String {
    microseconds >= 10_000
      ? "\(short(microseconds / 1_000)) ms" : "\(short(microseconds)) µs"
  }

  private static func short(_ number: Double) -> String {
    String((number * 100).rounded() / 100)
  }
}

/// Times work over and over, and keeps the median.
enum Stopwatch {
  /// The median time of one call in microseconds, over rounds of several calls each.
  static func median(rounds: Int, calls: Int = 1, _ work: () throws -> Void) rethrows -> Double {
    var times: [Double] = []
    for _ in 0..<rounds {
      let time = try ContinuousClock().measure { for _ in 0..<calls { try work() } }
      times.append(microseconds(time) / Double(calls))
    }
    return middle(times)
  }

  static func microseconds(_ duration: Duration) -> Double {
    duration / .microseconds(1)
  }

  static func middle(_ times: [Double]) -> Double {
    times.isEmpty ? 0 : times.sorted()[times.count / 2]
  }
}
