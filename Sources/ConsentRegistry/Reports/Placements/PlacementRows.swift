extension PlacementsReport {
  /// One placement.
  public struct PlacementRow: Hashable, Sendable {
    /// Its id.
    public let placement: PlacementID
    /// Whose story it is.
    public let peer: PeerID
    /// The use that it comes from.
    public let use: UseID
    /// The event of that use, where one is known.
    public let event: EventID?
    /// What is out there.
    public let medium: Placement.Medium
    /// Who can take it down; nothing where that is outside anybody's control.
    public let holder: OrganisationID?
    /// The organisation that uses it.
    public let organisation: OrganisationID
    /// Where it stands on the report's day.
    public let state: PlacementState
    /// The day since which it stands there.
    public let since: Day
    /// The day on which a withdrawal asked for it to be taken down, while that is open.
    public let taskOpened: Day?
    /// The last day on which taking it down is in time, while that is open.
    public let deadline: Day?
    /// Whether that day is over.
    public let isOverdue: Bool

    init(_ kept: PlacementRecord, of peer: PeerID, at event: EventID?, on day: Day) {
      placement = kept.placement.id
      self.peer = peer
      use = kept.placement.use
      self.event = event
      medium = kept.placement.medium
      holder = kept.placement.holder
      organisation = kept.placement.organisation
      state = kept.state(on: day)
      since = kept.since(on: day)
      taskOpened = kept.openTask?.opened
      deadline = kept.openTask?.deadline
      isOverdue = kept.openTask?.isOverdue(on: day) ?? false
    }
  }

  /// What one organisation uses, counted by where it stands.
  public struct OrganisationRow: Hashable, Sendable {
    /// Which organisation.
    public let organisation: OrganisationID
    /// Out there, and can be taken down.
    public private(set) var live = 0
    /// Taken down.
    public private(set) var removed = 0
    /// Out there for good.
    public private(set) var beyondRecall = 0
    /// Their holder has refused to take them down.
    public private(set) var removalRefused = 0
    /// To be taken down, and nobody has said that they were.
    public private(set) var toComeDown = 0
    /// Of these, past the last day in time.
    public private(set) var overdue = 0

    /// All of them.
    public var all: Int { live + removed + beyondRecall + removalRefused }

    init(organisation: OrganisationID) { self.organisation = organisation }

    mutating func add(_ row: PlacementRow) {
      switch row.state {
      case .live: live += 1
      case .removed: removed += 1
      case .beyondRecall: beyondRecall += 1
      case .removalRefused: removalRefused += 1
      }
      if row.deadline != nil { toComeDown += 1 }
      if row.isOverdue { overdue += 1 }
    }
  }
}
