package import ConsentRegistry

/// How a request is written, and read back strictly: what is asked of a peer, with all its terms.
package struct RequestNotation {
  private let zones: ZoneFinder

  /// Reads requests with the edge's knowledge of zones.
  package init(zones: @escaping ZoneFinder) { self.zones = zones }

  /// What the request, where a session doesn't say otherwise, asks for.
  private struct Defaults {
    let purpose: Purpose?
    let audience: Audience?
    let attribution: Attribution?
  }

  /// Reads a request; an unknown, double, missing or impossible key is refused with its path.
  package func request(from json: JSON, at path: JSONPath = .root) throws(JSONFault) -> UseRequest {
    var fields = try Fields(json, at: path)
    let peer: PeerID? = try fields.optionalID("peer")
    let event = try event(in: &fields)
    let defaults = Defaults(
      purpose: try fields.optionalWord("purpose"), audience: try fields.optionalWord("audience"),
      attribution: try fields.optionalWord("attribution"))
    let sessions = try sessions(in: &fields, defaults)
    let (support, supportPerson) = try support(in: &fields)
    let (offer, preparation, inKind) = try offer(in: &fields)
    let request = UseRequest(
      peer: peer,
      story: try fields.id("story"),
      organisation: try fields.id("organisation"),
      coordinator: try fields.optionalID("coordinator"),
      event: event.id,
      zone: event.zone,
      sessions: sessions,
      purpose: defaults.purpose,
      topics: try fields.strings("topics"),
      relations: try fields.words("relations"),
      inTheRoom: try fields.bool("inTheRoom", default: false),
      support: support,
      offer: offer,
      capacity: try fields.optionalWord("as"),
      words: RequestWords(
        eventName: event.name, place: event.place, aim: try fields.optionalString("aim"),
        noStoryConsidered: try fields.optionalString("noStoryConsidered"),
        supportPerson: supportPerson, preparation: preparation, inKind: inKind))
    try fields.end()
    return request
  }

  private func event(
    in fields: inout Fields
  ) throws(JSONFault) -> (id: EventID?, zone: Zone, name: String?, place: String?) {
    var event = try fields.object("event")
    let id: EventID? = try event.optionalID("id")
    let zone = try event.zone("zone", zones)
    let name = try event.optionalString("name")
    let place = try event.optionalString("place")
    try event.end()
    return (id, zone, name, place)
  }

  private func sessions(
    in fields: inout Fields, _ defaults: Defaults
  ) throws(JSONFault) -> [AskedSession] {
    var sessions: [AskedSession] = []
    for (json, path) in try fields.array("sessions") {
      sessions.append(try session(from: json, at: path, defaults))
    }
    guard !sessions.isEmpty else {
      throw fields.impossible("sessions", "must hold at least one session")
    }
    return sessions
  }

  private func session(
    from json: JSON, at path: JSONPath, _ defaults: Defaults
  ) throws(JSONFault) -> AskedSession {
    var fields = try Fields(json, at: path)
    let kind: UseKind = try fields.word("kind")
    let channel: Channel = try fields.word("channel")
    let time: AskedSession.Time
    switch kind {
    case .telling:
      guard Channel.tellings.contains(channel) else {
        throw fields.impossible("channel", "is not a channel of a telling")
      }
      time = .telling(
        start: try fields.localTime("start"),
        minutes: try fields.int("minutes", in: 0...100_000),
        recorded: try fields.bool("recorded", default: false))
    case .exposure:
      guard Channel.exposures.contains(channel) else {
        throw fields.impossible("channel", "is not a channel of an exposure")
      }
      time = .exposure(day: try fields.day("day"), of: try fields.optionalID("of"))
    }
    let purpose: Purpose? = try fields.optionalWord("purpose") ?? defaults.purpose
    let audience: Audience? = try fields.optionalWord("audience") ?? defaults.audience
    let attribution: Attribution? = try fields.optionalWord("attribution") ?? defaults.attribution
    guard let purpose else { throw .missing(path.member("purpose")) }
    guard let audience else { throw .missing(path.member("audience")) }
    guard let attribution else { throw .missing(path.member("attribution")) }
    try fields.end()
    return AskedSession(
      time: time, channel: channel, purpose: purpose, audience: audience,
      attribution: attribution)
  }

  private func support(
    in fields: inout Fields
  ) throws(JSONFault) -> (Support, person: String?) {
    guard var support = try fields.optionalObject("support") else {
      return (Support(hasPerson: false, debriefOn: nil), nil)
    }
    let person = try support.optionalString("person")
    let debrief = try support.optionalDay("debriefOn")
    try support.end()
    let isNamed = person?.contains { !$0.isWhitespace } ?? false
    return (Support(hasPerson: isNamed, debriefOn: debrief), isNamed ? person : nil)
  }

  private func offer(
    in fields: inout Fields
  ) throws(JSONFault) -> (Offer, preparation: String?, inKind: String?) {
    guard var offer = try fields.optionalObject("offer") else { return (Offer(), nil, nil) }
    let inKind = try offer.optionalString("inKind")
    let read = Offer(
      remuneration: try offer.optionalMoney("remuneration"),
      reimbursement: try offer.optionalMoney("reimbursement"),
      inKind: inKind?.contains { !$0.isWhitespace } ?? false,
      unpaid: try offer.bool("unpaid", default: false))
    let preparation = try offer.optionalString("preparation")
    guard !(read.unpaid && read.remuneration != nil) else {
      throw offer.impossible("unpaid", "is said beside pay; leave one of them out")
    }
    try offer.end()
    return (read, preparation, inKind)
  }
}
