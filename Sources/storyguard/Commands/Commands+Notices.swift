import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  static let notices: [Command] = [
    Command(
      "notice", "send", summary: "send what waits, each message once",
      discussion: """
        A message says that something is waiting, and how to look; for a peer also whom to turn \
        to. Nothing is sent to a peer during their pause. Run it as often as you like, from cron \
        too, and twice at once if it so happens: what has been sent isn't sent again.
        """,
      options: [
        .value("--folder", "FOLDER", "put each message there as a file", accepts: .folder),
        .flag("--sendmail", "hand each message to the system's mail"),
        .value(
          "--program", "FILE", "the system's mail program; otherwise /usr/sbin/sendmail",
          accepts: .file),
        .value("--from", "ADDRESS", "whom the mails are from"),
      ],
      examples: [
        "storyguard notice send --folder outbox",
        "storyguard notice send --sendmail --from registry@example.org",
      ]
    ) { invocation, surroundings in
      try surroundings.mustBeCustodian()
      let outbox = try invocation.outbox(surroundings.console.environment)
      let ledger = try surroundings.ledger()
      var sending = Sending()
      try sending.run(ledger, to: outbox) { try surroundings.moment(in: ledger) }
      surroundings.show(sending.page)
      guard sending.failed.isEmpty else { throw Failure.unsent(sending.failed.count) }
      return .done
    },
    Command(
      "notice", "list", summary: "list what was sent, and what waits to be",
      discussion: """
        It names nobody. Of a message to a coordinator it says neither what it is about nor when: \
        that would date a peer's no.
        """,
      examples: ["storyguard notice list"]
    ) { _, surroundings in
      try surroundings.mustBeCustodian()
      surroundings.show(try NoticeLayout.list(surroundings))
      return .done
    },
    Command(
      "notice", "read", summary: "read a message that is waiting for you",
      arguments: [Argument("number", "the number in the message")],
      examples: ["storyguard notice read 7KQM-2RXW-HV9D --as peer:maya"]
    ) { invocation, surroundings in
      let ledger = try surroundings.ledger(.readOnly)
      guard let kept = try ledger.notice(numbered: invocation.argument("number")),
        kept.isFor(surroundings.actor, in: try ledger.roles())
      else { throw Failure.noSuchNotice }
      surroundings.show(try NoticeLayout.page(kept, in: ledger))
      return .done
    },
    Command(
      "notice", "help-text", summary: "say whom peers can turn to, in every message to them",
      discussion: "Warm lines, crisis lines, and who answers here: a few short lines.",
      options: [
        .value("--file", "FILE", "the lines; otherwise those in use are shown", accepts: .file)
      ],
      examples: ["storyguard notice help-text --file help.txt"]
    ) { invocation, surroundings in
      guard let path = try invocation.valueIfGiven("--file") else {
        let text = try surroundings.ledger(.readOnly).helpText() ?? NoticeMessage.plainHelp
        surroundings.write(text.hasSuffix("\n") ? text : text + "\n")
        return .done
      }
      try surroundings.mustBeCustodian()
      let text = String(decoding: try surroundings.read(file: path), as: UTF8.self)
      guard text.contains(where: { !$0.isWhitespace }), text.utf8.count <= 4_000 else {
        throw Failure.helpText(path)
      }
      let ledger = try surroundings.ledger()
      try ledger.append(
        toRegistry: [.helpTextSet(text)], by: surroundings.actor,
        at: surroundings.moment(in: ledger).now)
      surroundings.write("Every message to a peer says this from now on.\n")
      return .done
    },
  ]

  static let reaching: [Command] = [
    Command(
      "peer", "reminders", summary: "say whether the peer wants to be reminded of an ask",
      discussion: """
        One reminder at the most, on the day before the time to answer ends. Without it there is none.
        """,
      arguments: [.peer, Argument("wanted", "yes or no", accepts: .oneOf(["yes", "no"]))],
      examples: ["storyguard peer reminders maya yes"]
    ) { invocation, surroundings in
      let isWanted = try invocation.argument("wanted") == "yes"
      return try surroundings.note(
        .support(.remindersWanted(isWanted)), invocation,
        isWanted ? "You get one reminder for an ask." : "You get no reminders.")
    },
    Command(
      "peer", "tell-noes", summary: "say when whoever asks is told of the peer's no",
      discussion: """
        At the end of the time to answer, a no can't be told from silence. Whoever asks reads \
        "not available" in either case.
        """,
      arguments: [
        .peer,
        Argument("when", "at-once or at-the-end", accepts: .oneOf(["at-once", "at-the-end"])),
      ],
      examples: ["storyguard peer tell-noes maya at-the-end"]
    ) { invocation, surroundings in
      let atTheEnd = try invocation.argument("when") == "at-the-end"
      return try surroundings.note(
        .support(.noesTold(atTheEnd: atTheEnd)), invocation,
        atTheEnd
          ? "From now on a no is told when the time to answer ends."
          : "From now on a no is told at once.")
    },
    Command(
      "peer", "rotation", summary: "say whether you want to be thought of in turn",
      discussion: """
        Whoever answers for the registry sees those who take part, who told their story least \
        lately first: so that it isn't always the same few. It promises no asks, and whatever you \
        have set against asks stays as it is. Only the peer says yes or no to it, and may change \
        their mind at any time.
        """,
      arguments: [
        .peer, Argument("part", "whether you take part", accepts: .oneOf(["yes", "no"])),
      ],
      examples: ["storyguard peer rotation maya yes --as peer:maya"]
    ) { invocation, surroundings in
      let takesPart = try invocation.argument("part") == "yes"
      let peer = try invocation.peer()
      try surroundings.atDesk { try $0.chooseRotation(takesPart: takesPart, by: peer) }
      surroundings.show(
        Page(
          text: { _ in
            takesPart
              ? "You take part. To stop: `storyguard peer rotation \(peer) no --as peer:\(peer)`.\n"
              : "You don't take part, and aren't on that list.\n"
          }, json: { ["peer": .id(peer), "takesPart": .bool(takesPart)] }))
      return .done
    },
    Command(
      "peer", "address", summary: "say how the peer is reached",
      arguments: [.peer, Argument("address", "such as an address for mail", count: .optional)],
      options: [.flag("--none", "the peer doesn't want to be reached")],
      examples: ["storyguard peer address maya maya@example.org"]
    ) { invocation, surroundings in
      let address = try invocation.argumentIfGiven("address")
      guard try (address == nil) == invocation.flag("--none") else {
        throw invocation.misuse(.oneOf(["ADDRESS", "--none"]))
      }
      return try surroundings.note(.support(.addressSet(address)), invocation, "Noted.")
    },
  ]
}

extension Invocation {
  /// Where messages are to go.
  fileprivate func outbox(_ environment: [String: String]) throws -> any Outbox {
    let folder = try valueIfGiven("--folder")
    let program = try valueIfGiven("--program")
    let sender = try readIfGiven("--from", as: "an address such as registry@example.org") {
      MailAddress.isOne($0) ? $0 : nil
    }
    switch (folder, try flag("--sendmail")) {
    case (let folder?, false):
      if program != nil { throw misuse(.notTogether("--folder", "--program")) }
      return try FolderOutbox(folder)
    case (nil, true):
      return try MailOutbox(
        program: program ?? "/usr/sbin/sendmail", sender: sender, environment: environment)
    default: throw misuse(.oneOf(["--folder", "--sendmail"]))
    }
  }
}
