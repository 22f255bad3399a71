import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  static let offers: [Command] = [
    makeOffer,
    Command(
      "offer", "list", summary: "list offers of work, or those that were accepted",
      discussion: """
        The peer reads every offer made to them. An organisation reads only those that were \
        answered with yes; nothing else about an offer is ever told.
        """,
      arguments: [Argument("peer", "the peer's id", count: .optional)],
      options: [.value("--organisation", "ORGANISATION", "only offers by this organisation")],
      examples: [
        "storyguard offer list maya --as peer:maya",
        "storyguard offer list --organisation riverside --as coordinator:kit",
      ]
    ) { invocation, surroundings in
      let peer: PeerID? = try invocation.idIfGiven("peer")
      try surroundings.atDesk { desk in
        let organisation = try invocation.organisation(at: desk)
        if let peer, surroundings.actor.role != .coordinator {
          let record = try desk.recordForReading(of: peer)
          surroundings.show(
            OfferLayout.list(
              record, by: organisation, today: desk.moment.today(in: record.zone),
              reader: surroundings.actor.role))
        } else {
          guard let organisation else {
            throw invocation.misuse(.oneOf(["PEER", "--organisation"]))
          }
          let peers = try peer.map { [$0] } ?? desk.ledger.peers(havingEntriesOf: "work.answered")
          surroundings.show(OfferLayout.agreed(try desk.agreedWork(with: organisation, of: peers)))
        }
      }
      return .done
    },
    Command(
      "offer", "answer", summary: "record the peer's answer to an offer of work",
      discussion: """
        "Not this kind" keeps this organisation's offers silent for a while. No reason is asked \
        for, and a yes can be taken back until the work is done.
        """,
      arguments: [
        .peer,
        Argument(
          "answer", "the peer's answer", accepts: .oneOf(AnswerWord.allCases.map(\.rawValue))),
      ],
      options: [.value("--offer", "OFFER", "the offer's id", required: true)],
      examples: ["storyguard offer answer maya yes --offer w1 --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let word = try invocation.read("answer", as: "yes, not-this-one or not-this-kind") {
        AnswerWord(rawValue: $0)
      }
      let offer = try surroundings.atDesk {
        try $0.answer(word.answer, toOffer: invocation.id("--offer"), of: peer)
      }
      surroundings.note(
        word == .yes
          ? "Agreed. \(offer.organisation) can see it now."
          : "Noted. That is all that is needed.")
      return .done
    },
    Command(
      "offer", "done", summary: "note that accepted work was done; its pay is due from then",
      arguments: [.peer],
      options: [
        .value("--offer", "OFFER", "the offer's id", required: true),
        .value("--on", "DAY", "the day on which it was done; otherwise today"), .ownOrganisation,
      ],
      examples: [
        "storyguard offer done maya --offer w1 --as peer:maya",
        "storyguard offer done maya --offer w1 --organisation riverside --as coordinator:kit",
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let day = try invocation.dayIfGiven("--on")
      let offer = try surroundings.atDesk { desk in
        try desk.workDone(
          invocation.id("--offer"), of: peer, as: invocation.organisation(at: desk), on: day)
      }
      surroundings.note(
        offer.pay.amount.map {
          "Noted as done. Its pay, \($0.inWords), is owed now: `storyguard pay list \(peer)`."
        } ?? "Noted as done.")
      return .done
    },
    Command(
      "offer", "while-resting", summary: "say whether offers of work are wanted during a rest",
      discussion: """
        They are, unless the peer says otherwise. With `no`, those that come while the peer rests \
        or pauses are listed for them silently. No organisation is told.
        """,
      arguments: [.peer, Argument("wanted", "yes or no", accepts: .oneOf(["yes", "no"]))],
      examples: ["storyguard offer while-resting maya no --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let isWanted = try invocation.argument("wanted") == "yes"
      try surroundings.atDesk { try $0.wantWork(whileResting: isWanted, by: peer) }
      surroundings.note(
        isWanted
          ? "Noted. Offers of work are told during a rest or pause too."
          : "Noted. Offers of work that come during a rest or pause are listed silently: "
            + "`storyguard offer list \(peer)`.")
      return .done
    },
  ]

  private static let makeOffer = Command(
    "offer", "make", summary: "offer a peer work that needs no story",
    discussion: """
      Advising, training, reviewing, facilitating: it needs no consent, and no rest or cap stands \
      against it. Say what is paid, or outright that it is unpaid. Silence is no, and only a yes \
      is ever told.
      """,
    arguments: [.peer],
    options: [
      .value("--organisation", "ORGANISATION", "who offers it", required: true),
      .value("--what", "TEXT", "what the work is", required: true),
      .value("--hours", "NUMBER", "how long it takes, such as 1.5", required: true),
      .value("--on", "DAY", "the day of the work, if it has one"),
      .value("--pay", "AMOUNT", "what is paid, such as 150.00"), .currency,
      .flag("--unpaid", "nothing is paid"),
      .value("--id", "OFFER", "an id for it; otherwise one is made"),
    ],
    examples: [
      """
      storyguard offer make maya --organisation riverside --what "Read our leaflet" \
      --hours 1.5 --pay 90.00 --currency USD --as coordinator:kit
      """
    ]
  ) { invocation, surroundings in
    let peer = try invocation.peer()
    let minutes = try invocation.read("--hours", as: "a number of hours such as 1.5") { text in
      Double(text).flatMap { (0.01...10_000).contains($0) ? Int(($0 * 60).rounded()) : nil }
    }
    let money = try invocation.moneyIfGiven("--pay")
    let isUnpaid = try invocation.flag("--unpaid")
    guard money == nil || !isUnpaid else {
      throw invocation.misuse(.notTogether("--pay", "--unpaid"))
    }
    let draft = WorkDraft(
      organisation: try invocation.id("--organisation"), day: try invocation.dayIfGiven("--on"),
      minutes: minutes, pay: money.map(WorkPay.money) ?? (isUnpaid ? .unpaid : nil),
      words: try invocation.value("--what"))
    let id: WorkOfferID? = try invocation.idIfGiven("--id")
    try surroundings.atDesk { try $0.offer(draft, as: id, to: peer) }
    surroundings.note("Passed on. You will hear if the answer is yes.")
    return .done
  }
}
