/// A block that has been asked for, booked or held: its sessions, each in a state of its own.
public struct Engagement: Hashable, Sendable {
  /// One session, with its days in the zone that was the peer's home when it was recorded.
  ///
  /// If the peer moves, days already counted stay.
  public struct Session: Hashable, Sendable {
    /// Telling or exposure.
    public let kind: UseKind
    /// The way it reaches people.
    public let channel: Channel
    /// The session's own day, on which it counts.
    public let first: Day
    /// The last day it takes up.
    public let last: Day
    /// Where it stands.
    public var state: SessionState

    /// A session by its days.
    public init(kind: UseKind, channel: Channel, first: Day, last: Day, state: SessionState) {
      self.kind = kind
      self.channel = channel
      self.first = first
      self.last = last
      self.state = state
    }

    /// A telling by its start on a clock somewhere, for a peer at home in a zone.
    public init(
      channel: Channel, start: LocalTime, zone: Zone, minutes: Int, home: Zone,
      state: SessionState
    ) {
      let time = AskedSession.Time.telling(start: start, minutes: minutes, recorded: false)
      let days = Block.days(of: time, in: zone, home: home, moved: 0)
      self.init(
        kind: .telling, channel: channel, first: days.first, last: days.last, state: state)
    }
  }

  /// The engagement's id.
  public let id: EngagementID
  /// The story told.
  public let story: StoryID
  /// The organisation it is for.
  public let organisation: OrganisationID
  /// What it is for, where one purpose is known for the whole.
  public let purpose: Purpose?
  /// Its sessions.
  public var sessions: [Session]

  /// An engagement with its sessions.
  public init(
    id: EngagementID, story: StoryID, organisation: OrganisationID, purpose: Purpose?,
    sessions: [Session]
  ) {
    self.id = id
    self.story = story
    self.organisation = organisation
    self.purpose = purpose
    self.sessions = sessions
  }
}
