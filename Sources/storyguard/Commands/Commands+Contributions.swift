import ConsentRegistry
import Notation

extension Commands {
  static let contributions: [Command] = [
    Command(
      "contribution", "add", summary: "note what an organisation gave a peer besides pay",
      discussion: """
        Training, supervision or something else: how long it took, what it cost the peer, and \
        whether that time was paid. It is told as the organisation's word.
        """,
      arguments: [.peer],
      options: [
        .value("--organisation", "ORGANISATION", "who gave it", required: true),
        .value(
          "--kind", "KIND", "what it was", accepts: .words(Contribution.Kind.self), required: true),
        .value("--minutes", "NUMBER", "how long it took", required: true),
        .value("--what", "TEXT", "what it was, in a few words"),
        .value("--cost", "AMOUNT", "what it cost the peer, such as 12.00"), .currency,
        .flag("--paid-time", "the peer was paid for the time"),
        .value("--on", "DAY", "the day on which it was; otherwise today"),
        .value("--id", "CONTRIBUTION", "an id for it; otherwise one is made"),
      ],
      examples: [
        """
        storyguard contribution add maya --organisation riverside --kind training \
        --minutes 180 --paid-time --on 2026-05-20
        """
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let minutes = try invocation.read("--minutes", as: "a number of minutes") {
        Int($0).flatMap { (1...100_000).contains($0) ? $0 : nil }
      }
      let kind: Contribution.Kind = try invocation.wordIfGiven("--kind") ?? .other
      let organisation: OrganisationID = try invocation.id("--organisation")
      try surroundings.atDesk { desk in
        // Without a day of its own it was today, at the peer's home.
        let day = try invocation.dayIfGiven("--on")
        let home = try desk.read(peer)?.zone ?? .utc
        try desk.contribute(
          Contribution(
            id: try invocation.idIfGiven("--id") ?? ContributionID.made(),
            organisation: organisation, kind: kind, minutes: minutes,
            costToPeer: try invocation.moneyIfGiven("--cost"),
            isPaidTime: try invocation.flag("--paid-time"),
            day: day ?? desk.moment.today(in: home), words: try invocation.valueIfGiven("--what")),
          to: peer)
      }
      surroundings.note(
        "Noted as the organisation's word: \(kind.code), \(lengthInWords(minutes: minutes)). "
          + "The peer may confirm it.")
      return .done
    },
    Command(
      "contribution", "confirm", summary: "note that the peer says they had it",
      arguments: [.peer, Argument("contribution", "its id")],
      examples: ["storyguard contribution confirm maya c1 --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let id: ContributionID = try invocation.id("contribution")
      try surroundings.atDesk { try $0.confirmContribution(id, of: peer) }
      surroundings.note("Noted in the peer's own column.", toPeer: "Noted in your own column.")
      return .done
    },
    Command(
      "contribution", "list", summary: "list what organisations gave a peer besides pay",
      arguments: [.peer], options: [.ownOrganisation],
      examples: ["storyguard contribution list maya --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      try surroundings.atDesk { desk in
        let organisation = try invocation.organisation(at: desk)
        let record = try desk.recordForReading(of: peer, as: organisation)
        surroundings.show(
          ContributionLayout.list(record, of: organisation, reader: surroundings.actor.role))
      }
      return .done
    },
  ]
}

/// How contributions are listed: what the organisation says, and whether the peer says so too.
enum ContributionLayout {
  static func list(
    _ record: PeerRecord, of organisation: OrganisationID?, reader: Actor.Role
  ) -> Page {
    let confirmed = record.owing.contributionsConfirmed
    let given = record.owing.contributions.filter {
      organisation == nil || $0.organisation == organisation
    }
    return Page(
      text: { terminal in
        guard !given.isEmpty else {
          return "None yet. An organisation notes training and supervision that it gave: "
            + "`storyguard contribution add \(record.peer) …`.\n"
        }
        let table = TextTable(
          [
            .left("id"), .left("organisation"), .left("what"), .left("day"),
            .left("said by the organisation"), .left("cost to the peer"), .left("paid time"),
            .left(reader.ownColumn),
          ],
          rows: given.map {
            [
              $0.id.text, $0.organisation.text,
              $0.kind.code + ($0.words.map { ": \($0)" } ?? ""), $0.day.inWords,
              lengthInWords(minutes: $0.minutes), $0.costToPeer?.inWords ?? "none",
              $0.isPaidTime ? "yes" : "no", confirmed[$0.id]?.inWords ?? "–",
            ]
          }
        ).text(on: terminal)
        guard reader == .peer, let open = given.first(where: { confirmed[$0.id] == nil }) else {
          return table
        }
        return table
          + "If it is so: `storyguard contribution confirm \(record.peer) \(open.id)`.\n"
      },
      json: {
        .array(
          given.map {
            [
              "contribution": .string($0.id.text), "organisation": .string($0.organisation.text),
              "kind": .string($0.kind.code), "words": .optional($0.words),
              "minutes": .whole($0.minutes), "costToPeer": .money($0.costToPeer),
              "paidTime": .bool($0.isPaidTime), "day": .day($0.day),
              "confirmedByPeerOn": .day(confirmed[$0.id]),
            ]
          })
      })
  }
}

extension ID {
  /// A new id that nobody can guess.
  static func made() throws -> ID {
    guard let id = ID(Surroundings.newID()) else { throw RegistryError.notForThisRole }
    return id
  }
}
