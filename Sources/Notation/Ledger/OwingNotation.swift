import ConsentRegistry

/// How what is owed and given are written as bodies of entries, and read back.
enum OwingNotation {
  static func kind(of step: OwingStep) -> String {
    switch step {
    case .checkedIn: "checkIn.done"
    }
  }

  static func body(of step: OwingStep) -> JSON {
    switch step {
    case .checkedIn(let id, let day): ["engagement": .string(id.text), "day": .day(day)]
    }
  }

  /// The step of that kind; nothing if the kind is another's.
  static func step(_ kind: String, _ fields: inout Fields) throws(JSONFault) -> OwingStep? {
    switch kind {
    case "checkIn.done":
      return .checkedIn(try fields.id("engagement"), day: try fields.day("day"))
    default: return nil
    }
  }
}
