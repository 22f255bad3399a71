import ConsentRegistry

/// Faults that are known and not mended yet: each line goes with its mending.
enum StillOpen {
  /// Whether what was done, and mustn't be, is one of them.
  static func excuses(_ deed: Deed, by actor: Actor) -> Bool {
    switch (deed.may, actor.role) {
    // Somebody listed for one organisation acts for another: pay, gifts, check-ins, work, places.
    case (.workFor, .coordinator), (.mind, .coordinator): true
    default: false
    }
  }

  /// Whether a move that isn't one comes of them: what is dated back wakes an ask that has lapsed.
  static func leads(from: NaiveState, to: NaiveState) -> Bool {
    false
  }
}
