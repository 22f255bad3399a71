/// The smallest thing that can be new in an alert: one use that broke a limit, one check-in.
public struct AlertItem: Hashable, Sendable {
  /// What kind of thing it is.
  public let code: AlertCode
  /// Its stable name.
  public let key: AlertKey
  /// Whose story it is about; nothing where no peer may be named.
  public let peer: PeerID?
  /// The organisation that asked for it, or owes it; nothing where it is about several.
  public let organisation: OrganisationID?
  /// The day that it is about: of a breach, of a booking, the last on which a debt was in time.
  public let day: Day?
  /// The first day on which it was so.
  public let since: Day
  /// What it rests on.
  public let facts: AlertFacts
  /// What is told together with it, as one alert.
  let cause: String

  init(
    _ code: AlertCode, key: AlertKey, peer: PeerID? = nil, organisation: OrganisationID? = nil,
    day: Day?, since: Day, facts: AlertFacts, cause: String? = nil
  ) {
    self.code = code
    self.key = key
    self.peer = peer
    self.organisation = organisation
    self.day = day
    self.since = since
    self.facts = facts
    self.cause =
      cause
      ?? [code.group, peer?.text ?? "", organisation?.text ?? ""].joined(separator: "\u{1F}")
  }

  /// Whether it is about an organisation.
  func isAbout(_ organisation: OrganisationID) -> Bool {
    self.organisation == organisation || facts.organisations.contains(organisation)
  }
}

extension AlertCode {
  /// What is told together: a use that broke a rest and two caps is told once.
  fileprivate var group: String {
    switch self {
    case .overuseRest, .overuseCap, .overuseLoad: "overuse"
    default: code
    }
  }
}
