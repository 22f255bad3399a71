import ConsentRegistry
import LedgerStore
import Notation

/// Every fault of the command in plain words, each with the next step; the one place for them.
///
/// No names of people and no bound values stand in any of them.
enum Wording {
  static func words(for error: any Error) -> String {
    switch error {
    case let error as Failure: words(for: error)
    case let error as LedgerError: words(for: error)
    case let error as DatabaseError: words(for: LedgerError.database(error))
    case let error as RegistryError: words(for: error)
    case DeskError<LedgerError>.refused(let error): words(for: error)
    case DeskError<LedgerError>.ledger(let error): words(for: error)
    case let error as SummaryRefusal: words(for: error)
    case let error as JSONFault: error.description
    default: "something unexpected went wrong; nothing was changed."
    }
  }

  static func words(for refusal: SummaryRefusal) -> String {
    switch refusal {
    case .cutsAYear:
      "a summary is about whole years, as parts of them would show small counts. Begin on "
        + "1 January and end on 31 December, or leave `--from` and `--to` out."
    case .notOver(let last):
      "a summary is about years that are over. The last one is \(last)."
    case .narrowed:
      "a summary isn't made of one event or story: so few people could be told apart."
    }
  }

  static func words(for failure: Failure) -> String {
    switch failure {
    case .unreadableFile(let path, isThere: false):
      "there is no file at \(path). Check the path and try again."
    case .unreadableFile(let path, isThere: true):
      "the file at \(path) can't be read. Check that it is a file, and that you may read it."
    case .unwritableFile(let path):
      "nothing can be written at \(path). Check the folder and its permissions."
    case .unwrittenOutput:
      "not all of it could be written. Check that there is room on the disk, and try again."
    case .noFolder(let path):
      "the folder \(PrivateFile.shown(path)) isn't there. Make it first, or name another path."
    case .json(let path, let fault): "\(path): \(fault)"
    case .world(let line, let fault): "line \(line): \(fault)"
    case .requestNamesNoPeer(let path):
      "\(path): `peer` is missing. Say who is asked."
    case .requestNamesNoCoordinator(let path):
      "\(path): `coordinator` is missing. Say who asks, so that the peer can know."
    case .sheet(let lines, let total):
      "nothing was imported; \(counted(total, "line needs", "lines need")) mending first:\n"
        + lines.map { "  " + $0 }.joined(separator: "\n")
        + (total > lines.count ? "\n  … and \(total - lines.count) more." : "")
    case .header(let words): words
    case .script(let line): "line \(line) of the script didn't work."
    case .nothingToAnswer: "say which ask: with `--event` or `--engagement`."
    case .policyVersion(let expected):
      "`version` must be \(expected), one more than the last stored. Versions are never reused."
    case .noSuchPolicy(let version):
      "there is no version \(version) of the policy. `storyguard policy history` lists them."
    case .askersDay:
      "one who asks is answered for today. Leave `--today` out."
    case .unknownOrganisation:
      "no use by an organisation of that id is known here. Check its spelling."
    case .nothingOfThat(let kind):
      "no use under that \(kind)'s id is known here. Check its spelling."
    case .forgotten:
      "somebody of that id, name or contact asked to be forgotten. If they want a new record "
        + "themself, or this is another person, choose another id and say `--anew`."
    case .foreignErasures(let path):
      "\(path) belongs to another registry. Move it to where that one is, and try again."
    case .damagedErasures(let path):
      "\(path) can't be read. It keeps people who asked to be forgotten from coming back: put the "
        + "file back from where you keep it, and try again."
    case .notConfirmed:
      "nothing was erased. Type the peer's id to go on, or say `--yes`."
    case .fileExists(let path):
      "there is a file at \(PrivateFile.shown(path)) already; it was left as it is. Choose another path."
    case .damagedBackup(let path):
      "\(PrivateFile.shown(path)) doesn't agree with itself, and wasn't restored. Try an earlier backup."
    case .backupDisagrees(let path):
      "\(PrivateFile.shown(path)) was written and doesn't agree. Run `storyguard audit`, and try again elsewhere."
    case .notACopy(let path):
      "\(path) isn't a copy that `storyguard export peer --format chain` has written."
    case .forThePeersEyes:
      "a peer's whole record is for their own eyes. Write it to a file and hand it over unread: "
        + "`--to FILE`. `--part work` can be shown here; the peer can print all of it."
    case .noMailProgram(let path):
      "there is no mail program at \(path). Name another with `--program`, or use `--folder`."
    case .unsent(let count):
      "\(counted(count, "message")) couldn't be handed over. Nothing is lost; run it again."
    case .noSuchNotice:
      "no message of that number is there for you. Check the number, and `--as`."
    case .helpText(let path):
      "\(path): whom to turn to takes a few lines, up to 4,000 bytes."
    case .machineZoneUnknown:
      "this machine's time zone is unknown. Say where home is: `--zone America/Chicago`."
    }
  }

  static func words(for error: LedgerError) -> String {
    switch error {
    case .notARegistry:
      "the file isn't a StoryGuard registry, or is empty. It was left as it is."
    case .newer(let found, let known):
      "the registry was written by a newer StoryGuard (form \(found), this one knows \(known)). "
        + "It was left as it is; use the newer program."
    case .older: "the registry is of an older form and can't be written to here."
    case .database(let error): words(for: error)
    case .unreadable(let chain, let revision):
      "entry \(revision) of chain \(chain) can't be read. Run `storyguard audit` to see what is "
        + "damaged, and go back to your last backup."
    case .clockWentBack:
      "the moment lies before the latest one recorded here. Check the clock, or `--now`."
    case .tableLeftOut:
      "the registry holds a table that this version can't erase from. Nothing was erased; use the "
        + "newest StoryGuard."
    case .notARehearsal:
      "`--now` works only in a registry made with `storyguard init --rehearsal`."
    }
  }

  private static func words(for error: DatabaseError) -> String {
    switch error.kind {
    case .notADatabase: "the file isn't a StoryGuard registry. It was left as it is."
    case .damaged: "the registry is damaged or cut off. Go back to your last backup."
    case .readOnly:
      "the registry, or its folder, can only be read. Check its permissions; nothing was changed."
    case .full: "the disk is full. Nothing was lost; make room and try again."
    case .busy: "another program is using the registry. Nothing was changed; try again in a moment."
    case .missing:
      "there is no registry there yet. `storyguard init` makes one; `--registry` names another."
    case .alreadyExists: "a file is there already; it was left as it is. Choose another path."
    case .cannotOpen: "the registry can't be opened. Check the path and its permissions."
    case .permission: "you may not open the registry. Check its permissions."
    case .constraint: "the registry doesn't agree with itself. Run `storyguard audit`."
    case .other(let code): "the registry can't be used (code \(code)). Nothing was changed."
    }
  }

  static func words(for error: RegistryError) -> String {
    switch error {
    case .unknownPeer:
      "no such peer is known to you here. Check the id; whoever keeps the registry can add one "
        + "(`storyguard peer add`)."
    case .peerExists: "a peer of that id is already here. Choose another id."
    case .unknownStory:
      "the peer has no such story here. Add it first: `storyguard story add`."
    case .unknownEngagement: "no such ask or booking is known for this peer."
    case .unknownPlacement:
      "no such placement is known for this peer. `storyguard placement list` shows their ids."
    case .placementExists: "a placement of that id is already here. Choose another id."
    case .beforeItWasPlaced(let day):
      "that day lies before it was placed, on \(day.inWords). Check the days."
    case .severalEngagements: "several asks fit. Name one with `--engagement`."
    case .consentEndsBeforeItBegins: "the consent would end before it begins. Check its days."
    case .consentTooLong(let latest):
      "a consent can't last that long; its last day can be \(latest.inWords) at the latest. "
        + "Renewing is a fresh question."
    case .consentBeginsTooLate(let latest):
      "a consent begins within \(Desk<Ledger>.consentBeginsWithin) days after it is given: by \(latest.inWords)."
    case .consentGrantsNothing:
      "the consent grants nothing yet. Name an organisation, purpose, channel and audience."
    case .pauseEndsBeforeItBegins: "the pause would end before it begins. Check its days."
    case .readinessIsOver(let today):
      "that day is over, so it protects nothing. Name one later than today, \(today.inWords); "
        + "`--not-before now` takes it back."
    case .noPause: "no pause is running or to come."
    case .notWaiting(let state):
      "this ask isn't waiting for an answer" + (state.map { ": \($0.inWords)." } ?? ".")
    case .notPossible(let state, let possible):
      "that isn't possible for this booking today"
        + (state.map {
          "; it is " + ($0.howToPutRight == nil ? $0.inWords : "noted as \"\($0.inWords)\"")
        }
          ?? "") + "."
        + (possible.isEmpty
          ? "" : " What is possible now: \(possible.map(\.inWords).joined(separator: ", ")).")
        + (state.flatMap(\.howToPutRight).map { " " + $0 } ?? "")
    case .unknownSession(of: 1): "it has one session; leave `--session` out."
    case .unknownSession(let count):
      "there is no session of that number; it has \(count), 1 being the first."
    case .otherName:
      "the two records are under different names. If both are you, the custodian can join them at "
        + "your word."
    case .unknownUse: "no such use is known for this peer. `storyguard use list` shows them."
    case .inTheFuture(let today):
      "that day hasn't come yet at the peer's home, where it is \(today.inWords)."
    case .onlyThePeer:
      "this is the peer's own to do, or the custodian's at the peer's word."
    case .thePeerAlone:
      "only the peer says this, in their own name: with `--as peer:` and their id. Nobody says it "
        + "for them."
    case .engagementExists: "an ask of that id is already here. Choose another id."
    case .consentExists: "a consent of that id is already here. Choose another id."
    case .notTheirs: "the request names another coordinator. Ask in your own name."
    case .notForThisRole:
      "this isn't for that role to do. `--as` says who acts; the custodian can do it."
    case .unknownConsent:
      "the peer has no consent of that id. `storyguard consent list` shows their ids."
    case .notASupporter:
      "a supporter acts for those who have named them. The peer can: `storyguard peer supporter`."
    case .unknownSupporter:
      "nobody of that id stands by the peer. `storyguard peer show` says who does."
    case .supporterOfTheAsker:
      "a supporter doesn't act in what their own organisation asks. The peer can do it, or "
        + "another supporter."
    case .custodianIsTied:
      "whoever asks for a peer, or works for an organisation that has a tie to them, isn't their "
        + "custodian. Another custodian can do this, or the peer."
    case .askerIsNoWitness:
      "whoever asks, or is of the organisation that asks, isn't the only one to hear a yes. Somebody "
        + "from elsewhere who heard it can be named with `--witness`; or the peer enters it."
    case .untyingUnwitnessed:
      "a tie is taken away by the peer alone. The custodian can note it with a `--witness`: somebody "
        + "else who heard it, who belongs to no tied organisation and hasn't asked for one."
    case .custodianUnnamed:
      "custodians have names here, so the peer's word says who wrote it down. Say who you are: "
        + "`--as custodian:ID`."
    case .notStanding:
      "a host page goes with a confirmed booking that is still to come; this one isn't. An ask "
        + "has to be answered with yes first."
    case .noHostPage:
      "no confirmed booking of that id is still to come for your organisation."
    case .notTheirOrganisation:
      "a coordinator acts for their own organisation alone. `storyguard role list` says which; "
        + "the custodian can change it."
    case .checkedTooOften(let next):
      "this organisation has asked about \(Looks.atMost) days for this person within "
        + "\(counted(Looks.days, "day")). A day asked about already is answered still; about "
        + "another it may ask from \(next.inWords)."
    case .unknownAttempt:
      "no request of that number was held back. `storyguard ask list` shows their numbers."
    case .attemptTakenUp: "this one has been taken up already, and is booked."
    case .attemptAskedAgain:
      "the same was asked again since: `storyguard ask list` shows where that stands."
    case .attemptIsPast(let day):
      "this was for \(day.inWords), which is over. Nothing is left to take up."
    case .notToBeSetAside:
      "one of these rules isn't one to set aside. These are: "
        + RuleCode.allCases.filter(\.allowsException).map(\.code).joined(separator: ", ") + "."
    case .nothingToConfirm:
      "nothing waits for the contact's word. The peer sets something aside first."
    case .noIndependentContact:
      "the peer has no contact outside this organisation yet. `storyguard peer contact` records "
        + "the one they choose."
    case .quietEndsBeforeItBegins:
      "that day is over already. Name a last day from today on."
    case .alreadyClaimed:
      "the peer has already said that this record is theirs. There is nothing left to do."
    case .mergedInto(let other):
      "this record was joined to \(other), who is the same person. Use that id."
    case .sameRecord: "these are one and the same record. Name two."
    case .bothClaimed:
      "both records have been claimed. The custodian can join them, at the word of the one person."
    default: wordsOnOwing(for: error)
    }
  }
}

extension SessionState {
  /// How the peer puts it right, where what became of a session was noted and wasn't so.
  fileprivate var howToPutRight: String? {
    let other: SessionState
    switch self {
    case .completed, .endedEarly: other = .didNotTakePlace
    case .didNotTakePlace: other = .completed
    default: return nil
    }
    return
      "If it wasn't so: `storyguard use correct PEER USE --state \(other.code)` puts it right, "
      + "and `storyguard use dispute PEER USE` marks it. `storyguard use list PEER` shows which USE "
      + "it is."
  }

  /// The state in plain words.
  var inWords: String {
    switch self {
    case .held: "waiting for an answer"
    case .confirmed: "confirmed"
    case .completed: "done"
    case .endedEarly: "ended early"
    case .declined: "declined"
    case .lapsed: "lapsed; silence is no"
    case .cancelledByPeer: "cancelled by the peer"
    case .cancelledByOrganiser: "cancelled by the organiser"
    case .released: "released"
    case .didNotTakePlace: "didn't take place"
    }
  }
}
