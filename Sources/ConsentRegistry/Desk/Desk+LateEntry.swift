/// What happened and is entered afterwards, permitted or not: the truth is never refused.
public struct LateEntry: Sendable {
  /// When it was: a start on a clock somewhere, or a day alone.
  public enum Time: Sendable {
    /// A telling by its start, its zone and its minutes.
    case start(LocalTime, Zone, minutes: Int)
    /// A use known by its day alone.
    case day(Day)
  }

  /// Telling or exposure.
  public let kind: UseKind
  /// The way it reached people.
  public let channel: Channel
  /// When it was.
  public let time: Time
  /// The story, if it is known which.
  public let story: StoryID
  /// Which organisation used it.
  public let organisation: OrganisationID
  /// The event, if it is known which.
  public let event: EventID?
  /// What the event was called, in somebody's words.
  public let eventName: String?
  /// What it was for.
  public let purpose: Purpose?
  /// Before whom.
  public let audience: Audience?
  /// Whether it had to be broken off; no reason is kept.
  public let endedEarly: Bool

  /// A use that took place.
  public init(
    kind: UseKind, channel: Channel, time: Time, story: StoryID, organisation: OrganisationID,
    event: EventID?, eventName: String? = nil, purpose: Purpose? = nil, audience: Audience? = nil,
    endedEarly: Bool = false
  ) {
    self.kind = kind
    self.channel = channel
    self.time = time
    self.story = story
    self.organisation = organisation
    self.event = event
    self.eventName = eventName
    self.purpose = purpose
    self.audience = audience
    self.endedEarly = endedEarly
  }

  /// The story that stands where nobody has said which one it was.
  ///
  /// INVARIANT: it is no id that can be empty or too long, so it always reads as one.
  public static var unsaidStory: StoryID { StoryID.unsaid }

  /// The days it took up at a peer's home.
  public func days(home: Zone) -> (first: Day, last: Day) {
    switch time {
    case .day(let day): return (day, day)
    case .start(let start, let zone, let minutes):
      return Block.days(
        of: .telling(start: start, minutes: minutes, recorded: false), in: zone, home: home,
        moved: 0)
    }
  }

  /// The engagement that it is kept as.
  public func engagement(
    id: EngagementID, use: UseID, home: Zone, origin: Origin
  ) -> EngagementRecord {
    let days = days(home: home)
    return EngagementRecord(
      id: id, story: story, organisation: organisation, event: event, origin: origin,
      sessions: [
        EngagementRecord.Session(
          use: use, kind: kind, channel: channel, purpose: purpose, audience: audience,
          first: days.first, last: days.last, state: endedEarly ? .endedEarly : .completed)
      ])
  }
}

extension Desk {
  /// Records a use that took place, afterwards; it counts from its day.
  ///
  /// - Throws: `inTheFuture` if its day hasn't come yet at the peer's home; `onlyThePeer`.
  public func record(
    _ entry: LateEntry, of peer: PeerID, as id: EngagementID? = nil
  ) throws(DeskError<Ledger.Failure>) -> EngagementRecord {
    try mustSpeakFor(peer)
    return try change(peer) { record throws(RegistryError) in
      let today = try self.dayOfDeed(at: record.zone)
      guard entry.days(home: record.zone).first <= today else { throw .inTheFuture(today: today) }
      let text = id?.text ?? self.newID()
      guard let id = EngagementID(text), let use = UseID("\(text)-1"),
        record.engagement(id) == nil
      else { throw .engagementExists }
      let engagement = entry.engagement(id: id, use: use, home: record.zone, origin: .recorded)
      return Step(
        happenings: [.recorded(engagement, words: UseWords(eventName: entry.eventName))],
        answer: engagement)
    }
  }
}
