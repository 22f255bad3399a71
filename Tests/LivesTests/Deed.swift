import ConsentRegistry

/// What somebody does to a peer's record, or tries to.
struct Deed {
  /// What it is, for a trace.
  let words: String
  /// Who may do it.
  let may: May
  /// Whether it is done on a day, which can't be one that hasn't come.
  let isDated: Bool
  /// Does it at a desk.
  let run: (Desk<Books>, PeerID) throws -> Reply
  /// What it means to the second fold, and whether it may be done at all.
  let means: (inout NaiveLife, When, Reply) -> Verdict
  /// Whether a supporter may do it, where that isn't said by `may` alone; nothing if it is open.
  let bySupporter: ((NaiveLife) -> Bool?)?

  init(
    _ words: String, _ may: May, isDated: Bool = true,
    _ run: @escaping (Desk<Books>, PeerID) throws -> Reply,
    means: @escaping (inout NaiveLife, When, Reply) -> Verdict,
    bySupporter: ((NaiveLife) -> Bool?)? = nil
  ) {
    self.words = words
    self.may = may
    self.isDated = isDated
    self.run = run
    self.means = means
    self.bySupporter = bySupporter
  }
}

/// The days on which something is done, at the peer's home, by their numbers.
struct When {
  /// The day of the moment recorded.
  let now: Int
  /// The day on which it is said to have happened.
  let day: Int
}

/// What came of a deed.
enum Reply {
  /// It was done.
  case done
  /// It was only looked at.
  case read(Heard)
  /// An ask, put to the peer; or a use, entered.
  case added(EngagementRecord, Heard = Heard())
  /// The guard said no.
  case denied(Heard = Heard())
  /// It was refused.
  case refused(RegistryError)
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

/// Who may do what, as the design says it.
enum May {
  /// The peer, or the custodian at the peer's word.
  case speakFor
  /// Those, and who stands by the peer.
  case standBy
  /// Whoever coordinates, in their own name, or the custodian for them.
  case ask(coordinator: CoordinatorID?)
  /// Anybody.
  case look

  func allows(_ actor: Actor, _ life: NaiveLife) -> Bool {
    switch (self, actor.role) {
    case (.look, _): true
    case (.ask, .custodian): true
    case (.ask(let coordinator), .coordinator): actor.id == coordinator?.text
    case (.ask, _): false
    case (_, .custodian): true
    case (_, .peer): actor.id == life.peer.text
    case (.standBy, .supporter): true
    case (.speakFor, .supporter), (_, .coordinator): false
    }
  }
}

/// Those who come to the desk.
enum Who: CaseIterable, Sendable {
  case peer, otherPeer, supporter, coordinator, otherCoordinator, custodian

  func actor(for deed: Deed, _ life: NaiveLife) -> Actor {
    switch self {
    case .peer: Actor(role: .peer, id: life.peer.text)
    case .otherPeer: Actor(role: .peer, id: "somebody-else")
    case .supporter: Actor(role: .supporter, id: "sam")
    case .coordinator:
      if case .ask(let coordinator?) = deed.may {
        Actor(role: .coordinator, id: coordinator.text)
      } else {
        Actor(role: .coordinator, id: "kit")
      }
    case .otherCoordinator: Actor(role: .coordinator, id: "nan")
    case .custodian: Actor(role: .custodian, id: nil)
    }
  }
}

/// One of the things that can be done, with how often it is drawn and who mostly does it.
struct Verb: Sendable {
  let name: String
  let weight: Int
  let mostly: [Who]
  let draw: @Sendable (inout Scene) -> Deed

  init(
    _ name: String, weight: Int, by mostly: Who..., draw: @escaping @Sendable (inout Scene) -> Deed
  ) {
    self.name = name
    self.weight = weight
    self.mostly = mostly
    self.draw = draw
  }

  /// Everything that can be done.
  static let all: [Verb] = asks + choices + notes
}
