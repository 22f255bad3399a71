/// A step in the life of a record itself: taken on with new words, joined with another, or gone.
public enum RecordStep: Hashable, Sendable {
  /// The peer's own words anew; each that is given stands in place of the earlier one.
  case worded(PeerWords)
  /// What follows, until it is joined, has happened to another record of the same person before.
  case joining(PeerID, day: Day)
  /// Another record of the same person has been joined to this one, by the peer; what still waited
  /// to be told of it waits here from now on.
  case joined(PeerID, untold: [Notice], day: Day)
  /// This record has gone into another of the same person, and holds nothing else any more.
  case mergedInto(PeerID, day: Day)
}

extension PeerWords {
  /// These words, with those of another in place of each that it gives.
  ///
  /// A name and no contact, with a contact and no name, give both.
  func replaced(by other: PeerWords) -> PeerWords {
    PeerWords(
      name: other.name ?? name, introduceMeAs: other.introduceMeAs ?? introduceMeAs,
      askMeAbout: other.askMeAbout ?? askMeAbout, contact: other.contact ?? contact)
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { self == PeerWords() }
}
