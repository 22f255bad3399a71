extension GeneratorDraft {
  /// The world on one line.
  func line(version: Int) -> String {
    var fields: [(String, GeneratorJSON)] = [("today", .day(today))]
    if let horizon { fields.append(("horizon", .int(horizon))) }
    if writesPolicy { fields.append(("policy", policy.json(version: version))) }
    fields.append(("standing", standingJSON))
    fields.append(("request", requestJSON))
    return GeneratorJSON.object(fields).line
  }

  private var standingJSON: GeneratorJSON {
    var fields: [(String, GeneratorJSON)] = [("zone", .text(home))]
    func add(_ name: String, _ values: [GeneratorJSON]) {
      if !values.isEmpty { fields.append((name, .list(values))) }
    }
    fields.append(
      (
        "topics",
        .object(topics.map { ($0.story, .object($0.listed.map { ($0.0, .text($0.1)) })) })
      ))
    add("consents", consents.map(\.json))
    add("revocations", revocations.map(\.json))
    add(
      "pauses",
      pauses.map {
        .object([("from", .day($0.from)), ("until", $0.until.map { .day($0) } ?? .null)])
      })
    fields.append(("notBefore", notBefore.map { .day($0) } ?? .null))
    if let limits { fields.append(("limits", limits.json)) }
    if !ties.isEmpty {
      fields.append(("ties", .object(ties.map { ($0.0, .texts($0.1)) })))
    }
    if let contact {
      fields.append(("independentContact", .object([("organisation", .text(contact))])))
    }
    add("waives", waives.map { .text($0) })
    add(
      "engagements",
      engagements.enumerated().map { index, engagement in
        .object([
          ("id", .text("e\(index + 1)")), ("story", .text(engagement.story)),
          ("organisation", .text(engagement.organisation)),
          ("purpose", .text(engagement.purpose)),
          ("sessions", .list(engagement.sessions.map(\.bookedJSON))),
        ])
      })
    add(
      "asks",
      asks.map { .object([("organisation", .text($0.organisation)), ("day", .day($0.day))]) })
    add(
      "quiet",
      quiet.map { quiet in
        var fields: [(String, GeneratorJSON)] = [("organisation", .text(quiet.organisation))]
        if let purpose = quiet.purpose { fields.append(("purpose", .text(purpose))) }
        return .object(fields + [("until", .day(quiet.until))])
      })
    add("careOverdue", careOverdue.map { .text($0) })
    add("payOverdue", payOverdue.map { .text($0) })
    add("released", released.map { .text($0) })
    add("ownTellings", ownTellings.map { .day($0) })
    add("exceptions", exceptions.map { .text($0) })
    return .object(fields)
  }

  private var requestJSON: GeneratorJSON {
    var fields: [(String, GeneratorJSON)] = [
      ("story", .text(story)), ("organisation", .text(organisation)), ("coordinator", .text("c1")),
      (
        "event",
        .object([
          ("name", .text("An evening")), ("place", .text("The hall")), ("zone", .text(zone)),
        ])
      ),
      ("sessions", .list(sessions.map(\.askedJSON))), ("purpose", .text(purpose)),
      ("audience", .text(audience)), ("attribution", .text(attribution)),
      ("topics", .texts(requestTopics)), ("relations", .texts(relations)),
      ("inTheRoom", .bool(inTheRoom)), ("aim", .text("to learn")),
      ("noStoryConsidered", .text("yes")), ("as", .text("contributor")),
    ]
    if let support { fields.append(("support", .object(support))) }
    if let offer { fields.append(("offer", .object(offer))) }
    return .object(fields)
  }
}

extension GeneratorDraft.Session {
  private var when: [(String, GeneratorJSON)] {
    if kind == "exposure" { return [("day", .day(wall.day)), ("of", .text(of))] }
    let clock =
      NaiveCalendar.twoDigits(wall.minute / 60) + ":" + NaiveCalendar.twoDigits(wall.minute % 60)
    return [("start", .text(NaiveCalendar.name(of: wall.day) + "T" + clock))]
  }

  var bookedJSON: GeneratorJSON {
    var fields: [(String, GeneratorJSON)] = [("kind", .text(kind)), ("channel", .text(channel))]
    fields += when
    if kind == "telling" { fields += [("zone", .text(zone)), ("minutes", .int(minutes))] }
    return .object(fields + [("state", .text(state))])
  }

  var askedJSON: GeneratorJSON {
    var fields: [(String, GeneratorJSON)] = [("kind", .text(kind)), ("channel", .text(channel))]
    fields += when
    if kind == "telling" {
      fields.append(("minutes", .int(minutes)))
      if recorded || writesRecorded { fields.append(("recorded", .bool(recorded))) }
    }
    if let purpose { fields.append(("purpose", .text(purpose))) }
    if let audience { fields.append(("audience", .text(audience))) }
    if let attribution { fields.append(("attribution", .text(attribution))) }
    return .object(fields)
  }
}

extension GeneratorDraft.Consent {
  var json: GeneratorJSON {
    var fields: [(String, GeneratorJSON)] = []
    if let id { fields.append(("id", .text(id))) }
    return .object(
      fields + [
        ("story", .text(story)), ("purposes", .texts(purposes)), ("channels", .texts(channels)),
        ("audiences", .texts(audiences)), ("organisations", .texts(organisations)),
        ("attribution", .text(attribution)), ("recording", .bool(recording)),
        ("reuse", .bool(reuse)), ("given", .day(given)), ("from", .day(from)),
        ("until", .day(until)),
      ])
  }
}

extension GeneratorDraft.Revocation {
  var json: GeneratorJSON {
    var fields: [(String, GeneratorJSON)] = [
      ("day", .day(day)), ("consentsBefore", .int(consentsBefore)),
    ]
    if writesScope { fields.append(("scope", .object(scope.map { ($0.0, .text($0.1)) }))) }
    return .object(fields)
  }
}
