import ConsentRegistry

/// How steps in the life of a record itself are written as bodies of entries, and read back.
enum RecordNotation {
  static func kind(of step: RecordStep) -> String {
    switch step {
    case .worded: "record.worded"
    case .joining: "record.joining"
    case .joined: "record.joined"
    case .mergedInto: "record.mergedInto"
    }
  }

  static func body(of step: RecordStep) -> JSON {
    switch step {
    case .worded(let words):
      [
        "name": .personal(words.name), "introduceMeAs": .personal(words.introduceMeAs),
        "askMeAbout": .personal(words.askMeAbout), "contact": .personal(words.contact),
      ]
    case .joined(let peer, let untold, let day):
      [
        "peer": .string(peer.text), "untold": .array(untold.map(NoticeNotation.json)),
        "day": .day(day),
      ]
    case .joining(let peer, let day), .mergedInto(let peer, let day):
      ["peer": .string(peer.text), "day": .day(day)]
    }
  }

  /// The step of that kind; nothing if the kind is another's.
  static func step(_ kind: String, _ fields: inout Fields) throws(JSONFault) -> RecordStep? {
    switch kind {
    case "record.worded":
      return .worded(
        PeerWords(
          name: try fields.optionalString("name"),
          introduceMeAs: try fields.optionalString("introduceMeAs"),
          askMeAbout: try fields.optionalString("askMeAbout"),
          contact: try fields.optionalString("contact")))
    case "record.joining":
      return .joining(try fields.id("peer"), day: try fields.day("day"))
    case "record.joined":
      var untold: [Notice] = []
      for (json, path) in try fields.optionalArray("untold") {
        untold.append(try NoticeNotation.notice(from: json, at: path))
      }
      return .joined(try fields.id("peer"), untold: untold, day: try fields.day("day"))
    case "record.mergedInto":
      return .mergedInto(try fields.id("peer"), day: try fields.day("day"))
    default: return nil
    }
  }
}
