import ConsentRegistry
import Notation

/// What a peer is told when they take up what was held back, or set something aside for it.
enum AttemptLayout {
  /// A booking that was made of it.
  static func booked(_ engagement: EngagementRecord) -> Page {
    var days: [Day] = []
    for session in engagement.sessions where !days.contains(session.first) {
      days.append(session.first)
    }
    let count = engagement.sessions.count
    return Page(
      text: { _ in
        "Booked for \(days.map(\.inWords).joined(separator: " and "))"
          + (count > 1 ? ", \(count) sessions in all. " : ". ")
          + "The booking's id is \(engagement.id).\n"
      },
      json: {
        [
          "engagement": .string(engagement.id.text), "day": .day(engagement.first),
          "days": .array(days.map { .day($0) }),
          "origin": .string(engagement.origin.code),
        ]
      })
  }

  /// What the peer alone may do next about what stands against a request, if they want it.
  static func next(_ decision: Decision, _ request: UseRequest, of peer: PeerID) -> [String] {
    let rules = decision.reasons.map(\.rule)
    if rules.allSatisfy(\.allowsException) {
      return [
        "These limits are yours to set aside for this one request, from tomorrow: "
          + "`storyguard help ask set-aside`. Nobody else may want it of you."
      ]
    }
    guard rules.contains(where: \.isConsent) else { return [] }
    let organisation = request.organisation
    var lines = [
      "Only if you want it: `storyguard consent grant \(peer) \(request.story) "
        + "--organisation \(organisation) …` gives a consent."
    ]
    if rules.allSatisfy(\.isConsent) {
      lines.append(
        "Or, for this one use alone: `storyguard ask first \(peer) --organisation "
          + "\(organisation)`, then take it up again.")
    }
    return lines
  }

  /// What is set aside for it, and from when.
  static func setAside(_ attempt: Attempt) -> Page {
    Page(
      text: { _ in standing(attempt).capitalizedFirst + ".\n" },
      json: { json(attempt) })
  }

  /// What is set aside, and from when: `set aside: rest.period, from Tuesday 5 May 2026`.
  static func standing(_ attempt: Attempt) -> String {
    guard !attempt.setAside.isEmpty else { return "nothing is set aside" }
    let rules = codes(attempt).joined(separator: ", ")
    return "set aside: \(rules), "
      + (attempt.exceptionsFrom.map { "from \($0.inWords)" }
        ?? "from the day after the independent contact has confirmed it")
  }

  static func json(_ attempt: Attempt) -> JSON {
    [
      "number": .whole(attempt.number),
      "organisation": .string(attempt.ask.organisation.text),
      "coordinator": .id(attempt.ask.request.coordinator), "askedOn": .day(attempt.ask.day),
      "day": .day(attempt.ask.blockStarts), "pay": .string(AskLayout.pay(attempt.ask.request)),
      "setAside": .array(codes(attempt).map(JSON.string)),
      "setAsideFrom": .day(attempt.exceptionsFrom),
      "waitsForContact": .bool(attempt.waitsForContact),
      "takenUpAs": .id(attempt.takenUpAs), "askedAgainAs": .id(attempt.askedAgainAs),
    ]
  }

  private static func codes(_ attempt: Attempt) -> [String] {
    RuleCode.allCases.filter(attempt.setAside.contains).map(\.code)
  }
}
