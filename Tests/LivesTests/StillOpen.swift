import ConsentRegistry

/// Faults that are known and not mended yet: each line goes with its mending.
enum StillOpen {
  /// Whether what was done, and mustn't be, is one of them.
  static func excuses(_ deed: Deed, by actor: Actor) -> Bool { false }

  /// The rules that a joined record forgets: the end of a quiet period that was noted in the one
  /// ends those that followed on a lapse in the other.
  static let lostInJoining: Set<RuleCode> = [.askQuiet]

  /// Whether a verb is known to tell one who asks what two worlds differ in.
  static func tells(_ verb: String, of pair: Pair) -> Bool {
    // Cancelled by the organiser, an ask reads so; one that was declined goes on reading "waiting".
    verb == "booking list" && pair.description == Pair.untold.description
  }
}
