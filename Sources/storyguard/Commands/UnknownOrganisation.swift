import ConsentRegistry
import LedgerStore
import Notation

/// An organisation's id that was typed and that nothing here knows: perhaps a slip of the pen.
///
/// `harbor-trust` where `harbour-trust` has asked: a quiet period for the first keeps nobody quiet.
struct UnknownOrganisation {
  let id: OrganisationID
  /// The known id that was probably meant, if one is near.
  let nearest: String?

  /// What is said of it after the deed, which stands as it was typed.
  var inWords: String {
    "No organisation of the id \(id) is known here yet. "
      + (nearest.map { "Did you mean \($0)?" } ?? "Please look at how it is written.") + "\n"
  }

  var json: JSON { ["organisation": .string(id.text), "nearest": .optional(nearest)] }
}

extension Surroundings {
  /// Those of the organisations typed that nothing here knows, as it stands before the deed.
  ///
  /// Where something new is allowed, an organisation that nobody knows yet is nothing unusual: then
  /// only one that is near to a known one is told of. Whoever asks is told nothing of it.
  func unknown(
    among typed: [OrganisationID], of peer: PeerID, at desk: Desk<Ledger>, allowing: Bool = false
  ) throws -> [UnknownOrganisation] {
    guard actor.role != .coordinator, !typed.isEmpty else { return [] }
    var known = try desk.recordForReading(of: peer).organisations
    known.formUnion(try desk.ledger.organisationNames().keys)
    known.formUnion(desk.roles.given.values.compactMap { $0 })
    let names = known.map(\.text).sorted()
    return typed.filter { !known.contains($0) }.map {
      UnknownOrganisation(id: $0, nearest: nearestName(to: $0.text, among: names))
    }.filter { !allowing || $0.nearest != nil }
  }
}

extension PeerRecord {
  /// Every organisation that has to do with the peer: by a use, an ask, a consent, a tie or a
  /// placement.
  ///
  /// What only keeps one away doesn't count: a slip of the pen there would know itself.
  fileprivate var organisations: Set<OrganisationID> {
    var known = Set(engagements.map(\.organisation))
    known.formUnion(heldBack.map(\.organisation))
    known.formUnion(consents.flatMap(\.organisations))
    known.formUnion(ties.keys)
    known.formUnion(placements.all.map(\.placement.organisation))
    known.formUnion(placements.all.compactMap(\.placement.holder))
    known.formUnion(asking.outside.map(\.organisation))
    known.formUnion(asking.checks.map(\.organisation))
    known.formUnion(takesFirstAsksFrom)
    known.formUnion(work.items.map(\.offer.organisation))
    known.formUnion(owing.fees.map(\.organisation))
    known.formUnion(supporters.named.values.compactMap { $0 })
    if let contact = independentContact?.organisation { known.insert(contact) }
    return known
  }
}
