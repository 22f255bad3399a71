/// The days that a report is about, both ends included; an end left out is open.
///
/// From 1 January with no end holds 1 January and every day after it.
public struct ReportPeriod: Hashable, Sendable {
  /// The first day; nothing means from the beginning.
  public let from: Day?
  /// The last day; nothing means up to the report's day.
  public let to: Day?

  /// A period between two days, either of which may be open.
  public init(from: Day? = nil, to: Day? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether a day lies in it.
  public func contains(_ day: Day) -> Bool { (from ?? day) <= day && day <= (to ?? day) }
}

/// For whose eyes a report is worked out.
///
/// What a peer has chosen for themself is theirs: in a custodian's report their own limits and
/// notes take no part, or stand as "the peer's own choice", so that no layout can let them out.
public enum ReportReader: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// Whoever answers for the registry.
  case custodian
  /// The peer, about themself.
  case peer
}
