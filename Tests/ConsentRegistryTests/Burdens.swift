import ConsentRegistry
import Notation
import Seeded

/// One more thing that speaks against a request.
enum Burden: CaseIterable {
  case revocation, pause, telling, exposure, toldElsewhere, ask, longerRest, lowerCap

  /// The same world with one more of it.
  func added(to made: MadeUpWorld, _ dice: inout SeededDice) throws -> MadeUpWorld {
    let world = made.world
    let near = made.block.first.adding(dice.int(-60...60))
    switch self {
    case .revocation:
      let session = world.request.sessions[0]
      let scope = Revocation.Scope(
        story: dice.int(0...1) == 0 ? world.request.story : nil,
        purpose: dice.int(0...1) == 0 ? session.purpose : nil,
        channel: dice.int(0...1) == 0 ? session.channel : nil)
      return try made.adding(.revocation(scope, in: world), to: "revocations")
    case .pause:
      let until = dice.int(0...4) == 0 ? nil : near.adding(dice.int(0...20))
      return try made.adding(.pause(from: near, until: until), to: "pauses")
    case .telling:
      let past = world.today.adding(-dice.int(0...60))
      return try made.adding(
        .use(.telling, on: past, story: world.request.story, &dice), to: "engagements")
    case .exposure:
      let past = world.today.adding(-dice.int(0...300))
      return try made.adding(
        .use(.exposure, on: past, story: world.request.story, &dice), to: "engagements")
    case .toldElsewhere:
      return try made.adding(.day(world.today.adding(-dice.int(0...40))), to: "ownTellings")
    case .ask:
      let day = world.today.adding(-dice.int(0...30))
      return try made.adding(
        ["organisation": .string(world.request.organisation.text), "day": .day(day)], to: "asks")
    case .longerRest:
      let more = dice.int(1...20)
      return try made.changingTerms { name, value in
        guard name == "rest" else { return value }
        return .object(
          value.members.map { Member(name: $0.name, value: $0.value.adding(more)) })
      }
    case .lowerCap:
      return try made.changingTerms { name, value in
        switch name {
        case "caps":
          .array(value.items.map { $0.changing(["atMost"]) { $0.adding(-1) } })
        case "engagement":
          .object(value.members.map { Member(name: $0.name, value: $0.value.adding(-1)) })
        default: value
        }
      }
    }
  }
}

extension MadeUpWorld {
  /// The world with terms changed, in the registry's policy and in the peer's own limits alike.
  fileprivate func changingTerms(_ change: (String, JSON) -> JSON) throws -> MadeUpWorld {
    let policy = PolicyNotation.json(world.policy)
    func changed(_ terms: JSON) -> JSON {
      .object(
        terms.members.map { Member(name: $0.name, value: change($0.name, $0.value)) })
    }
    var json = json.changing(["policy"]) { _ in changed(policy) }
    if json["standing"]?["limits"] != nil {
      json = json.changing(["standing", "limits"], changed)
    }
    return try MadeUpWorld(json)
  }
}

extension JSON {
  /// A withdrawal lodged today, after all consents.
  static func revocation(_ scope: Revocation.Scope, in world: World) -> JSON {
    [
      "day": .day(world.today), "consentsBefore": .whole(world.standing.consents.count),
      "scope": ConsentNotation.json(scope),
    ]
  }

  /// A pause with its days.
  static func pause(from: Day, until: Day?) -> JSON {
    ["from": .day(from), "until": .day(until)]
  }

  /// An engagement of one counting use by another organisation.
  static func use(
    _ kind: UseKind, on day: Day, story: StoryID, _ dice: inout SeededDice
  ) -> JSON {
    let channels = kind == .telling ? Channel.tellings : Channel.exposures
    let states: [SessionState] = [.held, .confirmed, .completed]
    return [
      "id": "planted-\(day)", "story": .string(story.text), "organisation": "planted-house",
      "sessions": [
        [
          "kind": .string(kind.code), "day": .day(day),
          "channel": .string(channels[dice.int(0...channels.count - 1)].code),
          "state": .string(states[dice.int(0...2)].code),
        ]
      ],
    ]
  }

  /// A number, or the numbers of an object, with so much added, and never below 0.
  fileprivate func adding(_ more: Int) -> JSON {
    switch self {
    case .number: .whole(max(0, int + more))
    case .object(let members):
      .object(members.map { Member(name: $0.name, value: $0.value.adding(more)) })
    default: self
    }
  }
}
