/// Tells in full what the search has found for one peer, as far as the reader may know it.
struct OveruseTelling {
  let peer: PeerID
  /// What took place up to the report's day, in the order of day and then id.
  let told: [CountedUse]
  /// The same, as it was searched.
  let uses: [SlimUse]
  let limits: LimitSpans
  let reader: ReportReader
  private let tellings: [CountedUse]
  private let exposures: [CountedUse]

  init(
    peer: PeerID, told: [CountedUse], uses: [SlimUse], limits: LimitSpans, reader: ReportReader
  ) {
    self.peer = peer
    self.told = told
    self.uses = uses
    self.limits = limits
    self.reader = reader
    tellings = told.filter { $0.kind == .telling }
    exposures = told.filter { $0.kind == .exposure }
  }

  func breach(_ finding: OveruseSearch.Finding, _ search: OveruseSearch) -> Breach {
    let fact: Breach.Fact
    let made: ArraySlice<CountedUse>
    switch finding.what {
    case .rest(let earlier, let later, let days, let due, let registrysDue):
      fact = days < 0 ? .overlap : .rest(days: days, due: toldRest(days, due, registrysDue))
      made = (tellings(ofBlock: earlier) + tellings(ofBlock: later))[...]
    case .cap(let cap, let from, let to, let registrys):
      let count = Int(to - from) + 1
      fact = .cap(cap.kind, count: count, over: toldCap(cap, count, registrys))
      made = (cap.kind == .telling ? tellings : exposures)[Int(from)...Int(to)]
    case .load(let span):
      let own = search.weight(
        of: uses, upTo: finding.breaking, under: limits.spans[span].inForce.load)
      let shown =
        switch reader {
        case .peer: own
        case .custodian:
          search.weight(
            of: uses, upTo: finding.breaking, under: limits.spans[span].registrys.load)
        }
      fact = .load(shown?.sum, limit: shown?.limit)
      made = (own?.places ?? []).map { told[$0] }[...]
    }
    return Breach(peer: peer, fact: fact, breaking: told[finding.breaking], uses: made)
  }

  private func tellings(ofBlock number: Int32) -> [CountedUse] {
    uses.indices.filter { uses[$0].block == number && uses[$0].kind == .telling }.map { told[$0] }
  }

  /// The rest as the reader may know it: for a custodian the registry's own, if that is broken too.
  private func toldRest(_ days: Int, _ due: Int, _ registrys: Int) -> Int? {
    switch reader {
    case .peer: due
    case .custodian: days < registrys ? registrys : nil
    }
  }

  /// The cap as the reader may know it: for a custodian the registry's own, if that is broken too.
  private func toldCap(_ cap: Cap, _ count: Int, _ registrys: Int?) -> Cap? {
    switch reader {
    case .peer: cap
    case .custodian:
      registrys.flatMap { atMost in
        count > atMost ? Cap(kind: cap.kind, atMost: atMost, days: cap.days) : nil
      }
    }
  }
}
