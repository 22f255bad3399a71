extension PeerRecord {
  /// Every check-in that is or was owed to the peer, in the order in which they fell due.
  ///
  /// One is owed for an ask that was put to the peer here, once a telling of it took place, was
  /// broken off, or was booked and did not take place. What was only recorded afterwards owes none,
  /// and neither does anything once the peer does without care. It is made on the day of the last
  /// such telling or later: a call between two talks doesn't answer for the second.
  ///
  /// - Parameter policy: the registry's policy with the peer's own limits in place.
  /// - Returns: each with the days that the organisation and the peer name.
  public func checkIns(policy: Policy) -> [CheckIn] {
    guard !waives.contains(.care) else { return [] }
    return engagements.compactMap { checkIn(after: $0, policy: policy) }
      .sorted { ($0.dueOn, $0.engagement) < ($1.dueOn, $1.engagement) }
  }

  /// The organisations that owe the peer a check-in which is overdue.
  func careOverdue(on today: Day, policy: Policy) -> Set<OrganisationID> {
    guard !waives.contains(.care) else { return [] }
    var overdue: Set<OrganisationID> = []
    for engagement in engagements {
      if let checkIn = checkIn(after: engagement, policy: policy),
        checkIn.state(on: today) == .overdue
      {
        overdue.insert(checkIn.organisation)
      }
    }
    return overdue
  }

  private func checkIn(after engagement: EngagementRecord, policy: Policy) -> CheckIn? {
    guard engagement.wasAskedForHere, let ended = engagement.lastToCheckInOn else { return nil }
    func made(_ days: [EngagementID: [Day]]) -> Day? {
      days[engagement.id]?.filter { $0 >= ended.first }.min()
    }
    return CheckIn(
      engagement: engagement.id, organisation: engagement.organisation, after: ended.last,
      dueOn: ended.last.adding(policy.checkInAfterDays), saidOn: made(owing.checkInsSaid),
      confirmedOn: made(owing.checkInsConfirmed),
      isMissed: owing.checkInsMissed.contains(engagement.id))
  }
}

extension EngagementRecord {
  /// Whether it was asked for here, with all its terms, and not entered afterwards or imported.
  var wasAskedForHere: Bool { request != nil && origin != .recorded && origin != .imported }

  /// The last of the tellings after which somebody has to check in.
  var lastToCheckInOn: Session? {
    sessions.filter { session in
      guard session.kind == .telling else { return false }
      return session.state == .didNotTakePlace || session.state.tookPlace
    }.max { ($0.last, $0.first) < ($1.last, $1.first) }
  }
}
