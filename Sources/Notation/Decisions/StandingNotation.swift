import ConsentRegistry

/// How a standing is read from a world.
struct StandingNotation {
  let zones: ZoneFinder
  let policy: Policy

  func standing(from json: JSON, at path: JSONPath) throws(JSONFault) -> Standing {
    var fields = try Fields(json, at: path)
    let home = try fields.zone("zone", zones)
    let limits = try limits(in: &fields)
    let standing = Standing(
      zone: home,
      boundaries: try boundaries(in: &fields),
      consents: try list("consents", in: &fields, ConsentNotation.consent),
      revocations: try list("revocations", in: &fields, ConsentNotation.revocation),
      pauses: try list("pauses", in: &fields, ConsentNotation.pause),
      notBefore: try fields.optionalDay("notBefore"),
      limits: limits.limits,
      ties: try ties(in: &fields),
      independentContact: try contact(in: &fields),
      waives: try fields.words("waives"),
      engagements: try engagements(in: &fields, home: home),
      asks: try list("asks", in: &fields, ask),
      quiet: try list("quiet", in: &fields, quiet),
      careOverdue: Set(try fields.ids("careOverdue")),
      payOverdue: Set(try fields.ids("payOverdue")),
      released: Set(try fields.ids("released")),
      ownTellings: try days("ownTellings", in: &fields),
      exceptions: try exceptions(in: &fields),
      refusesInTheRoom: limits.refusesInTheRoom)
    try fields.end()
    return standing
  }

  private func list<Item>(
    _ name: String, in fields: inout Fields,
    _ read: (JSON, JSONPath) throws(JSONFault) -> Item
  ) throws(JSONFault) -> [Item] {
    var items: [Item] = []
    for (json, path) in try fields.optionalArray(name) { items.append(try read(json, path)) }
    return items
  }

  /// Own limits; `"inTheRoom":"refuse"` among them makes that warning a refusal.
  private func limits(
    in fields: inout Fields
  ) throws(JSONFault) -> (limits: Limits, refusesInTheRoom: Bool) {
    guard let (json, path) = fields.value("limits") else { return (Limits(), false) }
    guard case .object(var members) = json else {
      throw .wrongKind(path, expected: .object)
    }
    let room = members.first { $0.name == "inTheRoom" }?.value
    members.removeAll { $0.name == "inTheRoom" }
    if let room, room != "refuse", room != .null {
      throw .impossible(path.member("inTheRoom"), why: "may only be `refuse`")
    }
    return (
      try PolicyNotation.limits(from: .object(members), at: path, over: policy), room == "refuse"
    )
  }

  private func boundaries(in fields: inout Fields) throws(JSONFault) -> [StoryID: Boundary] {
    var boundaries: [StoryID: Boundary] = [:]
    for (name, json, path) in try fields.entries("topics") {
      guard let story = StoryID(name) else {
        throw .impossible(path, why: "must be named by an id of 1 to 100 characters")
      }
      var topics: [String: Openness] = [:]
      for (topic, json, path) in try json.entries(at: path) {
        topics[topic] = try json.word(at: path)
      }
      boundaries[story] = Boundary(topics: topics)
    }
    return boundaries
  }

  private func ties(
    in fields: inout Fields
  ) throws(JSONFault) -> [OrganisationID: Choices<Relation>] {
    var ties: [OrganisationID: Choices<Relation>] = [:]
    for (name, json, path) in try fields.entries("ties") {
      guard let organisation = OrganisationID(name) else {
        throw .impossible(path, why: "must be named by an id of 1 to 100 characters")
      }
      var relations = Choices<Relation>()
      for (json, path) in try json.array(at: path) { relations.insert(try json.word(at: path)) }
      ties[organisation] = relations
    }
    return ties
  }

  private func contact(in fields: inout Fields) throws(JSONFault) -> IndependentContact? {
    guard var contact = try fields.optionalObject("independentContact") else { return nil }
    let organisation: OrganisationID? = try contact.optionalID("organisation")
    try contact.end()
    return IndependentContact(organisation: organisation)
  }

  private func engagements(
    in fields: inout Fields, home: Zone
  ) throws(JSONFault) -> [Engagement] {
    var engagements: [Engagement] = []
    for (json, path) in try fields.optionalArray("engagements") {
      var item = try Fields(json, at: path)
      let id: EngagementID = try item.id("id")
      var sessions: [Engagement.Session] = []
      for (json, path) in try item.array("sessions") {
        sessions.append(try session(from: json, at: path, home: home))
      }
      engagements.append(
        Engagement(
          id: id, story: try item.id("story"), organisation: try item.id("organisation"),
          purpose: try item.optionalWord("purpose"), sessions: sessions))
      try item.end()
    }
    return engagements
  }

  /// A session of an engagement: by its start, or, as an exposure or an imported use, by its day.
  private func session(
    from json: JSON, at path: JSONPath, home: Zone
  ) throws(JSONFault) -> Engagement.Session {
    var fields = try Fields(json, at: path)
    let kind: UseKind = try fields.word("kind")
    let channel: Channel = try fields.word("channel")
    let state: SessionState = try fields.word("state")
    let minutes = try fields.optionalInt("minutes", in: 0...100_000) ?? 0
    // Facts of a past session that no rule on a new request looks at.
    let _: Purpose? = try fields.optionalWord("purpose")
    let _: Audience? = try fields.optionalWord("audience")
    let _: Attribution? = try fields.optionalWord("attribution")
    let _: UseID? = try fields.optionalID("of")
    _ = try fields.optionalBool("recorded")
    let zone = fields.value("zone") == nil ? home : try fields.zone("zone", zones)
    let session: Engagement.Session
    if kind == .telling, fields.value("start") != nil {
      session = Engagement.Session(
        channel: channel, start: try fields.localTime("start"), zone: zone, minutes: minutes,
        home: home, state: state)
    } else {
      let day = try fields.day("day")
      session = Engagement.Session(
        kind: kind, channel: channel, first: day, last: day, state: state)
    }
    try fields.end()
    return session
  }

  private func ask(from json: JSON, at path: JSONPath) throws(JSONFault) -> Ask {
    var fields = try Fields(json, at: path)
    let ask = Ask(organisation: try fields.id("organisation"), day: try fields.day("day"))
    try fields.end()
    return ask
  }

  private func quiet(from json: JSON, at path: JSONPath) throws(JSONFault) -> QuietPeriod {
    var fields = try Fields(json, at: path)
    let quiet = QuietPeriod(
      organisation: try fields.id("organisation"), purpose: try fields.optionalWord("purpose"),
      from: try fields.optionalDay("from"), until: try fields.day("until"))
    try fields.end()
    return quiet
  }

  private func days(_ name: String, in fields: inout Fields) throws(JSONFault) -> [Day] {
    var days: [Day] = []
    for (json, path) in try fields.optionalArray(name) {
      guard let day = Day(try json.string(at: path)) else {
        throw .impossible(path, why: "must be a day that exists, such as 2026-05-01")
      }
      days.append(day)
    }
    return days
  }

  /// The rules set aside; `cap.*` stands for all three caps.
  private func exceptions(in fields: inout Fields) throws(JSONFault) -> Set<RuleCode> {
    var rules: Set<RuleCode> = []
    for (json, path) in try fields.optionalArray("exceptions") {
      let name = try json.string(at: path)
      if name == "cap.*" {
        rules.formUnion([.capRolling, .capEngagement, .capLifetime])
      } else if let rule = RuleCode(code: name), rule.allowsException {
        rules.insert(rule)
      } else {
        throw .impossible(path, why: "isn't a rule that a peer may set aside")
      }
    }
    return rules
  }
}
