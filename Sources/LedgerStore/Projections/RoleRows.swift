package import ConsentRegistry
import Notation

/// A row of the table of roles: what the registry chain adds up to for one person in one role.
struct RoleRow: Equatable {
  let organisation: String?
  let revision: Int
  /// The revision that says how to reach them, if one does.
  var address: Int?
}

extension Ledger {
  /// Who belongs to which organisation.
  package func roles() throws(LedgerError) -> Roles {
    var roles = Roles()
    try rows("SELECT role, id, organisation FROM role") { row in
      guard let role = Roles.Role(code: row.text(0)) else { return }
      roles.give(
        role, to: row.text(1), of: row.isNull(2) ? nil : OrganisationID(row.text(2)))
    }
    return roles
  }

  /// Gives somebody a role, and says how to reach them; what stands already isn't written again.
  package func give(
    _ place: Roles.Place, of organisation: OrganisationID?, address: String?, by actor: Actor,
    at now: Instant
  ) throws(LedgerError) {
    try connection.immediate { () throws(LedgerError) in
      var happenings: [RegistryHappening] = []
      if try self.roles().given[place] != .some(organisation) {
        happenings.append(.roleGiven(place, organisation: organisation))
      }
      if let address, try self.address(of: place) != address {
        happenings.append(.addressGiven(place, address: address))
      }
      guard !happenings.isEmpty else { return }
      try self.add(happenings, by: actor, at: now)
    }
  }

  /// How to reach somebody who has a role, if anybody has said so.
  package func address(of place: Roles.Place) throws(LedgerError) -> String? {
    let entry = try first(
      """
      SELECT entry.body FROM role
      JOIN entry ON entry.chain = \(ChainHead.registryNumber) AND entry.revision = role.address
      WHERE role.role = \(place.role.code) AND role.id = \(place.id)
      """
    ) { $0.text(0) }
    guard let entry, let body = try? JSON.parse(entry), let digest = body.seal else { return nil }
    let kept = try first(
      """
      SELECT salt, texts FROM personal
      WHERE chain = \(ChainHead.registryNumber) AND digest = \(digest)
      """
    ) { PersonalText(salt: $0.blob(0), text: $0.text(1)) }
    guard let words = try? kept?.words(),
      case .string(let address)? = body.joined(with: words)["address"]
    else { return nil }
    return address
  }

  /// Where the table of roles isn't what the registry chain adds up to.
  func roleFindings(_ state: ChainState, _ head: ChainHead) throws(LedgerError) -> [AuditFinding] {
    var expected = state.roles
    var findings: [AuditFinding] = []
    func find(_ revision: Int) {
      findings.append(AuditFinding(chain: head.name, revision: revision, fault: .projection))
    }
    try rows("SELECT role, id, organisation, revision, address FROM role") { row in
      let found = RoleRow(
        organisation: row.isNull(2) ? nil : row.text(2), revision: Int(row.int64(3)),
        address: row.isNull(4) ? nil : Int(row.int64(4)))
      let place = Roles.Role(code: row.text(0)).map { Roles.Place($0, row.text(1)) }
      let known = place.flatMap { expected.removeValue(forKey: $0) }
      if known != found { find(known?.revision ?? found.revision) }
    }
    for missing in expected.values { find(missing.revision) }
    return findings
  }
}
