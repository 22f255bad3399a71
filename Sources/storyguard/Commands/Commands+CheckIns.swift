import ConsentRegistry
import Notation

extension Commands {
  static let checkIns: [Command] = [
    Command(
      "checkin", "list", summary: "list the check-ins owed to a peer",
      discussion: """
        Whoever asked for a telling checks in with the peer afterwards, and also when it fell \
        through. One that is overdue stops that organisation's next ask until it is made.
        """,
      arguments: [.peer], options: [.ownOrganisation],
      examples: [
        "storyguard checkin list maya --as peer:maya",
        "storyguard checkin list maya --organisation riverside --as coordinator:kit",
      ]
    ) { invocation, surroundings in
      try surroundings.showOwed(invocation) { record, policy, today, isTheirs in
        CheckInLayout(peer: record.peer, today: today, reader: surroundings.actor.role)
          .list(record.checkIns(policy: policy).filter { isTheirs($0.organisation) })
      }
    },
    Command(
      "checkin", "done", summary: "note that the organisation has checked in with a peer",
      discussion: "It is told as the organisation's word. The peer's own word stands beside it.",
      arguments: [.peer],
      options: [
        .value("--engagement", "ENGAGEMENT", "the booking that it follows", required: true),
        .value("--on", "DAY", "the day on which it was; otherwise today"), .ownOrganisation,
      ],
      examples: [
        """
        storyguard checkin done maya --engagement k3m9x2 --on 2026-05-02 \
        --organisation riverside --as coordinator:kit
        """
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let day = try invocation.dayIfGiven("--on")
      try surroundings.atDesk { desk in
        try desk.checkedIn(
          after: invocation.id("--engagement"), of: peer,
          as: invocation.organisation(at: desk), on: day)
      }
      surroundings.note("Noted as the organisation's word. The peer may confirm it.")
      return .done
    },
    Command(
      "checkin", "confirm", summary: "note that the peer says they were checked in on",
      arguments: [.peer],
      options: [
        .value("--engagement", "ENGAGEMENT", "the booking that it follows", required: true),
        .value("--on", "DAY", "the day on which it was; otherwise today"),
      ],
      examples: ["storyguard checkin confirm maya --engagement k3m9x2 --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let day = try invocation.dayIfGiven("--on")
      try surroundings.atDesk {
        try $0.confirmCheckIn(after: invocation.id("--engagement"), of: peer, on: day)
      }
      surroundings.note("Noted in the peer's own column.", toPeer: "Noted in your own column.")
      return .done
    },
    Command(
      "checkin", "missing", summary: "note that the peer says nobody has checked in with them",
      discussion: "It stands, whatever the organisation says, until the peer confirms a check-in.",
      arguments: [.peer],
      options: [
        .value("--engagement", "ENGAGEMENT", "the booking that it follows", required: true)
      ],
      examples: ["storyguard checkin missing maya --engagement k3m9x2 --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      try surroundings.atDesk {
        try $0.missCheckIn(after: invocation.id("--engagement"), of: peer)
      }
      surroundings.note(
        "Noted. It counts as owed until the peer confirms a check-in.",
        toPeer: "Noted. It counts as owed until you confirm one.")
      return .done
    },
  ]
}

extension Surroundings {
  /// Shows what is owed to a peer: by every organisation, or by the one for which somebody asks.
  func showOwed(
    _ invocation: Invocation,
    _ page: (PeerRecord, Policy, Day, (OrganisationID) -> Bool) -> Page
  ) throws -> ExitStatus {
    let peer = try invocation.peer()
    try atDesk { desk in
      let organisation = try invocation.organisation(at: desk)
      let record = try desk.recordForReading(of: peer, as: organisation)
      let today = desk.moment.today(in: record.zone)
      show(
        page(record, desk.terms(for: record, on: today), today) {
          organisation == nil || $0 == organisation
        })
    }
    return .done
  }

  /// Answers with a line; the peer may be spoken to directly.
  func note(_ text: String, toPeer own: String? = nil) {
    let said = actor.role == .peer ? own ?? text : text
    show(Page(text: { _ in said + "\n" }, json: { ["noted": .string(said)] }))
  }
}

/// How check-ins are listed: what the organisation says, and what the peer says, each in its column.
struct CheckInLayout {
  let peer: PeerID
  let today: Day
  let reader: Actor.Role

  func list(_ checkIns: [CheckIn]) -> Page {
    Page(
      text: { terminal in
        guard !checkIns.isEmpty else {
          return "No check-ins are owed. One is owed after each telling that was asked for here, "
            + "unless the peer does without care.\n"
        }
        let table = TextTable(
          [
            .left("booking"), .left("organisation"), .left("due by"), .left("standing"),
            .left("said by the organisation"), .left(reader.ownColumn),
          ],
          rows: checkIns.map {
            [
              $0.engagement.text, $0.organisation.text, $0.dueOn.inWords,
              $0.state(on: today).code, $0.saidOn?.inWords ?? "–",
              $0.isMissed ? "missed" : $0.confirmedOn?.inWords ?? "–",
            ]
          }
        ).text(on: terminal)
        return table + hint(checkIns)
      },
      json: {
        .array(
          checkIns.map {
            [
              "engagement": .string($0.engagement.text),
              "organisation": .string($0.organisation.text), "after": .day($0.after),
              "dueOn": .day($0.dueOn), "standing": .string($0.state(on: today).code),
              "saidByOrganisationOn": .day($0.saidOn), "confirmedByPeerOn": .day($0.confirmedOn),
              "missedByPeer": .bool($0.isMissed),
            ]
          })
      })
  }

  private func hint(_ checkIns: [CheckIn]) -> String {
    let open = checkIns.first {
      reader == .peer ? $0.confirmedOn == nil : $0.state(on: today) != .done
    }
    guard let open else { return "" }
    switch reader {
    case .peer:
      return "If somebody has checked in with you: "
        + "`storyguard checkin confirm \(peer) --engagement \(open.engagement)`.\n"
    case .coordinator, .custodian:
      return "Once it is made: `storyguard checkin done \(peer) --engagement \(open.engagement)"
        + "\(reader.naming(open.organisation))`.\n"
    case .supporter: return ""
    }
  }
}

extension Actor.Role {
  /// How a coordinator names their organisation on a command line; nothing for others.
  func naming(_ organisation: OrganisationID) -> String {
    self == .coordinator ? " --organisation \(organisation)" : ""
  }

  /// The heading over what the peer says.
  var ownColumn: String { self == .peer ? "confirmed by you" : "confirmed by the peer" }
}
