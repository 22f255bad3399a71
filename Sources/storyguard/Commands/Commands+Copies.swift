import ConsentRegistry
import FoundationEssentials
import LedgerStore
import Markup
import Notation

extension Commands {
  /// What is written out of the registry, and read back: a peer's own copy, backups.
  static let copies: [Command] = [
    Command(
      "export", "peer", summary: "write out a peer's own record, for them to keep",
      discussion: """
        For the peer. The custodian may write it to a file for them, at their word, and hand it \
        over unread: much of it is for the peer's eyes alone. Nobody may require a peer to hand it \
        on.

        --format html is a page to read and print; json is for other programs; chain proves \
        itself: `storyguard audit --copy FILE` checks it with no registry at hand. --part work \
        holds only what took place, to show an employer: no limit, pause, no or note.

        The registry remembers where a file was written. If the record is erased while the file \
        stays there unchanged, it is removed too: move what you want to keep to a place of your \
        own.
        """,
      arguments: [.peer],
      options: [
        .value(
          "--part", "PART", "the whole record, or only the work; otherwise whole",
          accepts: .oneOf(["whole", "work"])),
        .value(
          "--to", "FILE",
          "write to this new file; it goes if the record is erased while it lies there unchanged",
          accepts: .file),
      ],
      formats: ["table", "json", "html", "chain"],
      examples: [
        "storyguard export peer maya --format html --to maya.html",
        "storyguard export peer maya --part work",
        "storyguard export peer maya --format chain --as peer:maya",
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let isWork = try invocation.valueIfGiven("--part") == "work"
      if isWork, surroundings.format == .chain {
        throw invocation.misuse(.notTogether("--part work", "--format chain"))
      }
      let path = try invocation.valueIfGiven("--to").map(PrivateFile.whole)
      let isUnread = !isWork && surroundings.actor.role != .peer
      let ledger = try surroundings.ledger(path == nil ? .readOnly : .readWrite)
      let desk = try surroundings.desk(ledger)
      try desk.mustSpeak(for: peer)
      guard !isUnread || path != nil else { throw Failure.forThePeersEyes }
      _ = try desk.recordForReading(of: peer)
      // Read from the entries themselves, with every word that is in them.
      guard let record = try ledger.record(of: peer, asKnownAt: nil) else {
        throw RegistryError.unknownPeer
      }
      let today = desk.moment.today(in: record.zone)
      let bytes = try surroundings.ownCopy(of: record, isWork: isWork, today, at: desk)
      guard let path else {
        surroundings.write(String(decoding: bytes, as: UTF8.self))
        return .done
      }
      // Remembered first: a file that nobody knows of couldn't be removed when they are erased.
      try ledger.remember(
        WrittenFile(
          kind: .export, path: path, day: today, digest: Surroundings.tools.digest(bytes)),
        of: peer)
      try PrivateFile.make(bytes, at: path)
      guard !isUnread else {
        surroundings.complain(
          "Written to \(PrivateFile.shown(path)). It is the peer's own: hand it over unread.\n"
            + Surroundings.stayedFile)
        return .done
      }
      surroundings.write(
        "Written to \(PrivateFile.shown(path)). Only its owner can read it.\n"
          + Surroundings.stayedFile)
      return .done
    },
    Command(
      "backup", summary: "copy the whole registry to a new file, and check the copy",
      discussion: """
        Others may go on working meanwhile. Keep it where only the custodian can reach it: whoever \
        can read it can read everything in it. The list of those who asked to be forgotten goes \
        beside it, as FILE.erased.

        The registry remembers where it was written, so that erasing a peer takes them out of it.
        """,
      arguments: [Argument("file", "the file to be made", accepts: .file)],
      examples: ["storyguard backup 2026-05-01.db"]
    ) { invocation, surroundings in
      try surroundings.mustBeCustodian()
      return try Backup(surroundings).make(at: PrivateFile.whole(try invocation.argument("file")))
    },
    Command(
      "restore", summary: "bring a registry back from a backup, without those erased since",
      discussion: """
        Makes the registry that --registry names, where none is, or --replace says so. The backup \
        itself isn't touched. Everybody who was erased since it was made is erased again before \
        anything else.
        """,
      arguments: [Argument("file", "the backup", accepts: .file)],
      options: [.flag("--replace", "put it in the place of the registry that is there")],
      examples: ["storyguard restore 2026-05-01.db --registry storyguard.db"]
    ) { invocation, surroundings in
      try surroundings.mustBeCustodian()
      return try Backup(surroundings).restore(
        from: PrivateFile.whole(try invocation.argument("file")),
        isReplacing: try invocation.flag("--replace"))
    },
  ]
}

extension Surroundings {
  /// What becomes of a file that is left where it was written.
  fileprivate static let stayedFile =
    "If the record is erased while this file stays there unchanged, it is removed too: to keep it, "
    + "move it to a place of your own.\n"

  /// A peer's own copy in the shape that was asked for.
  fileprivate func ownCopy(
    of record: PeerRecord, isWork: Bool, _ today: Day, at desk: Desk<Ledger>
  ) throws -> [UInt8] {
    let ledger = desk.ledger
    if format == .chain { return try ledger.ownCopy(of: record.peer, written: today) }
    let entries = try ledger.readableEntries(of: record.peer)
    let reading = OwnRecordReading(
      record: record, entries: entries, names: try ledger.organisationNames(),
      policies: desk.policies, policy: desk.terms(for: record, on: today), today: today)
    let own = isWork ? reading.work() : reading.whole()
    switch format {
    case .html: return Array(own.page.text.utf8)
    case .json:
      return Array((isWork ? reading.workJSON : reading.json).printed.utf8)
    case .table, .csv, .markdown, .chain: return Array(own.text(on: console.output).utf8)
    }
  }
}
