/// What a peer has granted: one story, to named organisations, for named kinds of use, until a day.
///
/// A consent given in advance only makes a story *askable*; each use still needs the peer's answer.
public struct Consent: Hashable, Sendable {
  /// The consent's own id, where it has one.
  public let id: ConsentID?
  /// The story it is for.
  public let story: StoryID
  /// The purposes granted.
  public let purposes: Choices<Purpose>
  /// The channels granted.
  public let channels: Choices<Channel>
  /// The audiences granted.
  public let audiences: Choices<Audience>
  /// The organisations named; there is no "and partners".
  public let organisations: [OrganisationID]
  /// The most that may be said of who the peer is.
  public let attribution: Attribution
  /// Whether a telling may be recorded.
  public let recording: Bool
  /// Whether a recording or text may be used again.
  public let reuse: Bool
  /// The day on which it was given.
  public let given: Day
  /// The first day on which it is in force.
  public let from: Day
  /// The last day on which it is in force.
  public let until: Day
  /// The one use that it is for, where it is the yes to a first ask; it covers nothing else.
  public let onlyFor: EngagementID?

  /// A consent with everything it grants.
  public init(
    id: ConsentID? = nil, story: StoryID, purposes: Choices<Purpose>, channels: Choices<Channel>,
    audiences: Choices<Audience>, organisations: [OrganisationID], attribution: Attribution,
    recording: Bool, reuse: Bool, given: Day, from: Day, until: Day, onlyFor: EngagementID? = nil
  ) {
    self.id = id
    self.story = story
    self.purposes = purposes
    self.channels = channels
    self.audiences = audiences
    self.organisations = organisations
    self.attribution = attribution
    self.recording = recording
    self.reuse = reuse
    self.given = given
    self.from = from
    self.until = until
    self.onlyFor = onlyFor
  }

  /// Whether this consent is in force on a day; its last day counts.
  public func isInForce(on day: Day) -> Bool { from <= day && day <= until }

  /// Whether this consent alone covers what a session asks, its days apart.
  ///
  /// Two consents that each fit half don't add up: one for training in person and one for
  /// advocacy online don't cover training online.
  public func covers(_ session: AskedSession, of request: UseRequest) -> Bool {
    story == request.story && organisations.contains(request.organisation)
      && purposes.contains(session.purpose) && channels.contains(session.channel)
      && audiences.contains(session.audience) && session.attribution <= attribution
      && (recording || !session.isRecorded) && (reuse || session.kind == .telling)
  }

  /// What of a session this consent doesn't cover, its story and organisation apart.
  func gaps(_ session: AskedSession) -> [ConsentGap] {
    var gaps: [ConsentGap] = []
    if !purposes.contains(session.purpose) { gaps.append(.purpose) }
    if !channels.contains(session.channel) { gaps.append(.channel) }
    if !audiences.contains(session.audience) { gaps.append(.audience) }
    if session.attribution > attribution { gaps.append(.attribution) }
    if session.isRecorded, !recording { gaps.append(.recording) }
    if session.kind == .exposure, !reuse { gaps.append(.reuse) }
    return gaps
  }
}

/// A side of a request that a consent doesn't reach.
public enum ConsentGap: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  case purpose, channel, audience, attribution, recording, reuse
  /// The days asked for lie outside the consent's days.
  case days
}
