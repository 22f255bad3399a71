extension ConsentsReport {
  /// Where a consent stands on a day.
  public enum State: UInt8, Word {
    /// The words as written.
    public static let codes = spelling

    /// Its first day hasn't come.
    case notYet
    /// It runs, whole.
    case live
    /// It runs, whole, and its last day is near.
    case endsSoon
    /// Its last day is over.
    case ended
    /// Nothing of it is left; with an organisation asked for, nothing for that one.
    case withdrawn
    /// It runs, and something of it was withdrawn.
    case partlyWithdrawn
  }

  /// One consent.
  public struct ConsentRow: Hashable, Sendable {
    /// Whose it is.
    public let peer: PeerID
    /// Its id, where it has one.
    public let consent: ConsentID?
    /// The story it is for.
    public let story: StoryID
    /// The organisations that it names.
    public let organisations: [OrganisationID]
    /// Those for which something of it is left.
    public let organisationsLeft: [OrganisationID]
    /// The purposes that it grants.
    public let purposes: Choices<Purpose>
    /// Those of which something is left.
    public let purposesLeft: Choices<Purpose>
    /// Its first day.
    public let from: Day
    /// Its last day.
    public let until: Day
    /// The one use that it is for, if it is the yes to a first ask.
    public let onlyFor: EngagementID?
    /// Where it stands.
    public let state: State
    /// Days until its last one, on which it is 0; nothing unless it runs.
    public let daysLeft: Int?
    /// Whether it runs and its last day is near, whole or not.
    public let endsSoon: Bool

    init(
      _ consent: Consent, of peer: PeerID, left: ConsentLeft,
      for organisation: OrganisationID?, on day: Day, endsDays: Int
    ) {
      self.peer = peer
      self.consent = consent.id
      story = consent.story
      organisations = consent.organisations
      organisationsLeft = left.organisations
      purposes = consent.purposes
      purposesLeft = left.purposes
      from = consent.from
      until = consent.until
      onlyFor = consent.onlyFor
      let isGone =
        organisation.map { !left.organisations.contains($0) } ?? left.isNothing
      let runs = consent.isInForce(on: day) && !isGone
      daysLeft = runs ? day.days(until: consent.until) : nil
      endsSoon = runs && day.days(until: consent.until) <= endsDays
      state =
        if isGone {
          .withdrawn
        } else if consent.until < day {
          .ended
        } else if day < consent.from {
          .notYet
        } else if left.isLess {
          .partlyWithdrawn
        } else {
          endsSoon ? .endsSoon : .live
        }
    }
  }

  /// The consents that name one organisation, counted.
  public struct OrganisationRow: Hashable, Sendable {
    /// Which organisation.
    public let organisation: OrganisationID
    /// Those that run on the day, and of which something is left for it.
    public private(set) var live = 0
    /// Those of them whose last day is near.
    public private(set) var endingSoon = 0

    init(organisation: OrganisationID) { self.organisation = organisation }

    mutating func add(isLive: Bool, endsSoon: Bool) {
      if isLive { live += 1 }
      if endsSoon { endingSoon += 1 }
    }
  }
}
