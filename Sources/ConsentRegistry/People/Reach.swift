/// How a peer wants to be reached, and what whoever asks is told when.
public struct Reach: Hashable, Sendable {
  /// Whether the peer wants to be reminded once of an ask whose reply time is about to end.
  public private(set) var wantsReminders = false
  /// Whether whoever asks is told of a no only when the reply time ends.
  public private(set) var tellsNoesAtTheEnd = false
  private var address: String??

  /// No reminders, a no is told at once, and the address is the one given on joining.
  public init() {}

  /// How to reach the peer: what they said last, or else on joining.
  public func address(or words: PeerWords) -> String? { address ?? words.contact }

  /// The address that the peer has said since joining, if any; nothing within it for none at all.
  var said: String?? { address }

  mutating func apply(_ step: SupportStep) {
    switch step {
    case .remindersWanted(let isWanted): wantsReminders = isWanted
    case .noesTold(let atTheEnd): tellsNoesAtTheEnd = atTheEnd
    case .addressSet(let address): self.address = .some(address)
    case .named, .letGo, .witnessed: break
    }
  }
}
