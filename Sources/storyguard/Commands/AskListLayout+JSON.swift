import ConsentRegistry
import Notation

extension AskListLayout {
  /// What is listed, for programs.
  var json: JSON {
    var members: [Member] = [
      Member(name: "peer", value: .string(record.peer.text)),
      Member(name: "attempts", value: .array(record.attempts(on: today).map(json))),
      Member(name: "asks", value: .array(asked.map(json))),
      Member(
        name: "outside",
        value: .array(
          record.asking.outside.map {
            ["organisation": .string($0.organisation.text), "day": .day($0.day)]
          })),
      Member(name: "shares", value: shares(days: policy.asks.days)),
      Member(name: "sharesInAYear", value: shares(days: 365)),
    ]
    if isPeer {
      members += [
        Member(
          name: "quiet",
          value: .array(
            running.map {
              [
                "organisation": .string($0.period.organisation.text),
                "purpose": .optional($0.period.purpose?.code), "from": .day($0.period.from),
                "until": .day($0.period.until), "cause": .string($0.cause.code),
              ]
            })),
        Member(
          name: "takesFirstAsksFrom",
          value: .array(record.takesFirstAsksFrom.map { .string($0.text) })),
        Member(
          name: "holdsBackFirstAsksFrom",
          value: .array(record.holdsBackFirstAsksFrom.map { .string($0.text) })),
        Member(
          name: "looks",
          value: .array(
            record.asking.checks.map {
              [
                "day": .day($0.day), "organisation": .string($0.organisation.text),
                "coordinator": .id($0.coordinator), "starts": .day($0.starts),
              ]
            })),
      ]
    }
    return .object(members)
  }

  private func json(_ attempt: Attempt) -> JSON {
    guard isPeer, case .object(let members) = AttemptLayout.json(attempt) else {
      return AttemptLayout.json(attempt)
    }
    let rules = JSON.array(attempt.ask.rules.map { .string($0.code) })
    return .object(
      members + [
        Member(name: "heldBackBy", value: rules),
        Member(
          name: "heldBackBecause",
          value: .array(attempt.ask.rules.map { .string($0.heldBackBecause) })),
        Member(
          name: "request", value: RequestNotation.json(attempt.ask.request).inPlainWords),
      ])
  }

  private func json(_ engagement: EngagementRecord) -> JSON {
    var members: [Member] = [
      Member(name: "engagement", value: .string(engagement.id.text)),
      Member(name: "organisation", value: .string(engagement.organisation.text)),
      Member(name: "askedOn", value: .day(engagement.askedOn)),
      Member(name: "day", value: .day(engagement.first)),
      Member(name: "replyUntil", value: .day(engagement.replyUntil)),
    ]
    if isPeer {
      members.append(
        Member(
          name: "answer", value: .optional(record.bookings.answers[engagement.id]?.answer.code)))
    }
    return .object(members)
  }

  private func shares(days: Int) -> JSON {
    .array(
      record.askShares(on: today, days: days).map {
        [
          "organisation": .string($0.organisation.text), "asks": .whole($0.asks),
          "of": .whole($0.ofAll), "heldBack": .whole($0.attempts), "days": .whole(days),
        ]
      })
  }
}
