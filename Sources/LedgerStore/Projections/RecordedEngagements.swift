import ConsentRegistry

extension Ledger {
  /// The engagements of a chain that were recorded afterwards or imported, from the table of uses.
  func recordedEngagements(ofChain head: ChainHead) throws(LedgerError) -> [EngagementRecord] {
    let (recorded, imported) = (Int(Origin.recorded.rawValue), Int(Origin.imported.rawValue))
    var places: [String: Int] = [:]
    var engagements: [EngagementRecord] = []
    var damaged: Int?
    try rows(
      """
      SELECT \(columns: UseRow.columns) FROM use
      WHERE chain = \(head.number) AND origin IN (\(recorded), \(imported))
      ORDER BY engagement, place
      """
    ) { row in
      let row = UseRow(row)
      guard let session = EngagementRecord.Session(row) else {
        damaged = row.revision
        return
      }
      if let place = places[row.engagement] {
        engagements[place].sessions.append(session)
      } else if let engagement = EngagementRecord(row, first: session) {
        places[row.engagement] = engagements.count
        engagements.append(engagement)
      } else {
        damaged = row.revision
      }
    }
    if let damaged { throw .unreadable(chain: head.name, revision: damaged) }
    return engagements
  }
}

extension EngagementRecord {
  fileprivate init?(_ row: UseRow, first session: Session) {
    guard let id = EngagementID(row.engagement), let story = StoryID(row.story),
      let organisation = OrganisationID(row.organisation), let origin = Origin(number: row.origin)
    else { return nil }
    self.init(
      id: id, story: story, organisation: organisation, event: row.event.flatMap { EventID($0) },
      origin: origin, sessions: [session])
  }
}

extension EngagementRecord.Session {
  /// The session that a row stands for; nothing if the row isn't whole.
  fileprivate init?(_ row: UseRow) {
    guard let use = UseID(row.id), let kind = UseKind(number: row.kind),
      let channel = Channel(number: row.channel), let state = SessionState(number: row.state),
      let first = Day(stored: row.day), let last = Day(stored: row.last)
    else { return nil }
    self.init(
      use: use, kind: kind, channel: channel, purpose: row.purpose.flatMap { Purpose(number: $0) },
      audience: row.audience.flatMap { Audience(number: $0) }, first: first,
      last: last, state: state)
  }
}

extension Word {
  /// The word with that number in its list, or nothing if there is none.
  init?(number: Int) {
    guard let byte = UInt8(exactly: number) else { return nil }
    self.init(rawValue: byte)
  }
}
