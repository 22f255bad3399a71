import ConsentRegistry

/// How steps in the life of a recording or text are written as bodies of entries, and read back.
enum PlacingNotation {
  static func kind(of step: PlacingStep) -> String {
    switch step {
    case .versionReleased: "version.released"
    case .placed: "placement.placed"
    case .moved: "placement.moved"
    case .removalOpened: "removal.opened"
    }
  }

  static func body(of step: PlacingStep) -> JSON {
    switch step {
    case .versionReleased(let use, let day): ["use": .string(use.text), "day": .day(day)]
    case .placed(let placement):
      [
        "placement": .string(placement.id.text), "use": .string(placement.use.text),
        "medium": .string(placement.medium.code), "holder": .id(placement.holder),
        "address": .personal(placement.address), "story": .string(placement.story.text),
        "purpose": .optional(placement.purpose?.code), "channel": .string(placement.channel.code),
        "organisation": .string(placement.organisation.text), "day": .day(placement.placedOn),
        "recallUntil": .day(placement.recallUntil),
      ]
    case .moved(let id, let state, let day, let proof):
      [
        "placement": .string(id.text), "state": .string(state.code), "day": .day(day),
        "proof": .personal(proof),
      ]
    case .removalOpened(let id, let day, let deadline):
      ["placement": .string(id.text), "day": .day(day), "deadline": .day(deadline)]
    }
  }

  /// The step of that kind; nothing if the kind is another's.
  static func step(_ kind: String, _ fields: inout Fields) throws(JSONFault) -> PlacingStep? {
    switch kind {
    case "version.released":
      return .versionReleased(try fields.id("use"), day: try fields.day("day"))
    case "placement.placed":
      return .placed(
        Placement(
          id: try fields.id("placement"), use: try fields.id("use"),
          medium: try fields.word("medium"), holder: try fields.optionalID("holder"),
          address: try fields.optionalString("address"), story: try fields.id("story"),
          purpose: try fields.optionalWord("purpose"), channel: try fields.word("channel"),
          organisation: try fields.id("organisation"), placedOn: try fields.day("day"),
          recallUntil: try fields.optionalDay("recallUntil")))
    case "placement.moved":
      return .moved(
        try fields.id("placement"), to: try fields.word("state"), day: try fields.day("day"),
        proof: try fields.optionalString("proof"))
    case "removal.opened":
      return .removalOpened(
        try fields.id("placement"), day: try fields.day("day"),
        deadline: try fields.day("deadline"))
    default: return nil
    }
  }
}
