import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  static let peers: [Command] = [
    Command(
      "peer", "add", summary: "add a peer, at their wish",
      discussion: "Nobody may require a peer to join.",
      arguments: [.peer],
      options: [
        .value("--zone", "ZONE", "where home is, such as America/Chicago", required: true),
        .value("--name", "TEXT", "the peer's name"),
        .value("--introduce-as", "TEXT", "introduce me as …, in the peer's words"),
        .value("--ask-me-about", "TEXT", "ask me about …, in the peer's words"),
        .value("--contact", "TEXT", "how to reach the peer"),
        .flag("--anew", "they were erased and want a new record, or only share a name"),
      ],
      examples: ["storyguard peer add maya --zone America/Chicago --name \"Maya L.\""]
    ) { invocation, surroundings in
      let words = try PeerWords(invocation)
      let peer = try invocation.peer()
      let isAnew = try invocation.flag("--anew")
      let home = try invocation.read(
        "--zone", as: "an exact zone name such as America/Chicago", SystemZones.find)
      try surroundings.atDesk { desk in
        try surroundings.mustNotBeForgotten(peer, words, isAnew: isAnew, in: desk.ledger)
        try desk.addPeer(peer, home: home, words: words)
      }
      surroundings.write(
        "Added \(peer). Next: `storyguard story add \(peer) …`, then `storyguard consent grant`.\n")
      return .done
    },
    Command(
      "peer", "list", summary: "list the peers",
      options: [.flag("--unclaimed", "only those that an import found, to be invited or removed")],
      examples: ["storyguard peer list --unclaimed"]
    ) { invocation, surroundings in
      try surroundings.mustBeCustodian()
      let onlyUnclaimed = try invocation.flag("--unclaimed")
      let ledger = try surroundings.ledger()
      let peers = try ledger.peers().filter { !onlyUnclaimed || !$0.isClaimed }
      surroundings.show(try PeerLayout(ledger: ledger).list(peers, onlyUnclaimed: onlyUnclaimed))
      return .done
    },
    Command(
      "peer", "show", summary: "show what is known of a peer",
      arguments: [.peer], examples: ["storyguard peer show maya --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      try surroundings.atDesk { desk in
        let record = try desk.recordForReading(of: peer)
        surroundings.show(
          PeerLayout(ledger: desk.ledger).page(
            record, today: desk.moment.today(in: record.zone), policies: desk.policies,
            reader: surroundings.actor.role))
      }
      return .done
    },
    Command(
      "peer", "move", summary: "note that a peer has moved home",
      discussion: "Days already counted stay as they are.", arguments: [.peer],
      options: [.value("--zone", "ZONE", "where home is now", required: true)],
      examples: ["storyguard peer move maya --zone America/Los_Angeles"]
    ) { invocation, surroundings in
      let home = try invocation.read(
        "--zone", as: "an exact zone name such as America/Chicago", SystemZones.find)
      return try surroundings.note(.peerMoved(zone: home), invocation, "Home is now \(home.id).")
    },
    Command(
      "peer", "tie", summary: "note what an organisation is to a peer",
      discussion: """
        It takes the place of what was noted before. To take something away is the peer's own; the \
        custodian needs a --witness for it.
        """,
      arguments: [.peer],
      options: [
        .value("--organisation", "ORGANISATION", "which organisation", required: true),
        .list(
          "--relation", "RELATION", "what it is to the peer", accepts: .words(Relation.self),
          required: true),
        .witness,
      ],
      examples: ["storyguard peer tie maya --organisation northside-clinic --relation employer"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let organisation: OrganisationID = try invocation.id("--organisation")
      let witness: WitnessID? = try invocation.idIfGiven("--witness")
      let tie = Happening.tied(
        organisation: organisation, relations: try invocation.words("--relation"))
      return try surroundings.atDesk { desk in
        try desk.witnessed(by: witness).note(tie, of: peer)
        // Of whoever has just noted it for one whom it ties to themself, nothing more is read.
        let contact = try desk.read(peer)?.independentContact
        surroundings.write(
          "Noted. Its asks now need an independent contact of the peer's choice.\n"
            + (contact?.organisation == organisation
              ? PeerLayout.isNoContact(for: organisation, of: peer) : ""))
        return .done
      }
    },
    Command(
      "peer", "untie", summary: "take a tie away, as the peer says",
      discussion: """
        The peer alone takes one away: its asks then need no contact outside any more. The \
        custodian can note it with a --witness who heard it, whom no tied organisation employs.
        """,
      arguments: [.peer],
      options: [
        .value("--organisation", "ORGANISATION", "which organisation", required: true), .witness,
      ],
      examples: [
        "storyguard peer untie maya --organisation northside-clinic --as peer:maya",
        "storyguard peer untie maya --organisation northside-clinic --witness bea",
      ]
    ) { invocation, surroundings in
      let organisation: OrganisationID = try invocation.id("--organisation")
      return try surroundings.note(
        .tied(organisation: organisation, relations: []), invocation, "The tie is gone.",
        witness: try invocation.idIfGiven("--witness"))
    },
    Command(
      "peer", "contact", summary: "note the peer's independent contact, who has agreed",
      discussion: """
        For the asks of organisations that are more to the peer than a host. A contact who belongs \
        to one of them doesn't count for it.
        """,
      arguments: [.peer],
      options: [
        .value("--organisation", "ORGANISATION", "where the contact belongs"),
        .flag("--private", "the contact belongs to no organisation"),
        .flag("--nobody", "there is no contact any more"),
      ],
      examples: ["storyguard peer contact maya --organisation lakeside-housing"]
    ) { invocation, surroundings in
      let organisation: OrganisationID? = try invocation.idIfGiven("--organisation")
      let isPrivate = try invocation.flag("--private")
      let isGone = try invocation.flag("--nobody")
      guard [organisation != nil, isPrivate, isGone].filter({ $0 }).count == 1 else {
        throw invocation.misuse(.oneOf(["--organisation", "--private", "--nobody"]))
      }
      let peer = try invocation.peer()
      return try surroundings.atDesk { desk in
        try desk.note(
          .contactChosen(isGone ? nil : IndependentContact(organisation: organisation)), of: peer)
        let record = try desk.recordForReading(of: peer)
        surroundings.write(PeerLayout.contact(of: record))
        return .done
      }
    },
    Command(
      "peer", "supporter", summary: "name somebody who stands by the peer, or let them go",
      discussion: """
        A supporter may tighten, pause, decline and withdraw for the peer; never grant, accept or \
        loosen, and never act in what their own organisation asks.
        """,
      arguments: [.peer, Argument("supporter", "the supporter's id")],
      options: [
        .value("--organisation", "ORGANISATION", "where the supporter works, if anywhere"),
        .flag("--let-go", "they are the peer's supporter no more"),
      ],
      examples: [
        "storyguard peer supporter maya sam", "storyguard peer supporter maya sam --let-go",
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let supporter: SupporterID = try invocation.id("supporter")
      let organisation: OrganisationID? = try invocation.idIfGiven("--organisation")
      if try invocation.flag("--let-go") {
        guard organisation == nil else {
          throw invocation.misuse(.notTogether("--organisation", "--let-go"))
        }
        try surroundings.atDesk { try $0.letGo(supporter, by: peer) }
        surroundings.write("\(supporter) is no longer a supporter of \(peer).\n")
      } else {
        try surroundings.atDesk { try $0.name(supporter, of: organisation, by: peer) }
        surroundings.write(
          "\(supporter) may now tighten, pause, decline and withdraw for \(peer).\n")
      }
      return .done
    },
    Command(
      "peer", "waive", summary: "do without a safeguard, at the peer's wish",
      arguments: [
        .peer, Argument("safeguard", "which safeguard", accepts: .words(Waiver.self)),
      ],
      options: [.flag("--again-wanted", "have the safeguard again")],
      examples: ["storyguard peer waive maya care"]
    ) { invocation, surroundings in
      let waiver = try invocation.read("safeguard", as: "care or release") { Waiver(code: $0) }
      let isWaived = try !invocation.flag("--again-wanted")
      return try surroundings.note(
        .waived(waiver, isWaived: isWaived), invocation, isWaived ? "Noted." : "It is back.")
    },
  ]
}

extension Surroundings {
  /// Notes one thing that the peer says, and answers with a line.
  func note(
    _ happening: Happening, _ invocation: Invocation, _ answer: String,
    witness: WitnessID? = nil
  ) throws -> ExitStatus {
    let peer = try invocation.peer()
    try atDesk { try $0.witnessed(by: witness).note(happening, of: peer) }
    write(answer + "\n")
    return .done
  }

  /// Shows a page as text, or as JSON if that is asked for.
  func show(_ page: Page) {
    switch format {
    case .table, .csv, .markdown, .html, .chain: write(page.text(console.output))
    case .json: write(page.json().printed)
    }
  }
}

extension Surroundings {
  /// Refuses everybody but the custodian.
  func mustBeCustodian() throws {
    guard actor.role == .custodian else { throw RegistryError.notForThisRole }
  }
}

/// Something to show, as text and as JSON.
struct Page {
  let text: (Terminal) -> String
  let json: () -> JSON
}
