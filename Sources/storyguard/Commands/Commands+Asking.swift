import ConsentRegistry
import Notation

extension Commands {
  private static let attempt = Argument("number", "the number of what was held back")
  private static let organisation = Option.value(
    "--organisation", "ORGANISATION", "which organisation, by id", required: true)

  static let asking: [Command] = [
    Command(
      "ask", "list", summary: "list what was asked of a peer, and what was held back",
      discussion: """
        The peer reads all of it: what waits, what was held back for them, who looked, and why an \
        organisation is quiet. Others read what was asked, without any answer.
        """,
      arguments: [.peer], examples: ["storyguard ask list maya --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      try surroundings.atDesk { desk in
        let record = try desk.recordForReading(of: peer)
        let today = desk.moment.today(in: record.zone)
        let own = record.limits.inForce(on: today, over: desk.policy(on: today))
        surroundings.show(
          AskListLayout(
            record: record, today: today, policy: desk.policy(on: today).merged(with: own),
            isPeer: surroundings.actor.role == .peer
          ).page)
      }
      return .done
    },
    Command(
      "ask", "take-up", summary: "take up a request that was held back for the peer",
      discussion: """
        The peer starts it, so it is no ask and no quiet period stands in its way. All else is \
        decided anew, with what the peer has set aside for it. If nothing is against it, it is \
        booked at once.
        """,
      arguments: [.peer, attempt],
      options: [.value("--id", "ENGAGEMENT", "an id for the booking; otherwise one is made")],
      examples: ["storyguard ask take-up maya 1 --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let number = try invocation.attempt()
      let id: EngagementID? = try invocation.idIfGiven("--id")
      return try surroundings.atDesk { desk in
        switch try desk.takeUp(attempt: number, of: peer, as: id) {
        case .booked(let engagement):
          surroundings.show(AttemptLayout.booked(engagement))
          return .done
        case .denied(let decision):
          let isPeer = surroundings.actor.role == .peer
          let asked = try desk.recordForReading(of: peer).heldBack.dropFirst(number - 1).first
          surroundings.show(
            DecisionLayout.page(
              decision, toPeer: isPeer,
              next: isPeer
                ? asked.map { AttemptLayout.next(decision, $0.request, of: peer) } ?? [] : []))
          return .denied
        }
      }
    },
    Command(
      "ask", "set-aside", summary: "set a limit aside for one request, at the peer's own wish",
      discussion: """
        Only the peer may want this, for one request that was held back, from the day after. \
        Nobody asks for it, and no one who asks is told of it. Where the organisation is more to \
        the peer than a host, the peer's independent contact has to confirm it.
        """,
      arguments: [
        .peer, attempt,
        Argument(
          "rule", "a rule to set aside", count: .anyNumber,
          accepts: .oneOf(RuleCode.allCases.filter(\.allowsException).map(\.code))),
      ],
      options: [.flag("--none", "take back what was set aside")],
      examples: [
        "storyguard ask set-aside maya 1 rest.period --as peer:maya",
        "storyguard ask set-aside maya 1 --none --as peer:maya",
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let number = try invocation.attempt()
      let rules = try invocation.readAll("rule", as: "a rule such as rest.period") {
        RuleCode(code: $0)
      }
      guard try invocation.flag("--none") == rules.isEmpty else {
        throw invocation.misuse(.oneOf(["RULE", "--none"]))
      }
      try surroundings.atDesk { desk in
        let attempt = try desk.setAside(rules, forAttempt: number, of: peer)
        surroundings.show(AttemptLayout.setAside(attempt))
      }
      return .done
    },
    Command(
      "ask", "confirm", summary: "record the independent contact's word for what was set aside",
      discussion: "The custodian records it, once the contact has said so. The peer can't.",
      arguments: [.peer, attempt], examples: ["storyguard ask confirm maya 1"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let number = try invocation.attempt()
      try surroundings.atDesk { desk in
        let attempt = try desk.confirmSetAside(forAttempt: number, of: peer)
        surroundings.show(AttemptLayout.setAside(attempt))
      }
      return .done
    },
    Command(
      "ask", "first", summary: "let an organisation put first asks to the peer, or no longer",
      discussion: """
        A first ask is a request that no consent covers. If nothing else stands against it, the \
        peer sees it; whoever asks is told only that there is no consent, and hears of it only if \
        the peer says yes. That yes is for the one use alone.
        """,
      arguments: [.peer],
      options: [organisation, .flag("--stop", "take no more of them from that organisation")],
      examples: [
        "storyguard ask first maya --organisation riverside --as peer:maya",
        "storyguard ask first maya --organisation riverside --stop",
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let organisation: OrganisationID = try invocation.id("--organisation")
      let stops = try invocation.flag("--stop")
      let unknown = try surroundings.atDesk { desk in
        let unknown = try surroundings.unknown(
          among: [organisation], of: peer, at: desk, allowing: !stops)
        try desk.takeFirstAsks(!stops, from: organisation, by: peer)
        return unknown
      }
      surroundings.show(
        .noted(
          (stops
            ? "No first asks from \(organisation) any more.\n"
            : "First asks from \(organisation) are shown from now on, unless anything else stands "
              + "against them.\n") + unknown.map(\.inWords).joined()))
      return .done
    },
    Command(
      "ask", "outside", summary: "record that the peer was asked outside the registry",
      discussion: "It counts as an ask of its day: asks wear people out wherever they are made.",
      arguments: [.peer],
      options: [
        organisation, .value("--on", "DAY", "the day; otherwise today"),
        .value("--words", "TEXT", "what it was about, in the peer's words"),
      ],
      examples: ["storyguard ask outside maya --organisation riverside --on 2026-05-01"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      try surroundings.atDesk { desk in
        let record = try desk.recordForReading(of: peer)
        let day = try invocation.dayIfGiven("--on") ?? desk.moment.today(in: record.zone)
        try desk.recordAskOutside(
          by: try invocation.id("--organisation"), on: day,
          words: try invocation.valueIfGiven("--words"), of: peer)
        surroundings.show(.noted("Noted: asked on \(day.inWords), outside the registry.\n"))
      }
      return .done
    },
    Command(
      "ask", "quiet", summary: "keep an organisation quiet until a day, with no reason needed",
      arguments: [.peer],
      options: [
        organisation,
        .value(
          "--purpose", "PURPOSE", "only for this purpose; otherwise for all",
          accepts: .words(Purpose.self)),
        .value("--until", "DAY", "its last day", required: true),
      ],
      examples: ["storyguard ask quiet maya --organisation riverside --until 2026-06-30"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let organisation: OrganisationID = try invocation.id("--organisation")
      let until = try invocation.read("--until", as: "a day such as 2026-06-30") { Day($0) }
      let purpose: Purpose? = try invocation.wordIfGiven("--purpose")
      let unknown = try surroundings.atDesk { desk in
        let unknown = try surroundings.unknown(among: [organisation], of: peer, at: desk)
        try desk.chooseQuiet(for: organisation, purpose: purpose, until: until, by: peer)
        return unknown
      }
      surroundings.show(
        .noted(
          "No asks by \(organisation)\(purpose.map { " for \($0.code)" } ?? "") through "
            + "\(until.inWords).\n" + unknown.map(\.inWords).joined()))
      return .done
    },
    Command(
      "ask", "end-quiet", summary: "let an organisation ask again, at the peer's own wish",
      discussion: "Only the peer ends a quiet period early, whatever has started it.",
      arguments: [.peer], options: [organisation],
      examples: ["storyguard ask end-quiet maya --organisation riverside --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let organisation: OrganisationID = try invocation.id("--organisation")
      try surroundings.atDesk { try $0.endQuiet(for: organisation, by: peer) }
      surroundings.show(
        .noted("No quiet period keeps \(organisation) from asking any more.\n"))
      return .done
    },
  ]
}

extension Page {
  /// A thing noted, in a line or a few.
  static func noted(_ text: String) -> Page {
    Page(
      text: { _ in text },
      json: { ["noted": .string(text.split(separator: "\n").joined(separator: " "))] })
  }
}

extension Invocation {
  /// The number of what was held back.
  fileprivate func attempt() throws -> Int {
    try read("number", as: "a number such as 1") { Int($0).flatMap { $0 > 0 ? $0 : nil } }
  }
}
