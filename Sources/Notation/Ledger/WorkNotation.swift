import ConsentRegistry

/// How offers of work are written as bodies of entries, and read back.
enum WorkNotation {
  static func kind(of step: WorkStep) -> String {
    switch step {
    case .offered: "work.offered"
    case .heldBack: "work.heldBack"
    case .answered: "work.answered"
    case .done: "work.done"
    case .wanted: "work.wanted"
    }
  }

  static func body(of step: WorkStep) -> JSON {
    switch step {
    case .offered(let offer), .heldBack(let offer): json(offer)
    case .answered(let id, let answer, let day):
      ["offer": .string(id.text), "answer": .string(answer.code), "day": .day(day)]
    case .done(let id, let day): ["offer": .string(id.text), "day": .day(day)]
    case .wanted(let whileResting): ["whileResting": .bool(whileResting)]
    }
  }

  /// The step of that kind; nothing if the kind is another's.
  static func step(_ kind: String, _ fields: inout Fields) throws(JSONFault) -> WorkStep? {
    switch kind {
    case "work.offered": return .offered(try offer(&fields))
    case "work.heldBack": return .heldBack(try offer(&fields))
    case "work.answered":
      return .answered(
        try fields.id("offer"), try fields.word("answer"), day: try fields.day("day"))
    case "work.done": return .done(try fields.id("offer"), day: try fields.day("day"))
    case "work.wanted":
      return .wanted(whileResting: try fields.bool("whileResting", default: true))
    default: return nil
    }
  }

  private static func json(_ offer: WorkOffer) -> JSON {
    [
      "offer": .string(offer.id.text), "organisation": .string(offer.organisation.text),
      "coordinator": .id(offer.coordinator), "workOn": .day(offer.day),
      "minutes": .whole(offer.minutes), "pay": .money(offer.pay.amount),
      "words": .personal(offer.words), "offeredOn": .day(offer.offeredOn),
      "replyUntil": .day(offer.replyUntil),
    ]
  }

  private static func offer(_ fields: inout Fields) throws(JSONFault) -> WorkOffer {
    WorkOffer(
      id: try fields.id("offer"), organisation: try fields.id("organisation"),
      coordinator: try fields.optionalID("coordinator"), day: try fields.optionalDay("workOn"),
      minutes: try fields.int("minutes", in: 0...10_000_000),
      // No amount was written only where "unpaid" was said outright.
      pay: try fields.optionalMoney("pay").map(WorkPay.money) ?? .unpaid,
      words: try fields.optionalString("words"), offeredOn: try fields.day("offeredOn"),
      replyUntil: try fields.day("replyUntil"))
  }
}
