import ConsentRegistry

/// How who stands by a peer are written as bodies of entries, and read back.
enum SupportNotation {
  static func kind(of step: SupportStep) -> String {
    switch step {
    case .named: "supporter.named"
    case .letGo: "supporter.letGo"
    case .witnessed: "word.witnessed"
    case .remindersWanted: "reminders.set"
    case .noesTold: "noes.told"
    case .addressSet: "address.set"
    case .rotationChosen: "rotation.set"
    }
  }

  static func body(of step: SupportStep) -> JSON {
    switch step {
    case .named(let supporter, let organisation):
      ["supporter": .string(supporter.text), "organisation": .id(organisation)]
    case .letGo(let supporter): ["supporter": .string(supporter.text)]
    case .witnessed(.consent(let id), let witness, let day):
      ["consent": .string(id.text), "witness": .string(witness.text), "day": .day(day)]
    case .witnessed(.answer(let id), let witness, let day):
      ["engagement": .string(id.text), "witness": .string(witness.text), "day": .day(day)]
    case .witnessed(.untied(let id), let witness, let day):
      ["untied": .string(id.text), "witness": .string(witness.text), "day": .day(day)]
    case .remindersWanted(let isWanted): ["wanted": .bool(isWanted)]
    case .noesTold(let atTheEnd): ["atTheEnd": .bool(atTheEnd)]
    case .addressSet(let address): ["address": .personal(address)]
    case .rotationChosen(let takesPart): ["takesPart": .bool(takesPart)]
    }
  }

  /// The step of that kind; nothing if the kind is another's.
  static func step(_ kind: String, _ fields: inout Fields) throws(JSONFault) -> SupportStep? {
    switch kind {
    case "supporter.named":
      return .named(
        try fields.id("supporter"), organisation: try fields.optionalID("organisation"))
    case "supporter.letGo": return .letGo(try fields.id("supporter"))
    case "word.witnessed":
      let consent: ConsentID? = try fields.optionalID("consent")
      let untied: OrganisationID? = try fields.optionalID("untied")
      let word: PeersWord =
        if let consent {
          .consent(consent)
        } else if let untied {
          .untied(untied)
        } else {
          .answer(try fields.id("engagement"))
        }
      return .witnessed(word, by: try fields.id("witness"), day: try fields.day("day"))
    case "reminders.set": return .remindersWanted(try fields.bool("wanted", default: false))
    case "noes.told": return .noesTold(atTheEnd: try fields.bool("atTheEnd", default: false))
    case "address.set": return .addressSet(try fields.optionalString("address"))
    case "rotation.set":
      return .rotationChosen(takesPart: try fields.bool("takesPart", default: false))
    default: return nil
    }
  }
}
