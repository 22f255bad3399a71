import ConsentRegistry

/// How what surrounds asks is written as bodies of entries, and read back.
enum AskingNotation {
  static func kind(of step: AskingStep) -> String {
    switch step {
    case .quietEnded: "quiet.ended"
    case .quietChosen: "quiet.chosen"
    case .askedOutside: "ask.outside"
    case .exceptionSet: "exception.set"
    case .exceptionConfirmed: "exception.confirmed"
    case .takenUp: "attempt.takenUp"
    case .firstAsksAllowed: "firstAsks.set"
    case .checked: "check.made"
    }
  }

  static func body(of step: AskingStep) -> JSON {
    switch step {
    case .quietEnded(let organisation, let day):
      ["organisation": .string(organisation.text), "day": .day(day)]
    case .quietChosen(let organisation, let purpose, let until, let day):
      [
        "organisation": .string(organisation.text), "purpose": .optional(purpose?.code),
        "until": .day(until), "day": .day(day),
      ]
    case .askedOutside(let organisation, let words, let day):
      ["organisation": .string(organisation.text), "words": .personal(words), "day": .day(day)]
    case .exceptionSet(let attempt, let rules, let day):
      [
        "attempt": .whole(attempt), "rules": .array(rules.map { .string($0.code) }),
        "day": .day(day),
      ]
    case .exceptionConfirmed(let attempt, let day):
      ["attempt": .whole(attempt), "day": .day(day)]
    case .takenUp(let attempt, let engagement, let day):
      ["attempt": .whole(attempt), "engagement": .string(engagement.text), "day": .day(day)]
    case .firstAsksAllowed(let organisation, let isAllowed, let day):
      [
        "organisation": .string(organisation.text), "allowed": .bool(isAllowed), "day": .day(day),
      ]
    case .checked(let organisation, let coordinator, let starts, let day):
      [
        "organisation": .string(organisation.text), "coordinator": .id(coordinator),
        "starts": .day(starts), "day": .day(day),
      ]
    }
  }

  /// The step of that kind; nothing if the kind is another's.
  static func step(_ kind: String, _ fields: inout Fields, _ zones: ZoneFinder) throws(JSONFault)
    -> AskingStep?
  {
    switch kind {
    case "quiet.ended":
      return .quietEnded(try fields.id("organisation"), day: try fields.day("day"))
    case "quiet.chosen":
      return .quietChosen(
        try fields.id("organisation"), purpose: try fields.optionalWord("purpose"),
        until: try fields.day("until"), day: try fields.day("day"))
    case "ask.outside":
      return .askedOutside(
        try fields.id("organisation"), words: try fields.optionalString("words"),
        day: try fields.day("day"))
    case "exception.set":
      return .exceptionSet(
        attempt: try attempt(&fields),
        rules: try fields.strings("rules").compactMap { RuleCode(code: $0) },
        day: try fields.day("day"))
    case "exception.confirmed":
      return .exceptionConfirmed(attempt: try attempt(&fields), day: try fields.day("day"))
    case "attempt.takenUp":
      return .takenUp(
        attempt: try attempt(&fields), as: try fields.id("engagement"), day: try fields.day("day"))
    case "firstAsks.set":
      return .firstAsksAllowed(
        try fields.id("organisation"), isAllowed: try fields.bool("allowed", default: false),
        day: try fields.day("day"))
    case "check.made":
      return .checked(
        try fields.id("organisation"), coordinator: try fields.optionalID("coordinator"),
        starts: try fields.day("starts"), day: try fields.day("day"))
    default: return nil
    }
  }

  private static func attempt(_ fields: inout Fields) throws(JSONFault) -> Int {
    try fields.int("attempt", in: 1...10_000_000)
  }
}
