/// Who stands by a peer, and who heard their word, as the entries add up.
public struct Supporters: Hashable, Sendable {
  /// Each supporter, with the organisation they work for, if any.
  public private(set) var named: [SupporterID: OrganisationID?] = [:]
  /// Whom the peer has let go, and not named again.
  private(set) var letGo: Set<SupporterID> = []
  /// Who heard a word of the peer's, beside whoever entered it.
  public private(set) var witnesses: [PeersWord: WitnessID] = [:]

  /// Nobody yet.
  public init() {}

  /// Whether the peer has named somebody of this id.
  public func contains(_ id: String) -> Bool {
    SupporterID(id).map { named[$0] != nil } ?? false
  }

  /// The organisation that somebody of this id works for, if any.
  func organisation(of id: String) -> OrganisationID? {
    SupporterID(id).flatMap { named[$0] ?? nil }
  }

  mutating func apply(_ step: SupportStep) {
    switch step {
    case .named(let supporter, let organisation):
      named[supporter] = .some(organisation)
      letGo.remove(supporter)
    case .letGo(let supporter):
      named[supporter] = nil
      letGo.insert(supporter)
    case .witnessed(let word, let witness, _): witnesses[word] = witness
    case .remindersWanted, .noesTold, .addressSet, .rotationChosen: break
    }
  }
}
