import ConsentRegistry
import Glibc
import LedgerStore
import Notation

extension Commands {
  /// What a peer does with their record as a whole: take it on, join two, have it erased.
  static let records: [Command] = [
    Command(
      "peer", "claim", summary: "note that a peer takes on the record that an import made",
      discussion: """
        The peer says that this is them. What the sheet said stays, and rests them. Until then \
        nothing can be asked of them.
        """,
      arguments: [.peer],
      options: [
        .value("--zone", "ZONE", "where home is, if the import had it wrong"),
        .value("--name", "TEXT", "the peer's name, as they want it written"),
        .value("--introduce-as", "TEXT", "introduce me as …, in the peer's words"),
        .value("--ask-me-about", "TEXT", "ask me about …, in the peer's words"),
        .value("--contact", "TEXT", "how to reach the peer"),
      ],
      examples: ["storyguard peer claim peer-4f1c02ab --zone America/Chicago"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let home = try invocation.zoneIfGiven("--zone")
      let words = try PeerWords(invocation)
      try surroundings.atDesk { desk in
        try surroundings.mustNotBeForgotten(peer, words, isAnew: true, in: desk.ledger)
        let record = try desk.claim(peer, home: home, words: words)
        surroundings.show(ClaimLayout.page(record, names: try desk.ledger.organisationNames()))
      }
      return .done
    },
    Command(
      "peer", "merge", summary: "join two records of one person, at that person's word",
      discussion: """
        All that was used, asked and noted under the other record comes over, and nothing counts \
        twice. Of what was chosen in each, the stricter stands: a safeguard is done without only \
        if both do without it, and no messages in one are none in both. A consent of the other \
        record that a withdrawal has touched ends: it is asked for afresh. It can't be undone.

        A peer can join a record that nobody has claimed. If both are claimed, the custodian does \
        it, at the word of the one person.
        """,
      arguments: [
        Argument("keep", "the id that stays"), Argument("other", "the id that goes"),
      ],
      options: [.witness],
      examples: ["storyguard peer merge maya peer-4f1c02ab"]
    ) { invocation, surroundings in
      let keep: PeerID = try invocation.id("keep")
      let other: PeerID = try invocation.id("other")
      let witness: WitnessID? = try invocation.idIfGiven("--witness")
      try surroundings.atDesk { desk in
        let ledger = desk.ledger
        let joined = try desk.witnessed(by: witness).merge(
          other, into: keep,
          history: { (peer) throws(LedgerError) in try ledger.history(of: peer) },
          untold: { (peer) throws(LedgerError) in try ledger.untoldNotices(of: peer) },
          rename: ledger.renamed)
        surroundings.show(MergeLayout.page(joined, other: other))
      }
      return .done
    },
    Command(
      "peer", "erase", summary: "erase a peer for good, at their word",
      discussion: """
        Everything goes: the record, its words, its copies here and the backups that can be \
        reached. What is left says nothing of who it was. Those who used the story are listed, to \
        be told. An old sheet or backup can't bring the person back.

        `storyguard export peer` first writes out what the peer may want to keep. Copies written \
        on this machine go with it: move what you want to keep to a place of your own first.
        """,
      arguments: [.peer],
      options: [
        .flag("--dry-run", "only say what would go, who would be told, and what stays"),
        .flag("--yes", "don't ask for the id once more"),
      ],
      examples: [
        "storyguard peer erase maya --dry-run", "storyguard peer erase maya --as peer:maya --yes",
      ]
    ) { invocation, surroundings in
      try surroundings.erase(
        try invocation.peer(), isDryRun: try invocation.flag("--dry-run"),
        isConfirmed: try invocation.flag("--yes"))
    },
  ]
}

extension PeerWords {
  /// The words that were typed, each where there is one.
  init(_ invocation: Invocation) throws {
    self.init(
      name: try invocation.valueIfGiven("--name"),
      introduceMeAs: try invocation.valueIfGiven("--introduce-as"),
      askMeAbout: try invocation.valueIfGiven("--ask-me-about"),
      contact: try invocation.valueIfGiven("--contact"))
  }
}

extension Surroundings {
  /// What a peer has to know before they erase, or they lose the copy that they took to keep.
  static let copiesGoToo =
    "Copies written on this machine go with it: move what you want to keep to a place of your own "
    + "first.\n"

  fileprivate func erase(
    _ peer: PeerID, isDryRun: Bool, isConfirmed: Bool
  ) throws -> ExitStatus {
    let ledger = try ledger(isDryRun ? .readOnly : .readWrite)
    let desk = try desk(ledger)
    try desk.mustSpeak(for: peer)
    let record = try desk.recordForReading(of: peer)
    let erasing = Erasing(surroundings: self, ledger: ledger)
    let plan = try erasing.plan(record, on: try desk.today(of: record))
    let layout = ErasureLayout(plan: plan, names: try ledger.organisationNames())
    if isDryRun {
      show(layout.preview())
      return .done
    }
    guard try isConfirmed || confirms(peer) else { throw Failure.notConfirmed }
    show(layout.done(try erasing.carryOut(plan, moment: desk.moment)))
    return .done
  }

  /// Asks for the id once more, if somebody is there to type it.
  private func confirms(_ peer: PeerID) throws -> Bool {
    guard isatty(STDIN_FILENO) == 1 else { return false }
    complain(Surroundings.copiesGoToo + "This can't be undone. Type the peer's id to go on: ")
    return readLine() == peer.text
  }
}
