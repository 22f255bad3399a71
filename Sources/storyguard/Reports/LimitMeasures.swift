import ConsentRegistry
import Notation

/// The limits of a policy in words, for the reports that hold uses against them.
enum LimitMeasures {
  /// What rests, what is too often, and, where one is set, what weighs too much.
  static func measures(_ policy: Policy) -> [Measure] {
    let others = Channel.allCases.compactMap { channel in
      policy.rest.byChannel[channel].map { "\($0) after \(plain(channel.code))" }
    }
    let caps = policy.caps.list.map {
      "\($0.atMost) \($0.kind.code)s in \(counted($0.days, "day"))"
    }
    let window = "the days asked for; days before them count towards a limit"
    let load = policy.load.limit.map { limit in
      Measure(
        "Load",
        "What was told weighs less with every day; on a telling day at most \(limit) may weigh.",
        window: window)
    }
    return [
      Measure(
        "Rest",
        "\(counted(policy.rest.days, "full day")) without a telling between two engagements"
          + (others.isEmpty ? "" : ", \(others.joined(separator: ", "))")
          + "; \(policy.rest.endedEarly) after one that ended early.", window: window),
      Measure(
        "Caps", "At most \(caps.joined(separator: ", ")), counted up to each use's own day.",
        window: window),
    ] + [load].compactMap { $0 }
  }
}
