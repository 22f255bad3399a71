extension Desk {
  /// Records a withdrawal: lets go at once what is booked and no longer covered, and opens a task
  /// for each placement that must come down.
  ///
  /// - Throws: `unknownConsent` or `unknownStory` for a scope that names nothing the peer has given;
  ///   `onlyThePeer`.
  public func withdraw(
    _ scope: Revocation.Scope, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> Withdrawal {
    try mustStandByPeer(peer)
    return try change(peer) { record throws(RegistryError) in
      try self.withdrawing(scope, from: record)
    }
  }

  /// What a withdrawal would do; nothing is changed.
  ///
  /// - Throws: what `withdraw` throws.
  public func withdrawal(
    ofWhatMatches scope: Revocation.Scope, by peer: PeerID
  ) throws(DeskError<Ledger.Failure>) -> Withdrawal {
    let record = try recordForReading(of: peer)
    do throws(RegistryError) {
      return try withdrawing(scope, from: record).answer
    } catch {
      throw .refused(error)
    }
  }

  private func withdrawing(
    _ scope: Revocation.Scope, from record: PeerRecord
  ) throws(RegistryError) -> Step<Withdrawal> {
    // A slip of the pen must not feel like safety.
    if let consent = scope.consent, !record.consents.contains(where: { $0.id == consent }) {
      throw .unknownConsent
    }
    if let story = scope.story, record.boundaries[story] == nil { throw .unknownStory }
    // It acts the moment it is recorded, on whatever day it was said.
    let today = record.zone.day(at: moment.now)
    let (withdrawal, happenings) = record.withdrawing(
      scope, on: try dayOfDeed(at: record.zone), at: moment.now,
      removalDays: policy(on: today).alerts.removalDays)
    return Step(happenings: happenings, answer: withdrawal)
  }
}
