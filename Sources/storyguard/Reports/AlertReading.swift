import ConsentRegistry
import LedgerStore
import Notation

/// What alerts are looked for in, and which of them are shown.
struct AlertReading {
  /// The day of all peers, if one was named; otherwise it is each peer's own.
  let day: Day?
  /// As of which moment it is known, if not now.
  let asKnownAt: Instant?
  /// The moment since which something has to be new.
  let since: Instant?
  let severity: Severity?
  let reader: ReportReader
  let moment: Moment
  /// Whether only a part of the registry is looked at.
  let isPart: Bool
  private let peer: PeerID?
  private let organisation: OrganisationID?
  private let ledger: Ledger
  private let console: Console

  init(_ invocation: Invocation, _ surroundings: Surroundings, _ ledger: Ledger) throws {
    (peer, reader) = try surroundings.readerOfReports(try invocation.idIfGiven("--peer"))
    self.ledger = ledger
    console = surroundings.console
    moment = try surroundings.moment(in: ledger)
    let on = try invocation.dayIfGiven("--on")
    if on != nil, surroundings.today != nil {
      throw invocation.misuse(.notTogether("--on", "--today"))
    }
    day = on ?? surroundings.today
    asKnownAt = try invocation.instantIfGiven("--as-known-at")
    if let asKnownAt, asKnownAt > moment.now {
      throw invocation.misuse(.illFormed("--as-known-at", expected: "a moment that has been"))
    }
    since = try invocation.instantIfGiven("--since")
    if let since, since > asKnownAt ?? moment.now {
      throw invocation.misuse(
        .illFormed("--since", expected: "a moment that isn't after the one it is known at"))
    }
    severity = try invocation.wordIfGiven("--severity")
    organisation = try invocation.idIfGiven("--organisation")
    isPart = peer != nil || organisation != nil
  }

  /// The moment as of which it is known.
  var knownAt: Instant { asKnownAt ?? moment.now }

  /// Looks at each peer in turn; only the alerts that are shown are kept.
  func found() throws -> AlertsFound {
    let policies = try ledger.policies(asKnownAt: asKnownAt)
    let policiesThen = try since.map { try ledger.policies(asKnownAt: $0) }
    var search = search(policies)
    var searchThen = policiesThen.map(self.search)
    var found = AlertsFound()
    let progress = Progress(
      of: nil, "peers looked at", on: console.errors, write: console.complain)
    defer { progress.erase() }
    found.agreedWith = policies.binding(on: day ?? Zone.utc.day(at: knownAt)).agreedWith
    found.erasedSince = try asKnownAt.map(ledger.erasureDays)?.count ?? 0
    var isKnown = organisation == nil
    if peer == nil, since == nil {
      // Nothing is compared with earlier: records are put together on both processors.
      let (day, knownAt) = (day, knownAt)
      try ledger.forEachRecord(asKnownAt: asKnownAt) { record in
        ReportedPeer(record, on: day ?? record.zone.day(at: knownAt), policies: policies)
      } body: { reported in
        isKnown = isKnown || organisation.map(reported.record.hasHeard) ?? true
        found.peers += 1
        progress.advance(to: found.peers)
        keep(search.add(reported), besides: [], in: &found)
      }
      return try finished(&found, search, nil, isKnown: isKnown)
    }
    for peer in try peer.map({ [$0] }) ?? ledger.peers(knownAt: knownAt) {
      let record = try record(of: peer, asKnownAt: asKnownAt)
      if self.peer != nil {
        guard let record else { throw RegistryError.unknownPeer }
        if let other = record.mergedInto { throw RegistryError.mergedInto(other) }
      }
      var before: Set<AlertKey> = []
      if let since, let policiesThen, let then = try self.record(of: peer, asKnownAt: since) {
        // On that moment's own day, whatever day is looked at now.
        let reported = ReportedPeer(then, on: then.zone.day(at: since), policies: policiesThen)
        before = Set(searchThen?.add(reported).flatMap(\.items).map(\.key) ?? [])
      }
      guard let record else { continue }
      // What was told of a record that has been joined to this one since isn't new.
      for former in record.formerly {
        guard let since, let policiesThen,
          let then = try self.record(of: former, asKnownAt: since), then.mergedInto == nil
        else { continue }
        let reported = ReportedPeer(then, on: then.zone.day(at: since), policies: policiesThen)
        var alone = self.search(policiesThen)
        before.formUnion(
          alone.add(reported).flatMap(\.items).map { $0.key.moved(from: former, to: peer) })
      }
      isKnown = isKnown || organisation.map(record.hasHeard) ?? true
      if record.mergedInto == nil { found.peers += 1 }
      progress.advance(to: found.peers)
      let reported = ReportedPeer(
        record, on: day ?? record.zone.day(at: knownAt), policies: policies)
      keep(search.add(reported), besides: before, in: &found)
    }
    return try finished(&found, search, searchThen, isKnown: isKnown)
  }

  /// Adds what is told of organisations, and puts the gravest first.
  private func finished(
    _ found: inout AlertsFound, _ search: AlertSearch, _ searchThen: AlertSearch?, isKnown: Bool
  ) throws -> AlertsFound {
    // An empty list would read like a good one.
    guard isKnown else { throw Failure.unknownOrganisation }
    keep(
      search.totals(), besides: Set(searchThen?.totals().flatMap(\.items).map(\.key) ?? []),
      in: &found)
    found.alerts.sort { $0.comesBefore($1) }
    return found
  }

  private func search(_ policies: PolicyHistory) -> AlertSearch {
    AlertSearch(
      policies: policies, reader: reader, organisation: organisation, isOfAllPeers: peer == nil)
  }

  private func keep(_ alerts: [Alert], besides before: Set<AlertKey>, in found: inout AlertsFound) {
    for alert in alerts {
      guard let alert = since == nil ? alert : alert.onlyNew(since: before),
        alert.severity >= severity ?? .notice
      else { continue }
      found.alerts.append(alert)
    }
  }

  /// A record as it was known at a moment, or as it stands.
  private func record(of peer: PeerID, asKnownAt instant: Instant?) throws -> PeerRecord? {
    guard let instant else { return try ledger.record(of: peer) }
    return try ledger.record(of: peer, asKnownAt: instant)
  }
}

/// The alerts that are shown, and over what was looked.
struct AlertsFound: Sendable {
  /// In the order in which they are shown.
  var alerts: [Alert] = []
  /// How many peers were looked at.
  var peers = 0
  /// The peers' body that agreed to the limits, if one has.
  var agreedWith: String?
  /// How many people were erased after the moment as of which it is known.
  var erasedSince = 0

  /// How many there are of each severity.
  var counts: [Severity: Int] {
    alerts.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
  }
}

extension Invocation {
  /// A moment typed as an option, if it was.
  fileprivate func instantIfGiven(_ name: String) throws -> Instant? {
    try readIfGiven(name, as: "a moment such as 2026-05-01T18:00:00Z") { Instant($0) }
  }
}
