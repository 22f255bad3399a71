import ConsentRegistry

/// How steps in the life of a booking are written as bodies of entries, and read back.
enum BookingNotation {
  static func kind(of step: BookingStep) -> String {
    switch step {
    case .answeredInPart: "booking.answeredInPart"
    case .endedEarly: "booking.endedEarly"
    case .didNotTakePlace: "booking.didNotTakePlace"
    case .cancelledByPeer: "booking.cancelledByPeer"
    case .cancelledByOrganiser: "booking.cancelledByOrganiser"
    case .amended: "booking.amended"
    case .corrected: "booking.corrected"
    case .disputed: "use.disputed"
    case .disputeAnswered: "use.disputeAnswered"
    }
  }

  static func body(of step: BookingStep) -> JSON {
    switch step {
    case .answeredInPart(let id, let sessions, let day),
      .didNotTakePlace(let id, let sessions, let day),
      .cancelledByPeer(let id, let sessions, let day),
      .cancelledByOrganiser(let id, let sessions, let day):
      [
        "engagement": .string(id.text), "sessions": .array(sessions.map { .whole($0) }),
        "day": .day(day),
      ]
    case .endedEarly(let id, let session, let day):
      ["engagement": .string(id.text), "session": .whole(session), "day": .day(day)]
    case .amended(let engagement, let day), .corrected(let engagement, let day):
      ["engagement": EngagementNotation.json(engagement), "day": .day(day)]
    case .disputed(let use, let day): ["use": .string(use.text), "day": .day(day)]
    case .disputeAnswered(let use, let organisation, let words, let day):
      [
        "use": .string(use.text), "organisation": .string(organisation.text),
        "words": .personal(words), "day": .day(day),
      ]
    }
  }

  /// The step of that kind; nothing if the kind is another's.
  static func step(_ kind: String, _ fields: inout Fields, _ zones: @escaping ZoneFinder)
    throws(JSONFault) -> BookingStep?
  {
    switch kind {
    case "booking.answeredInPart":
      return .answeredInPart(
        try fields.id("engagement"), sessions: try sessions(&fields), day: try fields.day("day"))
    case "booking.didNotTakePlace":
      return .didNotTakePlace(
        try fields.id("engagement"), sessions: try sessions(&fields), day: try fields.day("day"))
    case "booking.cancelledByPeer":
      return .cancelledByPeer(
        try fields.id("engagement"), sessions: try sessions(&fields), day: try fields.day("day"))
    case "booking.cancelledByOrganiser":
      return .cancelledByOrganiser(
        try fields.id("engagement"), sessions: try sessions(&fields), day: try fields.day("day"))
    case "booking.endedEarly":
      return .endedEarly(
        try fields.id("engagement"), session: try fields.int("session", in: 0...100_000),
        day: try fields.day("day"))
    case "booking.amended":
      return .amended(try engagement(&fields, zones), day: try fields.day("day"))
    case "booking.corrected":
      return .corrected(try engagement(&fields, zones), day: try fields.day("day"))
    case "use.disputed":
      return .disputed(try fields.id("use"), day: try fields.day("day"))
    case "use.disputeAnswered":
      return .disputeAnswered(
        try fields.id("use"), organisation: try fields.id("organisation"),
        words: try fields.optionalString("words"), day: try fields.day("day"))
    default: return nil
    }
  }

  private static func engagement(
    _ fields: inout Fields, _ zones: @escaping ZoneFinder
  ) throws(JSONFault) -> EngagementRecord {
    var inner = try fields.object("engagement")
    return try EngagementNotation(zones: zones).engagement(&inner)
  }

  private static func sessions(_ fields: inout Fields) throws(JSONFault) -> [Int] {
    var sessions: [Int] = []
    for (json, path) in try fields.array("sessions") {
      sessions.append(try json.int(at: path, in: 0...100_000))
    }
    return sessions
  }
}
