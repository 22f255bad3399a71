/// What a peer's entries add up to on one day: all that the rules need to know, and nothing else.
public struct Standing: Sendable {
  /// The peer's home zone.
  public let zone: Zone
  /// What the peer has said of each story's topics.
  public let boundaries: [StoryID: Boundary]
  /// Every consent, in the order in which it was recorded.
  public let consents: [Consent]
  /// Every withdrawal.
  public let revocations: [Revocation]
  /// Every pause.
  public let pauses: [Pause]
  /// The day before which the peer isn't ready, if they have set one.
  public let notBefore: Day?
  /// The peer's own limits in force today.
  public let limits: Limits
  /// What each organisation is to the peer.
  public let ties: [OrganisationID: Choices<Relation>]
  /// The peer's independent contact, who has agreed.
  public let independentContact: IndependentContact?
  /// The safeguards that the peer does without.
  public let waives: Choices<Waiver>
  /// Every engagement, in the order in which it was recorded.
  public let engagements: [Engagement]
  /// Each ask put to the peer: by whom, and on which day.
  public let asks: [Ask]
  /// Each quiet period.
  public let quiet: [QuietPeriod]
  /// The organisations that owe the peer an overdue check-in.
  public let careOverdue: Set<OrganisationID>
  /// The organisations that owe the peer overdue pay.
  public let payOverdue: Set<OrganisationID>
  /// The uses whose final version the peer has released.
  public let released: Set<UseID>
  /// The days on which the peer told their story elsewhere, noted for themself alone.
  public let ownTellings: [Day]
  /// The rules that the peer has set aside for this one request.
  public let exceptions: Set<RuleCode>
  /// Whether the peer refuses to speak where people they serve or are looked after by will be.
  public let refusesInTheRoom: Bool
  /// The chain's revision at which this was so.
  public let revision: Int

  /// The counting uses, laid out once.
  let calendar: UseCalendar

  /// A standing from all its parts; whatever is left out is empty.
  public init(
    zone: Zone, boundaries: [StoryID: Boundary] = [:], consents: [Consent] = [],
    revocations: [Revocation] = [], pauses: [Pause] = [], notBefore: Day? = nil,
    limits: Limits = Limits(), ties: [OrganisationID: Choices<Relation>] = [:],
    independentContact: IndependentContact? = nil, waives: Choices<Waiver> = [],
    engagements: [Engagement] = [], asks: [Ask] = [], quiet: [QuietPeriod] = [],
    careOverdue: Set<OrganisationID> = [], payOverdue: Set<OrganisationID> = [],
    released: Set<UseID> = [], ownTellings: [Day] = [], exceptions: Set<RuleCode> = [],
    refusesInTheRoom: Bool = false, revision: Int = 0
  ) {
    self.zone = zone
    self.boundaries = boundaries
    self.consents = consents
    self.revocations = revocations
    self.pauses = pauses
    self.notBefore = notBefore
    self.limits = limits
    self.ties = ties
    self.independentContact = independentContact
    self.waives = waives
    self.engagements = engagements
    self.asks = asks
    self.quiet = quiet
    self.careOverdue = careOverdue
    self.payOverdue = payOverdue
    self.released = released
    self.ownTellings = ownTellings
    self.exceptions = exceptions
    self.refusesInTheRoom = refusesInTheRoom
    self.revision = revision
    calendar = UseCalendar(engagements: engagements, ownTellings: ownTellings)
  }
}

/// One ask put to a peer.
public struct Ask: Hashable, Sendable {
  /// Who asked.
  public let organisation: OrganisationID
  /// The peer's home day on which it was put.
  public let day: Day

  /// An ask by an organisation on a day.
  public init(organisation: OrganisationID, day: Day) {
    self.organisation = organisation
    self.day = day
  }
}

/// A time without asks from one organisation, for one purpose or for all.
public struct QuietPeriod: Hashable, Sendable {
  /// The organisation that may not ask.
  public let organisation: OrganisationID
  /// The purpose it is about; nothing means all.
  public let purpose: Purpose?
  /// Its first day; nothing means it has begun.
  public let from: Day?
  /// Its last day, which still counts.
  public let until: Day

  /// A quiet period with its days.
  public init(organisation: OrganisationID, purpose: Purpose?, from: Day? = nil, until: Day) {
    self.organisation = organisation
    self.purpose = purpose
    self.from = from
    self.until = until
  }

  /// Whether it runs on a day; its last day counts.
  public func isRunning(on day: Day) -> Bool { (from ?? day) <= day && day <= until }
}

extension Standing {
  /// The same standing with nothing set aside.
  var withoutExceptions: Standing {
    Standing(
      zone: zone, boundaries: boundaries, consents: consents, revocations: revocations,
      pauses: pauses, notBefore: notBefore, limits: limits, ties: ties,
      independentContact: independentContact, waives: waives, engagements: engagements,
      asks: asks, quiet: quiet, careOverdue: careOverdue, payOverdue: payOverdue,
      released: released, ownTellings: ownTellings, refusesInTheRoom: refusesInTheRoom,
      revision: revision)
  }

  /// The same standing as if one engagement weren't there.
  func without(_ engagement: EngagementID) -> Standing {
    Standing(
      zone: zone, boundaries: boundaries, consents: consents, revocations: revocations,
      pauses: pauses, notBefore: notBefore, limits: limits, ties: ties,
      independentContact: independentContact, waives: waives,
      engagements: engagements.filter { $0.id != engagement }, asks: asks, quiet: quiet,
      careOverdue: careOverdue, payOverdue: payOverdue, released: released,
      ownTellings: ownTellings, exceptions: exceptions, refusesInTheRoom: refusesInTheRoom,
      revision: revision)
  }
}
