package import ConsentRegistry

extension RequestNotation {
  /// A request as JSON; whatever people wrote themselves is marked as personal.
  package static func json(_ request: UseRequest) -> JSON {
    let words = request.words
    var members: [Member] = []
    func add(_ name: String, _ value: JSON?) {
      if let value, value != .null { members.append(Member(name: name, value: value)) }
    }
    add("peer", .id(request.peer))
    add("story", .id(request.story))
    add("organisation", .id(request.organisation))
    add("coordinator", .id(request.coordinator))
    add(
      "event",
      compact([
        "id": .id(request.event), "name": .personal(words.eventName),
        "place": .personal(words.place), "zone": .string(request.zone.id),
      ]))
    add("sessions", .array(request.sessions.map(session)))
    add("purpose", .optional(request.purpose?.code))
    add("topics", .array(request.topics.map { .personal($0) }))
    add("relations", .words(request.relations))
    add("inTheRoom", .bool(request.inTheRoom))
    add("aim", .personal(words.aim))
    add("noStoryConsidered", .personal(words.noStoryConsidered))
    add("as", .optional(request.capacity?.code))
    add(
      "support",
      compact([
        "person": .personal(words.supportPerson), "debriefOn": .day(request.support.debriefOn),
      ]))
    add(
      "offer",
      compact([
        "remuneration": .money(request.offer.remuneration),
        "reimbursement": .money(request.offer.reimbursement), "inKind": .personal(words.inKind),
        "unpaid": request.offer.unpaid ? true : .null,
        "preparation": .personal(words.preparation),
      ]))
    return .object(members)
  }

  private static func session(_ session: AskedSession) -> JSON {
    let terms: [(String, JSON)] = [
      ("purpose", .string(session.purpose.code)), ("audience", .string(session.audience.code)),
      ("attribution", .string(session.attribution.code)),
    ]
    let time: [(String, JSON)] =
      switch session.time {
      case .telling(let start, let minutes, let recorded):
        [
          ("start", .string(start.description)), ("minutes", .whole(minutes)),
          ("recorded", .bool(recorded)),
        ]
      case .exposure(let day, let use): [("day", .day(day)), ("of", .id(use))]
      }
    let kind: [(String, JSON)] = [
      ("kind", .string(session.kind.code)), ("channel", .string(session.channel.code)),
    ]
    return .object((kind + time + terms).map { Member(name: $0.0, value: $0.1) })
  }

  /// An object without its empty members.
  private static func compact(_ json: JSON) -> JSON {
    guard case .object(let members) = json else { return json }
    return .object(members.filter { $0.value != .null })
  }
}
