import Foundation

/// How much the random tests try: a tenth by default, everything with `STORYGUARD_SOAK=1`.
package enum Soak {
  /// Whether the long run was asked for.
  package static let isOn = ProcessInfo.processInfo.environment["STORYGUARD_SOAK"] == "1"

  /// A count for the long run, or a tenth of it.
  package static func count(_ full: Int) -> Int { isOn ? full : full / 10 }
}
