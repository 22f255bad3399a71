/// How a peer wants to be reached and thought of, and what whoever asks is told when.
public struct Reach: Hashable, Sendable {
  /// Whether the peer wants to be reminded once of an ask whose reply time is about to end.
  public private(set) var wantsReminders = false
  /// Whether whoever asks is told of a no only when the reply time ends.
  public private(set) var tellsNoesAtTheEnd = false
  private var address: String??
  /// What the peer has said of being thought of in turn; nothing while they haven't.
  private(set) var rotation: Bool?

  /// No reminders, a no is told at once, the address is the one given on joining, and no turns.
  public init() {}

  /// Whether the peer wants to be thought of in turn: only if they have said so.
  public var takesPartInRotation: Bool { rotation ?? false }

  /// How to reach the peer: what they said last, or else on joining.
  public func address(or words: PeerWords) -> String? { address ?? words.contact }

  /// The address that the peer has said since joining, if any; nothing within it for none at all.
  var said: String?? { address }

  mutating func apply(_ step: SupportStep) {
    switch step {
    case .remindersWanted(let isWanted): wantsReminders = isWanted
    case .noesTold(let atTheEnd): tellsNoesAtTheEnd = atTheEnd
    case .addressSet(let address): self.address = .some(address)
    case .rotationChosen(let takesPart): rotation = takesPart
    case .named, .letGo, .witnessed: break
    }
  }
}
