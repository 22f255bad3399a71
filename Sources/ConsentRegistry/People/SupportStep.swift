/// Who stands by a peer and who heard their word, as the peer says it.
public enum SupportStep: Hashable, Sendable {
  /// The peer names somebody who stands by them, and where that person works, if anywhere.
  case named(SupporterID, organisation: OrganisationID?)
  /// The peer lets a supporter go.
  case letGo(SupporterID)
  /// Somebody else heard the peer say yes, beside whoever entered it.
  case witnessed(PeersWord, by: WitnessID, day: Day)
}

/// A word of the peer's that somebody else entered for them.
public enum PeersWord: Hashable, Sendable {
  /// A consent.
  case consent(ConsentID)
  /// A yes to an ask.
  case answer(EngagementID)
}
