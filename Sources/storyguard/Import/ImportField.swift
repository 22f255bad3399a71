import ConsentRegistry

/// The fields that a spreadsheet of past uses may hold.
enum ImportField: String, CaseIterable, Sendable {
  case peer, organisation, day, event, start, kind, channel, purpose, audience, story, minutes, zone

  /// The names under which coordinators keep each field.
  static let names: [(field: ImportField, synonyms: [String])] = [
    (
      .peer,
      ["peer", "speaker", "name", "person", "storyteller", "who", "contributor", "presenter"]
    ),
    (
      .organisation,
      ["organisation", "organization", "org", "agency", "host", "for", "requested by"]
    ),
    (.day, ["day", "date", "when", "event date", "on"]),
    (.event, ["event", "event name", "occasion", "title"]),
    (.start, ["start", "time", "start time", "from", "at"]),
    (.kind, ["kind", "type", "kind of use", "type of use"]),
    (.channel, ["channel", "how", "format", "medium", "mode", "where"]),
    (.purpose, ["purpose", "what for", "why", "aim"]),
    (.audience, ["audience", "before whom", "to whom", "attendees"]),
    (.story, ["story", "which story"]),
    (.minutes, ["minutes", "length", "duration"]),
    (.zone, ["zone", "time zone", "timezone"]),
  ]

  /// Without these a row says too little.
  static let needed: [ImportField] = [.peer, .organisation, .day]
}

/// Everyday words for the registry's own, as spreadsheets have them.
enum EverydayWords {
  /// The kind of use that a cell names.
  static func kind(_ cell: String) -> UseKind? { look(cell, kinds) }
  /// The channel that a cell names.
  static func channel(_ cell: String) -> Channel? { look(cell, channels) }
  /// The purpose that a cell names.
  static func purpose(_ cell: String) -> Purpose? { look(cell, purposes) }
  /// The audience that a cell names.
  static func audience(_ cell: String) -> Audience? { look(cell, audiences) }

  private static let kinds: [UseKind: [String]] = [
    .telling: ["talk", "speech", "panel", "presentation", "live", "story", "told", "interview"],
    .exposure: ["repost", "post", "reuse", "quote", "photo", "article", "published", "broadcast"],
  ]

  private static let channels: [Channel: [String]] = [
    .inPerson: ["live", "on site", "onsite", "face to face", "stage", "room"],
    .onlineLive: ["online", "webinar", "zoom", "virtual", "remote", "video call"],
    .mediaInterview: ["interview", "press interview", "media", "press"],
    .hearing: ["testimony", "committee", "legislative hearing"],
    .video: ["film", "filmed", "recording", "recorded"],
    .audio: ["podcast", "sound"],
    .print: ["printed", "newsletter", "annual report", "leaflet", "brochure", "newspaper"],
    .web: ["website", "web page", "blog", "internet"],
    .social: ["social media", "facebook", "instagram", "post"],
    .broadcast: ["radio", "television", "tv"],
  ]

  private static let purposes: [Purpose: [String]] = [
    .training: ["train", "education of staff", "teaching"],
    .communityEducation: ["community", "awareness", "public education", "outreach"],
    .advocacy: ["campaign", "lobbying"],
    .policy: ["policy making", "legislation"],
    .fundraising: ["fund raising", "donations", "gala", "donor"],
    .media: ["press"],
    .recruitment: ["hiring", "recruiting"],
    .research: ["study"],
    .ai: ["ai training"],
  ]

  private static let audiences: [Audience: [String]] = [
    .peers: ["peer group"],
    .staff: ["team", "employees"],
    .students: ["pupils", "class"],
    .professionals: ["clinicians", "practitioners"],
    .decisionMakers: ["legislators", "council", "politicians", "board"],
    .donors: ["funders", "supporters"],
    .public: ["general public", "community", "everyone"],
    .press: ["journalists", "media"],
  ]

  private static func look<W: Word>(_ cell: String, _ table: [W: [String]]) -> W? {
    let wanted = folded(cell)
    if let word = W.allCases.first(where: { folded($0.code) == wanted }) { return word }
    return W.allCases.first { word in table[word, default: []].contains { folded($0) == wanted } }
  }

  /// Only letters, in lower case: "In person", "in-person" and "inPerson" are the same.
  private static func folded(_ text: String) -> String {
    String(text.lowercased().unicodeScalars.filter(\.properties.isAlphabetic))
  }
}
