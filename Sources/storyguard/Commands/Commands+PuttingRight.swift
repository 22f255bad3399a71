import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  private static let use = Argument("use", "the use's id; `use list` shows it")

  static let puttingRight: [Command] = [
    Command(
      "use", "list", summary: "list what took place, with what the peer says to it",
      arguments: [.peer], examples: ["storyguard use list maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      return try surroundings.atDesk { desk in
        let record = try desk.recordForReading(of: peer)
        // What events were called stands in the entries; the table of uses doesn't keep it.
        let names = try desk.ledger.record(of: peer, asKnownAt: nil)?.eventNames ?? [:]
        let page = UseListLayout.page(
          record, today: desk.moment.today(in: record.zone), eventNames: names)
        surroundings.show(page)
        return .done
      }
    },
    Command(
      "use", "correct", summary: "put right what was recorded of a use",
      discussion: """
        A further entry; what was written first stays in the ledger. It counts from its right day. \
        --state didNotTakePlace says that it was no use at all.
        """,
      arguments: [.peer, use],
      options: [
        .value("--on", "DAY", "the day it really was"),
        .value("--channel", "CHANNEL", "how it reached people", accepts: .words(Channel.self)),
        .value("--purpose", "PURPOSE", "what for", accepts: .words(Purpose.self)),
        .value("--audience", "AUDIENCE", "before whom", accepts: .words(Audience.self)),
        .value(
          "--state", "STATE", "what became of it",
          accepts: .oneOf(
            [SessionState.completed, .endedEarly, .didNotTakePlace].map(\.code))),
      ],
      examples: ["storyguard use correct maya k3m9x2-1 --on 2026-05-04"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let correction = Correction(
        day: try invocation.dayIfGiven("--on"), channel: try invocation.wordIfGiven("--channel"),
        purpose: try invocation.wordIfGiven("--purpose"),
        audience: try invocation.wordIfGiven("--audience"),
        state: try invocation.wordIfGiven("--state"))
      guard correction != Correction() else {
        throw invocation.misuse(
          .oneOf(["--on", "--channel", "--purpose", "--audience", "--state"]))
      }
      let use: UseID = try invocation.id("use")
      return try surroundings.atDesk { desk in
        _ = try desk.correct(use, of: peer, correction)
        surroundings.write("Put right. What was written first stays in the ledger beside it.\n")
        return .done
      }
    },
    Command(
      "use", "dispute", summary: "note that the peer says a recorded use wasn't so",
      discussion: """
        It rests the peer still, and is marked. The organisation may answer it, not remove it. \
        The peer can put it right themself, with `use correct`.
        """,
      arguments: [.peer, use], examples: ["storyguard use dispute maya k3m9x2-1 --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let use: UseID = try invocation.id("use")
      return try surroundings.atDesk { desk in
        let isFirst = try desk.dispute(use, of: peer)
        let whose = surroundings.actor.role == .peer ? "You can" : "The peer can"
        surroundings.write(
          (isFirst
            ? "Marked as not so. It counts as rest until it is put right.\n"
            : "This was said before, and stands. It counts as rest until it is put right.\n")
            + "\(whose) put it right: `storyguard use correct \(peer) \(use) --on DAY`, or "
            + "`--state didNotTakePlace` if there was no such use.\n")
        return .done
      }
    },
    Command(
      "use", "answer", summary: "note what an organisation says to a use that the peer disputes",
      arguments: [.peer, use],
      options: [.value("--words", "TEXT", "what it says", required: true)],
      examples: [
        "storyguard use answer maya k3m9x2-1 --words \"We mixed up two days.\" --as coordinator:kit"
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let use: UseID = try invocation.id("use")
      let words = try invocation.value("--words")
      return try surroundings.atDesk { desk in
        try desk.answerDispute(of: use, of: peer, words: words)
        surroundings.write("Noted beside it, for the peer to read.\n")
        return .done
      }
    },
  ]
}

/// How what took place is listed.
enum UseListLayout {
  static func page(
    _ record: PeerRecord, today: Day, eventNames: [EventID: String]
  ) -> Page {
    func name(_ engagement: EngagementRecord) -> String? {
      engagement.request?.words.eventName ?? engagement.event.flatMap { eventNames[$0] }
    }
    let uses = record.engagements.flatMap { engagement in
      engagement.sessions.filter {
        [.completed, .endedEarly, .didNotTakePlace].contains(engagement.state(of: $0, on: today))
      }.map { (engagement, $0) }
    }.sorted { ($0.1.first, $0.1.use.text) < ($1.1.first, $1.1.use.text) }
    return Page(
      text: { terminal in
        guard !uses.isEmpty else {
          return "No use yet. `storyguard complete` notes that a booking took place, "
            + "`storyguard record` what wasn't booked here.\n"
        }
        let table = TextTable(
          [
            .left("use"), .left("day"), .left("organisation"), .left("event"), .left("what"),
            .left("what for"), .left("before"), .left("standing"),
          ],
          rows: uses.map { engagement, session in
            let state = engagement.state(of: session, on: today)
            let marks = [
              state == .completed ? nil : state.inWords,
              engagement.origin == .recorded ? "entered late" : nil,
              engagement.origin == .imported ? "from a spreadsheet" : nil,
              record.bookings.disputes[session.use] == nil ? nil : "the peer says it wasn't so",
            ].compactMap { $0 }
            return [
              session.use.text, session.first.inWords, engagement.organisation.text,
              name(engagement) ?? engagement.event?.text ?? "",
              "\(session.kind == .telling ? "told" : "shown"), \(session.channel.inWords)",
              session.purpose?.inWords ?? "not said", session.audience?.inWords ?? "not said",
              marks.joined(separator: "; "),
            ]
          }
        ).text(on: terminal)
        let answers = uses.compactMap { _, session in
          record.bookings.disputes[session.use].map { (session.use, $0.answers) }
        }.flatMap { use, answers in
          answers.map { answer in
            "\(answer.organisation) says to \(use): "
              + "\(answer.words ?? "(words erased)") (\(answer.day.inWords))\n"
          }
        }
        return table + answers.joined()
      },
      json: {
        .array(
          uses.map { engagement, session in
            [
              "use": .string(session.use.text), "engagement": .string(engagement.id.text),
              "organisation": .string(engagement.organisation.text), "day": .day(session.first),
              "kind": .string(session.kind.code), "channel": .string(session.channel.code),
              "event": .id(engagement.event), "eventName": .optional(name(engagement)),
              "purpose": .optional(session.purpose?.code),
              "audience": .optional(session.audience?.code),
              "state": .string(engagement.state(of: session, on: today).code),
              "origin": .string(engagement.origin.code),
              "disputedOn": .day(record.bookings.disputes[session.use]?.day),
              "answers": .array(
                (record.bookings.disputes[session.use]?.answers ?? []).map {
                  [
                    "organisation": .string($0.organisation.text), "words": .optional($0.words),
                    "day": .day($0.day),
                  ]
                }),
            ]
          })
      })
  }
}
