import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  private static let consentScope: [Option] = [
    .value("--consent", "CONSENT", "only what rests on this consent"),
    .value("--story", "STORY", "only this story"),
    .value("--purpose", "PURPOSE", "only this purpose", accepts: .words(Purpose.self)),
    .value("--channel", "CHANNEL", "only this channel", accepts: .words(Channel.self)),
    .value("--organisation", "ORGANISATION", "only this organisation"),
  ]

  static let consents: [Command] = [
    Command(
      "consent", "grant", summary: "record a consent that the peer has given",
      discussion: """
        A consent makes a story askable; each use still needs the peer's own answer. What isn't \
        listed isn't granted. Every consent ends; its last day counts.
        """,
      arguments: [.peer, Argument("story", "the story's id")],
      options: [
        .list("--organisation", "ORGANISATION", "who may ask, by id", required: true),
        .list(
          "--purpose", "PURPOSE", "what for", accepts: .words(Purpose.self), required: true),
        .list(
          "--channel", "CHANNEL", "which ways of reaching people", accepts: .words(Channel.self),
          required: true),
        .list(
          "--audience", "AUDIENCE", "before whom", accepts: .words(Audience.self), required: true),
        .value(
          "--attribution", "HOW", "the most that may be said of who it is",
          accepts: .words(Attribution.self), required: true),
        .flag("--recording", "a telling may be recorded"),
        .flag("--reuse", "a recording or text may be used again"),
        .value("--given", "DAY", "the day it was given; otherwise today"),
        .value("--from", "DAY", "its first day; otherwise the day it was given"),
        .value("--until", "DAY", "its last day", required: true),
        .value("--id", "CONSENT", "an id for it; otherwise one is made"),
        .witness,
      ],
      examples: [
        """
        storyguard consent grant maya finding-home --organisation riverside --purpose training \
        --channel inPerson --audience students --attribution firstName --until 2027-04-30
        """
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      try surroundings.atDesk { desk in
        let record = try desk.recordForReading(of: peer)
        let given =
          try invocation.dayIfGiven("--given") ?? desk.moment.today(in: record.zone)
        let consent = Consent(
          id: try invocation.idIfGiven("--id") ?? ConsentID(Surroundings.newID()),
          story: try invocation.id("story"),
          purposes: try invocation.words("--purpose"), channels: try invocation.words("--channel"),
          audiences: try invocation.words("--audience"),
          organisations: try invocation.readAll(
            "--organisation", as: "an organisation's id", Invocation.plainID),
          attribution: try invocation.wordIfGiven("--attribution") ?? .notNamed,
          recording: try invocation.flag("--recording"), reuse: try invocation.flag("--reuse"),
          given: given, from: try invocation.dayIfGiven("--from") ?? given,
          until: try invocation.read("--until", as: "a day such as 2027-04-30") { Day($0) })
        let unknown = try surroundings.unknown(
          among: consent.organisations, of: peer, at: desk, allowing: true)
        try desk.witnessed(by: invocation.idIfGiven("--witness")).grant(consent, by: peer)
        surroundings.write(
          "Consent \(consent.id?.text ?? "") is recorded, until \(consent.until.inWords).\n"
            + unknown.map(\.inWords).joined())
      }
      return .done
    },
    Command(
      "consent", "revoke", summary: "record that the peer withdraws, in whole or in part",
      discussion: """
        Acts at once. What is booked and no longer covered is let go; what is out there and rests \
        on it must come down. No reason is asked for, and none is kept. --dry-run shows it all and \
        changes nothing.
        """,
      arguments: [.peer],
      options: consentScope + [
        .flag("--everything", "withdraw everything"),
        .flag("--dry-run", "show what would happen, and change nothing"),
      ],
      examples: [
        "storyguard consent revoke maya --purpose fundraising",
        "storyguard consent revoke maya --everything --dry-run",
      ]
    ) { invocation, surroundings in
      let scope = Revocation.Scope(
        consent: try invocation.idIfGiven("--consent"), story: try invocation.idIfGiven("--story"),
        purpose: try invocation.wordIfGiven("--purpose"),
        channel: try invocation.wordIfGiven("--channel"),
        organisation: try invocation.idIfGiven("--organisation"))
      let isEverything = try invocation.flag("--everything")
      guard isEverything == (scope == Revocation.Scope()) else {
        throw invocation.misuse(.oneOf(consentScope.map(\.name) + ["--everything"]))
      }
      let peer = try invocation.peer()
      let isDryRun = try invocation.flag("--dry-run")
      let desk = try surroundings.desk(surroundings.ledger(isDryRun ? .readOnly : .readWrite))
      let unknown = try surroundings.unknown(
        among: [scope.organisation].compactMap { $0 }, of: peer, at: desk)
      let withdrawal =
        try isDryRun
        ? desk.withdrawal(ofWhatMatches: scope, by: peer) : desk.withdraw(scope, by: peer)
      surroundings.show(
        WithdrawalLayout(
          withdrawal: withdrawal, peer: peer, isPeer: surroundings.actor.role == .peer,
          isDryRun: isDryRun, unknown: unknown
        ).page)
      return .done
    },
    Command(
      "consent", "list", summary: "list a peer's consents and withdrawals",
      arguments: [.peer], examples: ["storyguard consent list maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      try surroundings.atDesk { desk in
        let record = try desk.recordForReading(of: peer)
        surroundings.show(
          ConsentLayout.list(record, today: desk.moment.today(in: record.zone)))
      }
      return .done
    },
  ]
}

extension LetGo {
  /// What was released, in a line; nothing if nothing was.
  func inWords(because reason: String) -> String {
    let ids = engagements.map(\.text).joined(separator: ", ")
    return ids.isEmpty ? "" : "Released, as \(reason): \(ids).\n"
  }
}

/// How a peer's consents are listed.
enum ConsentLayout {
  static func list(_ record: PeerRecord, today: Day) -> Page {
    Page(
      text: { terminal in
        guard !record.consents.isEmpty else {
          return "No consent yet. `storyguard consent grant \(record.peer) STORY …` records one.\n"
        }
        let table = TextTable(
          [.left("consent"), .left("story"), .left("standing"), .left("what is granted")],
          rows: record.consents.enumerated().map { place, consent in
            [
              consent.id?.text ?? "", consent.story.text,
              standing(consent, at: place, of: record, today: today), granted(consent),
            ]
          }
        ).text(on: terminal)
        let withdrawals = record.revocations.map { revocation in
          "Withdrawn on \(revocation.day.inWords): \(inWords(revocation.scope)).\n"
        }
        return table + withdrawals.joined()
      },
      json: {
        [
          "consents": .array(record.consents.map(ConsentNotation.body)),
          "revocations": .array(
            record.revocations.map {
              ["day": .day($0.day), "scope": ConsentNotation.json($0.scope)]
            }),
        ]
      })
  }

  private static func standing(
    _ consent: Consent, at place: Int, of record: PeerRecord, today: Day
  ) -> String {
    if record.isWithdrawn(consentAt: place) { return "withdrawn" }
    if today < consent.from { return "from \(consent.from)" }
    return today > consent.until ? "ended \(consent.until)" : "until \(consent.until)"
  }

  private static func granted(_ consent: Consent) -> String {
    let sides = [
      consent.organisations.map(\.text), consent.purposes.words.map(\.code),
      consent.channels.words.map(\.code), consent.audiences.words.map(\.code),
      [consent.attribution.code], consent.recording ? ["recording"] : [],
      consent.reuse ? ["reuse"] : [],
      consent.onlyFor.map { ["for \($0) alone"] } ?? [],
    ]
    return sides.filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }.joined(separator: "; ")
  }

  static func inWords(_ scope: Revocation.Scope) -> String {
    let sides = [
      scope.consent.map { "consent \($0)" }, scope.story.map { "story \($0)" },
      scope.purpose.map { "purpose \($0.code)" }, scope.channel.map { "channel \($0.code)" },
      scope.organisation.map { "organisation \($0)" },
    ].compactMap { $0 }
    return sides.isEmpty ? "everything" : sides.joined(separator: ", ")
  }
}
