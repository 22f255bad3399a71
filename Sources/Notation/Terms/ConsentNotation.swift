package import ConsentRegistry

/// How consents, withdrawals and pauses are written, and read back strictly.
package enum ConsentNotation {
  /// Reads a consent with all that it grants.
  package static func consent(from json: JSON, at path: JSONPath) throws(JSONFault) -> Consent {
    var fields = try Fields(json, at: path)
    let consent = try consent(&fields)
    try fields.end()
    return consent
  }

  /// Reads a consent from the body of an entry, which may say that it is for one use alone.
  static func consent(inBody fields: inout Fields) throws(JSONFault) -> Consent {
    try consent(&fields, onlyFor: try fields.optionalID("onlyFor"))
  }

  /// A consent as the body of an entry, with the one use that it is for, if it is for one alone.
  package static func body(of consent: Consent) -> JSON {
    guard let use = consent.onlyFor, case .object(let sides) = json(consent) else {
      return json(consent)
    }
    return .object(sides + [Member(name: "onlyFor", value: .string(use.text))])
  }

  /// Reads the sides of a consent from an open object.
  private static func consent(
    _ fields: inout Fields, onlyFor use: EngagementID? = nil
  ) throws(JSONFault) -> Consent {
    Consent(
      id: try fields.optionalID("id"),
      story: try fields.id("story"),
      purposes: try fields.words("purposes"),
      channels: try fields.words("channels"),
      audiences: try fields.words("audiences"),
      organisations: try fields.ids("organisations"),
      attribution: try fields.word("attribution"),
      recording: try fields.bool("recording", default: false),
      reuse: try fields.bool("reuse", default: false),
      given: try fields.day("given"),
      from: try fields.day("from"),
      until: try fields.day("until"), onlyFor: use)
  }

  /// A consent as JSON.
  package static func json(_ consent: Consent) -> JSON {
    [
      "id": .id(consent.id), "story": .string(consent.story.text),
      "purposes": .words(consent.purposes), "channels": .words(consent.channels),
      "audiences": .words(consent.audiences),
      "organisations": .array(consent.organisations.map { .string($0.text) }),
      "attribution": .string(consent.attribution.code), "recording": .bool(consent.recording),
      "reuse": .bool(consent.reuse), "given": .day(consent.given), "from": .day(consent.from),
      "until": .day(consent.until),
    ]
  }

  /// Reads a withdrawal; a scope that names nothing is everything.
  package static func revocation(
    from json: JSON, at path: JSONPath
  ) throws(JSONFault) -> Revocation {
    var fields = try Fields(json, at: path)
    let day = try fields.day("day")
    let before = try fields.int("consentsBefore", in: 0...10_000_000)
    var scope = Revocation.Scope()
    if let (json, path) = fields.value("scope") { scope = try self.scope(from: json, at: path) }
    try fields.end()
    return Revocation(day: day, consentsBefore: before, scope: scope)
  }

  /// Reads what a withdrawal is about.
  package static func scope(
    from json: JSON, at path: JSONPath
  ) throws(JSONFault) -> Revocation.Scope {
    var fields = try Fields(json, at: path)
    let scope = Revocation.Scope(
      consent: try fields.optionalID("consent"), story: try fields.optionalID("story"),
      purpose: try fields.optionalWord("purpose"), channel: try fields.optionalWord("channel"),
      organisation: try fields.optionalID("organisation"))
    try fields.end()
    return scope
  }

  /// What a withdrawal is about, as JSON; only the sides that it names.
  package static func json(_ scope: Revocation.Scope) -> JSON {
    let sides: [(String, String?)] = [
      ("consent", scope.consent?.text), ("story", scope.story?.text),
      ("purpose", scope.purpose?.code), ("channel", scope.channel?.code),
      ("organisation", scope.organisation?.text),
    ]
    return .object(
      sides.compactMap { name, text in text.map { Member(name: name, value: .string($0)) } })
  }

  /// Reads a pause from its first to its last day, or open-ended.
  package static func pause(from json: JSON, at path: JSONPath) throws(JSONFault) -> Pause {
    var fields = try Fields(json, at: path)
    let pause = Pause(from: try fields.day("from"), until: try fields.optionalDay("until"))
    try fields.end()
    return pause
  }
}
