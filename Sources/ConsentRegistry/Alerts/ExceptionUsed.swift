/// `exception.used`: peers have set limits aside for an organisation.
///
/// Of three such uses for riverside within 90 days only the number is told: neither whose they
/// were, nor their ids, nor their days, as any of these would name a peer. Each is an item by its
/// number, so that a fourth one is news.
extension AlertTotals {
  mutating func addExceptions(of peer: ReportedPeer) {
    let days = peer.registrys.alerts.concentrationDays
    for use in peer.uses.uses where use.origin == .excepted && use.tookPlace(by: peer.day) {
      exceptions[use.organisation, default: ExceptionsSoFar()].all += 1
      if AlertArithmetic.isWithin(days, upTo: peer.day, use.first) {
        exceptions[use.organisation]?.within += 1
      }
    }
  }

  func exceptionsUsed(on day: Day, _ alerts: Policy.Alerts) -> [AlertItem] {
    exceptions.sorted { $0.key < $1.key }.flatMap { organisation, sofar -> [AlertItem] in
      // Numbered through all time, so that one that comes as another leaves the window is news.
      (0..<sofar.within).map { place in
        let number = sofar.all - place
        return AlertItem(
          .exceptionUsed,
          key: AlertKey(.exceptionUsed, organisation.text, String(number)),
          organisation: organisation, day: nil,
          since: day.adding(1 - alerts.concentrationDays),
          facts: .exceptions(sofar.within, days: alerts.concentrationDays))
      }
    }
  }
}

/// How many uses for one organisation rest on exceptions: in all, and within the window.
struct ExceptionsSoFar: Sendable {
  var all = 0
  var within = 0
}
