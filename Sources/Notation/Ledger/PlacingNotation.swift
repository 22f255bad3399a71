import ConsentRegistry

/// How steps in the life of a recording or text are written as bodies of entries, and read back.
enum PlacingNotation {
  static func kind(of step: PlacingStep) -> String {
    switch step {
    case .versionReleased: "version.released"
    }
  }

  static func body(of step: PlacingStep) -> JSON {
    switch step {
    case .versionReleased(let use, let day): ["use": .string(use.text), "day": .day(day)]
    }
  }

  /// The step of that kind; nothing if the kind is another's.
  static func step(_ kind: String, _ fields: inout Fields) throws(JSONFault) -> PlacingStep? {
    switch kind {
    case "version.released":
      return .versionReleased(try fields.id("use"), day: try fields.day("day"))
    default: return nil
    }
  }
}
