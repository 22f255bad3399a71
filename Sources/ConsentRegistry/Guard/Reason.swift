/// Why a request is refused: one failing rule, the first day it would pass, and the facts.
public struct Reason: Hashable, Sendable {
  /// The rule that fails.
  public let rule: RuleCode
  /// The home day on which the block would first start for this rule alone to pass, if any would do.
  public let liftsOn: Day?
  /// What the rule saw; the edge puts it in words.
  public let facts: Facts
}

/// What a failing rule saw, as numbers and days, without names or free text.
public enum Facts: Hashable, Sendable {
  /// No single consent covers a session; what the nearest ones leave open, if any is near.
  case noConsent(gaps: [ConsentGap])
  /// The consents that would cover a session have been withdrawn.
  case consentWithdrawn
  /// Covering consents exist, and none is in force today.
  case consentNotToday
  /// Covering consents exist, and none reaches over all days of a session.
  case consentNotThen
  /// A final version hasn't been released by the peer.
  case versionNotReleased
  /// So many topics asked for aren't open; they are named by their place in the request.
  case topicsNotOpen([Int])
  /// A pause covers today.
  case pausedToday(until: Day?)
  /// A pause covers a day of the block.
  case pausedThen(until: Day?)
  /// The peer isn't ready before this day.
  case notReadyBefore(Day)
  /// Not enough days free of tellings after the block that ends on this day.
  case restAfter(Day, days: Int)
  /// Not enough days free of tellings before the block that starts on this day.
  case restBefore(Day, days: Int)
  /// Another block's tellings overlap with the ones asked for.
  case tellingsOverlap(Day, Day)
  /// A window of days starting on this day would hold more uses than the cap allows.
  case capFull(Cap, windowFrom: Day, wouldHold: Int)
  /// The block holds more tellings than a block may.
  case blockTooFull(tellings: Int, atMost: Int)
  /// A day of the block holds more tellings than a day may.
  case dayTooFull(Day, tellings: Int, atMost: Int)
  /// The story's tellings would exceed its total.
  case storyToldEnough(atMost: Int)
  /// The fading load would exceed its limit on this day.
  case loadTooHigh(on: Day, limit: Double)
  /// So many asks have been put within the days.
  case askedEnough(atMost: Int, days: Int, byThisOrganisation: Bool)
  /// The organisation isn't to ask until after this day.
  case quietUntil(Day)
  /// The organisation is tied to the peer, who has no independent contact outside it.
  case noIndependentContact
  /// The peer doesn't speak where people they serve or are looked after by will be.
  case peopleInTheRoom
  /// No support person is named.
  case noSupportPerson
  /// No talk afterwards is planned on or after the block's last day.
  case noDebrief(blockEnds: Day)
  /// The organisation owes a check-in that is overdue.
  case checkInOwed
  /// Neither an offer nor an outright "unpaid" is stated.
  case payNotStated
  /// The organisation owes pay past its due day.
  case payOwed
  /// The block starts sooner than its notice allows.
  case tooSoon(days: Int, earliest: Day)
  /// Something that the peer has chosen for themself; the custodian reads no more of it.
  case ownChoice
}

/// Something to know before a yes that never refuses by itself.
public enum Warning: UInt8, CaseIterable, Hashable, Sendable {
  case boundaryAskFirst, channelIrreversible, sessionLong, consentEndsSoon, relationInTheRoom

  /// The name as written: `session.long`.
  public var code: String {
    switch self {
    case .boundaryAskFirst: "boundary.askFirst"
    case .channelIrreversible: "channel.irreversible"
    case .sessionLong: "session.long"
    case .consentEndsSoon: "consent.endsSoon"
    case .relationInTheRoom: "relation.inTheRoom"
    }
  }
}
