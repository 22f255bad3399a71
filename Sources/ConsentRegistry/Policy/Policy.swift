/// The registry's limits, as one value: how long to rest, how often is too often, who owes what.
///
/// The numbers are choices to be agreed with peers: no source gives numbers for rest or caps.
public struct Policy: Hashable, Sendable {
  /// Days of rest after a telling.
  public struct Rest: Hashable, Sendable {
    /// Full days with no telling between two blocks.
    public var days: Int
    /// Longer rests after some channels.
    public var byChannel: ByChannel<Int>
    /// Rest after a block with a telling that ended early.
    public var endedEarly: Int
  }

  /// How much one block may hold.
  public struct Engagement: Hashable, Sendable {
    /// Tellings in a block.
    public var tellings: Int
    /// Tellings on one day of a block.
    public var tellingsPerDay: Int
  }

  /// A load that fades: each telling weighs, and half of its weight is gone after a half-life.
  public struct Load: Hashable, Sendable {
    /// Days after which half of a telling's weight is gone.
    public var halfLife: Double?
    /// The most that may weigh on a telling day, in standard tellings.
    public var limit: Double?
    /// The weight of a telling through a channel, 1 where unnamed.
    public var weights: ByChannel<Double>

    /// Whether a limit, if there is one, has the half-life that it needs.
    public var isWhole: Bool { limit == nil || halfLife != nil }
  }

  /// How often a peer may be asked.
  public struct Asks: Hashable, Sendable {
    /// Asks within the days, by all organisations together.
    public var atMost: Int
    /// Asks within the days, by one organisation.
    public var perOrganisation: Int
    /// The days looked back over, today included.
    public var days: Int
  }

  /// For how many days an organisation doesn't ask after an answer.
  public struct Quiet: Hashable, Sendable {
    /// After "not this one", for the same purpose.
    public var notThisOne: Int
    /// After "not this kind", for the same purpose.
    public var notThisKind: Int
    /// After an ask that lapsed, for all purposes.
    public var lapsed: Int
    /// After a second lapse in a row.
    public var lapsedAgain: Int
  }

  /// How long before a block it must be asked for.
  public struct Notice: Hashable, Sendable {
    /// Days between the ask and the block.
    public var days: Int
    /// What replaces the days for some channels.
    public var byChannel: ByChannel<Int>

    /// The notice of a channel, in days.
    public func days(for channel: Channel) -> Int { byChannel[channel] ?? days }
  }

  /// How long a consent may last.
  public struct ConsentLength: Hashable, Sendable {
    /// Months after its first day at which a consent ends at the latest.
    public var maxMonths: Int
    /// Months offered when a peer is asked how long.
    public var offerMonths: Int
  }

  /// When reports raise an alert.
  public struct Alerts: Hashable, Sendable {
    /// The share of a cap from which it is nearing.
    public var nearingShare: Double
    /// The size of cap from which nearing is told.
    public var nearingFrom: Int
    /// The share of tellings in all that a peer did from which they are only a story.
    public var storyOnlyShare: Double
    /// The number of engagements from which that share is told.
    public var storyOnlyFrom: Int
    /// The share of an organisation's tellings held by one peer from which it is told.
    public var concentrationShare: Double
    /// The days over which that share is taken.
    public var concentrationDays: Int
    /// The tellings from which that share is told.
    public var concentrationFromTellings: Int
    /// The peers from which that share is told.
    public var concentrationFromPeers: Int
    /// Days without contact after a peer's last telling for an organisation.
    public var noContactDays: Int
    /// Days for taking a placement down.
    public var removalDays: Int
    /// Days before a consent's end at which it is told.
    public var consentEndsDays: Int
    /// Days after a booking's end at which it should be closed.
    public var unclosedDays: Int
  }

  /// 1, 2, 3 …: every version is kept.
  public var version: Int
  /// The peers' body that agreed to these numbers, if one has.
  public var agreedWith: String?
  /// Rest after tellings.
  public var rest: Rest
  /// Caps per rolling window.
  public var caps: Caps
  /// How much a block may hold.
  public var engagement: Engagement
  /// The most tellings of one story ever, if set.
  public var lifetime: Int?
  /// The fading load; without a limit it isn't looked at.
  public var load: Load
  /// How often a peer may be asked.
  public var asks: Asks
  /// Quiet periods.
  public var quiet: Quiet
  /// Days to answer an ask.
  public var replyDays: Int
  /// Notice before a block.
  public var notice: Notice
  /// Length of consents.
  public var consent: ConsentLength
  /// Days after a block at which a check-in is due.
  public var checkInAfterDays: Int
  /// Days after a use at which pay is due.
  public var payDueDays: Int
  /// Minutes above which a session is long.
  public var longMinutes: Int
  /// When reports raise an alert.
  public var alerts: Alerts
}

/// A value for some of the channels.
public struct ByChannel<Value: Hashable & Sendable>: Hashable, Sendable {
  /// A place for each channel, as looking one up happens for every block of a decision.
  private var values: [Value?]

  /// The channels that have a value, each with it.
  public init(_ values: [Channel: Value] = [:]) {
    self.values = Channel.allCases.map { values[$0] }
  }

  /// The value of a channel, if it has one.
  public subscript(channel: Channel) -> Value? {
    get { values[Int(channel.rawValue)] }
    set { values[Int(channel.rawValue)] = newValue }
  }

  /// Whether no channel has a value.
  public var isEmpty: Bool { values.allSatisfy { $0 == nil } }
  /// All values.
  public var all: [Value] { values.compactMap { $0 } }
}
