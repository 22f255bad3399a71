/// Looks through a registry for what somebody should know, one peer at a time.
///
/// Nothing in it depends on a clock: the same records seen on the same days give the same alerts.
/// It names the organisation as the one who overused or owes, and the peer by id alone.
///
/// What peers have chosen for themselves shows in none of them to a custodian, beyond "the peer's
/// own choice" where a limit of theirs was broken or stands against a booking.
///
/// Each rule has a file of its own.
public struct AlertSearch: Sendable {
  let policies: PolicyHistory
  /// The registry's limits, laid out over time once for all peers.
  let limitSpans: LimitSpans
  let reader: ReportReader
  let organisation: OrganisationID?
  private let isOfAllPeers: Bool
  private var totalsSoFar = AlertTotals()

  /// A search that has looked at nobody yet.
  ///
  /// - Parameters:
  ///   - policies: every version of the registry's policy.
  ///   - reader: for whose eyes it is.
  ///   - organisation: only what is about this organisation; otherwise about any.
  ///   - isOfAllPeers: whether every peer will be added. Otherwise nothing is told of an
  ///     organisation as a whole: of one peer alone, a sum over all would be about that peer.
  public init(
    policies: PolicyHistory, reader: ReportReader = .custodian,
    organisation: OrganisationID? = nil, isOfAllPeers: Bool = true
  ) {
    self.policies = policies
    limitSpans = LimitSpans(policies)
    self.reader = reader
    self.organisation = organisation
    self.isOfAllPeers = isOfAllPeers && reader == .custodian
  }

  /// Looks at one peer; gives what is about them, ready to be told at once.
  ///
  /// A record that has gone into another is left out, as all of it is told there.
  public mutating func add(_ peer: ReportedPeer) -> [Alert] {
    guard peer.record.mergedInto == nil else { return [] }
    if isOfAllPeers { totalsSoFar.add(peer) }
    let found =
      overuse(of: peer) + nearingCaps(of: peer) + asksPressing(on: peer) + storyOnly(peer)
      + noContact(with: peer) + careOverdue(to: peer) + payOverdue(to: peer)
      + removalsOverdue(for: peer) + consentsEnding(of: peer) + bookingsToReview(of: peer)
      + bookingsUnclosed(of: peer)
    return Alert.grouped(found.filter(isWanted))
  }

  /// What is told of organisations once every peer has been looked at.
  public func totals() -> [Alert] {
    guard isOfAllPeers, let day = totalsSoFar.latest else { return [] }
    let alerts = policies.binding(on: day).alerts
    let found =
      totalsSoFar.concentrations(alerts) + totalsSoFar.exceptionsUsed(on: day, alerts)
    return Alert.grouped(found.filter(isWanted))
  }

  private func isWanted(_ item: AlertItem) -> Bool {
    organisation.map(item.isAbout) ?? true
  }

  /// The limits that a reader may know of: a custodian the registry's, the peer their own too.
  func limits(of peer: ReportedPeer) -> Policy {
    switch reader {
    case .custodian: peer.registrys
    case .peer: peer.policy
    }
  }
}

/// What is kept of each organisation while peers are looked at one after another: a few figures,
/// however many peers there are.
struct AlertTotals: Sendable {
  /// The latest day on which a peer was looked at.
  private(set) var latest: Day?
  var concentrations: [OrganisationID: ConcentrationSoFar] = [:]
  /// How many uses for each organisation rest on exceptions.
  var exceptions: [OrganisationID: ExceptionsSoFar] = [:]

  mutating func add(_ peer: ReportedPeer) {
    latest = max(latest ?? peer.day, peer.day)
    addConcentration(of: peer)
    addExceptions(of: peer)
  }
}
