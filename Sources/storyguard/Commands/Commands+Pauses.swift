import ConsentRegistry
import Notation

extension Commands {
  static let pauses: [Command] = [
    Command(
      "pause", "set", summary: "pause: no asks, no uses, no reason needed",
      arguments: [.peer],
      options: [
        .value("--from", "DAY", "its first day; otherwise today"),
        .value("--until", "DAY", "its last day; otherwise until it is lifted"),
        .list("--keep", "ENGAGEMENT", "a booking inside it to keep; the others are released"),
      ],
      examples: ["storyguard pause set maya", "storyguard pause set maya --until 2026-06-30"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      try surroundings.atDesk { desk in
        let record = try desk.recordForReading(of: peer)
        let pause = Pause(
          from: try invocation.dayIfGiven("--from") ?? desk.moment.today(in: record.zone),
          until: try invocation.dayIfGiven("--until"))
        let kept: [EngagementID] = try invocation.readAll(
          "--keep", as: "the id of an ask or booking", Invocation.plainID)
        let letGo = try desk.pause(pause, keeping: Set(kept), by: peer)
        surroundings.write(
          "Paused \(PauseLayout.inWords(pause)).\n" + letGo.inWords(because: "inside the pause"))
      }
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
