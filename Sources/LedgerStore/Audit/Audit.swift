import ConsentRegistry
import Notation

extension Ledger {
  /// Reads the whole ledger again and says whether chains and projections agree.
  ///
  /// It finds damage and careless edits. Somebody who can write the file could make all of it
  /// anew; that is found only against heads that were exported and kept elsewhere.
  package func audit(against exported: [ExportedHead] = []) throws(LedgerError) -> AuditReport {
    try connection.reading { () throws(LedgerError) -> AuditReport in
      var report = AuditReport()
      for finding in try self.fileFindings() {
        report.findings.append(AuditFinding(chain: "", revision: nil, fault: finding))
      }
      var heads: [ChainHead] = []
      try self.rows("SELECT number, name, revision, head, recorded FROM chain ORDER BY number") {
        row in
        heads.append(
          ChainHead(
            number: Int(row.int64(0)), name: row.text(1), revision: Int(row.int64(2)),
            digest: row.blob(3), recorded: Int(row.int64(4))))
      }
      for head in heads {
        var chain = ChainAudit(head: head, tools: self.tools)
        if head.number == ChainHead.registryNumber {
          // What can't be read is found again, at its own entry.
          let erasures = (try? self.erasures()) ?? []
          chain.bridges = Bridge.byCheckpoint(erasures)
          chain.unnamed = Set(erasures.flatMap(\.unnamed))
        }
        try self.read(head, into: &chain)
        report.chains += 1
        report.entries += chain.entries
        report.findings += chain.findings
      }
      report.findings += try self.strays()
      report.findings += try self.compare(exported)
      return report
    }
  }

  private func fileFindings() throws(LedgerError) -> [AuditFinding.Fault] {
    do throws(DatabaseError) {
      return try connection.integrityCheck().isEmpty ? [] : [.file]
    } catch {
      throw .database(error)
    }
  }

  private func read(_ head: ChainHead, into audit: inout ChainAudit) throws(LedgerError) {
    let texts = try personalTexts(ofChain: head.number)
    var state = ChainState(
      chain: head.number,
      record: PeerID(String(head.name.dropFirst("peer:".count))).map(PeerRecord.init))
    do throws(LedgerError) {
      try forEachEntry(of: head) { (stored) throws(LedgerError) in
        audit.check(stored, texts)
        do throws(LedgerError) {
          if head.number == ChainHead.registryNumber {
            try self.checkRegistry(stored, texts, &audit, &state)
          } else {
            state.apply(try self.happening(stored, texts), of: stored.entry)
          }
        } catch {
          audit.find(.unreadable, at: stored.entry.revision)
        }
      }
    } catch {
      guard case .unreadable(_, let revision) = error else { throw error }
      audit.find(.unreadable, at: revision)
      audit.isCutShort = true
    }
    audit.end(texts)
    guard !audit.isCutShort else { return }
    audit.findings +=
      head.number == ChainHead.registryNumber
      ? try registryProjectionFindings(state, head) + roleFindings(state, head)
      : try projectionFindings(state, head) + permitFindings(state, head)
        + noticeFindings(state, head)
  }

  private func checkRegistry(
    _ stored: StoredEntry, _ texts: [String: PersonalText], _ audit: inout ChainAudit,
    _ state: inout ChainState
  ) throws(LedgerError) {
    switch try registryHappening(stored, texts) {
    case .checkpoint(let before, let chains, let digest):
      let heads = try headsDigest(
        before: before, over: audit.bridges[stored.entry.revision] ?? [])
      if heads.chains != chains || heads.digest != digest {
        audit.find(.checkpoint, at: stored.entry.revision)
      }
    case .organisationNamed(let id, let name):
      state.organisations[id.text] = (name, stored.entry.revision)
    case .opened(let isRehearsal, let secret):
      if try !registryRowAgrees(isRehearsal: isRehearsal, secret: secret) {
        audit.find(.projection, at: stored.entry.revision)
      }
    case .roleGiven(let place, let organisation):
      state.roles[place] = RoleRow(
        organisation: organisation?.text, revision: stored.entry.revision,
        address: state.roles[place]?.address)
    case .addressGiven(let place, _): state.roles[place]?.address = stored.entry.revision
    case .policyStored, .helpTextSet, .peerErased: break
    }
  }

  /// Rows that belong to no chain.
  private func strays() throws(LedgerError) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    try rows(
      """
      SELECT revision, 'unreadable' FROM entry WHERE chain NOT IN (SELECT number FROM chain)
      UNION ALL
      SELECT revision, 'projection' FROM use
        WHERE chain NOT IN (SELECT number FROM chain WHERE number > 0)
      UNION ALL
      SELECT NULL, 'projection' FROM told_uses
        WHERE chain NOT IN (SELECT number FROM chain WHERE number > 0)
      UNION ALL
      SELECT revision, 'projection' FROM placement
        WHERE chain NOT IN (SELECT number FROM chain WHERE number > 0)
      UNION ALL
      SELECT revision, 'projection' FROM own_limits
        WHERE chain NOT IN (SELECT number FROM chain WHERE number > 0)
      UNION ALL
      SELECT revision, 'projection' FROM permit
        WHERE chain NOT IN (SELECT number FROM chain WHERE number > 0)
      UNION ALL
      SELECT revision, 'projection' FROM notice
        WHERE chain NOT IN (SELECT number FROM chain WHERE number > 0)
      UNION ALL
      SELECT revision, 'projection' FROM peer
        WHERE chain NOT IN (SELECT number FROM chain WHERE number > 0)
      UNION ALL
      SELECT revision, 'projection' FROM reworded
        WHERE chain NOT IN (SELECT number FROM chain WHERE number > 0)
      UNION ALL
      SELECT revision, 'projection' FROM merged
        WHERE chain NOT IN (SELECT number FROM chain WHERE number > 0)
      UNION ALL
      SELECT NULL, 'personal' FROM personal WHERE chain NOT IN (SELECT number FROM chain)
      """
    ) { row in
      findings.append(
        AuditFinding(
          chain: "", revision: row.isNull(0) ? nil : Int(row.int64(0)),
          fault: AuditFinding.Fault(rawValue: row.text(1)) ?? .file))
    }
    return findings
  }

  func compare(_ exported: [ExportedHead]) throws(LedgerError) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    for head in exported {
      let found = try first(
        """
        SELECT entry.digest FROM entry JOIN chain ON chain.number = entry.chain
        WHERE chain.name = \(head.chain) AND entry.revision = \(head.revision)
        """
      ) { hexadecimal($0.blob(0)) }
      if found != head.digest {
        findings.append(
          AuditFinding(chain: head.chain, revision: head.revision, fault: .exportedHead))
      }
    }
    return findings
  }
}
