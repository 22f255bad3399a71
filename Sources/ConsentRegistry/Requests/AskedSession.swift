/// One part of what is asked: a telling at a time, or an exposure on a day.
public struct AskedSession: Hashable, Sendable {
  /// When it would be, which also tells the two kinds apart.
  public enum Time: Hashable, Sendable {
    /// A telling: its start on the event's clock, its length in minutes, and whether it is recorded.
    case telling(start: LocalTime, minutes: Int, recorded: Bool)
    /// An exposure: its day, and the use whose recording or text is used again.
    case exposure(day: Day, of: UseID?)
  }

  /// When it would be.
  public let time: Time
  /// The way it reaches people.
  public let channel: Channel
  /// What it is for.
  public let purpose: Purpose
  /// Before whom.
  public let audience: Audience
  /// How the peer would be named.
  public let attribution: Attribution

  /// A session with its terms, the request's defaults already filled in.
  public init(
    time: Time, channel: Channel, purpose: Purpose, audience: Audience, attribution: Attribution
  ) {
    self.time = time
    self.channel = channel
    self.purpose = purpose
    self.audience = audience
    self.attribution = attribution
  }

  /// Telling or exposure.
  public var kind: UseKind {
    switch time {
    case .telling: .telling
    case .exposure: .exposure
    }
  }

  /// Whether a new recording would be made.
  public var isRecorded: Bool {
    switch time {
    case .telling(_, _, let recorded): recorded
    case .exposure: false
    }
  }

  /// How long a telling would be, in minutes; nothing for an exposure.
  public var minutes: Int? {
    switch time {
    case .telling(_, let minutes, _): minutes
    case .exposure: nil
    }
  }
}
