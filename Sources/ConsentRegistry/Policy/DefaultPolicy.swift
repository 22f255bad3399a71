extension Policy {
  /// The policy that a new registry starts with.
  ///
  /// These are our choices, agreed with no peers' body yet: no source gives numbers for rest or
  /// caps. Talks of more than 20 minutes are long (speaker readiness guidance for suicide-loss
  /// survivors); consents of 12 or 24 months follow published consent toolkits.
  public static let initial = Policy(
    version: 1,
    agreedWith: nil,
    rest: Rest(
      days: 14, byChannel: ByChannel([.mediaInterview: 21, .hearing: 21]), endedEarly: 30),
    caps: Caps([
      Cap(kind: .telling, atMost: 2, days: 30),
      Cap(kind: .telling, atMost: 3, days: 90),
      Cap(kind: .telling, atMost: 6, days: 180),
      Cap(kind: .telling, atMost: 10, days: 365),
      Cap(kind: .exposure, atMost: 12, days: 365),
    ]),
    engagement: Engagement(tellings: 2, tellingsPerDay: 2),
    lifetime: nil,
    load: Load(halfLife: nil, limit: nil, weights: ByChannel()),
    asks: Asks(atMost: 4, perOrganisation: 2, days: 30),
    quiet: Quiet(notThisOne: 14, notThisKind: 90, lapsed: 30, lapsedAgain: 90),
    replyDays: 7,
    notice: Notice(days: 7, byChannel: ByChannel([.hearing: 1])),
    consent: ConsentLength(maxMonths: 24, offerMonths: 12),
    checkInAfterDays: 1,
    payDueDays: 30,
    longMinutes: 20,
    alerts: Alerts(
      nearingShare: 0.8, nearingFrom: 5, storyOnlyShare: 0.8, storyOnlyFrom: 5,
      concentrationShare: 0.3, concentrationDays: 90, concentrationFromTellings: 4,
      concentrationFromPeers: 4, noContactDays: 60, removalDays: 30, consentEndsDays: 30,
      unclosedDays: 3)
  )
}
