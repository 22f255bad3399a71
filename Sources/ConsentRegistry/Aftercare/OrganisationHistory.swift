/// What one organisation has taken from a peer and given: shown to the peer before they answer it.
///
/// It is about the organisation. Nothing in it counts anything that the peer declined or cancelled.
public struct OrganisationHistory: Hashable, Sendable {
  /// Tellings for it that took place.
  public let tellings: Int
  /// Exposures for it that took place.
  public let exposures: Int
  /// Payments made by their due day.
  public let paidOnTime: Int
  /// Payments made after it.
  public let paidLate: Int
  /// Payments past their due day that haven't been made.
  public let unpaid: Int
  /// Check-ins made by their due day.
  public let checkInsOnTime: Int
  /// Check-ins made after it.
  public let checkInsLate: Int
  /// Check-ins past their due day that weren't made.
  public let checkInsMissed: Int
  /// Payments and check-ins among these that it says were made and the peer hasn't confirmed.
  public let saidOnly: Int
  /// Times that it asked while it was to leave the peer in peace.
  public let asksAfterNo: Int

  /// Whether there is nothing to tell yet.
  public var isEmpty: Bool {
    [
      tellings, exposures, paidOnTime, paidLate, unpaid, checkInsOnTime, checkInsLate,
      checkInsMissed, asksAfterNo,
    ].allSatisfy { $0 == 0 }
  }
}

extension PeerRecord {
  /// What an organisation has taken from this peer and given, up to a day.
  ///
  /// A fee of 1 May that was due on 31 May: paid on 31 May it is on time, on 1 June late; on 1 June
  /// without a word it is unpaid, whatever was promised.
  ///
  /// - Parameters:
  ///   - organisation: which organisation.
  ///   - today: the peer's home day.
  ///   - policy: the registry's policy with the peer's own limits in place.
  /// - Returns: what is told of it, in counts.
  public func history(
    with organisation: OrganisationID, on today: Day, policy: Policy
  ) -> OrganisationHistory {
    let taken = engagements.filter { $0.organisation == organisation }.flatMap { engagement in
      engagement.sessions.filter { $0.state.tookPlace && $0.first <= today }
    }
    let dues = dues(policy: policy).filter { $0.organisation == organisation }
    let paid = dues.compactMap { due in due.paidOn.map { $0 <= due.dueOn } }
    let checkIns = checkIns(policy: policy).filter { $0.organisation == organisation }
    let made = checkIns.compactMap { checkIn in checkIn.doneOn.map { $0 <= checkIn.dueOn } }
    return OrganisationHistory(
      tellings: taken.count { $0.kind == .telling },
      exposures: taken.count { $0.kind == .exposure },
      paidOnTime: paid.count { $0 }, paidLate: paid.count { !$0 },
      unpaid: dues.count { $0.state(on: today) == .overdue },
      checkInsOnTime: made.count { $0 }, checkInsLate: made.count { !$0 },
      checkInsMissed: checkIns.count { $0.state(on: today) == .overdue },
      saidOnly: dues.count { $0.paidOn != nil && $0.said.confirmedOn == nil }
        + checkIns.count { $0.doneOn != nil && $0.confirmedOn == nil },
      asksAfterNo: heldBack.count {
        $0.organisation == organisation && $0.rules.contains(.askQuiet)
      })
  }
}
