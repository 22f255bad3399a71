import ConsentRegistry
import Notation

extension Commands {
  static let limits: [Command] = [
    Command(
      "limits", "set", summary: "set the peer's own limits, tighter or looser",
      discussion: """
        A peer's own value stands in place of the registry's. Tightening acts at once, loosening \
        7 days later. No organisation is told. Give a value up with TERM=policy.

        Terms are written as in the policy: rest.days, rest.byChannel.hearing, caps.telling.30 \
        (tellings in any 30 days), asks.atMost, notice.days. inTheRoom=refuse refuses to speak \
        where people the peer serves or is looked after by will be; inTheRoom=warn takes it back.
        """,
      arguments: [
        .peer, Argument("values", "TERM=VALUE, such as rest.days=21", count: .oneOrMore),
      ],
      examples: ["storyguard limits set maya rest.days=21 caps.telling.30=1"]
    ) { invocation, surroundings in
      var values: [(term: Term, value: Double?)] = []
      var refuses: Bool?
      for text in try invocation.arguments("values") {
        if text == "inTheRoom=refuse" || text == "inTheRoom=warn" {
          refuses = text == "inTheRoom=refuse"
        } else if let value = LimitLayout.ownValue(text) {
          values.append(value)
        } else {
          throw invocation.misuse(.illFormed("values", expected: LimitLayout.expected(text)))
        }
      }
      let peer = try invocation.peer()
      let loadIsWhole = try surroundings.atDesk { desk -> Bool in
        let record = try desk.recordForReading(of: peer)
        let today = desk.moment.today(in: record.zone)
        var limits = record.limits.latest
        for (term, value) in values { limits[term] = value }
        guard desk.policy(on: today).merged(with: limits).load.isWhole else { return false }
        let after = try desk.setLimits(values, refusesInTheRoom: refuses, by: peer)
        surroundings.show(
          LimitLayout.page(
            after, today: today, policies: desk.policies, reader: surroundings.actor.role))
        return true
      }
      guard loadIsWhole else {
        throw invocation.misuse(
          .illFormed("values", expected: "load.halfLife beside load.limit"))
      }
      return .done
    },
    Command(
      "limits", "show", summary: "show the limits in force for a peer",
      arguments: [.peer], examples: ["storyguard limits show maya --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      try surroundings.atDesk { desk in
        let record = try desk.recordForReading(of: peer)
        surroundings.show(
          LimitLayout.page(
            record, today: desk.moment.today(in: record.zone), policies: desk.policies,
            reader: surroundings.actor.role))
      }
      return .done
    },
    Command(
      "limits", "ready", summary: "set the day before which the peer isn't ready",
      arguments: [.peer],
      options: [
        .value("--not-before", "DAY", "that day, or `now` to take it back", required: true)
      ],
      examples: ["storyguard limits ready maya --not-before 2026-06-01"]
    ) { invocation, surroundings in
      let isTakenBack = try invocation.value("--not-before") == "now"
      let day: Day? =
        isTakenBack
        ? nil : try invocation.read("--not-before", as: "a day such as 2026-06-01") { Day($0) }
      let peer = try invocation.peer()
      try surroundings.atDesk { try $0.setReadiness(notBefore: day, by: peer) }
      surroundings.write(day.map { "Not before \($0.inWords).\n" } ?? "Taken back.\n")
      return .done
    },
    Command(
      "limits", "told-elsewhere", summary: "note for oneself a day on which one told it elsewhere",
      discussion:
        "It rests the peer like any telling. No report counts it, and nobody else reads it.",
      arguments: [.peer],
      options: [.value("--on", "DAY", "the day", required: true)],
      examples: ["storyguard limits told-elsewhere maya --on 2026-05-01 --as peer:maya"]
    ) { invocation, surroundings in
      let day = try invocation.read("--on", as: "a day such as 2026-05-01") { Day($0) }
      let peer = try invocation.peer()
      try surroundings.atDesk { try $0.noteToldElsewhere(on: day, by: peer) }
      surroundings.write("Noted. It rests you like any telling, and is shown to nobody else.\n")
      return .done
    },
  ]
}

/// How limits are read from what is typed, and shown.
enum LimitLayout {
  /// A term with a value, or with `policy` for giving one's own value up.
  static func ownValue(_ text: String) -> (term: Term, value: Double?)? {
    let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2, let term = Term.named(halves[0]), term.peerMay != .leaveIt
    else { return nil }
    if halves[1] == "policy" { return (term, nil) }
    guard let value = Double(halves[1]), term.range.contains(value),
      !term.isWhole || value == value.rounded()
    else { return nil }
    return (term, value)
  }

  /// What should have been typed in place of a term and value that don't fit.
  ///
  /// `rest.days=-3` gives "rest.days=N, with a whole number from 0 to 730, or rest.days=policy".
  static func expected(_ text: String) -> String {
    let name = text.split(separator: "=", maxSplits: 1).first.map(String.init) ?? ""
    if name == "inTheRoom" { return "inTheRoom=refuse or inTheRoom=warn" }
    guard let term = Term.named(name) else {
      return "a term and a value it may have, such as rest.days=21; `limits set --help` names terms"
    }
    guard term.peerMay != .leaveIt else {
      return "a term that a peer may set; \(term.path) is the registry's alone"
    }
    let number = term.isWhole ? "a whole number" : "a number"
    return "\(term.path)=N, with \(number) from \(Self.number(term.range.lowerBound)) to "
      + "\(Self.number(term.range.upperBound)), or \(term.path)=policy"
  }

  /// The terms that a peer has set, beside the registry's, and which are in force.
  static func page(
    _ record: PeerRecord, today: Day, policies: PolicyHistory, reader: Actor.Role
  ) -> Page {
    guard reader == .peer || reader == .supporter else {
      return Page(
        text: { _ in "Kept. A peer's own limits are their own choice, and are shown to them.\n" },
        json: { ["own": "the peer's own choice"] })
    }
    let policy = policies.binding(on: today)
    let latest = record.limits.latest
    let acting = record.limits.inForce(on: today, over: policy)
    let merged = policy.merged(with: acting)
    return Page(
      text: { terminal in
        let room =
          record.refusesInTheRoom(on: today)
          ? "inTheRoom: refuse. No asks where people you serve or are looked after by will be.\n"
          : ""
        guard !latest.isEmpty || !acting.isEmpty else {
          return room
            + "No limits of their own: the registry's stand. "
            + "`storyguard limits set \(record.peer) rest.days=21` sets one.\n"
        }
        var terms: [String: Term] = [:]
        for own in latest.values + acting.values { terms[own.term.path] = own.term }
        return TextTable(
          [
            .left("term"), .right("registry"), .right("own"), .right("in force today"),
            .left("own from"),
          ],
          rows: terms.sorted { $0.key < $1.key }.map { path, term in
            [
              path, number(term.value(in: policy)), number(latest[term]),
              number(term.value(in: merged)),
              record.limits.latestActs(for: term, from: today, over: policy)
                .map { $0 == today ? "now" : $0.inWords } ?? "",
            ]
          }
        ).text(on: terminal)
      },
      json: {
        [
          "own": PolicyNotation.json(latest), "inForceToday": PolicyNotation.json(acting),
          "inTheRoom": record.refusesInTheRoom(on: today) ? "refuse" : "warn",
        ]
      })
  }

  private static func number(_ value: Double?) -> String {
    guard let value else { return "–" }
    return value == value.rounded() ? String(Int(value)) : String(value)
  }
}
