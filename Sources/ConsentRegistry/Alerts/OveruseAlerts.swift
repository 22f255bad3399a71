/// `overuse.rest`, `overuse.cap`, `overuse.load`: a limit was broken within the last 365 days.
///
/// Rest of 14 days, talks on 1 and 15 May 2026: critical since 15 May, for whoever asked for the
/// second; on 14 May 2027 still, on 15 May 2027 no more. A second talk on 16 May breaks nothing.
/// What the peer's own exception allowed is left out: nobody overused them.
extension AlertSearch {
  func overuse(of peer: ReportedPeer) -> [AlertItem] {
    let period = ReportPeriod(from: peer.day.adding(1 - AlertArithmetic.year), to: peer.day)
    let breaches = OveruseReport.breaches(
      for: peer.uses, period: period, on: peer.day, limits: limitSpans, reader: reader
    ).filter { $0.backing != .exception }
    // By the use that broke it, and which kind of limit it broke: two caps are told as one item.
    var places: [AlertKey: Int] = [:]
    var found: [(key: AlertKey, code: AlertCode, breaches: [Breach])] = []
    for breach in breaches {
      let code = breach.alertCode
      let key = AlertKey(
        code, peer.peer.text, breach.breaking.use.text, breach.day.description)
      if let place = places[key] {
        found[place].breaches.append(breach)
      } else {
        places[key] = found.count
        found.append((key, code, [breach]))
      }
    }
    return found.compactMap { item($0.code, $0.key, $0.breaches, of: peer) }
  }

  private func item(
    _ code: AlertCode, _ key: AlertKey, _ all: [Breach], of peer: ReportedPeer
  ) -> AlertItem? {
    // What the registry's own limits say is enough; the peer's own are told only where they stand
    // alone, so that they show in nothing else.
    let registrys = all.filter { !$0.isOwnChoice }
    let breaches = registrys.isEmpty ? all : registrys
    guard let first = breaches.first else { return nil }
    var uses: [UseID] = []
    var seen: Set<UseID> = []
    for use in code == .overuseLoad
      ? [first.breaking] : breaches.flatMap({ $0.uses.suffix(Breach.mostListed) })
    where seen.insert(use.use).inserted { uses.append(use.use) }
    return AlertItem(
      code, key: key, peer: peer.peer, organisation: first.organisation, day: first.day,
      since: first.day,
      facts: .overuse(
        breaches.map(\.fact), backing: first.backing, breaking: first.breaking.use, uses: uses))
  }
}

extension Breach {
  fileprivate var alertCode: AlertCode {
    switch fact {
    case .rest, .overlap: .overuseRest
    case .cap: .overuseCap
    case .load: .overuseLoad
    }
  }

  /// Whether only the peer's own limits were broken, as a custodian reads it.
  fileprivate var isOwnChoice: Bool {
    switch fact {
    case .rest(_, let due): due == nil
    case .overlap: false
    case .cap(_, _, let cap): cap == nil
    case .load(_, let limit): limit == nil
    }
  }
}
