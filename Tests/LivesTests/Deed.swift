import ConsentRegistry

/// What somebody does to a peer's record, or tries to.
struct Deed {
  /// What it is, for a trace.
  let words: String
  /// Who may do it.
  let may: May
  /// Whether it is done on a day, which can't be one that hasn't come.
  var isDated = true
  /// The bookings that a supporter may not touch if those they work for have asked for them.
  var touches: Set<EngagementID> = []
  /// The organisation that has offered what it answers, if it answers an offer.
  var offeredBy: OrganisationID?
  /// The organisations to which it says yes, if it does.
  var yesTo: Set<OrganisationID> = []
  /// Whether a custodian, whom nobody here stands beside, may not do it.
  var needsAWitness: (NaiveLife) -> Bool = { _ in false }
  /// Whether a supporter may do it, where `may` alone doesn't say so; nothing if it is open.
  var bySupporter: ((NaiveLife) -> Bool?)?
  /// The start day that is asked about, if one is.
  var starts: Int?
  /// Whether one who asks isn't told that there is no such peer.
  var isBlind = false
  /// Whether it is how a peer comes to be here.
  var isJoining = false
  /// Does it at a desk.
  let run: (Desk<Books>, PeerID) throws -> Reply
  /// What it means to the second fold, and whether it may be done at all.
  let means: (inout NaiveLife, When, Reply) -> Verdict

  init(
    _ words: String, _ may: May, _ run: @escaping (Desk<Books>, PeerID) throws -> Reply,
    means: @escaping (inout NaiveLife, When, Reply) -> Verdict = { _, _, _ in .open }
  ) {
    self.words = words
    self.may = may
    self.run = run
    self.means = means
  }

  /// The same deed with some of its sides changed.
  func with(_ change: (inout Deed) -> Void) -> Deed {
    var deed = self
    change(&deed)
    return deed
  }
}

/// The days on which something is done, at the peer's home, by their numbers.
struct When {
  /// The day of the moment recorded.
  let now: Int
  /// The day on which it is said to have happened.
  let day: Int
  /// The day of the moment recorded, by the world's clock.
  let there: Int
  /// In which role.
  let role: Actor.Role
  /// The moment recorded, in seconds.
  let moment: Int
}

/// What came of a deed.
enum Reply {
  /// It was done.
  case done
  /// It was only looked at.
  case read(Heard)
  /// An ask, put to the peer; or a use, entered.
  case added(EngagementRecord, Heard = Heard(), granting: [Consent] = [])
  /// A yes, and what it has granted besides.
  case agreed([Consent])
  /// A booking as it stands from now on.
  case changed(EngagementRecord)
  /// The guard said no.
  case denied(Heard = Heard())
  /// It was refused.
  case refused(RegistryError)

  var isRefused: Bool { if case .refused = self { true } else { false } }
}

/// Whether a deed may be done, as the second fold has it.
enum Verdict {
  /// It is done, or the guard says no; a refusal would be a fault.
  case legal
  /// It is refused, and nothing changes.
  case illegal
  /// Either.
  case open
}

/// One of the things that can be done, with how often it is drawn and who mostly does it.
struct Verb: Sendable {
  let name: String
  let weight: Int
  let mostly: [Who]
  /// What often follows on it at once.
  let next: String?
  let draw: @Sendable (inout Scene) -> Deed

  init(
    _ name: String, weight: Int, by mostly: Who..., then next: String? = nil,
    draw: @escaping @Sendable (inout Scene) -> Deed
  ) {
    self.name = name
    self.weight = weight
    self.mostly = mostly
    self.next = next
    self.draw = draw
  }

  /// Everything that can be done.
  static let all: [Verb] =
    asks + bookings + changes + asking + choices + notes + placing + owing + work

  static func named(_ name: String) -> Verb? { all.first { $0.name == name } }
}
