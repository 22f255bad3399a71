/// Which uses a report is about: the days, and whose, where and what, as far as somebody asked.
///
/// Of one organisation from 1 January: a use for another, or of 31 December, isn't in it.
public struct ReportScope: Hashable, Sendable {
  /// The days.
  public let period: ReportPeriod
  /// Only this organisation's.
  public let organisation: OrganisationID?
  /// Only at this event.
  public let event: EventID?
  /// Only of this story.
  public let story: StoryID?

  /// A scope; what is left out is open.
  public init(
    period: ReportPeriod = ReportPeriod(), organisation: OrganisationID? = nil,
    event: EventID? = nil, story: StoryID? = nil
  ) {
    self.period = period
    self.organisation = organisation
    self.event = event
    self.story = story
  }

  /// The same of all days.
  public var ofAllDays: ReportScope {
    ReportScope(organisation: organisation, event: event, story: story)
  }

  /// Whether somebody asked for less than everything, whatever the days.
  public var isNarrowed: Bool { organisation != nil || event != nil || story != nil }

  /// Whether it takes in something of an organisation, a story and an event, on a day.
  public func includes(
    _ organisation: OrganisationID, story: StoryID?, event: EventID?, on day: Day
  ) -> Bool {
    period.contains(day) && (self.organisation ?? organisation) == organisation
      && (self.event == nil || self.event == event) && (self.story == nil || self.story == story)
  }

  /// Whether it takes in a use.
  public func includes(_ use: CountedUse) -> Bool {
    includes(use.organisation, story: use.story, event: use.event, on: use.first)
  }
}
