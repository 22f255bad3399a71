import ConsentRegistry

/// Faults that are known and not mended yet: each line goes with its mending.
enum StillOpen {
  /// Whether what was done, and mustn't be, is one of them.
  static func excuses(_ deed: Deed, by actor: Actor) -> Bool {
    switch (deed.may, actor.role) {
    // Somebody listed for one organisation acts for another: pay, gifts, check-ins, work, places.
    case (.workFor, .coordinator), (.mind, .coordinator): true
    // Who has asked takes up their own attempt at the peer's word, and nobody else has heard it.
    case (.speakFor, .custodian): deed.words.hasPrefix("take up")
    default: false
    }
  }

  /// Whether a move that isn't one comes of them: what is dated back wakes an ask that has lapsed.
  static func leads(from: NaiveState, to: NaiveState) -> Bool {
    from == .lapsed && (to == .released || to == .cancelledByOrganiser)
  }
}
