/// `ask.cap`: too many asks have been put to the peer of late, by all or by this organisation.
///
/// 4 in 30 days: asks on 1, 5, 9 and 20 May refuse a fifth until 30 May; on 31 May the first has
/// left the 30 days. Asks wear people out even when the answer is no.
enum AskCap: Rule {
  static let code = RuleCode.askCap

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    let limits = inquiry.policy.asks
    let since = inquiry.today.adding(1 - limits.days)
    var all = 0
    var own = 0
    for ask in inquiry.standing.asks where since <= ask.day && ask.day <= inquiry.today {
      all += 1
      if ask.organisation == inquiry.request.organisation { own += 1 }
    }
    if own >= limits.perOrganisation {
      return Finding(
        .askedEnough(
          atMost: limits.perOrganisation, days: limits.days, byThisOrganisation: true),
        retry: .never)
    }
    guard all >= limits.atMost else { return nil }
    return Finding(
      .askedEnough(atMost: limits.atMost, days: limits.days, byThisOrganisation: false),
      retry: .never)
  }
}

/// `ask.quiet`: this organisation is in a quiet period for this purpose, or for all.
///
/// "Not this one" on 1 May for training: quiet from 2 to 15 May, asks for training pass on 16 May.
enum AskQuiet: Rule {
  static let code = RuleCode.askQuiet

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    let request = inquiry.request
    var until: Day?
    for quiet in inquiry.standing.quiet
    where quiet.organisation == request.organisation && quiet.isRunning(on: inquiry.today) {
      let isForThis =
        quiet.purpose == nil || request.sessions.contains { $0.purpose == quiet.purpose }
      if isForThis { until = max(until ?? quiet.until, quiet.until) }
    }
    return until.map { Finding(.quietUntil($0), retry: .never) }
  }
}
