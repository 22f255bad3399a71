/// A withdrawal: from the moment it is recorded, what it matches may not be used any more.
public struct Revocation: Hashable, Sendable {
  /// What a withdrawal is about: any of these; none of them means everything.
  public struct Scope: Hashable, Sendable {
    /// Only uses that rest on this consent.
    public let consent: ConsentID?
    /// Only uses of this story.
    public let story: StoryID?
    /// Only uses for this purpose.
    public let purpose: Purpose?
    /// Only uses through this channel.
    public let channel: Channel?
    /// Only uses by this organisation.
    public let organisation: OrganisationID?

    /// A scope that names any of five sides; one that names none is everything.
    public init(
      consent: ConsentID? = nil, story: StoryID? = nil, purpose: Purpose? = nil,
      channel: Channel? = nil, organisation: OrganisationID? = nil
    ) {
      self.consent = consent
      self.story = story
      self.purpose = purpose
      self.channel = channel
      self.organisation = organisation
    }

    /// Whether a use, resting on some consent, matches all that this scope names.
    func matches(
      story useStory: StoryID, organisation useOrganisation: OrganisationID,
      purpose usePurpose: Purpose?, channel useChannel: Channel, consent useConsent: Consent
    ) -> Bool {
      (consent == nil || consent == useConsent.id) && (story == nil || story == useStory)
        && (organisation == nil || organisation == useOrganisation)
        && (purpose == nil || purpose == usePurpose) && (channel == nil || channel == useChannel)
    }
  }

  /// The day on which it was lodged.
  public let day: Day
  /// How many of the peer's consents had been recorded before it.
  public let consentsBefore: Int
  /// The first consent, by its place, that it can reach: one that was lodged in another record of
  /// the same person reaches what came over with it, and none that was there before.
  public let consentsFrom: Int
  /// What it is about.
  public let scope: Scope

  /// A withdrawal lodged on a day, after so many consents, the first of which it doesn't reach if
  /// it comes from another record.
  public init(day: Day, consentsBefore: Int, consentsFrom: Int = 0, scope: Scope) {
    self.day = day
    self.consentsBefore = consentsBefore
    self.consentsFrom = consentsFrom
    self.scope = scope
  }

  /// Whether it leaves nothing of a consent to an organisation, whatever the purpose or channel.
  func takesAwayWhole(_ consent: Consent, at index: Int, from organisation: OrganisationID) -> Bool
  {
    reaches(consent, at: index) && scope.purpose == nil
      && scope.channel == nil && (scope.consent == nil || scope.consent == consent.id)
      && (scope.story == nil || scope.story == consent.story)
      && (scope.organisation == nil || scope.organisation == organisation)
  }

  /// Whether it comes after a consent, be it for what it is about or not.
  ///
  /// It reaches every consent recorded before it or given before its day; what the peer grants
  /// afterwards stands. Withdrawn on 1 March: a consent given on 28 February but entered on
  /// 5 March is taken away too; one given on 2 March stands.
  /// The index is the consent's place, from 0, in the order in which consents were recorded.
  func reaches(_ consent: Consent, at index: Int) -> Bool {
    consentsFrom <= index && (index < consentsBefore || consent.given < day)
  }

  /// Whether it takes a consent away for a session.
  func takesAway(
    _ consent: Consent, at index: Int, for session: AskedSession, of request: UseRequest
  ) -> Bool {
    reaches(consent, at: index)
      && scope.matches(
        story: request.story, organisation: request.organisation, purpose: session.purpose,
        channel: session.channel, consent: consent)
  }
}

extension [Revocation] {
  /// Whether any of them takes a consent away for a session.
  func takeAway(
    _ consent: Consent, at index: Int, for session: AskedSession, of request: UseRequest
  ) -> Bool {
    contains { $0.takesAway(consent, at: index, for: session, of: request) }
  }

  /// Whether any of them leaves nothing of a consent to an organisation.
  func takeAwayWhole(
    _ consent: Consent, at index: Int, from organisation: OrganisationID
  ) -> Bool {
    contains { $0.takesAwayWhole(consent, at: index, from: organisation) }
  }
}
