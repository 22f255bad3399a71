package import ConsentRegistry

extension HappeningNotation {
  /// Reads the body of an entry, its personal texts already in place.
  ///
  /// - Throws: the first fault; an unknown kind is one at the whole text.
  package func happening(kind: String, body: JSON) throws(JSONFault) -> Happening {
    var fields = try Fields(body)
    let happening = try read(kind, &fields)
    return happening
  }

  private func read(_ kind: String, _ fields: inout Fields) throws(JSONFault) -> Happening {
    switch kind {
    case "peer.added":
      return .peerAdded(
        zone: try fields.zone("zone", zones), isClaimed: try fields.bool("claimed", default: false),
        words: PeerWords(
          name: try fields.optionalString("name"),
          introduceMeAs: try fields.optionalString("introduceMeAs"),
          askMeAbout: try fields.optionalString("askMeAbout"),
          contact: try fields.optionalString("contact")))
    case "peer.moved": return .peerMoved(zone: try fields.zone("zone", zones))
    case "peer.claimed": return .peerClaimed
    case "tie.set":
      return .tied(
        organisation: try fields.id("organisation"), relations: try fields.words("relations"))
    case "contact.chosen":
      let isChosen = try fields.bool("chosen", default: false)
      let organisation: OrganisationID? = try fields.optionalID("organisation")
      return .contactChosen(isChosen ? IndependentContact(organisation: organisation) : nil)
    case "waiver.set":
      return .waived(
        try fields.word("waiver"), isWaived: try fields.bool("waived", default: false))
    case "story.told": return try story(&fields)
    case "limits.set":
      let (json, path) = try fields.required("limits")
      return .limitsSet(
        try PolicyNotation.ownLimits(from: json, at: path),
        refusesInTheRoom: try fields.bool("refusesInTheRoom", default: false),
        day: try fields.day("day"), recordedOn: try fields.day("recordedOn"))
    default: return try readMore(kind, &fields)
    }
  }

  private func readMore(_ kind: String, _ fields: inout Fields) throws(JSONFault) -> Happening {
    switch kind {
    case "consent.given": return .consented(try ConsentNotation.consent(inBody: &fields))
    case "consent.withdrawn":
      let (json, path) = try fields.required("scope")
      return .withdrew(
        day: try fields.day("day"), scope: try ConsentNotation.scope(from: json, at: path))
    case "pause.set":
      return .paused(
        Pause(from: try fields.day("from"), until: try fields.optionalDay("until")),
        keeping: try fields.ids("keeping"))
    case "pause.lifted": return .pauseLifted(day: try fields.day("day"))
    case "readiness.set": return .readinessSet(notBefore: try fields.optionalDay("notBefore"))
    case "told.elsewhere": return .toldElsewhere(day: try fields.day("day"))
    case "use.asked":
      return .asked(try EngagementNotation(zones: zones).engagement(&fields))
    case "use.recorded":
      var inner = try fields.object("engagement")
      return .recorded(
        try EngagementNotation(zones: zones).engagement(&inner),
        words: UseWords(eventName: try fields.optionalString("eventName")))
    case "use.heldBack": return .heldBack(try heldBack(&fields))
    case "use.answered":
      return .answered(
        try fields.id("engagement"), try fields.word("answer"), day: try fields.day("day"))
    case "use.completed":
      return .completed(
        try fields.id("engagement"), sessions: try sessions(&fields), day: try fields.day("day"))
    case "use.released":
      return .released(
        try fields.id("engagement"), sessions: try sessions(&fields), day: try fields.day("day"))
    default: return try readStep(kind, &fields)
    }
  }

  private func readStep(_ kind: String, _ fields: inout Fields) throws(JSONFault) -> Happening {
    if let step = try BookingNotation.step(kind, &fields, zones) { return .booking(step) }
    if let step = try AskingNotation.step(kind, &fields, zones) { return .asking(step) }
    if let step = try PlacingNotation.step(kind, &fields) { return .placing(step) }
    if let step = try OwingNotation.step(kind, &fields) { return .owing(step) }
    if let step = try WorkNotation.step(kind, &fields) { return .work(step) }
    if let step = try SupportNotation.step(kind, &fields) { return .support(step) }
    if let step = try RecordNotation.step(kind, &fields) { return .record(step) }
    throw .impossible(.root, why: "is of a kind that this version doesn't know")
  }

  private func story(_ fields: inout Fields) throws(JSONFault) -> Happening {
    var topics: [String: Openness] = [:]
    for (json, path) in try fields.optionalArray("topics") {
      var item = try Fields(json, at: path)
      let openness: Openness = try item.word("openness")
      // A topic whose words were erased can't be asked for any more.
      if let topic = try item.optionalString("topic") { topics[topic] = openness }
    }
    return .storyTold(
      try fields.id("story"), label: try fields.optionalString("label"),
      boundary: Boundary(topics: topics))
  }

  private func heldBack(_ fields: inout Fields) throws(JSONFault) -> HeldBackAsk {
    let (json, path) = try fields.required("request")
    var rules: [RuleCode] = []
    for name in try fields.strings("rules") {
      if let rule = RuleCode(code: name) { rules.append(rule) }
    }
    return HeldBackAsk(
      organisation: try fields.id("organisation"), day: try fields.day("day"),
      blockStarts: try fields.day("blockStarts"), rules: rules,
      request: try RequestNotation(zones: zones).request(from: json, at: path))
  }

  private func sessions(_ fields: inout Fields) throws(JSONFault) -> [Int] {
    var sessions: [Int] = []
    for (json, path) in try fields.array("sessions") {
      sessions.append(try json.int(at: path, in: 0...100_000))
    }
    return sessions
  }
}
