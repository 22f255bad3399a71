import ConsentRegistry
import Notation

extension Commands {
  private static func counts(of topics: [String: Openness]) -> String {
    func count(_ openness: Openness) -> Int { topics.values.count { $0 == openness } }
    return "\(counted(count(.share), "topic")) to share, \(count(.askFirst)) to ask about first, "
      + "\(count(.offLimits)) not open"
  }

  static let stories: [Command] = [
    Command(
      "story", "add", summary: "add a story, or set its topics anew",
      discussion: """
        A label and topics in the peer's own words; the story's text is never stored. A topic that \
        isn't listed isn't open. Told again, a story has the topics listed now and no others.
        """,
      arguments: [.peer, Argument("story", "the story's id")],
      options: [
        .value("--label", "TEXT", "what the peer calls it"),
        .many("--share", "TOPIC", "a topic that may be spoken of"),
        .many("--ask-first", "TOPIC", "a topic to ask about first"),
        .many("--off-limits", "TOPIC", "a topic that isn't open"),
      ],
      examples: [
        "storyguard story add maya finding-home --share housing --ask-first court"
      ]
    ) { invocation, surroundings in
      var topics: [String: Openness] = [:]
      for (option, openness) in [
        ("--share", Openness.share), ("--ask-first", .askFirst), ("--off-limits", .offLimits),
      ] {
        // The narrower word stands where a topic is named twice.
        for topic in try invocation.values(option) { topics[topic] = openness }
      }
      let peer = try invocation.peer()
      let story: StoryID = try invocation.id("story")
      let boundary = Boundary(topics: topics)
      let label = try invocation.valueIfGiven("--label")
      let change = try surroundings.atDesk { desk in
        let before = try desk.read(peer)
        try desk.note(.storyTold(story, label: label, boundary: boundary), of: peer)
        return before.map { before in
          StoryChange(
            story: story, before: before, after: boundary,
            today: desk.moment.today(in: before.zone))
        }
      }
      surroundings.write(
        "Noted: \(counts(of: topics)). A topic that isn't listed isn't open; what may be asked, a "
          + "consent says.\n" + (change?.inWords ?? ""))
      return .done
    },
    Command(
      "story", "list", summary: "list a peer's stories and their topics",
      arguments: [.peer], examples: ["storyguard story list maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      try surroundings.atDesk { desk in
        let record = try desk.recordForReading(of: peer)
        surroundings.show(StoryLayout.list(record))
      }
      return .done
    },
  ]
}

/// How a peer's stories are listed.
enum StoryLayout {
  static func list(_ record: PeerRecord) -> Page {
    let stories = record.boundaries.sorted { $0.key < $1.key }
    return Page(
      text: { terminal in
        guard !stories.isEmpty else {
          return
            "No story yet. Add one: `storyguard story add \(record.peer) STORY --share TOPIC`.\n"
        }
        return TextTable(
          [.left("story"), .left("share"), .left("ask first"), .left("not open")],
          rows: stories.map { story, boundary in
            [story.text] + Openness.allCases.map { topics(boundary, $0).joined(separator: ", ") }
          }
        ).text(on: terminal)
      },
      json: {
        .array(
          stories.map { story, boundary in
            [
              "story": .string(story.text), "label": .optional(record.labels[story]),
              "share": .array(topics(boundary, .share).map(JSON.string)),
              "askFirst": .array(topics(boundary, .askFirst).map(JSON.string)),
              "offLimits": .array(topics(boundary, .offLimits).map(JSON.string)),
            ]
          })
      })
  }

  private static func topics(_ boundary: Boundary, _ openness: Openness) -> [String] {
    boundary.topics.filter { $0.value == openness }.keys.sorted()
  }
}
