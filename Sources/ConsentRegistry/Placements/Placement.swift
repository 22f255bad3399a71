/// Where one recording, print, post or page is, and what it rests on.
///
/// What it rests on is taken from its use when it is placed, so that a later withdrawal finds it
/// even where nothing else is known of that use.
public struct Placement: Hashable, Sendable {
  /// What is out there.
  public enum Medium: UInt8, Word {
    /// The words as written.
    public static let codes = spelling

    case recording, print, post, page
  }

  /// Its own id.
  public let id: PlacementID
  /// The use that it comes from: the telling that was recorded, or the exposure.
  public let use: UseID
  /// What is out there.
  public let medium: Medium
  /// Who can take it down; nothing where that is outside anybody's control.
  ///
  /// A share by somebody nobody knows is noted so; it never counts against the peer.
  public let holder: OrganisationID?
  /// Where it is, in somebody's words; nothing once the words are erased.
  public let address: String?
  /// The story.
  public let story: StoryID
  /// What it is for, where that is known.
  public let purpose: Purpose?
  /// The way it reaches people.
  public let channel: Channel
  /// The organisation that uses it, which may be another than its holder.
  public let organisation: OrganisationID
  /// The day on which it was placed.
  public let placedOn: Day
  /// The last day on which it can still be stopped, such as the deadline of a print.
  public let recallUntil: Day?

  /// A placement with all that it rests on.
  public init(
    id: PlacementID, use: UseID, medium: Medium, holder: OrganisationID?, address: String?,
    story: StoryID, purpose: Purpose?, channel: Channel, organisation: OrganisationID,
    placedOn: Day, recallUntil: Day? = nil
  ) {
    self.id = id
    self.use = use
    self.medium = medium
    self.holder = holder
    self.address = address
    self.story = story
    self.purpose = purpose
    self.channel = channel
    self.organisation = organisation
    self.placedOn = placedOn
    self.recallUntil = recallUntil
  }

  /// Whether somebody can still take it down or stop it on a day.
  ///
  /// With a print deadline of 10 June: on 10 June it can be stopped, on 11 June it can't.
  public func canBeCalledBack(on day: Day) -> Bool {
    holder != nil && (recallUntil.map { day <= $0 } ?? true)
  }
}

/// Where a placement stands.
public enum PlacementState: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// It is out there, and can be taken down.
  case live
  /// It was taken down.
  case removed
  /// It can't be called back: printed, or in hands that nobody knows.
  case beyondRecall
  /// Whoever holds it has refused to take it down.
  case removalRefused
}
