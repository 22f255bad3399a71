import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  static let roles: [Command] = [
    Command(
      "role", "set", summary: "say which organisation somebody belongs to",
      discussion: """
        A coordinator who is set here acts for that organisation alone, whatever a request says. A \
        custodian who is set here is kept away from every peer to whom their organisation has a \
        tie, as long as they act under their own id (--as custodian:ID). A holder is whoever keeps \
        recordings or texts.
        """,
      arguments: [
        Argument("role", "the role", accepts: .words(Roles.Role.self)),
        Argument("id", "who, by the id that --as names"),
      ],
      options: [
        .value("--organisation", "ORGANISATION", "which one"),
        .flag("--no-organisation", "none, or none any more"),
        .value("--contact", "TEXT", "how to reach them"),
      ],
      examples: [
        "storyguard role set coordinator kit --organisation riverside --contact kit@example.org",
        "storyguard role set custodian rin --no-organisation",
      ]
    ) { invocation, surroundings in
      try surroundings.mustBeCustodian()
      let id: CoordinatorID = try invocation.id("id")
      let place = Roles.Place(
        try invocation.read("role", as: "a role") { Roles.Role(code: $0) }, id.text)
      let organisation: OrganisationID? = try invocation.idIfGiven("--organisation")
      guard try (organisation != nil) != invocation.flag("--no-organisation") else {
        throw invocation.misuse(.oneOf(["--organisation", "--no-organisation"]))
      }
      let ledger = try surroundings.ledger()
      try ledger.give(
        place, of: organisation, address: try invocation.valueIfGiven("--contact"),
        by: surroundings.actor, at: try surroundings.moment(in: ledger).now)
      surroundings.write(
        "The \(place.role.code) \(place.id) belongs to \(organisation?.text ?? "no organisation").\n"
      )
      return .done
    },
    Command(
      "role", "list", summary: "list who belongs to which organisation",
      examples: ["storyguard role list"]
    ) { _, surroundings in
      try surroundings.mustBeCustodian()
      let given = try surroundings.ledger().roles().given.sorted { $0.key < $1.key }
      surroundings.show(RoleLayout.list(given))
      return .done
    },
  ]
}

/// How roles are listed.
enum RoleLayout {
  static func list(_ given: [(key: Roles.Place, value: OrganisationID?)]) -> Page {
    Page(
      text: { terminal in
        guard !given.isEmpty else {
          return
            "Nobody has been given a role yet: a coordinator acts for whom their request names.\n"
            + "`storyguard role set coordinator ID --organisation ORGANISATION` says for whom.\n"
        }
        return TextTable(
          [.left("role"), .left("who"), .left("belongs to")],
          rows: given.map { [$0.role.code, $0.id, $1?.text ?? "no organisation"] }
        ).text(on: terminal)
      },
      json: {
        .array(
          given.map {
            [
              "role": .string($0.role.code), "id": .string($0.id),
              "organisation": .optional($1?.text),
            ]
          })
      })
  }
}
