extension CareReport {
  /// One check-in.
  public struct CheckInRow: Hashable, Sendable {
    /// With whom.
    public let peer: PeerID
    /// By whom.
    public let organisation: OrganisationID
    /// After which engagement.
    public let engagement: EngagementID
    /// At which event, where one is known.
    public let event: EventID?
    /// The last day of what it follows.
    public let after: Day
    /// The last day on which it is in time.
    public let dueOn: Day
    /// Where it stands.
    public let state: CheckIn.State
    /// The day on which it was made, by whoever's word is earlier; nothing while it isn't.
    public let doneOn: Day?
    /// When it was made, as the organisation says.
    public let saidOn: Day?
    /// When it was made, as the peer says.
    public let confirmedOn: Day?
    /// Whether the peer says that nobody checked in with them.
    public let isMissed: Bool
    /// Days by which it came late, or is late by now; none if it is in time.
    public let daysLate: Int

    /// Whether it was made by its day.
    public var isInTime: Bool { state == .done && daysLate == 0 }

    init(_ checkIn: CheckIn, of peer: PeerID, at event: EventID?, on day: Day) {
      self.peer = peer
      organisation = checkIn.organisation
      engagement = checkIn.engagement
      self.event = event
      after = checkIn.after
      dueOn = checkIn.dueOn
      state = checkIn.state(on: day)
      doneOn = checkIn.doneOn
      saidOn = checkIn.saidOn
      confirmedOn = checkIn.confirmedOn
      isMissed = checkIn.isMissed
      daysLate = max(0, checkIn.dueOn.days(until: checkIn.doneOn ?? day))
    }
  }

  /// The check-ins of one organisation, counted.
  public struct OrganisationRow: Hashable, Sendable {
    /// Which organisation.
    public let organisation: OrganisationID
    /// Those whose day hasn't gone by yet.
    public private(set) var due = 0
    /// Those made by their day.
    public private(set) var inTime = 0
    /// Those made after it.
    public private(set) var late = 0
    /// Those that are past their day and weren't made.
    public private(set) var overdue = 0

    init(organisation: OrganisationID) { self.organisation = organisation }

    mutating func add(_ row: CheckInRow) {
      switch row.state {
      case .due: due += 1
      case .overdue: overdue += 1
      case .done where row.isInTime: inTime += 1
      case .done: late += 1
      }
    }
  }
}
