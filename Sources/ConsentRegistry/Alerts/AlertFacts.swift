/// What one item of an alert rests on: figures, ids and days, without names or free text.
public enum AlertFacts: Hashable, Sendable {
  /// What a use broke, what stood behind it, and the uses that made it, the breaking one among them.
  ///
  /// Of more than one cap each is told; one that only the peer's own limits set reads "the peer's
  /// own choice" to a custodian, and only where the registry's own isn't broken too.
  case overuse([Breach.Fact], backing: Backing, breaking: UseID, uses: [UseID])
  /// A cap, what of its window is told and what is booked and not closed, and for whom, most first.
  case nearingCap(
    Cap, told: Int, unclosed: Int, organisations: [OrganisationID], uses: [UseID])
  /// How often a peer was asked, or was to be, within so many days, and how often they may be.
  ///
  /// What was put to them and what was held back stand in one sum: apart, they would show a no.
  case asks(times: Int, atMost: Int, days: Int, byAll: Bool)
  /// Of all that a peer did within so many days, how much was telling their story, and for whom.
  case storyOnly(stories: Int, of: Int, days: Int, organisations: [OrganisationID])
  /// Of all that was told for an organisation within so many days, how much one peer told.
  case concentration(tellings: Int, of: Int, days: Int, uses: [UseID])
  /// The last telling, and how many days ago it was.
  case noContact(EngagementID, UseID, daysAgo: Int)
  /// A check-in that is overdue, and whether the peer says that they miss it.
  case checkIn(EngagementID, dueOn: Day, isMissed: Bool)
  /// Something owed that is overdue, and whether the peer says that they miss it.
  case pay(Due.Cause, amount: Money?, dueOn: Day, isMissed: Bool)
  /// What is to come down, who holds it, and the days of the task.
  case removal(PlacementID, UseID, Placement.Medium, holder: OrganisationID?, RemovalTask)
  /// A consent's last day, and how many days are left.
  case consentEnds(ConsentID?, StoryID, until: Day, daysLeft: Int)
  /// A booking, when it was agreed on, the rules that stand against it by now, and whether some of
  /// them are the peer's own choice; a custodian isn't told which.
  case review(EngagementID, EventID?, agreedOn: Day?, rules: [RuleCode], ownChoice: Bool)
  /// A session of which nobody has said what became.
  case unclosed(EngagementID, UseID, EventID?)
  /// How many uses within so many days rest on exceptions that peers have made.
  case exceptions(Int, days: Int)

  /// The organisations that it is about besides the one that is named.
  var organisations: [OrganisationID] {
    switch self {
    case .nearingCap(_, _, _, let organisations, _), .storyOnly(_, _, _, let organisations):
      organisations
    default: []
    }
  }
}
