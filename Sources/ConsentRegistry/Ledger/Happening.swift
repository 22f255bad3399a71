/// Everything that can happen to a peer's record, as the ledger keeps it.
///
/// Each carries the home day on which it happened; when it was recorded is the entry's own.
public enum Happening: Hashable, Sendable {
  /// A peer joins: where home is, and whether they (or a recorded consent) have said so themself.
  case peerAdded(zone: Zone, isClaimed: Bool, words: PeerWords)
  /// A peer moves home; days already counted stay.
  case peerMoved(zone: Zone)
  /// A record made by an import is taken on by its peer.
  case peerClaimed
  /// What an organisation is to the peer; an empty set removes the tie.
  case tied(organisation: OrganisationID, relations: Choices<Relation>)
  /// The peer has chosen an independent contact, who has agreed; nothing ends it.
  case contactChosen(IndependentContact?)
  /// The peer does without a safeguard, or wants it again.
  case waived(Waiver, isWaived: Bool)
  /// A story with its label and topics; told again, the topics replace the earlier ones.
  case storyTold(StoryID, label: String?, boundary: Boundary)
  /// A consent.
  case consented(Consent)
  /// A withdrawal of all that matches its scope.
  case withdrew(day: Day, scope: Revocation.Scope)
  /// A pause from a day, until a day or open-ended, and the bookings inside it that the peer keeps.
  case paused(Pause, keeping: [EngagementID])
  /// Every pause that runs or is to come ends: yesterday is the last day.
  case pauseLifted(day: Day)
  /// The day before which the peer isn't ready; nothing takes it back.
  case readinessSet(notBefore: Day?)
  /// The peer's own limits, all of them, as said on one day and recorded on the same or another.
  case limitsSet(Limits, refusesInTheRoom: Bool, day: Day, recordedOn: Day)
  /// A day on which the peer told their story elsewhere, noted for themself.
  case toldElsewhere(day: Day)
  /// A permit put to the peer: places a hold.
  case asked(EngagementRecord)
  /// A request that the guard refused: listed for the peer, silently.
  case heldBack(HeldBackAsk)
  /// The peer's answer to an ask.
  case answered(EngagementID, Answer, day: Day)
  /// A use that took place, entered afterwards or brought in from a spreadsheet.
  case recorded(EngagementRecord, words: UseWords)
  /// Sessions that took place as booked.
  case completed(EngagementID, sessions: [Int], day: Day)
  /// Booked sessions let go because a consent ended or a pause began.
  case released(EngagementID, sessions: [Int], day: Day)
  /// A booking moves on: part-answers, cancellations, what didn't take place, edits, corrections.
  case booking(BookingStep)
  /// What surrounds asks: quiet periods, exceptions, first asks, checks by those who ask.
  case asking(AskingStep)
  /// Where recordings and texts are, and what becomes of them.
  case placing(PlacingStep)
  /// What is owed after a telling: check-ins, pay, and what an organisation gives.
  case owing(OwingStep)
  /// Work that needs no story.
  case work(WorkStep)
  /// Who stands by the peer.
  case support(SupportStep)
  /// The record itself: new words, joined with another of the same person, gone into another.
  case record(RecordStep)
}

/// A peer's own words and contact, kept apart from the rules and erasable.
public struct PeerWords: Hashable, Sendable {
  /// The peer's name.
  public let name: String?
  /// How the peer wants to be introduced.
  public let introduceMeAs: String?
  /// What the peer likes to be asked about.
  public let askMeAbout: String?
  /// How to reach the peer.
  public let contact: String?

  /// A peer's words, each where there is one.
  public init(
    name: String? = nil, introduceMeAs: String? = nil, askMeAbout: String? = nil,
    contact: String? = nil
  ) {
    self.name = name
    self.introduceMeAs = introduceMeAs
    self.askMeAbout = askMeAbout
    self.contact = contact
  }
}

/// Free text of a use that was entered afterwards.
public struct UseWords: Hashable, Sendable {
  /// What the event was called.
  public let eventName: String?

  /// The words, each where there is one.
  public init(eventName: String? = nil) { self.eventName = eventName }
}

/// What a peer may answer to an ask.
public enum Answer: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// Yes.
  case yes
  /// Not this one: the organisation is quiet for a while, for this purpose.
  case notThisOne
  /// Not this kind: quiet for longer.
  case notThisKind
}

/// A request that wasn't put to the peer: who asked, for when, and for what pay.
public struct HeldBackAsk: Hashable, Sendable {
  /// Who asked.
  public let organisation: OrganisationID
  /// The home day of the ask.
  public let day: Day
  /// The first day of the block asked for.
  public let blockStarts: Day
  /// Which rules refused it.
  public let rules: [RuleCode]
  /// What was asked.
  public let request: UseRequest

  /// A refused request.
  public init(
    organisation: OrganisationID, day: Day, blockStarts: Day, rules: [RuleCode],
    request: UseRequest
  ) {
    self.organisation = organisation
    self.day = day
    self.blockStarts = blockStarts
    self.rules = rules
    self.request = request
  }
}
