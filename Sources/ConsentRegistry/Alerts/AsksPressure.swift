/// `asks.pressure`: a peer was asked more often than may be, or was to be asked.
///
/// At most 2 asks by one organisation in 30 days: asked on 1 and 10 May, and held back on 30 May,
/// riverside is told of since 30 May; on 31 May no more, as the first then lies 31 days back. Of
/// more than 4 by all together the organisation with the most is named, and nobody among equals.
///
/// What was put to the peer and what was held back count alike, and only their sum is told: a
/// request held back after a no can't be told from one that was put to them.
extension AlertSearch {
  func asksPressing(on peer: ReportedPeer) -> [AlertItem] {
    let asks = limits(of: peer).asks
    let all = peer.record.asksAndAttempts.filter { $0.day <= peer.day }
    let within = all.filter { AlertArithmetic.isWithin(asks.days, upTo: peer.day, $0.day) }
    let byMost = AlertArithmetic.mostFirst(within.map(\.organisation))
    let single = byMost.compactMap { organisation in
      item(
        all.filter { $0.organisation == organisation }, peer, by: organisation,
        atMost: asks.perOrganisation, days: asks.days, byAll: false)
    }
    let together = item(
      all, peer, by: AlertArithmetic.most(within.map(\.organisation)), atMost: asks.atMost,
      days: asks.days, byAll: true)
    return single + [together].compactMap { $0 }
  }

  private func item(
    _ asks: [Ask], _ peer: ReportedPeer, by organisation: OrganisationID?, atMost: Int, days: Int,
    byAll: Bool
  ) -> AlertItem? {
    let all = asks.map(\.day)
    guard
      let since = AlertArithmetic.since(peer.day, atLeast: atMost + 1, of: all, within: days),
      let latest = all.max()
    else { return nil }
    let day = latest.description
    return AlertItem(
      .asksPressure,
      key: byAll
        ? AlertKey(.asksPressure, peer.peer.text, day)
        : AlertKey(.asksPressure, peer.peer.text, organisation?.text ?? "", day),
      peer: peer.peer, organisation: organisation, day: latest, since: since,
      facts: .asks(
        times: all.count { AlertArithmetic.isWithin(days, upTo: peer.day, $0) }, atMost: atMost,
        days: days, byAll: byAll))
  }
}

extension PeerRecord {
  /// Each ask that was put to the peer, here or outside, and each that was held back.
  fileprivate var asksAndAttempts: [Ask] {
    asks + heldBack.map { Ask(organisation: $0.organisation, day: $0.day) }
  }
}
