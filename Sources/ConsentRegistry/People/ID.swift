/// The id of one kind of thing; an id of a peer can't be passed where a story's is wanted.
public struct ID<Subject>: Hashable, Comparable, Sendable {
  /// The id as written, 1 to 100 bytes, with no control characters.
  public let text: String

  /// An id, or nothing if it is empty, longer than 100 bytes, or holds a control character.
  public init?(_ text: String) {
    guard (1...100).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f })
    else { return nil }
    self.text = text
  }

  private init(plain text: String) { self.text = text }

  /// The id that stands where nobody has said which one it is: `unsaid`.
  static var unsaid: ID { ID(plain: "unsaid") }

  /// Orders ids as texts.
  public static func < (left: ID, right: ID) -> Bool { left.text < right.text }
}

extension ID: CustomStringConvertible {
  /// The id as written.
  public var description: String { text }
}

/// What an id of a peer points at: the person whose story it is.
public enum PeerSubject {}
/// What an id of a story points at.
public enum StorySubject {}
/// What an id of an organisation points at.
public enum OrganisationSubject {}
/// What an id of a coordinator points at: who asks, for an organisation.
public enum CoordinatorSubject {}
/// What an id of an event points at.
public enum EventSubject {}
/// What an id of an engagement points at.
public enum EngagementSubject {}
/// What an id of a placement points at: where a recording, print, post or page is.
public enum PlacementSubject {}
/// What an id of a consent points at.
public enum ConsentSubject {}
/// What an id of a use points at: a telling or an exposure.
public enum UseSubject {}
/// What a supporter's id stands for.
public enum SupporterSubject {}
/// What an id of somebody who heard a peer's word points at.
public enum WitnessSubject {}
/// What an id of a fee points at: one that the peer says is missing, and no booking here is about.
public enum FeeSubject {}
/// What an id of a contribution points at: what an organisation gave a peer besides pay.
public enum ContributionSubject {}
/// What an id of an offer of work points at: work that needs no story.
public enum WorkOfferSubject {}

/// The id of a peer.
public typealias PeerID = ID<PeerSubject>
/// The id of a story.
public typealias StoryID = ID<StorySubject>
/// The id of an organisation.
public typealias OrganisationID = ID<OrganisationSubject>
/// The id of a coordinator.
public typealias CoordinatorID = ID<CoordinatorSubject>
/// The id of an event.
public typealias EventID = ID<EventSubject>
/// The id of an engagement.
public typealias EngagementID = ID<EngagementSubject>
/// The id of a placement.
public typealias PlacementID = ID<PlacementSubject>
/// The id of a consent.
public typealias ConsentID = ID<ConsentSubject>
/// The id of a use.
public typealias UseID = ID<UseSubject>
/// The id of somebody who stands by a peer.
public typealias SupporterID = ID<SupporterSubject>
/// The id of somebody who heard a peer's word.
public typealias WitnessID = ID<WitnessSubject>
/// The id of a fee that the peer has recorded as missing.
public typealias FeeID = ID<FeeSubject>
/// The id of a contribution.
public typealias ContributionID = ID<ContributionSubject>
/// The id of an offer of work.
public typealias WorkOfferID = ID<WorkOfferSubject>
