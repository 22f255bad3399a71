import ConsentRegistry

/// How what is owed and given are written as bodies of entries, and read back.
enum OwingNotation {
  static func kind(of step: OwingStep) -> String {
    switch step {
    case .checkedIn: "checkIn.done"
    case .checkInConfirmed: "checkIn.confirmed"
    case .checkInMissed: "checkIn.missed"
    case .paid: "pay.done"
    case .payConfirmed: "pay.confirmed"
    case .payMissing: "pay.missing"
    case .feeMissing: "pay.feeMissing"
    case .payAnswered: "pay.answered"
    case .contributed: "contribution.made"
    case .contributionConfirmed: "contribution.confirmed"
    }
  }

  static func body(of step: OwingStep) -> JSON {
    switch step {
    case .checkedIn(let id, let day), .checkInConfirmed(let id, let day),
      .checkInMissed(let id, let day):
      ["engagement": .string(id.text), "day": .day(day)]
    case .paid(let cause, let amount, let day):
      ["for": json(cause), "amount": .money(amount), "day": .day(day)]
    case .payConfirmed(let cause, let day), .payMissing(let cause, let day):
      ["for": json(cause), "day": .day(day)]
    case .feeMissing(let fee, let day):
      [
        "fee": .string(fee.id.text), "organisation": .string(fee.organisation.text),
        "amount": .money(fee.amount), "dueOn": .day(fee.dueOn), "day": .day(day),
      ]
    case .payAnswered(let cause, let organisation, let words, let day):
      [
        "for": json(cause), "organisation": .string(organisation.text),
        "words": .personal(words), "day": .day(day),
      ]
    case .contributed(let contribution):
      [
        "contribution": .string(contribution.id.text),
        "organisation": .string(contribution.organisation.text),
        "kind": .string(contribution.kind.code), "minutes": .whole(contribution.minutes),
        "costToPeer": .money(contribution.costToPeer), "paidTime": .bool(contribution.isPaidTime),
        "day": .day(contribution.day), "words": .personal(contribution.words),
      ]
    case .contributionConfirmed(let id, let day):
      ["contribution": .string(id.text), "day": .day(day)]
    }
  }

  /// The step of that kind; nothing if the kind is another's.
  static func step(_ kind: String, _ fields: inout Fields) throws(JSONFault) -> OwingStep? {
    switch kind {
    case "checkIn.done":
      return .checkedIn(try fields.id("engagement"), day: try fields.day("day"))
    case "checkIn.missed":
      return .checkInMissed(try fields.id("engagement"), day: try fields.day("day"))
    case "checkIn.confirmed":
      return .checkInConfirmed(try fields.id("engagement"), day: try fields.day("day"))
    case "pay.done":
      return .paid(
        try cause(&fields), try fields.optionalMoney("amount"), day: try fields.day("day"))
    case "pay.confirmed": return .payConfirmed(try cause(&fields), day: try fields.day("day"))
    case "pay.missing": return .payMissing(try cause(&fields), day: try fields.day("day"))
    case "pay.feeMissing":
      let fee = Fee(
        id: try fields.id("fee"), organisation: try fields.id("organisation"),
        amount: try fields.optionalMoney("amount"), dueOn: try fields.day("dueOn"))
      return .feeMissing(fee, day: try fields.day("day"))
    case "pay.answered":
      return .payAnswered(
        try cause(&fields), try fields.id("organisation"),
        words: try fields.optionalString("words"), day: try fields.day("day"))
    case "contribution.made": return .contributed(try contribution(&fields))
    case "contribution.confirmed":
      return .contributionConfirmed(try fields.id("contribution"), day: try fields.day("day"))
    default: return nil
    }
  }

  private static func contribution(_ fields: inout Fields) throws(JSONFault) -> Contribution {
    Contribution(
      id: try fields.id("contribution"), organisation: try fields.id("organisation"),
      kind: try fields.word("kind"), minutes: try fields.int("minutes", in: 0...10_000_000),
      costToPeer: try fields.optionalMoney("costToPeer"),
      isPaidTime: try fields.bool("paidTime", default: false), day: try fields.day("day"),
      words: try fields.optionalString("words"))
  }

  /// What is paid for: an engagement and a part of its offer, work, or a fee.
  private static func json(_ cause: Due.Cause) -> JSON {
    switch cause {
    case .engagement(let id, let kind):
      ["engagement": .string(id.text), "kind": .string(kind.code)]
    case .work(let id): ["work": .string(id.text)]
    case .fee(let id): ["fee": .string(id.text)]
    }
  }

  private static func cause(_ fields: inout Fields) throws(JSONFault) -> Due.Cause {
    var cause = try fields.object("for")
    if let id: WorkOfferID = try cause.optionalID("work") { return .work(id) }
    if let id: FeeID = try cause.optionalID("fee") { return .fee(id) }
    return .engagement(try cause.id("engagement"), try cause.word("kind"))
  }
}
