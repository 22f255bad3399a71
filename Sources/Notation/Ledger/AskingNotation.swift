import ConsentRegistry

/// How what surrounds asks are written as bodies of entries, and read back.
enum AskingNotation {
  static func kind(of step: AskingStep) -> String {
    switch step {
    case .quietEnded: "quiet.ended"
    }
  }

  static func body(of step: AskingStep) -> JSON {
    switch step {
    case .quietEnded(let organisation, let day):
      ["organisation": .string(organisation.text), "day": .day(day)]
    }
  }

  /// The step of that kind; nothing if the kind is another's.
  static func step(_ kind: String, _ fields: inout Fields, _ zones: ZoneFinder) throws(JSONFault)
    -> AskingStep?
  {
    switch kind {
    case "quiet.ended":
      return .quietEnded(try fields.id("organisation"), day: try fields.day("day"))
    default: return nil
    }
  }
}
