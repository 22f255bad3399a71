/// A use that the peer says wasn't so: it rests them still, and is marked.
///
/// The organisation may answer it; nobody removes it.
public struct Dispute: Hashable, Sendable {
  /// What an organisation says to it.
  public struct Answer: Hashable, Sendable {
    /// Which organisation.
    public let organisation: OrganisationID
    /// In its own words, unless they were erased.
    public let words: String?
    /// On which day.
    public let day: Day

    /// An answer.
    public init(organisation: OrganisationID, words: String?, day: Day) {
      self.organisation = organisation
      self.words = words
      self.day = day
    }
  }

  /// The day on which the peer said so.
  public let day: Day
  /// What has been said to it since.
  public var answers: [Answer] = []

  /// A dispute raised on a day.
  public init(day: Day) { self.day = day }
}

/// Confirmed sessions that the organiser has cancelled.
public struct OrganiserCancellation: Hashable, Sendable {
  /// The booking.
  public let engagement: EngagementID
  /// Its sessions, by place, that were confirmed until then.
  public let sessions: [Int]
  /// The peer's home day of the cancellation.
  public let day: Day

  /// A cancellation.
  public init(engagement: EngagementID, sessions: [Int], day: Day) {
    self.engagement = engagement
    self.sessions = sessions
    self.day = day
  }
}
