/// One use of a story as reports count it: where, when, for whom, and how it came about.
public struct CountedUse: Hashable, Sendable {
  /// The id of the use.
  public let use: UseID
  /// The engagement it belongs to.
  public let engagement: EngagementID
  /// Its place within the block, counted from 0.
  public let index: Int
  /// The story told.
  public let story: StoryID
  /// The organisation that asked.
  public let organisation: OrganisationID
  /// The event, where one is known.
  public let event: EventID?
  /// Telling or exposure.
  public let kind: UseKind
  /// The way it reaches people.
  public let channel: Channel
  /// What it is for, where that is known.
  public let purpose: Purpose?
  /// Before whom, where that is known.
  public let audience: Audience?
  /// The day on which it counts.
  public let first: Day
  /// The last day it takes up.
  public let last: Day
  /// Where it stands on the report's day.
  public let state: SessionState
  /// How it came to stand in the ledger.
  public let origin: Origin

  /// A use from all that reports need of it; its state is already as seen on the report's day.
  public init(
    use: UseID, engagement: EngagementID, index: Int, story: StoryID,
    organisation: OrganisationID, event: EventID?, kind: UseKind, channel: Channel,
    purpose: Purpose?, audience: Audience?, first: Day, last: Day, state: SessionState,
    origin: Origin
  ) {
    self.use = use
    self.engagement = engagement
    self.index = index
    self.story = story
    self.organisation = organisation
    self.event = event
    self.kind = kind
    self.channel = channel
    self.purpose = purpose
    self.audience = audience
    self.first = first
    self.last = last
    self.state = state
    self.origin = origin
  }

  /// Whether it has taken place by a day: said to have, and its own day has come.
  ///
  /// A talk confirmed for yesterday that nobody has closed hasn't: it may not have happened.
  public func tookPlace(by day: Day) -> Bool { state.tookPlace && first <= day }
}

extension CountedUse {
  /// Whether it counts for a reader: took place, or is agreed.
  ///
  /// An ask that waits is the peer's own business: to a custodian it would show, by going away
  /// before its time to answer ends, that they said no.
  public func isAgreed(for reader: ReportReader) -> Bool {
    state.counts && (reader == .peer || state != .held)
  }

  /// How it came about, as a reader may know it: that a peer set a limit aside is told to a
  /// custodian only of a limit that was broken in fact.
  public func origin(for reader: ReportReader) -> Origin {
    reader == .custodian && origin == .excepted ? .permitted : origin
  }
}

extension SessionState {
  /// Whether it is known to have taken place, to its end or not.
  public var tookPlace: Bool {
    switch self {
    case .completed, .endedEarly: true
    default: false
    }
  }
}
