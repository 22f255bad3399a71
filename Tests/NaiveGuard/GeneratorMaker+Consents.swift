extension GeneratorMaker {
  /// Draws consents that together cover every session, and some that cover none or half.
  mutating func drawConsents() {
    let withIds = dice.percent(35)
    var consents: [GeneratorDraft.Consent] = []
    if dice.percent(30) { consents.append(decoy()) }
    switch dice.weighted([60, 20, 20]) {
    case 0: consents.append(consent(for: draft.sessions))
    case 1: for session in draft.sessions { consents.append(consent(for: [session])) }
    default:
      // Today rests on one consent, the sessions on another.
      var now = consent(for: draft.sessions)
      now.until = draft.today + dice.int(0...max(0, draft.first - draft.today))
      var then = consent(for: draft.sessions)
      then.given = draft.today - dice.int(0...20)
      then.from = max(then.given, min(draft.first - dice.int(0...3), then.given + 90))
      consents += dice.percent(50) ? [now, then] : [then, now]
    }
    if dice.percent(25) { consents.append(decoy()) }
    draft.consents = consents
    if withIds { nameConsents() }
  }

  mutating func nameConsents() {
    for index in draft.consents.indices { draft.consents[index].id = "c\(index + 1)" }
  }

  private mutating func consent(for sessions: [GeneratorDraft.Session]) -> GeneratorDraft.Consent {
    let given = draft.today - (dice.percent(15) ? 0 : dice.int(1...300))
    let from = given + dice.int(0...min(60, draft.today - given))
    let until = max(from, draft.last + (dice.percent(30) ? dice.int(0...32) : dice.int(20...200)))
    let levels = sessions.map { session in
      Self.attributions.firstIndex(of: session.attribution ?? draft.attribution) ?? 0
    }
    let level = max(levels.max() ?? 0, dice.percent(50) ? 0 : dice.int(0...4))
    let purposes = sessions.map { $0.purpose ?? draft.purpose }
    let audiences = sessions.map { $0.audience ?? draft.audience }
    return GeneratorDraft.Consent(
      story: draft.story,
      purposes: union(purposes, of: Self.purposes),
      channels: union(sessions.map(\.channel), of: Self.tellingChannels + Self.exposureChannels),
      audiences: union(audiences, of: Self.audiences),
      organisations: union([draft.organisation], of: Self.organisations),
      attribution: Self.attributions[level],
      recording: sessions.contains { $0.recorded } || dice.percent(40),
      reuse: sessions.contains { $0.kind == "exposure" } || dice.percent(40),
      given: given, from: from, until: until)
  }

  /// The needed values and some more, each once, in the order of the whole list.
  private mutating func union(_ needed: [String], of all: [String]) -> [String] {
    let more = dice.some(all, percent: 20)
    var union: [String] = []
    for value in all where !union.contains(value) {
      if needed.contains(value) || more.contains(value) { union.append(value) }
    }
    return union
  }

  /// A consent with something amiss.
  private mutating func decoy() -> GeneratorDraft.Consent {
    var consent = consent(for: draft.sessions)
    for _ in 0...dice.int(0...1) { spoil(&consent, for: dice.pick(draft.sessions)) }
    return consent
  }

  /// Takes from a consent one thing that the session needs.
  private mutating func spoil(
    _ consent: inout GeneratorDraft.Consent, for session: GeneratorDraft.Session
  ) {
    func without(_ value: String, _ list: [String], instead: [String]) -> [String] {
      let left = list.filter { $0 != value }
      return left.isEmpty ? [instead.first { $0 != value } ?? "none"] : left
    }
    switch dice.int(0...7) {
    case 0: consent.story = Self.stories.first { $0 != draft.story } ?? "s9"
    case 1:
      consent.organisations = without(
        draft.organisation, consent.organisations, instead: Self.organisations)
    case 2:
      consent.purposes = without(
        session.purpose ?? draft.purpose, consent.purposes, instead: Self.purposes)
    case 3:
      consent.audiences = without(
        session.audience ?? draft.audience, consent.audiences, instead: Self.audiences)
    case 4 where (session.attribution ?? draft.attribution) != "notNamed":
      let level = Self.attributions.firstIndex(of: session.attribution ?? draft.attribution) ?? 1
      consent.attribution = Self.attributions[dice.int(0...max(0, level - 1))]
    case 5 where session.recorded: consent.recording = false
    case 6 where session.kind == "exposure": consent.reuse = false
    default:
      consent.channels = without(
        session.channel, consent.channels,
        instead: session.kind == "telling" ? ["inPerson", "onlineLive"] : ["web", "print"])
    }
  }

  mutating func makeConsentTroubles() {
    if troubles.contains(.consentMissing) {
      let session = dice.pick(draft.sessions)
      if dice.percent(8) {
        draft.consents = []
      } else {
        for index in draft.consents.indices {
          var consent = draft.consents[index]
          spoil(&consent, for: session)
          draft.consents[index] = consent
        }
      }
    }
    if troubles.contains(.consentNotInForce) { makeNotInForce() }
    if troubles.contains(.consentRevoked) { makeRevoked() }
    if dice.percent(20) { addHarmlessRevocation() }
  }

  private mutating func makeNotInForce() {
    let variant = dice.int(0...4)
    for index in draft.consents.indices {
      var consent = draft.consents[index]
      switch variant {
      case 0:
        // Over before the block, or in the middle of it.
        consent.until = max(
          draft.today, min(draft.last - 1, draft.first + dice.int(-6...3)))
        consent.from = min(consent.from, consent.until)
      case 1:
        // Over already, the last day at most.
        consent.given = draft.today - 200
        consent.from = consent.given + dice.int(0...60)
        consent.until = draft.today - dice.int(1...30)
      case 2:
        consent.given = draft.today - dice.int(0...30)
        consent.from = draft.today + dice.int(1...50)
        consent.until = max(consent.until, consent.from)
      default: break
      }
      draft.consents[index] = consent
    }
    guard variant > 2 else { return }
    // One for now that ends too soon, and one that begins too late: waiting mends it.
    var later: [GeneratorDraft.Consent] = []
    for index in draft.consents.indices {
      var then = draft.consents[index]
      then.given = draft.today - dice.int(0...10)
      then.from = min(then.given + 90, max(draft.first, draft.today) + dice.int(1...40))
      then.until = then.from + dice.int(5...120)
      later.append(then)
      draft.consents[index].until = max(
        draft.today, min(draft.last - 1, draft.consents[index].until))
      draft.consents[index].from = min(draft.consents[index].from, draft.consents[index].until)
    }
    draft.consents += later
    if draft.consents.contains(where: { $0.id != nil }) { nameConsents() }
  }

  private mutating func makeRevoked() {
    if draft.consents.isEmpty { return }
    let scope = matchingScope()
    if dice.percent(75) {
      draft.revocations.append(
        .init(
          day: draft.today - dice.int(0...40), consentsBefore: draft.consents.count, scope: scope,
          writesScope: !scope.isEmpty || dice.percent(50)))
    } else {
      // Recorded before them, but for a day after they were given.
      for index in draft.consents.indices where draft.consents[index].given >= draft.today {
        draft.consents[index].given = draft.today - 1
      }
      draft.revocations.append(.init(day: draft.today, consentsBefore: 0, scope: scope))
    }
  }

  private mutating func matchingScope() -> [(String, String)] {
    let session = dice.pick(draft.sessions)
    var scope: [(String, String)] = []
    if dice.percent(20) {
      nameConsents()
      if let id = draft.consents[dice.int(0...draft.consents.count - 1)].id {
        scope.append(("consent", id))
      }
    }
    if dice.percent(25) { scope.append(("story", draft.story)) }
    if dice.percent(25) { scope.append(("purpose", session.purpose ?? draft.purpose)) }
    if dice.percent(25) { scope.append(("channel", session.channel)) }
    if dice.percent(25) { scope.append(("organisation", draft.organisation)) }
    return scope
  }

  /// One that misses by a name, or that the peer granted anew after.
  private mutating func addHarmlessRevocation() {
    if draft.consents.isEmpty { return }
    var scope = matchingScope()
    if dice.percent(50) {
      let earliest = draft.consents.map(\.given).min() ?? draft.today
      draft.revocations.append(
        .init(day: earliest - dice.int(0...20), consentsBefore: 0, scope: scope))
      return
    }
    let names = [
      ("story", "s9"), ("purpose", dice.pick(Self.purposes)), ("channel", "broadcast"),
      ("organisation", "o9"),
    ]
    let other = dice.pick(names)
    scope.removeAll { $0.0 == other.0 }
    scope.append(other)
    draft.revocations.insert(
      .init(
        day: draft.today - dice.int(0...90), consentsBefore: dice.int(0...draft.consents.count),
        scope: scope), at: 0)
  }
}
