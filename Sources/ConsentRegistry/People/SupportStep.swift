/// Who stands by a peer, who heard their word, and how they are reached, as the peer says it.
public enum SupportStep: Hashable, Sendable {
  /// The peer names somebody who stands by them, and where that person works, if anywhere.
  case named(SupporterID, organisation: OrganisationID?)
  /// The peer lets a supporter go.
  case letGo(SupporterID)
  /// Somebody else heard the peer say yes, beside whoever entered it.
  case witnessed(PeersWord, by: WitnessID, day: Day)
  /// Whether the peer wants to be reminded once of an ask whose reply time is about to end.
  case remindersWanted(Bool)
  /// Whether whoever asks is told of a no only when the reply time ends, or at once.
  case noesTold(atTheEnd: Bool)
  /// How to reach the peer from now on; nothing for not at all.
  case addressSet(String?)
  /// Whether the peer wants to be thought of in turn; the peer alone says so.
  case rotationChosen(takesPart: Bool)
}

/// A word of the peer's that somebody else entered for them.
public enum PeersWord: Hashable, Sendable {
  /// A consent.
  case consent(ConsentID)
  /// A yes to an ask.
  case answer(EngagementID)
  /// That an organisation's tie is gone, or holds less than it did.
  case untied(OrganisationID)
}
