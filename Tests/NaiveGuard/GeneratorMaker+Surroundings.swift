extension GeneratorMaker {
  /// Draws what surrounds a request: topics, care, pay, ties.
  mutating func drawSurroundings() {
    let all = ["housing", "court", "recovery", "family", "work"]
    for story in Self.stories where story == draft.story || dice.percent(40) {
      var listed: [(String, String)] = []
      for topic in dice.some(all, percent: 75) {
        listed.append((topic, dice.pick(["share", "share", "askFirst"])))
      }
      draft.topics.append((story, listed))
    }
    let listed = draft.topics.first { $0.story == draft.story }?.listed ?? []
    draft.requestTopics = dice.some(listed.map(\.0), percent: 40)
    for index in draft.topics.indices {
      for place in draft.topics[index].listed.indices
      where dice.percent(25)
        && !(draft.topics[index].story == draft.story
          && draft.requestTopics.contains(draft.topics[index].listed[place].0))
      {
        draft.topics[index].listed[place].1 = "offLimits"
      }
    }
    draft.support = [
      ("person", .text("a friend")), ("debriefOn", .day(draft.last + dice.pick([0, 0, 1, 3]))),
    ]
    draft.offer =
      switch dice.int(0...3) {
      case 0: [("unpaid", .bool(true))]
      case 1: [("inKind", .text("travel and a meal"))]
      default:
        [
          (
            "remuneration",
            .object([("minor", .int(dice.int(1...400) * 100)), ("currency", .text("USD"))])
          ), ("preparation", .text("briefing")),
        ]
      }
    draft.inTheRoom = dice.percent(15)
    if dice.percent(20) {
      draft.ties.append((draft.organisation, dice.some(Self.relations, percent: 30)))
      draft.contact = "o9"
    }
    if dice.percent(15) { draft.ties.append(("o8", ["funder"])) }
    if dice.percent(10) {
      draft.relations = [dice.pick(Self.relations)]
      draft.contact = "o9"
    }
    if dice.percent(15) { draft.contact = dice.pick(["o8", "o9"]) }
    for use in draft.sessions where use.kind == "exposure" { draft.released.append(use.of) }
    if dice.percent(30) { draft.released.append("use-9") }
    draft.released = Array(Set(draft.released)).sorted()
    if dice.percent(10) { draft.waives.append("care") }
    if dice.percent(10) { draft.waives.append("release") }
  }

  mutating func makeOtherTroubles() {
    if troubles.contains(.releaseMissing) {
      draft.waives.removeAll { $0 == "release" }
      let uses = draft.sessions.filter { $0.kind == "exposure" }.map(\.of)
      if !uses.isEmpty {
        let use = dice.pick(uses)
        draft.released.removeAll { $0 == use }
      }
    }
    if troubles.contains(.boundaryTopic) { makeTopicTrouble() }
    if troubles.contains(.askQuiet) {
      let purpose = dice.percent(50) ? dice.pick(draft.sessions).purpose ?? draft.purpose : nil
      let until = draft.today + (dice.percent(30) ? 0 : dice.int(0...60))
      draft.quiet.append((draft.organisation, purpose, until))
    }
    if troubles.contains(.relationIndependence) {
      if dice.percent(50) {
        draft.ties.removeAll { $0.0 == draft.organisation }
        draft.ties.append((draft.organisation, [dice.pick(Self.relations)]))
      } else {
        draft.relations = [dice.pick(Self.relations)]
      }
      draft.contact = dice.percent(50) ? draft.organisation : nil
    }
    if troubles.contains(.careMissing) { makeCareTrouble() }
    if troubles.contains(.careOverdue) { draft.careOverdue.append(draft.organisation) }
    if troubles.contains(.payOverdue) { draft.payOverdue.append(draft.organisation) }
    if troubles.contains(.payUnstated) {
      draft.offer =
        switch dice.int(0...2) {
        case 0: nil
        case 1: [("preparation", .text("briefing"))]
        default: [("unpaid", .bool(false))]
        }
    }
  }

  private mutating func makeTopicTrouble() {
    let listed = draft.topics.first { $0.story == draft.story }?.listed ?? []
    let closed = listed.filter { $0.1 == "offLimits" }.map(\.0)
    let place = dice.int(0...draft.requestTopics.count)
    draft.requestTopics.insert(dice.pick(closed + ["faith"]), at: place)
    if dice.percent(10) { draft.topics.removeAll { $0.story == draft.story } }
  }

  private mutating func makeCareTrouble() {
    draft.waives.removeAll { $0 == "care" }
    draft.support =
      switch dice.int(0...3) {
      case 0: nil
      case 1: [("person", .text("a friend"))]
      case 2: [("debriefOn", .day(draft.last))]
      default:
        [("person", .text("a friend")), ("debriefOn", .day(draft.last - dice.pick([1, 1, 2, 5])))]
      }
  }

  /// What lies near an edge and harms nothing, and what sets a limit aside.
  mutating func drawNoise() {
    if dice.percent(12) { draft.pauses.append((draft.today - 40, draft.today - dice.int(1...5))) }
    if dice.percent(10) { draft.pauses.append((draft.last + dice.int(1...40), draft.last + 60)) }
    if draft.notBefore == nil && dice.percent(12) {
      draft.notBefore = draft.first - dice.int(0...9)
    }
    if dice.percent(10) {
      draft.quiet.append((draft.organisation, nil, draft.today - dice.int(1...9)))
    }
    if dice.percent(10) { draft.quiet.append(("o8", nil, draft.today + 30)) }
    if dice.percent(8) {
      let used = draft.sessions.map { $0.purpose ?? draft.purpose } + [draft.purpose]
      if let other = Self.purposes.first(where: { !used.contains($0) }) {
        draft.quiet.append((draft.organisation, other, draft.today + 20))
      }
    }
    if dice.percent(10) { draft.careOverdue.append("o8") }
    if dice.percent(10) { draft.payOverdue.append("o8") }
    if dice.percent(8) {
      draft.exceptions = dice.some(
        [
          "rest.period", "cap.rolling", "cap.engagement", "cap.lifetime", "load.limit",
          "notice.short",
        ], percent: 35)
    }
  }
}
