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

extension ReportPeriod {
  /// The period of so many days that ends on a day; 365 days to 31 December begin on 1 January.
  static func last(_ days: Int, to day: Day) -> ReportPeriod {
    ReportPeriod(from: day.adding(1 - days), to: day)
  }

  /// This period up to a day, and, where it has no first day, of so many days if that is said.
  ///
  /// On 10 May 2026, with 365 days: an open period is 11 May 2025 to 10 May 2026, and one up to
  /// 31 December 2025 is that year.
  func ending(by day: Day, ofDays days: Int? = nil) -> ReportPeriod {
    let last = min(to ?? day, day)
    return ReportPeriod(from: from ?? days.map { last.adding(1 - $0) }, to: last)
  }
}
