/// One peer as a report reads them: their record as known at the report's instant, on its day.
public struct ReportedPeer: Sendable {
  /// What had been recorded by then.
  public let record: PeerRecord
  /// The report's day at the peer's home.
  public let day: Day
  /// The registry's own policy on that day.
  public let registrys: Policy
  /// The same with the peer's own limits in its place: what is owed to them follows from it.
  public let policy: Policy
  /// Their uses, each as it stands on the day.
  public let uses: PeerUses

  /// A peer's record, seen on a day.
  public init(_ record: PeerRecord, on day: Day, policies: PolicyHistory) {
    self.record = record
    self.day = day
    registrys = policies.binding(on: day)
    policy = registrys.merged(with: record.limits.inForce(on: day, over: registrys))
    uses = PeerUses(record, on: day)
  }

  /// Whose record it is.
  public var peer: PeerID { record.peer }
}

extension ReportedPeer {
  /// The terms by which a reader sees what is owed.
  ///
  /// A peer who wants to be called on the very day is owed a call by then. To a custodian it is
  /// owed by the registry's own day: another one would show what the peer has set for themself.
  public func terms(for reader: ReportReader) -> Policy {
    switch reader {
    case .custodian: registrys
    case .peer: policy
    }
  }
}
