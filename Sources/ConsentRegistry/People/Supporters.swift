/// Who stands by a peer, as the entries add up.
public struct Supporters: Hashable, Sendable {
  /// Each supporter, with the organisation they work for, if any.
  public private(set) var named: [SupporterID: OrganisationID?] = [:]

  /// Nobody yet.
  public init() {}

  mutating func apply(_ step: SupportStep) {
    switch step {
    case .named(let supporter, let organisation): named[supporter] = .some(organisation)
    case .letGo(let supporter): named[supporter] = nil
    }
  }
}
