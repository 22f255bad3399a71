import ConsentRegistry

/// A notice with the entry that it follows from, as its row keeps it.
struct NoticeRow: Equatable {
  let revision: Int
  /// Its place among the notices of that entry, from 0.
  let place: Int
  let notice: Notice
  let created: Int

  static let columns: StaticString = """
    notice.revision, notice.place, notice.created, notice.role, notice.reader, notice.code,
    notice.organisation, notice.engagement, notice.due, notice.lapsed
    """

  init(revision: Int, place: Int, notice: Notice, created: Int) {
    self.revision = revision
    self.place = place
    self.notice = notice
    self.created = created
  }

  /// The row that a query of `columns`, from a column on, stands on; nothing if it isn't whole.
  init?(_ row: borrowing Row, from first: Int) {
    guard let role = Notice.Reader.Role(code: row.text(first + 3)),
      let code = Notice.Code(code: row.text(first + 5)),
      let due = Day(stored: Int(row.int64(first + 8))),
      (0...1).contains(row.int64(first + 9))
    else { return nil }
    self.init(
      revision: Int(row.int64(first)), place: Int(row.int64(first + 1)),
      notice: Notice(
        code, to: .init(role, row.text(first + 4)),
        organisation: row.isNull(first + 6) ? nil : OrganisationID(row.text(first + 6)),
        engagement: row.isNull(first + 7) ? nil : EngagementID(row.text(first + 7)), due: due,
        onlyIfLapsed: row.int64(first + 9) == 1), created: Int(row.int64(first + 2)))
  }
}

extension Ledger {
  /// The number of a notice: the same whenever it is worked out, and nobody can guess it.
  func noticeNumber(chain: Int, revision: Int, place: Int) throws(LedgerError) -> String {
    PrintedNumber.text(of: try keyed("notice\0\(chain)\0\(revision)\0\(place)"))
  }

  /// Keeps the notices that new entries give rise to.
  func keepNotices(of projection: Projection) throws(LedgerError) {
    for row in projection.notices {
      let number = try noticeNumber(
        chain: projection.chain, revision: row.revision, place: row.place)
      let notice = row.notice
      try run(
        """
        INSERT INTO notice (number, chain, revision, place, role, reader, code, organisation,
          engagement, due, lapsed, created)
        VALUES (\(number), \(projection.chain), \(row.revision), \(row.place),
          \(notice.reader.role.code), \(notice.reader.id), \(notice.code.code),
          \(notice.organisation?.text), \(notice.engagement?.text), \(notice.due.number),
          \(notice.onlyIfLapsed), \(row.created))
        """)
    }
  }

  /// Where a peer's notices aren't what the entries add up to; when they were sent no entry knows.
  func noticeFindings(_ state: ChainState, _ head: ChainHead) throws(LedgerError) -> [AuditFinding]
  {
    let since = try first("SELECT revision FROM notice_since WHERE chain = \(head.number)") {
      Int($0.int64(0))
    }
    var expected: [String: NoticeRow] = [:]
    for row in state.projection.notices where row.revision > since ?? 0 {
      let number = try noticeNumber(
        chain: head.number, revision: row.revision, place: row.place)
      expected[number] = row
    }
    var findings: [AuditFinding] = []
    func find(_ revision: Int) {
      findings.append(AuditFinding(chain: head.name, revision: revision, fault: .projection))
    }
    try rows(
      """
      SELECT notice.number, \(columns: NoticeRow.columns) FROM notice
      WHERE notice.chain = \(head.number)
      """
    ) { row in
      let known = expected.removeValue(forKey: row.text(0))
      if known == nil || known != NoticeRow(row, from: 1) {
        find(known?.revision ?? Int(row.int64(1)))
      }
    }
    for missing in expected.values { find(missing.revision) }
    return findings
  }
}
