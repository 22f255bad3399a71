/// A placement with what became of it.
public struct PlacementRecord: Hashable, Sendable {
  /// What was said of it, when, and how one can see that.
  public struct Move: Hashable, Sendable {
    /// Where it stands since then.
    public let state: PlacementState
    /// The day.
    public let day: Day
    /// How one can see that it is so, in somebody's words.
    public let proof: String?
  }

  /// The placement itself.
  public let placement: Placement
  /// What was last said of it, if anything.
  public internal(set) var moved: Move?
  /// The task to take it down, if a withdrawal has opened one.
  public internal(set) var task: RemovalTask?

  init(_ placement: Placement) { self.placement = placement }

  /// Where it stands on a day.
  ///
  /// One that nobody has said anything of is live while it can be called back. With a print
  /// deadline of 10 June it is live on 10 June and beyond recall on 11 June.
  public func state(on today: Day) -> PlacementState {
    if let moved, moved.state != .live { return moved.state }
    return placement.canBeCalledBack(on: today) ? .live : .beyondRecall
  }

  /// The day since which it stands there: said by somebody, or the one after its last chance.
  public func since(on today: Day) -> Day {
    if let moved, moved.state != .live { return moved.day }
    guard state(on: today) == .beyondRecall, let last = placement.recallUntil, last < today else {
      return moved?.day ?? placement.placedOn
    }
    return last.adding(1)
  }

  /// The task to take it down, as long as nobody has said what became of it.
  ///
  /// A print that was asked for in time stays open past its deadline: only its holder knows
  /// whether it was stopped.
  public var openTask: RemovalTask? {
    guard moved.map({ $0.state == .live }) ?? true else { return nil }
    return task
  }
}

/// What a holder has been asked to take down, since a day and until a day.
public struct RemovalTask: Hashable, Sendable {
  /// The day on which it was opened.
  public let opened: Day
  /// The last day on which it is in time.
  public let deadline: Day

  /// A task with its days.
  public init(opened: Day, deadline: Day) {
    self.opened = opened
    self.deadline = deadline
  }

  /// The task that a withdrawal opens: so many days, or until the last chance if that is sooner.
  ///
  /// Opened on 9 June with 30 days: until 9 July; for a print that can be stopped until 10 June,
  /// until 10 June.
  init(opened: Day, days: Int, for placement: Placement) {
    let deadline = opened.adding(days)
    self.init(opened: opened, deadline: placement.recallUntil.map { min($0, deadline) } ?? deadline)
  }

  /// Whether its last day has gone by.
  public func isOverdue(on today: Day) -> Bool { deadline < today }
}
