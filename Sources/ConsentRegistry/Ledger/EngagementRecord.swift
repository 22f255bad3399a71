/// How a block came to stand in the ledger.
public enum Origin: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// The guard let the ask through.
  case permitted
  /// The guard let the ask through because the peer had set a rule aside.
  case excepted
  /// Entered afterwards, whether or not it would have been permitted.
  case recorded
  /// Brought in from a spreadsheet.
  case imported
  /// A first ask: put to the peer although no consent covered it, as they take such asks.
  case firstAsked
}

/// A block as the ledger keeps it: each session with its days, its terms and its state.
public struct EngagementRecord: Hashable, Sendable {
  /// One session of the block.
  public struct Session: Hashable, Sendable {
    /// The id of the use, once it takes place.
    public let use: UseID
    /// Telling or exposure.
    public let kind: UseKind
    /// The way it reaches people.
    public let channel: Channel
    /// What it is for, where that is known.
    public let purpose: Purpose?
    /// Before whom, where that is known.
    public let audience: Audience?
    /// The session's own day at the peer's home when it was recorded.
    public let first: Day
    /// The last day it takes up.
    public let last: Day
    /// Where it stands.
    public var state: SessionState

    /// A session with its days and terms.
    public init(
      use: UseID, kind: UseKind, channel: Channel, purpose: Purpose?, audience: Audience?,
      first: Day, last: Day, state: SessionState
    ) {
      self.use = use
      self.kind = kind
      self.channel = channel
      self.purpose = purpose
      self.audience = audience
      self.first = first
      self.last = last
      self.state = state
    }
  }

  /// The engagement's id.
  public let id: EngagementID
  /// The story told.
  public let story: StoryID
  /// The organisation it is for.
  public let organisation: OrganisationID
  /// The event, where one is known.
  public let event: EventID?
  /// How it came to stand here.
  public let origin: Origin
  /// The day on which it was asked for, if it was.
  public let askedOn: Day?
  /// The last day on which the peer may answer, if it was asked for.
  public let replyUntil: Day?
  /// What was asked, if it was: needed to decide anew when the peer says yes.
  public let request: UseRequest?
  /// The booking that this one is to replace, if it is an edit; that one stands until the yes.
  public let replaces: EngagementID?
  /// Its sessions.
  public var sessions: [Session]

  /// An engagement with its sessions.
  public init(
    id: EngagementID, story: StoryID, organisation: OrganisationID, event: EventID?,
    origin: Origin, askedOn: Day? = nil, replyUntil: Day? = nil, request: UseRequest? = nil,
    replaces: EngagementID? = nil, sessions: [Session]
  ) {
    self.id = id
    self.story = story
    self.organisation = organisation
    self.event = event
    self.origin = origin
    self.askedOn = askedOn
    self.replyUntil = replyUntil
    self.request = request
    self.replaces = replaces
    self.sessions = sessions
  }

  /// The hold that a permit places, with a use id for each session.
  ///
  /// The peer may answer through `asked + reply days`, or halfway to the block, rounded down, if
  /// that is sooner: asked on 1 May for 8 May, with 7 days to reply: through 4 May.
  public init(
    holding permit: Permit, id: EngagementID, uses: [UseID], home: Zone, replyDays: Int,
    origin: Origin, replyBy latest: Day? = nil, replaces: EngagementID? = nil
  ) {
    self.init(
      asking: permit.request, on: permit.decidedOn, id: id, uses: uses, home: home,
      replyDays: replyDays, origin: origin, replyBy: latest, replaces: replaces)
  }

  /// The hold that an ask of a day places.
  init(
    asking request: UseRequest, on day: Day, id: EngagementID, uses: [UseID], home: Zone,
    replyDays: Int, origin: Origin, replyBy latest: Day? = nil, replaces: EngagementID? = nil
  ) {
    let block = Block(request, home: home)
    let halfway = max(0, day.days(until: block.first)) / 2
    let reply = day.adding(min(replyDays, halfway))
    self.init(
      id: id, story: request.story, organisation: request.organisation, event: request.event,
      origin: origin, askedOn: day,
      replyUntil: latest.map { min($0, reply) } ?? reply, request: request, replaces: replaces,
      sessions: zip(uses, zip(request.sessions, block.sessions)).map { use, both in
        Session(
          use: use, kind: both.0.kind, channel: both.0.channel, purpose: both.0.purpose,
          audience: both.0.audience, first: both.1.first, last: both.1.last, state: .held)
      })
  }

  /// The first day of the block.
  public var first: Day? { sessions.map(\.first).min() }
  /// The last day of the block.
  public var last: Day? { sessions.map(\.last).max() }
  /// The purpose of the whole, if its sessions share one.
  public var purpose: Purpose? {
    guard let one = sessions.first?.purpose, sessions.allSatisfy({ $0.purpose == one })
    else { return nil }
    return one
  }

  /// The day on which a hold has lapsed if unanswered: the one after the last day for an answer.
  ///
  /// No job runs for it; it is worked out when somebody looks.
  public var lapsesOn: Day? {
    guard let replyUntil, sessions.contains(where: { $0.state == .held }) else { return nil }
    return replyUntil.adding(1)
  }

  /// Where a session stands on a day: a hold past its reply time has lapsed.
  public func state(of session: Session, on today: Day) -> SessionState {
    guard session.state == .held, let lapsesOn, lapsesOn <= today else { return session.state }
    return .lapsed
  }

  /// Whether any of its sessions is still asked for or agreed on a day.
  public func isBooked(on today: Day) -> Bool {
    sessions.contains { state(of: $0, on: today).isBooked }
  }

  /// The engagement as the rules see it on a day.
  func seen(on today: Day) -> Engagement {
    Engagement(
      id: id, story: story, organisation: organisation, purpose: purpose,
      sessions: sessions.map {
        Engagement.Session(
          kind: $0.kind, channel: $0.channel, first: $0.first, last: $0.last,
          state: state(of: $0, on: today))
      })
  }
}
