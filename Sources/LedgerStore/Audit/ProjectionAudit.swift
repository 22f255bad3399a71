import ConsentRegistry
import Notation

extension Ledger {
  /// Where a peer's rows for reading aren't what the entries add up to.
  func projectionFindings(
    _ state: ChainState, _ head: ChainHead
  ) throws(LedgerError) -> [AuditFinding] {
    guard let record = state.record else { return [] }
    var findings: [AuditFinding] = []
    func find(_ revision: Int?) {
      findings.append(AuditFinding(chain: head.name, revision: revision, fault: .projection))
    }

    var kept: [String: UseRow] = [:]
    try rows("SELECT \(columns: UseRow.columns) FROM use WHERE chain = \(head.number)") { row in
      let use = UseRow(row)
      kept["\(use.day) \(use.id)"] = use
    }
    if try !toldUsesAgree(ofChain: head.number) { find(nil) }
    for (id, revision) in state.projection.engagements {
      guard let engagement = record.engagement(id) else { continue }
      for row in UseRow.rows(of: engagement, revision: revision)
      where kept.removeValue(forKey: "\(row.day) \(row.id)") != row {
        find(revision)
      }
    }
    for row in kept.values { find(row.revision) }

    let peer = try first(
      "SELECT id, zone, claimed, revision FROM peer WHERE chain = \(head.number)"
    ) { row in
      row.text(0) == record.peer.text && row.text(1) == record.zone.id
        && row.int64(2) == (record.isClaimed ? 1 : 0)
        && Int(row.int64(3)) == state.projection.peer
    }
    if (peer ?? false) != (state.projection.merged == nil) { find(state.projection.peer) }
    if try !recordRowsAgree(state, record.peer, head.number) { find(nil) }

    var limits: [Int: (day: Int, recorded: Int, body: String)] = [:]
    try rows(
      "SELECT revision, day, recorded, body FROM own_limits WHERE chain = \(head.number)"
    ) { row in
      limits[Int(row.int64(0))] = (Int(row.int64(1)), Int(row.int64(2)), row.text(3))
    }
    for own in state.projection.limits {
      let found = limits.removeValue(forKey: own.revision)
      if found?.day != own.day.number || found?.recorded != own.recorded.number
        || found?.body != PolicyNotation.json(own.limits).text
      {
        find(own.revision)
      }
    }
    for revision in limits.keys { find(revision) }
    return try findings + placementFindings(state, head)
  }

  /// Whether the rows that say where words and joined records are agree with the entries.
  private func recordRowsAgree(
    _ state: ChainState, _ peer: PeerID, _ chain: Int
  ) throws(LedgerError) -> Bool {
    let words = try first("SELECT revision FROM reworded WHERE chain = \(chain)") {
      Int($0.int64(0))
    }
    let merged = try first(
      "SELECT id, target, words, revision FROM merged WHERE chain = \(chain)"
    ) { [$0.text(0), $0.text(1), String($0.int64(2)), String($0.int64(3))] }
    let projection = state.projection
    guard let gone = projection.merged else { return words == projection.words && merged == nil }
    return words == nil
      && merged == [peer.text, gone.target.text, "\(projection.words ?? 1)", "\(gone.revision)"]
  }

  /// Whether the file's own row is what it was when the registry was made, and its clock stands at
  /// the latest moment of any chain.
  func registryRowAgrees(isRehearsal: Bool, secret: String) throws(LedgerError) -> Bool {
    let tools = tools
    let agrees = try first(
      """
      SELECT rehearsal, secret, latest = (SELECT max(recorded) FROM chain) FROM registry
      """
    ) { row in
      row.int64(0) == (isRehearsal ? 1 : 0) && hexadecimal(tools.digest(row.blob(1))) == secret
        && row.int64(2) == 1
    }
    return agrees ?? false
  }

  /// Where the organisations' names aren't what the registry chain adds up to.
  func registryProjectionFindings(
    _ state: ChainState, _ head: ChainHead
  ) throws(LedgerError) -> [AuditFinding] {
    var expected = state.organisations
    var findings: [AuditFinding] = []
    try rows("SELECT id, name, revision FROM organisation") { row in
      let known = expected.removeValue(forKey: row.text(0))
      let revision = Int(row.int64(2))
      // Bytes, as two texts may be written differently and yet read alike.
      if known.map({ Array($0.name.utf8) }) != row.blob(1) || known?.revision != revision {
        findings.append(
          AuditFinding(
            chain: head.name, revision: known?.revision ?? revision, fault: .projection))
      }
    }
    for missing in expected.values {
      findings.append(
        AuditFinding(chain: head.name, revision: missing.revision, fault: .projection))
    }
    return findings
  }
}
