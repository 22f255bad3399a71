/// `nearing.cap`: a cap is nearly full, and not broken.
///
/// A cap of 10 tellings in 365 days and a share of 0.8: with 8 told it is nearing, also with 7 told
/// and one that was booked for yesterday and that nobody has closed; with 7 it isn't, and with 11
/// told it is broken. Caps of fewer than 5 are left out: there the first use is near the last.
extension AlertSearch {
  func nearingCaps(of peer: ReportedPeer) -> [AlertItem] {
    let limits = limits(of: peer)
    return limits.caps.list.compactMap { cap in
      guard cap.atMost >= limits.alerts.nearingFrom else { return nil }
      return nearing(cap, from: limits.alerts.nearingShare, peer)
    }
  }

  private func nearing(_ cap: Cap, from share: Double, _ peer: ReportedPeer) -> AlertItem? {
    // A hold isn't among them: whether it was answered is the peer's own.
    let uses = peer.uses.uses.filter { use in
      use.kind == cap.kind && use.first <= peer.day
        && (use.state.tookPlace || use.state == .confirmed)
    }
    let inWindow = uses.filter {
      AlertArithmetic.isWithin(cap.days, upTo: peer.day, $0.first)
    }
    let told = inWindow.count(where: \.state.tookPlace)
    guard let latest = inWindow.last, told <= cap.atMost,
      AlertArithmetic.isReached(share, by: inWindow.count, of: cap.atMost)
    else { return nil }
    let enough =
      (1...max(1, cap.atMost)).first {
        AlertArithmetic.isReached(share, by: $0, of: cap.atMost)
      } ?? cap.atMost
    let since = AlertArithmetic.since(
      peer.day, atLeast: enough, of: uses.map(\.first), within: cap.days)
    return AlertItem(
      // The latest use stands in it, so that each further one is news, and a day gone by isn't.
      .nearingCap,
      key: AlertKey(
        .nearingCap, peer.peer.text, cap.kind.code, String(cap.days), latest.use.text),
      peer: peer.peer, day: latest.first, since: since ?? latest.first,
      facts: .nearingCap(
        cap, told: told, unclosed: inWindow.count - told,
        organisations: AlertArithmetic.mostFirst(inWindow.map(\.organisation)),
        uses: inWindow.map(\.use)))
  }
}
