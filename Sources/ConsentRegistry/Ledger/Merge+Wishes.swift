/// How a peer wants to be reached, asked and stood by, when one record is joined to another.
extension Merge {
  /// What the other record holds the tighter: with whatever a record doesn't say, it stands as the
  /// other says.
  ///
  /// What nobody has claimed says nothing of what the peer wants: it takes no safeguard back that
  /// the peer does without, and names nobody to stand by them.
  var wishes: [Happening] {
    var wishes: [Happening] = []
    if keep.work.isWantedWhileResting, !other.work.isWantedWhileResting {
      wishes.append(.work(.wanted(whileResting: false)))
    }
    if other.reach.tellsNoesAtTheEnd, !keep.reach.tellsNoesAtTheEnd {
      wishes.append(.support(.noesTold(atTheEnd: true)))
    }
    if keep.reach.wantsReminders, hasRefusedReminders {
      wishes.append(.support(.remindersWanted(false)))
    }
    // A no in either stands; a yes in the other alone is left behind: they say it anew.
    if keep.reach.takesPartInRotation, other.reach.rotation == false {
      wishes.append(.support(.rotationChosen(takesPart: false)))
    }
    return wishes + address + supporters + safeguards
  }

  /// Whether the last that was said of reminders is that none are wanted; unsaid is no refusal.
  private var hasRefusedReminders: Bool {
    let said = history.compactMap { happening -> Bool? in
      if case .support(.remindersWanted(let isWanted)) = happening { isWanted } else { nil }
    }
    return said.last == false
  }

  /// No messages at all, if either says so; the other's address only where this one has none.
  private var address: [Happening] {
    switch (keep.reach.said, other.reach.said) {
    case (.some(.none), _), (_, .none): []
    case (_, .some(.none)): [.support(.addressSet(nil))]
    case (.none, .some(let address)) where keep.words.contact == nil:
      [.support(.addressSet(address))]
    default: []
    }
  }

  /// Whom the peer has named in either, and let go in neither; with an organisation, if either
  /// knows of one, as it keeps them out of what it asks.
  private var supporters: [Happening] {
    let letGo = other.supporters.letGo.filter { keep.supporters.named[$0] != nil }
    let named = other.supporters.named.filter { supporter, organisation in
      guard other.isClaimed, !keep.supporters.letGo.contains(supporter) else { return false }
      guard let kept = keep.supporters.named[supporter] else { return true }
      return kept == nil && organisation != nil
    }
    return letGo.sorted().map { .support(.letGo($0)) }
      + named.sorted { $0.key < $1.key }.map { .support(.named($0.key, organisation: $0.value)) }
  }

  /// A safeguard is done without only where both records do without it.
  private var safeguards: [Happening] {
    guard other.isClaimed else { return [] }
    return keep.waives.words.filter { !other.waives.contains($0) }
      .map { .waived($0, isWaived: false) }
  }
}
