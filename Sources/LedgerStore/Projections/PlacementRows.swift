package import ConsentRegistry

/// A row of the table of placements: no words of people, so that all of them can be listed at once.
struct PlacementRow: Equatable {
  let id: String
  let holder: String?
  let organisation: String
  let medium: Int
  let placed: Int
  let recall: Int?
  let state: Int
  let moved: Int?
  let opened: Int?
  let deadline: Int?
  let revision: Int

  init(_ kept: PlacementRecord, revision: Int) {
    let placement = kept.placement
    id = placement.id.text
    holder = placement.holder?.text
    organisation = placement.organisation.text
    medium = Int(placement.medium.rawValue)
    placed = placement.placedOn.number
    recall = placement.recallUntil?.number
    state = Int((kept.moved?.state ?? .live).rawValue)
    moved = kept.moved?.day.number
    opened = kept.task?.opened.number
    deadline = kept.task?.deadline.number
    self.revision = revision
  }

  static let columns: StaticString = """
    id, holder, organisation, medium, placed, recall, state, moved, opened, deadline, revision
    """

  /// The row that a query of `columns` stands on.
  init(_ row: borrowing Row) {
    func wholeIfAny(_ column: Int) -> Int? { row.isNull(column) ? nil : Int(row.int64(column)) }
    id = row.text(0)
    holder = row.isNull(1) ? nil : row.text(1)
    organisation = row.text(2)
    medium = Int(row.int64(3))
    placed = Int(row.int64(4))
    recall = wholeIfAny(5)
    state = Int(row.int64(6))
    moved = wholeIfAny(7)
    opened = wholeIfAny(8)
    deadline = wholeIfAny(9)
    revision = Int(row.int64(10))
  }
}

extension Ledger {
  func keep(_ row: PlacementRow, chain: Int) throws(LedgerError) {
    try run(
      """
      INSERT INTO placement (chain, id, holder, organisation, medium, placed, recall, state, moved,
        opened, deadline, revision)
      VALUES (\(chain), \(row.id), \(row.holder), \(row.organisation), \(row.medium),
        \(row.placed), \(row.recall), \(row.state), \(row.moved), \(row.opened), \(row.deadline),
        \(row.revision))
      ON CONFLICT (chain, id) DO UPDATE
        SET state = excluded.state, moved = excluded.moved, opened = excluded.opened,
          deadline = excluded.deadline, revision = excluded.revision
      """)
  }

  /// Where a chain's rows of placements aren't what its entries add up to.
  func placementFindings(
    _ state: ChainState, _ head: ChainHead
  ) throws(LedgerError) -> [AuditFinding] {
    var kept: [String: PlacementRow] = [:]
    try rows("SELECT \(columns: PlacementRow.columns) FROM placement WHERE chain = \(head.number)")
    { row in
      let row = PlacementRow(row)
      kept[row.id] = row
    }
    var wrong: [Int] = []
    for (id, revision) in state.projection.placements {
      guard let placement = state.record?.placements[id] else { continue }
      let row = PlacementRow(placement, revision: revision)
      if kept.removeValue(forKey: row.id) != row { wrong.append(revision) }
    }
    wrong += kept.values.map(\.revision)
    return wrong.map { AuditFinding(chain: head.name, revision: $0, fault: .projection) }
  }

  /// The removals that are still open over all peers, the longest due first.
  package func openRemovals() throws(LedgerError) -> [OpenRemoval] {
    var open: [OpenRemoval] = []
    let live = Int(PlacementState.live.rawValue)
    try rows(
      """
      SELECT peer.id, placement.id, medium, holder, opened, deadline
      FROM placement JOIN peer ON peer.chain = placement.chain
      WHERE deadline IS NOT NULL AND state = \(live)
      ORDER BY deadline, placement.chain, placement.id
      """
    ) { row in
      guard let peer = PeerID(row.text(0)), let placement = PlacementID(row.text(1)),
        let medium = Placement.Medium(number: Int(row.int64(2))),
        let opened = Day(stored: Int(row.int64(4))),
        let deadline = Day(stored: Int(row.int64(5)))
      else { return }
      open.append(
        OpenRemoval(
          peer: peer, placement: placement, medium: medium,
          holder: row.isNull(3) ? nil : OrganisationID(row.text(3)),
          task: RemovalTask(opened: opened, deadline: deadline)))
    }
    return open
  }
}

/// A removal that is still open: whose, what, who holds it, and by when.
package struct OpenRemoval: Equatable, Sendable {
  /// Whose story it holds.
  package let peer: PeerID
  /// The placement.
  package let placement: PlacementID
  /// What it is.
  package let medium: Placement.Medium
  /// Who holds it.
  package let holder: OrganisationID?
  /// Since when, and until when.
  package let task: RemovalTask
}
