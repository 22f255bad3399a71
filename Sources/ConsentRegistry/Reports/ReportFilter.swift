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
