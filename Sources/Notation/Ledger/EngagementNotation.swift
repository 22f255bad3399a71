import ConsentRegistry

/// How engagements are written within the bodies of entries, and read back.
struct EngagementNotation {
  let zones: ZoneFinder

  static func json(_ engagement: EngagementRecord) -> JSON {
    [
      "id": .string(engagement.id.text), "story": .string(engagement.story.text),
      "organisation": .string(engagement.organisation.text), "event": .id(engagement.event),
      "origin": .string(engagement.origin.code), "askedOn": .day(engagement.askedOn),
      "replyUntil": .day(engagement.replyUntil),
      "request": engagement.request.map(RequestNotation.json) ?? .null,
      "replaces": .id(engagement.replaces),
      "sessions": .array(
        engagement.sessions.map {
          [
            "use": .string($0.use.text), "kind": .string($0.kind.code),
            "channel": .string($0.channel.code), "purpose": .optional($0.purpose?.code),
            "audience": .optional($0.audience?.code), "first": .day($0.first),
            "last": .day($0.last), "state": .string($0.state.code),
          ]
        }),
    ]
  }

  func engagement(_ fields: inout Fields) throws(JSONFault) -> EngagementRecord {
    var request: UseRequest?
    if let (json, path) = fields.value("request") {
      request = try RequestNotation(zones: zones).request(from: json, at: path)
    }
    var sessions: [EngagementRecord.Session] = []
    for (json, path) in try fields.array("sessions") {
      var item = try Fields(json, at: path)
      sessions.append(
        EngagementRecord.Session(
          use: try item.id("use"), kind: try item.word("kind"),
          channel: try item.word("channel"), purpose: try item.optionalWord("purpose"),
          audience: try item.optionalWord("audience"), first: try item.day("first"),
          last: try item.day("last"), state: try item.word("state")))
    }
    // A damaged body must not read as a booking whose parts don't fit each other.
    guard !sessions.isEmpty, sessions.allSatisfy({ $0.first <= $0.last }),
      request.map({ $0.sessions.count == sessions.count }) ?? true
    else { throw .impossible(.root, why: "must have sessions that fit what was asked") }
    return EngagementRecord(
      id: try fields.id("id"), story: try fields.id("story"),
      organisation: try fields.id("organisation"), event: try fields.optionalID("event"),
      origin: try fields.word("origin"), askedOn: try fields.optionalDay("askedOn"),
      replyUntil: try fields.optionalDay("replyUntil"), request: request,
      replaces: try fields.optionalID("replaces"), sessions: sessions)
  }
}
