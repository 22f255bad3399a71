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
    breaches(
      for: peer, period: period, on: day, limits: LimitSpans(policies), reader: reader)
  }

  /// The same with the registry's limits already laid out over time, for many peers in turn.
  ///
  /// - Parameters:
  ///   - peer: the peer's uses, each with its state on the report's day.
  ///   - period: the days on which a breach may lie; uses before it still count towards one.
  ///   - day: the report's day.
  ///   - limits: the registry's own limits over time.
  ///   - reader: for whose eyes it is; a custodian isn't told the peer's own limits.
  /// - Returns: the breaches by day, then rest before caps before load, then the id of the use.
  public static func breaches(
    for peer: PeerUses, period: ReportPeriod, on day: Day, limits: LimitSpans,
    reader: ReportReader = .custodian
  ) -> [Breach] {
    let told = peer.uses.filter { $0.tookPlace(by: day) }
    let limits = limits.with(peer.limits)
    let uses = SlimUse.list(of: told)
    var search = OveruseSearch(period: period)
    search.search(uses, under: limits)
    let telling = OveruseTelling(
      peer: peer.peer, told: told, uses: uses, limits: limits, reader: reader)
    // Those on one use and of one rule keep the order of the caps.
    let found = search.findings.enumerated().sorted { left, right in
      let days = (uses[left.element.breaking].day, uses[right.element.breaking].day)
      return (days.0, left.element.rule.rawValue, left.element.breaking, left.offset)
        < (days.1, right.element.rule.rawValue, right.element.breaking, right.offset)
    }
    return found.map { telling.breach($0.element, search) }
  }
}
