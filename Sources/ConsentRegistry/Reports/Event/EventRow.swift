extension EventReport {
  /// One event of one organisation.
  public struct EventRow: Hashable, Sendable {
    /// Which event.
    public let event: EventID
    /// Whose it is.
    public let organisation: OrganisationID
    /// The first day of what took place, is agreed, or is owed for.
    public private(set) var first: Day
    /// The last day of it.
    public private(set) var last: Day
    /// The peers whose story was used there, or is to be.
    public private(set) var peers = 0
    /// Tellings that took place.
    public private(set) var tellings = 0
    /// Exposures that took place.
    public private(set) var exposures = 0
    /// Uses agreed for a day to come.
    public private(set) var booked = 0
    /// Uses agreed for a day that has come, and of which nobody has said what became of them.
    public private(set) var notClosed = 0
    /// What is owed for it and can still be paid in time.
    public private(set) var payDue = 0
    /// What is owed for it and is past its due day.
    public private(set) var payOverdue = 0
    /// Check-ins past their day that weren't made.
    public internal(set) var checkInsOverdue = 0

    /// The uses behind what took place.
    public let behind: UsesBehind

    /// Uses that took place.
    public var tookPlace: Int { tellings + exposures }

    init(
      _ event: EventID, of organisation: OrganisationID, from first: Day, to last: Day,
      within scope: ReportScope
    ) {
      self.event = event
      self.organisation = organisation
      self.first = first
      self.last = last
      behind = UsesBehind(
        ReportScope(
          period: scope.period, organisation: organisation, event: event, story: scope.story))
    }

    /// Makes sure that its days reach from one to another.
    mutating func reach(from first: Day, to last: Day) {
      self.first = min(self.first, first)
      self.last = max(self.last, last)
    }

    mutating func add(_ kind: UseKind, _ stand: CountedUse.Stand, isNewPeer: Bool) {
      if isNewPeer { peers += 1 }
      switch (stand, kind) {
      case (.tookPlace, .telling): tellings += 1
      case (.tookPlace, .exposure): exposures += 1
      case (.booked, _): booked += 1
      case (.notClosed, _): notClosed += 1
      }
    }

    mutating func add(_ given: GivenDue) {
      if given.isOverdue { payOverdue += 1 } else { payDue += 1 }
    }
  }
}

extension CountedUse {
  /// Where something agreed stands on a report's day.
  enum Stand { case tookPlace, booked, notClosed }

  /// Where it stands on a day; nothing for what isn't agreed, or not any more.
  ///
  /// An ask that waits has no stand, as one that was declined has none.
  func stand(on day: Day) -> Stand? {
    if state.tookPlace { return first <= day ? .tookPlace : nil }
    guard state == .confirmed else { return nil }
    return day < first ? .booked : .notClosed
  }
}
