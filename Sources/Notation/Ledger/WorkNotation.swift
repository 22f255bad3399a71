import ConsentRegistry

/// How offers of work are written as bodies of entries, and read back.
enum WorkNotation {
  static func kind(of step: WorkStep) -> String {
    switch step {
    case .wanted: "work.wanted"
    }
  }

  static func body(of step: WorkStep) -> JSON {
    switch step {
    case .wanted(let whileResting): ["whileResting": .bool(whileResting)]
    }
  }

  /// The step of that kind; nothing if the kind is another's.
  static func step(_ kind: String, _ fields: inout Fields) throws(JSONFault) -> WorkStep? {
    switch kind {
    case "work.wanted":
      return .wanted(whileResting: try fields.bool("whileResting", default: true))
    default: return nil
    }
  }
}
