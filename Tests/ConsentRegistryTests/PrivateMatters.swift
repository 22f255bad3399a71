import ConsentRegistry
import Notation
import Seeded

/// Something private to a peer, of which an asker learns at most that they aren't available.
enum PrivateMatter: CaseIterable {
  case pause, readiness, toldElsewhere, telling, exposure, ask, quiet
  case ownRest, ownCap, ownBlock, ownLoad, ownLength, withdrawnElsewhere

  /// The same world with some of it, near the days asked for.
  func added(to made: MadeUpWorld, _ dice: inout SeededDice) throws -> MadeUpWorld {
    let first = made.block.first
    let near = first.adding(dice.int(-40...40))
    let story: StoryID? = StoryID("planted-story")
    func setting(_ limit: String..., to value: JSON) throws -> MadeUpWorld {
      try MadeUpWorld(made.json.changing(["standing", "limits"] + limit) { _ in value })
    }
    return switch self {
    case .pause:
      try made.adding(.pause(from: near, until: near.adding(dice.int(0...20))), to: "pauses")
    case .readiness:
      try made.changing("standing", "notBefore") { _ in .day(first.adding(dice.int(1...25))) }
    case .toldElsewhere: try made.adding(.day(near), to: "ownTellings")
    case .telling:
      try made.adding(
        .use(.telling, on: near, story: story ?? made.world.request.story, &dice),
        to: "engagements")
    case .exposure:
      try made.adding(
        .use(.exposure, on: near, story: story ?? made.world.request.story, &dice),
        to: "engagements")
    case .ask:
      try made.adding(
        [
          "organisation": "planted-house",
          "day": .day(made.world.today.adding(-dice.int(0...20))),
        ], to: "asks")
    case .quiet:
      try made.adding(
        [
          "organisation": .string(made.world.request.organisation.text),
          "until": .day(made.world.today.adding(dice.int(0...20))),
        ], to: "quiet")
    case .ownRest: try setting("rest", "days", to: .whole(dice.int(0...60)))
    case .ownCap:
      try setting(
        "caps", to: [["kind": "telling", "atMost": .whole(dice.int(0...1)), "days": 20]])
    case .ownBlock:
      // Where the policy's own value fails, that is told: then there is nothing private in it.
      made.fitsPolicysBlock
        ? try setting("engagement", "tellings", to: .whole(dice.int(0...1))) : made
    case .ownLoad:
      try setting(
        "load", to: ["halfLife": 20, "limit": .decimal(Double(dice.int(1...9)) / 4)])
    case .ownLength: try setting("session", "longMinutes", to: .whole(dice.int(0...90)))
    case .withdrawnElsewhere:
      try made.adding(
        .revocation(
          Revocation.Scope(organisation: OrganisationID("planted-house")), in: made.world),
        to: "revocations")
    }
  }

  /// A world in which this alone holds the request back, and nothing does from Monday 15 June on.
  ///
  /// Nothing where no later day would help, or where it holds nothing back.
  func holdingBack(_ sound: MadeUpWorld) throws -> MadeUpWorld? {
    func adding(_ item: JSON, to list: String) throws -> MadeUpWorld {
      try sound.adding(item, to: list)
    }
    func telling(_ day: String, _ channel: String = "inPerson") -> JSON {
      [
        "id": "e1", "story": "s2", "organisation": "planted-house",
        "sessions": [
          ["kind": "telling", "channel": .string(channel), "day": .string(day), "state": "held"]
        ],
      ]
    }
    switch self {
    case .pause: return try adding(["from": "2026-06-10", "until": "2026-06-12"], to: "pauses")
    case .readiness:
      return try sound.changing("standing", "notBefore") { _ in "2026-06-14" }
    // Rest of 14 days after 30 May: free from 14 June. A hearing rests 21: after 24 May, 15 June.
    case .toldElsewhere: return try adding("2026-05-30", to: "ownTellings")
    case .telling: return try adding(telling("2026-05-24", "hearing"), to: "engagements")
    // A rest of one's own of 30 days after 15 May: free from 15 June.
    case .ownRest:
      return try adding(telling("2026-05-15"), to: "engagements")
        .changing("standing", "limits", "rest", "days") { _ in 30 }
    // A cap of one's own of 1 in 25 days, after 20 May: free from 14 June.
    case .ownCap:
      return try adding(telling("2026-05-20"), to: "engagements")
        .changing("standing", "limits", "caps") { _ in
          [["kind": "telling", "atMost": 1, "days": 25]]
        }
    // With a half-life of 10 days the telling of 25 May weighs a quarter on 14 June.
    case .ownLoad:
      return try adding(telling("2026-05-25"), to: "engagements")
        .changing("standing", "limits", "load") { _ in ["halfLife": 10, "limit": .decimal(1.25)] }
    case .exposure, .ask, .quiet, .ownBlock, .ownLength, .withdrawnElsewhere: return nil
    }
  }

  /// A world in which all is in order: one telling asked for Friday 12 June 2026.
  static let soundWorld: JSON = [
    "today": "2026-05-27",
    "standing": [
      "zone": "UTC",
      "consents": [
        [
          "story": "s1", "purposes": ["training"], "channels": ["inPerson"],
          "audiences": ["students"], "organisations": ["o1"], "attribution": "firstName",
          "given": "2026-01-01", "from": "2026-01-01", "until": "2026-12-31",
        ]
      ],
    ],
    "request": [
      "story": "s1", "organisation": "o1", "event": ["zone": "UTC"],
      "sessions": [
        ["kind": "telling", "channel": "inPerson", "start": "2026-06-12T18:00", "minutes": 15]
      ],
      "purpose": "training", "audience": "students", "attribution": "firstName", "topics": [],
      "relations": [], "support": ["person": "somebody", "debriefOn": "2026-06-13"],
      "offer": ["unpaid": true],
    ],
  ]
}

extension MadeUpWorld {
  /// Whether the block as asked surely holds no more than the registry's policy allows anybody.
  fileprivate var fitsPolicysBlock: Bool {
    let limits = world.policy.engagement
    let tellings = world.request.sessions.filter { $0.kind == .telling }.count
    return tellings <= min(limits.tellings, limits.tellingsPerDay)
  }
}
