/// The report `overuse`: every limit broken in fact.
///
/// Only what took place up to the report's day counts. A booking still to come has broken nothing,
/// nor has one whose day has passed and which nobody has closed: it may not have happened.
///
/// Days on which a peer told their story elsewhere take no part. They are the peer's private notes
/// and nobody asked for them: a breach made with one would show the note to whoever reads the
/// report, and blame an organisation for what it couldn't know.
public enum OveruseReport {
  /// The breaches of one peer whose day lies in a period, in the order of day.
  ///
  /// Rest is looked at between neighbouring blocks by their first day, each cap at each use, and
  /// the load on each telling day: each under the limits in force on that day, the registry's with
  /// the peer's own in their place. A use over two caps is two breaches.
  ///
  /// - Parameters:
  ///   - peer: the peer's uses, each with its state on the report's day.
  ///   - period: the days on which a breach may lie; uses before it still count towards one.
  ///   - day: the report's day.
  ///   - policies: every version of the registry's policy.
  ///   - reader: for whose eyes it is; a custodian isn't told the peer's own limits.
  /// - Returns: the breaches by day, then rest before caps before load, then the id of the use.
  public static func breaches(
    for peer: PeerUses, period: ReportPeriod, on day: Day, policies: PolicyHistory,
    reader: ReportReader = .custodian
  ) -> [Breach] {
    var search = OveruseSearch(
      peer: peer.peer, told: peer.uses.filter { $0.tookPlace(by: day) }, period: period,
      reader: reader, limits: LimitsOverTime(policies: policies, own: peer.limits))
    let found = search.restBreaches() + search.capBreaches() + search.loadBreaches()
    return found.sorted {
      ($0.day, $0.rule.rawValue, $0.breaking.use) < ($1.day, $1.rule.rawValue, $1.breaking.use)
    }
  }
}

/// One peer's uses that took place, and the limits to hold them against.
///
/// Each limit has a file of its own.
struct OveruseSearch {
  let peer: PeerID
  /// What took place up to the report's day, in the order of day and then id.
  let told: [CountedUse]
  let period: ReportPeriod
  let reader: ReportReader
  var limits: LimitsOverTime
}

/// The limits on each day: the registry's alone, and with the peer's own in their place.
struct LimitsOverTime {
  typealias Limits = (registrys: Policy, inForce: Policy)

  private let policies: PolicyHistory
  private let own: LimitHistory
  private var latest: (day: Day, limits: Limits)?

  init(policies: PolicyHistory, own: LimitHistory) {
    self.policies = policies
    self.own = own
  }

  /// The limits on a day; those of the day asked for last are kept at hand.
  mutating func on(_ day: Day) -> Limits {
    if let latest, latest.day == day { return latest.limits }
    let registrys = policies.binding(on: day)
    let limits = (registrys, registrys.merged(with: own.inForce(on: day, over: registrys)))
    latest = (day, limits)
    return limits
  }
}
