import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  static let pauses: [Command] = [
    Command(
      "pause", "set", summary: "pause: no asks, no uses, no reason needed",
      discussion: """
        What is booked inside it is let go, but for what --keep names. --dry-run shows it all and \
        changes nothing.
        """,
      arguments: [.peer],
      options: [
        .value("--from", "DAY", "its first day; otherwise today"),
        .value("--until", "DAY", "its last day; otherwise until it is lifted"),
        .list("--keep", "ENGAGEMENT", "a booking inside it to keep; the others are released"),
        .flag("--dry-run", "show what would happen, and change nothing"),
      ],
      examples: [
        "storyguard pause set maya", "storyguard pause set maya --until 2026-06-30",
        "storyguard pause set maya --dry-run",
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let isDryRun = try invocation.flag("--dry-run")
      let desk = try surroundings.desk(surroundings.ledger(isDryRun ? .readOnly : .readWrite))
      let record = try desk.recordForReading(of: peer)
      let pause = Pause(
        from: try invocation.dayIfGiven("--from") ?? desk.moment.today(in: record.zone),
        until: try invocation.dayIfGiven("--until"))
      let kept: [EngagementID] = try invocation.readAll(
        "--keep", as: "the id of an ask or booking", Invocation.plainID)
      let letGo =
        try isDryRun
        ? desk.whatWouldBeLetGo(by: pause, keeping: Set(kept), of: peer)
        : desk.pause(pause, keeping: Set(kept), by: peer)
      surroundings.show(PauseLayout.page(pause, letGo, of: peer, isDryRun: isDryRun))
      return .done
    },
    Command(
      "pause", "lift", summary: "lift every pause; yesterday was its last day",
      arguments: [.peer], examples: ["storyguard pause lift maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      try surroundings.atDesk { try $0.liftPause(of: peer) }
      surroundings.write("Lifted.\n")
      return .done
    },
    Command(
      "pause", "list", summary: "list a peer's pauses",
      arguments: [.peer], examples: ["storyguard pause list maya --as peer:maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      try surroundings.atDesk { desk in
        let record = try desk.recordForReading(of: peer)
        surroundings.show(PauseLayout.list(record, reader: surroundings.actor.role))
      }
      return .done
    },
  ]
}

/// How a peer's pauses are listed: their days are for the peer and who stands by them.
enum PauseLayout {
  /// What a pause has done, or would do, and how it ends.
  static func page(_ pause: Pause, _ letGo: LetGo, of peer: PeerID, isDryRun: Bool) -> Page {
    func ids(_ engagements: [EngagementID]) -> String {
      engagements.map(\.text).joined(separator: ", ")
    }
    return Page(
      text: { _ in
        var text =
          isDryRun
          ? "This is what a pause \(inWords(pause)) would do. Nothing has been changed.\n"
          : "Paused \(inWords(pause)).\n" + letGo.inWords(because: "inside the pause")
        if isDryRun {
          text +=
            letGo.engagements.isEmpty
            ? "Nothing would be let go.\n"
            : "Would be let go, as inside the pause: \(ids(letGo.engagements)). "
              + "`--keep ENGAGEMENT` keeps one.\n"
        }
        if !letGo.kept.isEmpty {
          text +=
            "\(isDryRun ? "Would be kept" : "Kept") although inside it: \(ids(letGo.kept)).\n"
        }
        return text + "To lift it at any time: `storyguard pause lift \(peer)`.\n"
      },
      json: {
        [
          "dryRun": .bool(isDryRun), "from": .day(pause.from), "until": .day(pause.until),
          "released": .array(letGo.engagements.map { .id($0) }),
          "kept": .array(letGo.kept.map { .id($0) }),
        ]
      })
  }

  static func list(_ record: PeerRecord, reader: Actor.Role) -> Page {
    let mayRead = reader == .peer || reader == .supporter
    return Page(
      text: { _ in
        guard mayRead else { return "Pauses are the peer's own choice, and are shown to them.\n" }
        return record.pauses.isEmpty
          ? "No pause. `storyguard pause set \(record.peer)` begins one.\n"
          : record.pauses.map { "\(inWords($0).capitalizedFirst).\n" }.joined()
      },
      json: {
        guard mayRead else { return ["pauses": "the peer's own choice"] }
        return .array(
          record.pauses.map { ["from": .day($0.from), "until": .day($0.until)] })
      })
  }

  static func inWords(_ pause: Pause) -> String {
    "from \(pause.from.inWords) "
      + (pause.until.map { "until \($0.inWords)" } ?? "until it is lifted")
  }
}
