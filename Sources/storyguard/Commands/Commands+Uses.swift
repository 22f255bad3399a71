import ConsentRegistry
import Notation

extension Commands {
  static let uses: [Command] = [
    Command(
      "record", summary: "record a use that took place, afterwards",
      discussion: """
        What happened may be recorded whether or not it would have been permitted. It counts from \
        its day. No reason is kept for one that ended early.
        """,
      arguments: [.peer],
      options: [
        .value("--organisation", "ORGANISATION", "who used it", required: true),
        .value(
          "--kind", "KIND", "a telling, or an exposure of a recording or text",
          accepts: .words(UseKind.self), required: true),
        .value(
          "--channel", "CHANNEL", "how it reached people", accepts: .words(Channel.self),
          required: true),
        .value("--start", "TIME", "when a telling began there, such as 2026-05-01T18:00"),
        .value("--event-zone", "ZONE", "the zone of that clock; otherwise the peer's home"),
        .value("--minutes", "NUMBER", "how long it was"),
        .value("--on", "DAY", "the day, where no time is known"),
        .value("--story", "STORY", "which story; otherwise `unsaid`"),
        .value("--event", "EVENT", "the event's id"),
        .value("--event-name", "TEXT", "what the event was called"),
        .value("--purpose", "PURPOSE", "what for", accepts: .words(Purpose.self)),
        .value("--audience", "AUDIENCE", "before whom", accepts: .words(Audience.self)),
        .flag("--ended-early", "it ended early"),
        .value("--id", "ENGAGEMENT", "an id for it; otherwise one is made"),
      ],
      examples: [
        """
        storyguard record maya --organisation riverside --kind telling --channel inPerson \
        --start 2026-05-01T18:00 --minutes 15 --purpose training
        """,
        """
        storyguard record maya --organisation riverside --kind exposure --channel social \
        --on 2026-05-03
        """,
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      return try surroundings.atDesk { desk in
        // Who may not record learns nothing of who is here.
        try desk.mustSpeak(for: peer)
        guard let home = try desk.read(peer)?.zone else { throw RegistryError.unknownPeer }
        let entry = try LateEntry(invocation, home: home)
        let engagement = try desk.record(
          entry, of: peer, as: try invocation.idIfGiven("--id"))
        surroundings.write(
          "Recorded: a\(entry.kind == .exposure ? "n exposure" : " telling") on "
            + "\(engagement.first?.inWords ?? "that day") at the peer's home.\n")
        return .done
      }
    }
  ]
}

extension LateEntry {
  /// A use that took place, from what was typed.
  fileprivate init(_ invocation: Invocation, home: Zone) throws {
    let kind: UseKind = try invocation.wordIfGiven("--kind") ?? .telling
    let channel: Channel = try invocation.wordIfGiven("--channel") ?? .inPerson
    let fitting = kind == .telling ? Channel.tellings : Channel.exposures
    guard fitting.contains(channel) else {
      throw invocation.misuse(
        .notAChoice(of: "--channel", choices: fitting.map(\.code), nearest: nil))
    }
    let start = try invocation.readIfGiven("--start", as: "a time such as 2026-05-01T18:00") {
      LocalTime($0)
    }
    let time: Time
    switch (start, try invocation.dayIfGiven("--on")) {
    case (let start?, nil):
      let minutes = try invocation.readIfGiven("--minutes", as: "a number of minutes") {
        Int($0).flatMap { (0...100_000).contains($0) ? $0 : nil }
      }
      time = .start(
        start, try invocation.zoneIfGiven("--event-zone") ?? home, minutes: minutes ?? 0)
    case (nil, let day?): time = .day(day)
    default: throw invocation.misuse(.oneOf(["--start", "--on"]))
    }
    self.init(
      kind: kind, channel: channel, time: time,
      story: try invocation.idIfGiven("--story") ?? LateEntry.unsaidStory,
      organisation: try invocation.id("--organisation"),
      event: try invocation.idIfGiven("--event"),
      eventName: try invocation.valueIfGiven("--event-name"),
      purpose: try invocation.wordIfGiven("--purpose"),
      audience: try invocation.wordIfGiven("--audience"),
      endedEarly: try invocation.flag("--ended-early"))
  }
}
