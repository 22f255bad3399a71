/// A policy or a peer's own limits as written: any part may be absent or null.
struct NaiveLimits: Decodable {
  var rest: Rest?
  var caps: [Cap]?
  var engagement: Engagement?
  var lifetime: Int?
  var load: Load?
  var asks: Asks?
  var notice: Notice?
  var session: Session?

  struct Rest: Decodable {
    var days: Int?
    var byChannel: [String: Int?]?
    var endedEarly: Int?
  }
  struct Cap: Decodable {
    var kind: String
    var atMost: Int?
    var days: Int
  }
  struct Engagement: Decodable {
    var tellings: Int?
    var tellingsPerDay: Int?
  }
  struct Load: Decodable {
    var halfLife: Double?
    var limit: Double?
    var weights: [String: Double?]?
  }
  struct Asks: Decodable {
    var atMost: Int?
    var perOrganisation: Int?
    var days: Int?
  }
  struct Notice: Decodable {
    var days: Int?
    var byChannel: [String: Int?]?
  }
  struct Session: Decodable { var longMinutes: Int? }
}

/// Limits with every value settled.
struct NaiveTerms {
  struct Cap {
    var kind: String
    var atMost: Int
    var days: Int
  }
  struct Load {
    var halfLife: Double
    var limit: Double
    var weights: [String: Double]
  }

  var restDays = 14
  var restByChannel = ["mediaInterview": 21, "hearing": 21]
  var restEndedEarly = 30
  var caps = [
    Cap(kind: "telling", atMost: 2, days: 30), Cap(kind: "telling", atMost: 3, days: 90),
    Cap(kind: "telling", atMost: 6, days: 180), Cap(kind: "telling", atMost: 10, days: 365),
    Cap(kind: "exposure", atMost: 12, days: 365),
  ]
  var tellings = 2
  var tellingsPerDay = 2
  var lifetime: Int?
  var load: Load?
  var asksAtMost = 4
  var asksPerOrganisation = 2
  var asksDays = 30
  var noticeDays = 7
  var noticeByChannel = ["hearing": 1]
  var longMinutes = 20

  /// The terms of a policy: a list or table that it writes is taken whole.
  static func policy(_ written: NaiveLimits?) -> NaiveTerms {
    guard let written else { return NaiveTerms() }
    var empty = NaiveTerms()
    if written.caps != nil { empty.caps = [] }
    if written.rest?.byChannel != nil { empty.restByChannel = [:] }
    if written.notice?.byChannel != nil { empty.noticeByChannel = [:] }
    return empty.replaced(by: written)
  }

  /// These terms with each leaf that the peer set put in place of the policy's.
  func replaced(by own: NaiveLimits?) -> NaiveTerms {
    guard let own else { return self }
    var terms = self
    if let days = own.rest?.days { terms.restDays = days }
    for (channel, days) in own.rest?.byChannel ?? [:] {
      if let days { terms.restByChannel[channel] = days }
    }
    if let days = own.rest?.endedEarly { terms.restEndedEarly = days }
    for cap in own.caps ?? [] {
      guard let atMost = cap.atMost else { continue }
      let same = terms.caps.firstIndex { $0.kind == cap.kind && $0.days == cap.days }
      if let same {
        terms.caps[same].atMost = atMost
      } else {
        terms.caps.append(Cap(kind: cap.kind, atMost: atMost, days: cap.days))
      }
    }
    if let count = own.engagement?.tellings { terms.tellings = count }
    if let count = own.engagement?.tellingsPerDay { terms.tellingsPerDay = count }
    if let count = own.lifetime { terms.lifetime = count }
    terms.load = Self.load(policy: terms.load, own: own.load)
    if let count = own.asks?.atMost { terms.asksAtMost = count }
    if let count = own.asks?.perOrganisation { terms.asksPerOrganisation = count }
    if let days = own.asks?.days { terms.asksDays = days }
    if let days = own.notice?.days { terms.noticeDays = days }
    for (channel, days) in own.notice?.byChannel ?? [:] {
      if let days { terms.noticeByChannel[channel] = days }
    }
    if let minutes = own.session?.longMinutes { terms.longMinutes = minutes }
    return terms
  }

  private static func load(policy: Load?, own: NaiveLimits.Load?) -> Load? {
    guard let own else { return policy }
    guard let halfLife = own.halfLife ?? policy?.halfLife, let limit = own.limit ?? policy?.limit
    else { return nil }
    var weights = policy?.weights ?? [:]
    for (channel, weight) in own.weights ?? [:] {
      if let weight { weights[channel] = weight }
    }
    return Load(halfLife: halfLife, limit: limit, weights: weights)
  }

  /// Days of rest that one telling over this channel asks for.
  func rest(channel: String) -> Int { max(restDays, restByChannel[channel] ?? 0) }

  /// Days of rest after a block in which a telling ended early.
  var longestRest: Int { max(restDays, restEndedEarly, restByChannel.values.max() ?? 0) }

  /// Days of notice that one session over this channel asks for.
  func notice(channel: String) -> Int { noticeByChannel[channel] ?? noticeDays }
}
