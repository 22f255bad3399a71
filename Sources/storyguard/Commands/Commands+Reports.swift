import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  private static let period: [Option] = [
    .value("--from", "DAY", "the period's first day; otherwise the beginning"),
    .value("--to", "DAY", "the period's last day; otherwise the report's day"),
    .value("--peer", "PEER", "only this peer"),
    .value("--organisation", "ORGANISATION", "only uses by this organisation"),
    .value("--as-known-at", "INSTANT", "only what was recorded by then"),
  ]

  static let reports: [Command] = [
    Command(
      "report", "usage", summary: "show how often each story was used, where and for whom",
      discussion: "It counts only what was asked for here, or was recorded afterwards.",
      options: period,
      examples: [
        "storyguard report usage", "storyguard report usage --from 2026-01-01 --format json",
        "storyguard report usage --peer maya --as-known-at 2026-04-01T00:00:00Z",
      ]
    ) { invocation, surroundings in
      let reading = try ReportReading(invocation, surroundings)
      var rows: [UsageRow] = []
      var overused: Set<PeerID> = []
      try reading.forEachPeer(onlyTheirs: true) { uses in
        let breaches = OveruseReport.breaches(
          for: uses, period: reading.period, on: reading.day, policies: reading.policies,
          reader: reading.reader)
        if breaches.contains(where: { $0.backing != .exception }) { overused.insert(uses.peer) }
        rows.append(
          UsageReport.row(
            for: uses, period: reading.period, on: reading.day, policies: reading.policies,
            reader: reading.reader))
      }
      let heading = reading.heading
      let (shown, marked) = (rows, overused)
      surroundings.show(
        Page(
          text: {
            UsageLayout.table(
              heading: heading, rows: shown, overused: marked, isWhole: reading.isOnePeer,
              terminal: $0)
          },
          json: { UsageLayout.json(heading: heading, rows: shown, overused: marked) }))
      return .done
    },
    Command(
      "report", "overuse", summary: "show every breach of rest and caps, and who asked",
      discussion: "It names the organisation as the one who overused, and the peer by id.",
      options: period,
      examples: [
        "storyguard report overuse", "storyguard report overuse --organisation riverside",
      ]
    ) { invocation, surroundings in
      let reading = try ReportReading(invocation, surroundings)
      var breaches: [Breach] = []
      var total = 0
      try reading.forEachPeer(onlyTheirs: false) { uses in
        total += uses.countOfUses(by: reading.day)
        breaches += OveruseReport.breaches(
          for: uses, period: reading.period, on: reading.day, policies: reading.policies,
          reader: reading.reader
        ).filter { reading.organisation == nil || $0.organisation == reading.organisation }
      }
      let heading = reading.heading
      let (shown, counted) = (breaches, total)
      surroundings.show(
        Page(
          text: {
            OveruseLayout.table(
              heading: heading, breaches: shown, counted: counted, terminal: $0)
          },
          json: { OveruseLayout.json(heading: heading, breaches: shown, counted: counted) }))
      return .done
    },
  ]
}

/// What a report is about, and where its peers come from, one at a time.
struct ReportReading {
  let period: ReportPeriod
  let day: Day
  let organisation: OrganisationID?
  let reader: ReportReader
  let policies: PolicyHistory
  private let peer: PeerID?
  private let instant: Instant?
  private let ledger: Ledger
  private let erasedSince: Int

  init(_ invocation: Invocation, _ surroundings: Surroundings) throws {
    guard surroundings.actor.role != .coordinator, surroundings.actor.role != .supporter else {
      throw RegistryError.notForThisRole
    }
    ledger = try surroundings.ledger(.readOnly)
    instant = try invocation.readIfGiven(
      "--as-known-at", as: "a moment such as 2026-05-01T18:00:00Z"
    ) { Instant($0) }
    policies = try ledger.policies(asKnownAt: instant)
    erasedSince = try instant.map(ledger.erasureDays)?.count ?? 0
    day = try surroundings.today ?? Zone.utc.day(at: surroundings.moment(in: ledger).now)
    period = ReportPeriod(
      from: try invocation.dayIfGiven("--from"), to: try invocation.dayIfGiven("--to"))
    if let from = period.from, let to = period.to, to < from {
      throw invocation.misuse(.illFormed("--to", expected: "a day that isn't before --from"))
    }
    organisation = try invocation.idIfGiven("--organisation")
    let asked: PeerID? = try invocation.idIfGiven("--peer")
    if surroundings.actor.role == .peer {
      // A peer reads their own record, whole; nobody else's.
      guard let own = surroundings.actor.id.flatMap({ PeerID($0) }), asked ?? own == own else {
        throw RegistryError.onlyThePeer
      }
      peer = own
      reader = .peer
    } else {
      peer = asked
      reader = .custodian
    }
  }

  /// Whether the report is of a single peer, who is then shown whole.
  var isOnePeer: Bool { peer != nil }

  var heading: ReportHeading {
    ReportHeading(
      period: period, on: day, asKnownAt: instant,
      agreedWith: policies.binding(on: day).agreedWith, reader: reader, erasedSince: erasedSince)
  }

  /// Lends each peer's uses in turn.
  ///
  /// As things stand now they come from the table for reading; as known at an instant, or for the
  /// peer themself with their own notes, from their chain. Where only the uses of the organisation
  /// asked for are wanted, the others are left out before anything is counted.
  func forEachPeer(onlyTheirs: Bool, _ body: (PeerUses) throws -> Void) throws {
    var isKnown = organisation == nil
    try forEachRecord { uses in
      isKnown = isKnown || uses.uses.contains { $0.organisation == organisation }
      try body(onlyTheirs ? narrowed(uses) : uses)
    }
    // An empty report would read like a good one.
    guard isKnown else { throw Failure.unknownOrganisation }
  }

  private func forEachRecord(_ body: (PeerUses) throws -> Void) throws {
    if let peer {
      guard let record = try ledger.record(of: peer, asKnownAt: instant) else {
        throw RegistryError.unknownPeer
      }
      try body(PeerUses(record, on: day))
    } else if let instant {
      for peer in try ledger.peers(knownAt: instant) {
        guard let record = try ledger.record(of: peer, asKnownAt: instant),
          record.mergedInto == nil
        else { continue }
        try body(PeerUses(record, on: day))
      }
    } else {
      try ledger.forEachPeersUses(on: day, body)
    }
  }

  private func narrowed(_ uses: PeerUses) -> PeerUses {
    guard let organisation else { return uses }
    return PeerUses(
      peer: uses.peer, zone: uses.zone, isClaimed: uses.isClaimed,
      uses: uses.uses.filter { $0.organisation == organisation },
      ownTellings: uses.ownTellings, limits: uses.limits)
  }
}
