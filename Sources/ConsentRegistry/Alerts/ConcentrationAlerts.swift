/// What is known of one organisation's tellings so far, and who told most of them.
struct ConcentrationSoFar: Sendable {
  /// One peer's tellings for the organisation.
  struct Teller: Sendable {
    let peer: PeerID
    /// In the order of day and then id; never empty.
    let uses: [CountedUse]
  }

  /// All tellings.
  fileprivate var tellings = 0
  /// The peers whom it could have asked: they told for it, or a consent names it.
  fileprivate var peers = 0
  /// Those who told most, the most first; no more than can each hold the share that is told.
  fileprivate var most: [Teller] = []
}

/// `token.concentration`: one peer told much of all that was told for an organisation.
///
/// A share of 0.3 over 90 days: of 10 tellings for riverside maya's 3 are told, her 2 of 10 aren't.
/// Neither are 2 of 3, as fewer than 4 tellings say nothing, nor any where riverside could have
/// asked only 3 peers: so small a circle has to share out somehow.
extension AlertTotals {
  mutating func addConcentration(of peer: ReportedPeer) {
    let alerts = peer.registrys.alerts
    var told: [OrganisationID: [CountedUse]] = [:]
    for use in peer.uses.uses where use.kind == .telling && use.tookPlace(by: peer.day) {
      guard AlertArithmetic.isWithin(alerts.concentrationDays, upTo: peer.day, use.first) else {
        continue
      }
      told[use.organisation, default: []].append(use)
    }
    for organisation in Set(told.keys).union(peer.record.organisationsWithLiveConsent(on: peer.day))
    {
      concentrations[organisation, default: ConcentrationSoFar()].add(
        told[organisation] ?? [], of: peer.peer,
        keeping: AlertTotals.mostTellers(holding: alerts.concentrationShare))
    }
  }

  func concentrations(_ alerts: Policy.Alerts) -> [AlertItem] {
    concentrations.sorted { $0.key < $1.key }.flatMap { organisation, sofar -> [AlertItem] in
      guard sofar.tellings >= alerts.concentrationFromTellings,
        sofar.peers >= alerts.concentrationFromPeers
      else { return [] }
      return sofar.most.compactMap { teller in
        guard let last = teller.uses.last,
          AlertArithmetic.isReached(
            alerts.concentrationShare, by: teller.uses.count, of: sofar.tellings)
        else { return nil }
        return AlertItem(
          .tokenConcentration,
          key: AlertKey(.tokenConcentration, organisation.text, teller.peer.text),
          peer: teller.peer, organisation: organisation, day: last.first, since: last.first,
          facts: .concentration(
            tellings: teller.uses.count, of: sofar.tellings, days: alerts.concentrationDays,
            uses: teller.uses.map(\.use)))
      }
    }
  }

  /// How many peers can each hold a share: of 0.3 three can.
  private static func mostTellers(holding share: Double) -> Int {
    share > 0.01 ? Int(1 / share + 1e-9) : 100
  }
}

extension ConcentrationSoFar {
  fileprivate mutating func add(_ uses: [CountedUse], of peer: PeerID, keeping count: Int) {
    peers += 1
    guard !uses.isEmpty else { return }
    tellings += uses.count
    most.append(Teller(peer: peer, uses: uses))
    most.sort { ($1.uses.count, $0.peer) < ($0.uses.count, $1.peer) }
    if most.count > count { most.removeLast(most.count - count) }
  }
}
