/// Makes up worlds, each as one line of JSON, the same ones for the same seed.
///
/// About a third are permitted; the others fail one rule or several, and can often be lifted.
/// Clock changes, midnights and the edges of every limit come up far more often than in life.
public struct WorldGenerator: Sendable {
  private var dice: GeneratorDice

  /// Begins a row of worlds; `WorldGenerator(seed: 7)` always makes the same row.
  public init(seed: UInt64) { dice = GeneratorDice(seed: seed) }

  /// The next world, without a line end.
  public mutating func next() -> String {
    var maker = GeneratorMaker(dice: dice)
    let line = maker.make()
    dice = maker.dice
    return line
  }
}

/// Makes up one world: first a sound one, then the troubles drawn for it.
struct GeneratorMaker {
  static let zones = [
    "America/Chicago", "America/Chicago", "America/Los_Angeles", "America/New_York",
    "America/Phoenix", "America/St_Johns", "America/Havana", "America/Santiago",
    "Atlantic/Azores", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia",
    "Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe", "Australia/Adelaide",
    "Asia/Kolkata", "Asia/Kathmandu", "Europe/London", "Europe/Berlin", "UTC", "UTC",
  ]
  static let purposes = [
    "training", "communityEducation", "advocacy", "policy", "fundraising", "media", "recruitment",
    "research", "ai",
  ]
  static let tellingChannels = [
    "inPerson", "inPerson", "inPerson", "onlineLive", "onlineLive", "mediaInterview", "hearing",
    "video", "audio",
  ]
  static let exposureChannels = ["video", "audio", "print", "web", "web", "social", "broadcast"]
  static let audiences = [
    "peers", "staff", "students", "professionals", "decisionMakers", "donors", "public", "press",
  ]
  static let attributions = ["notNamed", "chosenName", "firstName", "firstNameAndTown", "fullName"]
  static let relations = [
    "employer", "supervisor", "treatmentProvider", "housingProvider", "funder", "certifier",
    "court", "family",
  ]
  static let stories = ["s1", "s2", "s3"]
  static let organisations = ["o1", "o2", "o3", "o4"]
  static let mendable: [NaiveRule] = [
    .consentNotInForce, .pauseActive, .readinessNotBefore, .restPeriod, .restPeriod, .capRolling,
    .loadLimit, .noticeShort,
  ]
  static let needsTelling: Set<NaiveRule> = [
    .restPeriod, .capEngagement, .capLifetime, .loadLimit, .careMissing,
  ]

  var dice: GeneratorDice
  var draft = GeneratorDraft()
  var troubles: Set<NaiveRule> = []
  var home = NaiveZone.orUTC("UTC")
  var zone = NaiveZone.orUTC("UTC")

  init(dice: GeneratorDice) { self.dice = dice }

  mutating func make() -> String {
    // One that cannot be mended by waiting hides every other day, so half the worlds have none.
    let onlyMendable = dice.percent(50)
    for _ in 0..<dice.weighted([33, 35, 19, 9, 4]) {
      let mendable = onlyMendable && dice.percent(75)
      troubles.insert(dice.pick(mendable ? Self.mendable : NaiveRule.allCases))
    }
    draft.horizon = drawHorizon()
    drawTerms()
    drawSessions()
    drawToday()
    drawConsents()
    drawSurroundings()
    drawHistory()
    drawLifetime()
    makeConsentTroubles()
    makeDayTroubles()
    makeCountTroubles()
    makeOtherTroubles()
    drawNoise()
    return draft.line(version: dice.int(1...9))
  }

  private mutating func drawHorizon() -> Int? {
    switch dice.weighted([82, 8, 3, 3, 4]) {
    case 0: dice.int(30...200)
    case 1: dice.int(0...29)
    case 2: 730
    case 3: nil
    default: dice.int(200...400)
    }
  }
}
