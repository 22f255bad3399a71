extension Term {
  /// Every term but the caps, in the order in which a policy is written.
  public static let all: [Term] = peers + byChannel + registrys

  /// The term written so, caps included, or nothing if there is none.
  ///
  /// `caps.telling.30` is the cap on tellings in 30 days.
  public static func named(_ path: String) -> Term? {
    if let term = byPath[path] { return term }
    let pieces = path.split(separator: ".")
    guard pieces.count == 3, pieces[0] == "caps", let kind = UseKind(code: String(pieces[1])),
      let days = Int(pieces[2]), windows.contains(days), String(days) == pieces[2]
    else { return nil }
    return .cap(kind, days: days)
  }

  /// The lengths in days that a cap's window may have.
  public static let windows = 1...3_660

  private static let byPath = Dictionary(
    all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })

  private static let peers: [Term] = [
    whole("rest.days", \.rest.days, 0...730, .higher),
    whole("rest.endedEarly", \.rest.endedEarly, 0...730, .higher),
    whole("engagement.tellings", \.engagement.tellings, 0...1_000, .lower),
    whole("engagement.tellingsPerDay", \.engagement.tellingsPerDay, 0...1_000, .lower),
    Term(
      path: "lifetime", place: .optionalWhole(\.lifetime), range: 0...1_000_000, tighter: .lower,
      peerMay: .tightenOrLoosen),
    Term(
      path: "load.halfLife", place: .optionalNumber(\.load.halfLife), range: 0.01...3_650,
      tighter: .higher, peerMay: .tightenOrLoosen),
    Term(
      path: "load.limit", place: .optionalNumber(\.load.limit), range: 0...1_000_000,
      tighter: .lower, peerMay: .tightenOrLoosen),
    whole("asks.atMost", \.asks.atMost, 0...10_000, .lower),
    whole("asks.perOrganisation", \.asks.perOrganisation, 0...10_000, .lower),
    whole("asks.days", \.asks.days, 1...3_660, .higher),
    whole("quiet.notThisOne", \.quiet.notThisOne, 0...3_660, .higher),
    whole("quiet.notThisKind", \.quiet.notThisKind, 0...3_660, .higher),
    whole("quiet.lapsed", \.quiet.lapsed, 0...3_660, .higher),
    whole("quiet.lapsedAgain", \.quiet.lapsedAgain, 0...3_660, .higher),
    whole("reply.days", \.replyDays, 0...365, .higher),
    whole("notice.days", \.notice.days, 0...730, .higher, .onlyTighten),
    whole("consent.maxMonths", \.consent.maxMonths, 1...60, .lower, .onlyTighten),
    whole("consent.offerMonths", \.consent.offerMonths, 1...60, .lower, .onlyTighten),
    whole("care.checkInAfterDays", \.checkInAfterDays, 0...365, .lower, .onlyTighten),
    whole("pay.dueDays", \.payDueDays, 0...730, .lower, .onlyTighten),
    whole("session.longMinutes", \.longMinutes, 0...100_000, .lower),
  ]

  private static let byChannel: [Term] = Channel.allCases.flatMap { channel in
    [
      Term(
        path: "rest.byChannel.\(channel.code)", place: .optionalWhole(\.rest.byChannel[channel]),
        range: 0...730, tighter: .higher, peerMay: .tightenOrLoosen),
      Term(
        path: "notice.byChannel.\(channel.code)",
        place: .optionalWhole(\.notice.byChannel[channel]), range: 0...730, tighter: .higher,
        peerMay: .onlyTighten),
      Term(
        path: "load.weights.\(channel.code)", place: .optionalNumber(\.load.weights[channel]),
        range: 0...1_000, tighter: .higher, peerMay: .tightenOrLoosen),
    ]
  }

  private static let registrys: [Term] = [
    share("alerts.nearingShare", \.alerts.nearingShare),
    whole("alerts.nearingFrom", \.alerts.nearingFrom, 0...10_000, .lower, .leaveIt),
    share("alerts.storyOnlyShare", \.alerts.storyOnlyShare),
    whole("alerts.storyOnlyFrom", \.alerts.storyOnlyFrom, 0...10_000, .lower, .leaveIt),
    share("alerts.concentrationShare", \.alerts.concentrationShare),
    whole("alerts.concentrationDays", \.alerts.concentrationDays, 1...3_660, .lower, .leaveIt),
    whole(
      "alerts.concentrationFromTellings", \.alerts.concentrationFromTellings, 0...10_000, .lower,
      .leaveIt),
    whole(
      "alerts.concentrationFromPeers", \.alerts.concentrationFromPeers, 0...10_000, .lower,
      .leaveIt),
    whole("alerts.noContactDays", \.alerts.noContactDays, 0...3_660, .lower, .leaveIt),
    whole("alerts.removalDays", \.alerts.removalDays, 0...3_660, .lower, .leaveIt),
    whole("alerts.consentEndsDays", \.alerts.consentEndsDays, 0...3_660, .higher, .leaveIt),
    whole("alerts.unclosedDays", \.alerts.unclosedDays, 0...3_660, .lower, .leaveIt),
  ]

  private static func whole(
    _ path: String, _ place: any WritableKeyPath<Policy, Int> & Sendable,
    _ range: ClosedRange<Double>,
    _ tighter: Tighter, _ peerMay: PeerMay = .tightenOrLoosen
  ) -> Term {
    Term(path: path, place: .whole(place), range: range, tighter: tighter, peerMay: peerMay)
  }

  private static func share(
    _ path: String, _ place: any WritableKeyPath<Policy, Double> & Sendable
  ) -> Term {
    Term(path: path, place: .number(place), range: 0...1, tighter: .lower, peerMay: .leaveIt)
  }
}
