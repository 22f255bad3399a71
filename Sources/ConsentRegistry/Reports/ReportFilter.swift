/// What a report can be narrowed by; one that it doesn't list would make no sense there.
///
/// A sum that only ever stands over all peers takes no filter that could leave one of them alone:
/// a story is one peer's, and an event may be.
public enum ReportFilter: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  case period, organisation, event, story, peer
}

extension ReportScope {
  /// The same scope with only the filters that a report takes.
  func keeping(_ filters: Choices<ReportFilter>) -> ReportScope {
    ReportScope(
      period: filters.contains(.period) ? period : ReportPeriod(),
      organisation: filters.contains(.organisation) ? organisation : nil,
      event: filters.contains(.event) ? event : nil,
      story: filters.contains(.story) ? story : nil)
  }

  /// Whether it takes in what belongs to an organisation and to no story, on a day: work, a fee.
  func includes(_ organisation: OrganisationID, on day: Day) -> Bool {
    includes(organisation, story: nil, event: nil, on: day)
  }

  /// Whether an organisation is the one asked for, or none was.
  func includes(_ organisation: OrganisationID) -> Bool {
    (self.organisation ?? organisation) == organisation
  }
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
