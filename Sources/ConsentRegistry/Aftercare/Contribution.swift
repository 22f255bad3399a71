/// What an organisation gave a peer besides pay: training, supervision, or something else.
public struct Contribution: Hashable, Sendable {
  /// What it was.
  public enum Kind: UInt8, Word {
    /// The words as written.
    public static let codes = spelling

    case training, supervision, other
  }

  /// Its id.
  public let id: ContributionID
  /// Who gave it, as that organisation says.
  public let organisation: OrganisationID
  /// What it was.
  public let kind: Kind
  /// How long it took, in minutes.
  public let minutes: Int
  /// What it cost the peer; nothing if it was free for them.
  public let costToPeer: Money?
  /// Whether the peer was paid for the time.
  public let isPaidTime: Bool
  /// On which day it was.
  public let day: Day
  /// What it was, in the organisation's words.
  public let words: String?

  /// A contribution, as the organisation says.
  public init(
    id: ContributionID, organisation: OrganisationID, kind: Kind, minutes: Int,
    costToPeer: Money?, isPaidTime: Bool, day: Day, words: String? = nil
  ) {
    self.id = id
    self.organisation = organisation
    self.kind = kind
    self.minutes = minutes
    self.costToPeer = costToPeer
    self.isPaidTime = isPaidTime
    self.day = day
    self.words = words
  }

  /// The same under another id.
  func under(_ id: ContributionID) -> Contribution {
    Contribution(
      id: id, organisation: organisation, kind: kind, minutes: minutes, costToPeer: costToPeer,
      isPaidTime: isPaidTime, day: day, words: words)
  }
}
