import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  private static let actingFor = Option.value(
    "--organisation", "ORGANISATION", "for whom a coordinator says so")

  static let placements: [Command] = [
    Command(
      "placement", "add", summary: "say where a recording, print, post or page is",
      discussion: """
        Each copy that somebody can take down is a placement of its own. The peer reads them all; \
        an organisation reads only what it holds. A new campaign or partner is a new use, which is \
        asked for first.
        """,
      arguments: [.peer],
      options: [
        .value("--use", "USE", "the use that it comes from", required: true),
        .value(
          "--medium", "MEDIUM", "what it is", accepts: .words(Placement.Medium.self),
          required: true),
        .value("--address", "TEXT", "where it is", required: true),
        .value("--holder", "ORGANISATION", "who can take it down"),
        .flag("--outside-control", "nobody known can take it down"),
        .value("--recall-until", "DAY", "the last day on which it can be stopped"),
        .value("--on", "DAY", "the day on which it was placed; otherwise today"),
        actingFor,
        .value("--id", "PLACEMENT", "an id for it; otherwise one is made"),
      ],
      examples: [
        """
        storyguard placement add maya --use e1-1 --medium page --holder riverside \
        --address https://riverside.example/maya
        """,
        """
        storyguard placement add maya --use e2-1 --medium print --holder riverside \
        --address "annual report, page 4" --recall-until 2026-06-10
        """,
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let holder: OrganisationID? = try invocation.idIfGiven("--holder")
      guard try invocation.flag("--outside-control") == (holder == nil) else {
        throw invocation.misuse(.oneOf(["--holder", "--outside-control"]))
      }
      let new = NewPlacement(
        id: try invocation.idIfGiven("--id"), use: try invocation.id("--use"),
        medium: try invocation.wordIfGiven("--medium") ?? .page, holder: holder,
        address: try invocation.value("--address"),
        recallUntil: try invocation.dayIfGiven("--recall-until"),
        day: try invocation.dayIfGiven("--on"))
      let organisation = try surroundings.actingFor(invocation)
      let kept = try surroundings.atDesk {
        try $0.place(new, of: peer, actingFor: organisation)
      }
      surroundings.write("Noted: \(kept.placement.medium.code) \(kept.placement.id).\n")
      if let task = kept.openTask {
        surroundings.write("It must come down by \(task.deadline.inWords).\n")
      }
      return .done
    },
    Command(
      "placement", "state", summary: "say what became of a placement",
      discussion: """
        Taken down, beyond recall, or refused by its holder: each closes the removal that a \
        withdrawal has asked for, from that day. `live` opens it again.
        """,
      arguments: [
        .peer, Argument("placement", "the placement's id"),
        Argument("state", "where it stands", accepts: .words(PlacementState.self)),
      ],
      options: [
        .value("--proof", "TEXT", "how one can see that"),
        .value("--on", "DAY", "the day of it; otherwise today"), actingFor,
      ],
      examples: [
        "storyguard placement state maya k3m9x2 removed --proof \"the page answers 404\"",
        """
        storyguard placement state maya k3m9x2 removed --organisation riverside --as coordinator:kit
        """,
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let state = try invocation.read("state", as: "one of the listed words") {
        PlacementState(code: $0)
      }
      let organisation = try surroundings.actingFor(invocation)
      let id: PlacementID = try invocation.id("placement")
      let (day, proof) = (
        try invocation.dayIfGiven("--on"), try invocation.valueIfGiven("--proof")
      )
      try surroundings.atDesk { desk in
        let kept = try desk.move(
          id, of: peer, to: state, on: day, proof: proof, actingFor: organisation)
        let today = desk.moment.day ?? kept.moved?.day ?? kept.placement.placedOn
        surroundings.write("Noted of \(id): \(PlacementLayout.standing(kept, on: today)).\n")
      }
      return .done
    },
    Command(
      "placement", "list", summary: "list where a peer's recordings and texts are",
      discussion: """
        With --holder it is the page that this organisation reads: what it holds, what of that must \
        come down and by when, and which of its own bookings are gone. Nothing else stands on it.
        """,
      arguments: [.peer],
      options: [.value("--holder", "ORGANISATION", "the page for this organisation alone")],
      examples: [
        "storyguard placement list maya --as peer:maya",
        "storyguard placement list maya --holder riverside --as coordinator:kit",
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let holder: OrganisationID? = try invocation.idIfGiven("--holder")
      if surroundings.actor.role == .coordinator, holder == nil {
        throw invocation.misuse(.missingOption("--holder ORGANISATION"))
      }
      try surroundings.reading { desk in
        if let holder {
          let page = try desk.organisationsPage(of: peer, for: holder)
          surroundings.show(PlacementLayout.page(page))
        } else {
          let record = try desk.recordForReading(of: peer)
          surroundings.show(
            PlacementLayout.list(record, today: desk.moment.today(in: record.zone)))
        }
      }
      return .done
    },
    Command(
      "placement", "tasks", summary: "list what is still to come down, overdue first",
      arguments: [Argument("peer", "one peer's id; otherwise all peers", count: .optional)],
      examples: ["storyguard placement tasks", "storyguard placement tasks maya --as peer:maya"]
    ) { invocation, surroundings in
      let peer: PeerID? = try invocation.idIfGiven("peer")
      guard peer != nil || surroundings.actor.role == .custodian else {
        throw RegistryError.notForThisRole
      }
      try surroundings.reading { desk in
        let home = try peer.map { try desk.recordForReading(of: $0).zone } ?? .utc
        let open = try desk.ledger.openRemovals().filter { peer == nil || $0.peer == peer }
        surroundings.show(
          PlacementLayout.tasks(open, of: peer, today: desk.moment.today(in: home)))
      }
      return .done
    },
    Command(
      "placement", "release",
      summary: "record that the peer releases the final version of a recording or text",
      discussion: """
        Saying yes to a recording isn't saying yes to what is made of it: until the peer has seen \
        the final version and released it, it isn't used again.
        """,
      arguments: [.peer, Argument("use", "the use whose recording or text it is")],
      examples: ["storyguard placement release maya e1-1 --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let use: UseID = try invocation.id("use")
      try surroundings.atDesk { try $0.releaseVersion(of: use, by: peer) }
      surroundings.write(
        "Released: the final version of \(use). Each new use of it is still asked for.\n")
      return .done
    },
  ]
}

extension Surroundings {
  /// Works at the desk of a registry that is only read.
  fileprivate func reading<Result>(_ work: (Desk<Ledger>) throws -> Result) throws -> Result {
    try work(desk(ledger(.readOnly)))
  }

  /// For whom a coordinator acts, if they say so; otherwise it is the organisation of their role.
  fileprivate func actingFor(_ invocation: Invocation) throws -> OrganisationID? {
    try invocation.idIfGiven("--organisation")
  }
}
