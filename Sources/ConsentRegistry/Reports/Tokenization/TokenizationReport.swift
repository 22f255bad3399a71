/// The report `tokenization`: whether peers are asked for more than their story, by whom how hard,
/// and how much falls on whom.
///
/// Asks after a no stand only as a sum over all peers, so it takes neither a story nor an event nor
/// a peer as a filter; a peer may read their own.
public struct TokenizationReport: Sendable {
  /// What it can be narrowed by.
  public static let filters: Choices<ReportFilter> = [.period, .organisation]

  private let scope: ReportScope
  private let reader: ReportReader
  let alerts: Policy.Alerts
  private var tallies: [OrganisationID: Tally] = [:]
  private var latest: Day?

  /// The days over which the report looks where nothing else is asked for.
  public static let days = 365

  private struct Tally {
    var asks = AskCounts()
    var concentration = Concentration()
    var withoutContact = 0
  }

  /// A report with nothing in it yet.
  ///
  /// - Parameters:
  ///   - scope: the days and the organisation; without days, the last 365.
  ///   - reader: for whose eyes it is.
  ///   - policy: the registry's policy on the report's day: windows and floors are its own.
  public init(scope: ReportScope = ReportScope(), reader: ReportReader, policy: Policy) {
    self.scope = scope.keeping(TokenizationReport.filters)
    self.reader = reader
    alerts = policy.alerts
  }

  /// Takes in one peer, and gives the row about them; none if there is nothing to say.
  public mutating func add(_ peer: ReportedPeer) -> [PeerRow] {
    latest = max(latest ?? peer.day, peer.day)
    let window = scope(for: scope.period.ending(by: peer.day, ofDays: TokenizationReport.days))
    for (organisation, counts) in peer.askCounts(in: window) {
      tallies[organisation, default: Tally()].asks.add(counts)
    }
    addConcentration(of: peer)
    let noContact = peer.noContact(within: alerts.noContactDays)
      .filter { scope.includes($0.organisation) }
    for one in noContact { tallies[one.organisation, default: Tally()].withoutContact += 1 }

    let (offered, did) = (peer.offered(in: window), peer.did(in: window))
    guard offered.all + did.all + noContact.count > 0 else { return [] }
    let behind = UsesBehind(peer: peer.peer, window, kind: .telling)
    return [
      PeerRow(
        peer: peer.peer, offered: offered, offeredShare: offered.share(from: alerts.storyOnlyFrom),
        did: did, didShare: did.share(from: alerts.storyOnlyFrom),
        organisations: peer.organisations(of: behind), noContact: noContact, behind: behind)
    ]
  }

  /// A row for each organisation, by its id; once every peer has been taken in.
  public func totals() -> [OrganisationRow] {
    tallies.sorted { $0.key < $1.key }.map { organisation, tally in
      let concentration = reader == .custodian ? tally.concentration : nil
      let largest = concentration?.largest(for: alerts)
      let window = latest.map { ReportPeriod.last(alerts.concentrationDays, to: $0) }
      return OrganisationRow(
        organisation: organisation, asks: tally.asks,
        asksAfterNo: isLong || reader == .peer ? tally.asks.afterNo : nil,
        concentration: concentration,
        largestPeer: largest?.peer, largestShare: largest?.share,
        sumOfSquares: concentration?.sumOfSquares(for: alerts),
        peersWithoutContact: tally.withoutContact,
        behind: UsesBehind(
          ReportScope(period: window ?? ReportPeriod(), organisation: organisation),
          kind: .telling))
    }
  }

  /// Whether the days looked at are enough for a sum over all peers.
  private var isLong: Bool {
    guard let latest else { return false }
    let window = scope.period.ending(by: latest, ofDays: TokenizationReport.days)
    guard let from = window.from, let to = window.to else { return true }
    return from.days(until: to) + 1 >= alerts.concentrationDays
  }

  private mutating func addConcentration(of peer: ReportedPeer) {
    let window = scope(for: .last(alerts.concentrationDays, to: peer.day))
    var counts: [OrganisationID: Int] = [:]
    for use in peer.uses.uses
    where use.kind == .telling && use.tookPlace(by: peer.day) && window.includes(use) {
      counts[use.organisation, default: 0] += 1
    }
    let askable = peer.record.organisationsWithLiveConsent(on: peer.day).filter(scope.includes)
    for organisation in askable.union(counts.keys) {
      tallies[organisation, default: Tally()].concentration.add(
        counts[organisation] ?? 0, by: peer.peer, couldBeAsked: askable.contains(organisation))
    }
  }

  private func scope(for period: ReportPeriod) -> ReportScope {
    ReportScope(period: period, organisation: scope.organisation)
  }
}

extension ReportedPeer {
  /// The organisations of some uses of this peer, the most uses first, then by id.
  func organisations(of behind: UsesBehind) -> [OrganisationID] {
    var counts: [OrganisationID: Int] = [:]
    for use in uses.uses where behind.includes(use, of: peer, by: day) {
      counts[use.organisation, default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
