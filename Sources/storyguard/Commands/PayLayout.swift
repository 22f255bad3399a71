import ConsentRegistry
import Notation

/// How pay is listed: what the organisation says, and what the peer says, each in its column.
struct PayLayout {
  let peer: PeerID
  let today: Day
  let reader: Actor.Role

  func list(_ dues: [Due]) -> Page {
    Page(
      text: { terminal in
        guard !dues.isEmpty else {
          return "Nothing is owed. Pay is listed here once a booking with an offer took place"
            + (reader == .peer
              ? ", or when you note what is missing: `storyguard pay missing \(peer) …`.\n" : ".\n")
        }
        let table = TextTable(
          [
            .left("for"), .left("what"), .right("amount"), .left("organisation"), .left("due by"),
            .left("standing"), .left("said by the organisation"), .left(reader.ownColumn),
          ],
          rows: dues.map(row)
        ).text(on: terminal)
        return table + answers(dues) + hint(dues)
      },
      json: { .array(dues.map(json)) })
  }

  private func row(_ due: Due) -> [String] {
    [
      due.cause.id, due.cause.inWords, due.amount?.inWords ?? due.words ?? "–",
      due.organisation.text, due.dueOn.inWords, due.state(on: today).code, saidPaid(due),
      due.said.missingSince.map { "missing since \($0.inWords)" }
        ?? due.said.confirmedOn?.inWords ?? "–",
    ]
  }

  /// What the organisation says it paid: the day, or a part of it.
  private func saidPaid(_ due: Due) -> String {
    if let day = due.saidPaidOn { return day.inWords }
    let parts = due.said.payments.compactMap { $0.amount?.inWords }
    return parts.isEmpty ? "–" : "only " + parts.joined(separator: ", ")
  }

  private func answers(_ dues: [Due]) -> String {
    dues.flatMap { due in
      due.said.answers.map { answer in
        "\(answer.organisation) on \(due.cause.id), \(answer.day.inWords): "
          + "\(answer.words ?? "its words were erased.")".asOneLine + "\n"
      }
    }.joined()
  }

  private func hint(_ dues: [Due]) -> String {
    switch reader {
    case .peer:
      guard let open = dues.first(where: { $0.said.confirmedOn == nil }) else { return "" }
      let missing = "If it hasn't: `storyguard pay missing \(peer) \(open.cause.typed)`.\n"
      return "Once it has come: `storyguard pay confirm \(peer) \(open.cause.typed)`."
        + (open.said.missingSince == nil ? " " + missing : "\n")
    case .coordinator, .custodian:
      guard let open = dues.first(where: { $0.paidOn == nil }) else { return "" }
      return "Once it is paid: `storyguard pay done \(peer) \(open.cause.typed)"
        + "\(reader.naming(open.organisation))`.\n"
    case .supporter: return ""
    }
  }

  private func json(_ due: Due) -> JSON {
    [
      "for": due.cause.json, "organisation": .string(due.organisation.text),
      "amount": .money(due.amount), "words": .optional(due.words), "dueOn": .day(due.dueOn),
      "standing": .string(due.state(on: today).code),
      "saidByOrganisationOn": .day(due.saidPaidOn),
      "confirmedByPeerOn": .day(due.said.confirmedOn),
      "missingSince": .day(due.said.missingSince),
      "payments": .array(
        due.said.payments.map { ["amount": .money($0.amount), "day": .day($0.day)] }),
      "answers": .array(
        due.said.answers.map {
          [
            "organisation": .string($0.organisation.text), "words": .optional($0.words),
            "day": .day($0.day),
          ]
        }),
    ]
  }
}

extension Due.Cause {
  /// The id of what it is for.
  var id: String {
    switch self {
    case .engagement(let id, _): id.text
    case .work(let id): id.text
    case .fee(let id): id.text
    }
  }

  /// What kind of thing is owed, in plain words.
  var inWords: String {
    switch self {
    case .engagement(_, .remuneration): "pay"
    case .engagement(_, .reimbursement): "costs"
    case .engagement(_, .inKind): "in place of money"
    case .work: "work"
    case .fee: "a fee"
    }
  }

  /// The options that name it on a command line.
  var typed: String {
    switch self {
    case .engagement(let id, .remuneration): "--engagement \(id)"
    case .engagement(let id, .reimbursement): "--engagement \(id) --kind reimbursement"
    case .engagement(let id, .inKind): "--engagement \(id) --kind in-kind"
    case .work(let id): "--offer \(id)"
    case .fee(let id): "--fee \(id)"
    }
  }

  /// What it is for, as JSON.
  var json: JSON {
    switch self {
    case .engagement(let id, let kind):
      ["engagement": .string(id.text), "kind": .string(kind.code)]
    case .work(let id): ["offer": .string(id.text)]
    case .fee(let id): ["fee": .string(id.text)]
    }
  }
}
