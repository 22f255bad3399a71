/// `exception.used`: peers have set limits aside for an organisation.
///
/// Of three such uses for riverside within 90 days only the number is told: neither whose they
/// were, nor their ids, nor their days, as any of these would name a peer. Each is an item by its
/// number, so that a fourth one is news.
extension AlertTotals {
  mutating func addExceptions(of peer: ReportedPeer) {
    let days = peer.registrys.alerts.concentrationDays
    for use in peer.uses.uses where use.origin == .excepted && use.tookPlace(by: peer.day) {
      guard AlertArithmetic.isWithin(days, upTo: peer.day, use.first) else { continue }
      exceptions[use.organisation, default: 0] += 1
    }
  }

  func exceptionsUsed(on day: Day, _ alerts: Policy.Alerts) -> [AlertItem] {
    exceptions.sorted { $0.key < $1.key }.flatMap { organisation, count in
      (1...max(1, count)).map { number in
        AlertItem(
          .exceptionUsed,
          key: AlertKey(.exceptionUsed, organisation.text, String(number)),
          organisation: organisation, day: nil,
          since: day.adding(1 - alerts.concentrationDays),
          facts: .exceptions(count, days: alerts.concentrationDays))
      }
    }
  }
}
