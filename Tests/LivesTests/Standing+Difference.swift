import ConsentRegistry

extension Standing {
  /// The first thing in which another standing is another to the rules; nothing if they agree.
  func difference(from other: Standing) -> String? {
    func counts<Item: Hashable>(_ items: [Item]) -> [Item: Int] {
      items.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    let facts: [(String, Bool)] = [
      ("home", zone == other.zone),
      ("stories", boundaries == other.boundaries),
      ("consents", consents == other.consents),
      ("withdrawals", revocations == other.revocations),
      ("pauses", pauses == other.pauses),
      ("readiness", notBefore == other.notBefore),
      ("limits", limits == other.limits),
      ("ties", ties == other.ties),
      ("contact", independentContact == other.independentContact),
      ("waivers", waives == other.waives),
      ("engagements", counts(engagements) == counts(other.engagements)),
      ("asks", counts(asks) == counts(other.asks)),
      ("quiet periods", counts(quiet) == counts(other.quiet)),
      ("overdue care", careOverdue == other.careOverdue),
      ("overdue pay", payOverdue == other.payOverdue),
      ("released uses", released == other.released),
      ("tellings elsewhere", ownTellings == other.ownTellings),
      ("exceptions", exceptions == other.exceptions),
      ("people in the room", refusesInTheRoom == other.refusesInTheRoom),
      ("revision", revision == other.revision),
    ]
    return facts.first { !$0.1 }?.0
  }
}
