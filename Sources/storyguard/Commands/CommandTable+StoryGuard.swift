extension CommandTable {
  /// Everything that `storyguard` can do: the one table behind parsing, help and completions.
  static let storyguard = CommandTable(
    summary: """
      StoryGuard keeps track of when, where and how often a person's lived-experience story is \
      used, sees to it that they get their rest, and says no to whoever asks too much.
      """,
    version: "0.1",
    firstSteps: [
      FirstStep("storyguard demo", "a made-up coalition's year, with its overused peers marked"),
      FirstStep("storyguard init", "make a registry of your own"),
      FirstStep("storyguard import uses.csv", "bring in the spreadsheet that you keep today"),
    ],
    chapters: [
      Chapter("To begin", ["demo", "init", "import"]),
      Chapter("For peers", ["peer", "story", "consent", "pause", "limits"]),
      Chapter(
        "Asking and answering",
        [
          "check", "request", "answer", "booking", "cancel", "complete", "record", "use", "ask",
          "host", "offer",
        ]),
      Chapter("What is out there", ["placement"]),
      Chapter("Care and pay", ["checkin", "pay", "contribution"]),
      Chapter(
        "For the custodian",
        [
          "report", "alerts", "policy", "role", "audit", "completions", "export", "backup",
          "restore", "notice",
        ]),
    ],
    nouns: [
      Noun("peer", "the people whose stories these are"),
      Noun("story", "their stories: a label and topics, never the text"),
      Noun("consent", "what a peer has granted, and taken back"),
      Noun("pause", "\"not now\": days without any ask, with no reason kept"),
      Noun("limits", "a peer's own limits, in place of the registry's"),
      Noun("booking", "what has been asked for, and where it stands"),
      Noun("use", "what took place, put right where it was recorded wrongly"),
      Noun("placement", "where recordings, prints, posts and pages are, and what comes down"),
      Noun("ask", "what was asked of a peer, what was held back for them, and their say in it"),
      Noun("host", "what goes to whoever opens the door, and how they check it"),
      Noun("offer", "work that needs no story, offered and answered"),
      Noun("checkin", "who checks in with a peer after a telling, and by when"),
      Noun("pay", "what is owed to a peer, and what each side says of it"),
      Noun("contribution", "training and supervision that organisations gave"),
      Noun("export", "what a peer takes away of their own record"),
      Noun("policy", "the registry's rules in numbers, with every version kept"),
      Noun("role", "who belongs to which organisation"),
      Noun("notice", "messages that something is waiting, each sent once"),
      Noun("report", "how often stories are used, and who is overused"),
    ],
    commands: [
      Commands.toBegin,
      Commands.peers,
      Commands.records,
      Commands.stories,
      Commands.consents,
      Commands.pauses,
      Commands.limits,
      Commands.asks,
      Commands.bookings,
      Commands.uses,
      Commands.puttingRight,
      Commands.placements,
      Commands.asking,
      Commands.hosts,
      Commands.offers,
      Commands.checkIns,
      Commands.pay,
      Commands.contributions,
      Commands.copies,
      Commands.reaching,
      Commands.notices,
      Commands.policies,
      Commands.reports,
      Commands.alerts,
      Commands.roles,
      Commands.upkeep,
    ].flatMap { $0 })
}

/// The commands, a file for each group of them.
enum Commands {}
