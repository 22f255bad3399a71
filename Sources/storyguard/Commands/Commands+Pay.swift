import ConsentRegistry
import Notation

extension Commands {
  /// What pay is for: a part of a booking's offer, work, or a fee that the peer recorded.
  private static let causes: [Option] = [
    .value("--engagement", "ENGAGEMENT", "the booking that it is for"),
    .value(
      "--kind", "KIND", "which part of its offer; otherwise remuneration",
      accepts: .oneOf(PayKindWord.allCases.map(\.rawValue))),
    .value("--offer", "OFFER", "the work without a story that it is for"),
    .value("--fee", "FEE", "the fee that the peer recorded"),
  ]
  private static let amount: [Option] = [
    .value("--amount", "AMOUNT", "how much, such as 150.00"), .currency,
  ]

  static let pay: [Command] = [
    Command(
      "pay", "list", summary: "list what is owed to a peer, and what has come",
      discussion: """
        Pay for the work, costs paid back and things given in place of money are listed apart. \
        What is overdue stops that organisation's next ask until it is paid.
        """,
      arguments: [.peer], options: [.ownOrganisation],
      examples: [
        "storyguard pay list maya --as peer:maya",
        "storyguard pay list maya --organisation riverside --as coordinator:kit",
      ]
    ) { invocation, surroundings in
      try surroundings.showOwed(invocation) { record, policy, today, isTheirs in
        PayLayout(peer: record.peer, today: today, reader: surroundings.actor.role)
          .list(record.dues(policy: policy).filter { isTheirs($0.organisation) })
      }
    },
    Command(
      "pay", "done", summary: "note that the organisation has paid a peer",
      discussion: """
        It is told as the organisation's word. It doesn't end what the peer says is missing: only \
        their own word does.
        """,
      arguments: [.peer],
      options: causes + amount + [
        .value("--on", "DAY", "the day on which it was paid; otherwise today"), .ownOrganisation,
      ],
      examples: [
        """
        storyguard pay done maya --engagement k3m9x2 --amount 150.00 --currency USD \
        --organisation riverside --as coordinator:kit
        """,
        "storyguard pay done maya --engagement k3m9x2 --kind in-kind",
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let cause = try invocation.cause()
      let amount = try invocation.moneyIfGiven("--amount")
      let day = try invocation.dayIfGiven("--on")
      let isMissed = try surroundings.atDesk { desk in
        try desk.paid(
          cause, amount, of: peer, as: invocation.organisation(at: desk), on: day)
      }
      surroundings.note(
        "Noted as the organisation's word. "
          + (isMissed
            ? "The peer has said that it is missing: it stays open until they say it has come."
            : "The peer may confirm it."))
      return .done
    },
    Command(
      "pay", "confirm", summary: "note that the peer says the pay has come",
      arguments: [.peer],
      options: causes + [.value("--on", "DAY", "the day on which it came; otherwise today")],
      examples: ["storyguard pay confirm maya --engagement k3m9x2 --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let cause = try invocation.cause()
      let day = try invocation.dayIfGiven("--on")
      try surroundings.atDesk { try $0.confirmPay(cause, of: peer, on: day) }
      surroundings.note("Noted in the peer's own column.", toPeer: "Noted in your own column.")
      return .done
    },
    missing,
    Command(
      "pay", "answer", summary: "note what an organisation says to pay that the peer misses",
      discussion: "It stands beside it, and removes nothing.",
      arguments: [.peer],
      options: causes + [
        .value("--words", "TEXT", "what it says", required: true),
        .value("--organisation", "ORGANISATION", "the organisation that says so", required: true),
      ],
      examples: [
        """
        storyguard pay answer maya --fee f1 --words "Sent on 20 June." \
        --organisation riverside --as coordinator:kit
        """
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let organisation: OrganisationID = try invocation.id("--organisation")
      let cause = try invocation.cause()
      let words = try invocation.value("--words")
      try surroundings.atDesk {
        try $0.answerPay(cause, words: words, of: peer, as: organisation)
      }
      surroundings.note("Noted beside it. It stays open until the peer says that it has come.")
      return .done
    },
  ]

  private static let missing = Command(
    "pay", "missing", summary: "note that pay hasn't come, at the peer's word",
    discussion: """
      Name the booking or the work that it is for. Or name the organisation and the day by which \
      it was to pay, for a fee that no booking here is about. It stays open until the peer says \
      that it has come; the organisation may answer, and can't remove it.
      """,
    arguments: [.peer],
    options: causes + amount + [
      .value("--organisation", "ORGANISATION", "who owes a fee that no booking here is about"),
      .value("--due", "DAY", "the day by which that fee was to be paid"),
      .value("--id", "FEE", "an id for that fee; otherwise one is made"),
    ],
    examples: [
      "storyguard pay missing maya --engagement k3m9x2 --as peer:maya",
      """
      storyguard pay missing maya --organisation riverside --due 2026-04-30 --amount 80 \
      --currency USD --as peer:maya
      """,
    ]
  ) { invocation, surroundings in
    let peer = try invocation.peer()
    if let organisation: OrganisationID = try invocation.idIfGiven("--organisation") {
      let fee = Fee(
        id: try invocation.idIfGiven("--id") ?? FeeID.made(),
        organisation: organisation, amount: try invocation.moneyIfGiven("--amount"),
        dueOn: try invocation.read("--due", as: "a day such as 2026-04-30") { Day($0) })
      try surroundings.atDesk { try $0.missFee(fee, of: peer) }
    } else {
      let cause = try invocation.cause(orElse: "--organisation")
      try surroundings.atDesk { try $0.missPay(cause, of: peer) }
    }
    surroundings.note(
      "Noted. It stays open until the peer says that it has come; once it is overdue, that "
        + "organisation can't ask them for anything more.",
      toPeer: "Noted. It stays open until you say that it has come; once it is overdue, that "
        + "organisation can't ask you for anything more.")
    return .done
  }
}

/// The parts of an offer, as they are typed.
enum PayKindWord: String, CaseIterable {
  case remuneration, reimbursement
  case inKind = "in-kind"

  var kind: PayKind {
    switch self {
    case .remuneration: .remuneration
    case .reimbursement: .reimbursement
    case .inKind: .inKind
    }
  }
}

extension Invocation {
  /// What pay is for, as typed: one of a booking, work, and a fee.
  fileprivate func cause(orElse other: String? = nil) throws -> Due.Cause {
    let engagement: EngagementID? = try idIfGiven("--engagement")
    let work: WorkOfferID? = try idIfGiven("--offer")
    let fee: FeeID? = try idIfGiven("--fee")
    let kind = try readIfGiven("--kind", as: "one of the listed words") {
      PayKindWord(rawValue: $0)
    }
    switch (engagement, work, fee) {
    case (let id?, nil, nil): return .engagement(id, kind?.kind ?? .remuneration)
    case (nil, let id?, nil): return .work(id)
    case (nil, nil, let id?): return .fee(id)
    default:
      throw misuse(.oneOf(["--engagement", "--offer", "--fee"] + (other.map { [$0] } ?? [])))
    }
  }
}
