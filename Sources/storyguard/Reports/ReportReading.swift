import ConsentRegistry
import LedgerStore
import Notation

/// What a report is about, and where its peers come from, one at a time.
struct ReportReading {
  let scope: ReportScope
  let reader: ReportReader
  let policies: PolicyHistory
  /// The registry's limits, laid out over time once for all peers.
  private let limits: LimitSpans
  /// Only this peer.
  let peer: PeerID?
  /// Only what was recorded by then.
  let instant: Instant?
  let ledger: Ledger
  /// The report's day, where somebody named one.
  private let on: Day?
  /// The moment whose home day it is otherwise.
  private let moment: Instant
  private let erasedSince: Int
  private let console: Console

  /// The options of every report.
  static let options: [Option] = [
    .value("--from", "DAY", "the period's first day; otherwise the beginning"),
    .value("--to", "DAY", "the period's last day; otherwise the report's day"),
    .value("--peer", "PEER", "only this peer"),
    .value("--organisation", "ORGANISATION", "only this organisation"),
    .value("--event", "EVENT", "only this event"),
    .value("--story", "STORY", "only this story"),
    .value("--on", "DAY", "the report's day; otherwise today, at each peer's home"),
    .value("--as-known-at", "INSTANT", "only what was recorded by then"),
    .value(
      "--table", "TABLE", "with `--format csv`, which of its tables; any other word lists them"),
  ]

  /// The options of a report that takes some of the filters alone.
  static func options(_ filters: Choices<ReportFilter>) -> [Option] {
    var names = ["--on", "--as-known-at", "--table"] + filters.words.map { "--\($0.code)" }
    if filters.contains(.period) { names += ["--from", "--to"] }
    return options.filter { names.contains($0.name) }
  }

  init(_ invocation: Invocation, _ surroundings: Surroundings) throws {
    (peer, reader) = try surroundings.readerOfReports(
      try invocation.idIfGiven(offered: "--peer"))
    ledger = try surroundings.ledger(.readOnly)
    console = surroundings.console
    instant = try invocation.readIfGiven(
      "--as-known-at", as: "a moment such as 2026-05-01T18:00:00Z"
    ) { Instant($0) }
    policies = try ledger.policies(asKnownAt: instant)
    limits = LimitSpans(policies)
    erasedSince = try instant.map(ledger.erasureDays)?.count ?? 0
    let onDay = try invocation.dayIfGiven(offered: "--on")
    if onDay != nil, surroundings.today != nil {
      throw invocation.misuse(.notTogether("--on", "--today"))
    }
    on = onDay ?? surroundings.today
    let now = try surroundings.moment(in: ledger).now
    if let instant, instant > now {
      throw invocation.misuse(.illFormed("--as-known-at", expected: "a moment that has been"))
    }
    moment = instant ?? now
    let from = try invocation.dayIfGiven(offered: "--from")
    let to = try invocation.dayIfGiven(offered: "--to")
    if let from, let to, to < from {
      throw invocation.misuse(.illFormed("--to", expected: "a day that isn't before --from"))
    }
    if let from, from > on ?? Zone.utc.day(at: moment).adding(1) {
      throw invocation.misuse(.illFormed("--from", expected: "a day up to the report's own"))
    }
    scope = ReportScope(
      period: ReportPeriod(from: from, to: to),
      organisation: try invocation.idIfGiven(offered: "--organisation"),
      event: try invocation.idIfGiven(offered: "--event"),
      story: try invocation.idIfGiven(offered: "--story"))
  }

  /// Whether the report is of a single peer, who is then shown whole.
  var isOnePeer: Bool { peer != nil }

  /// The report's day at a home.
  ///
  /// In Auckland it is 5 May already when it is still 4 May in Chicago.
  func day(in zone: Zone) -> Day { homeDay(zone) }

  /// The report's day for what belongs to nobody in particular.
  var day: Day { day(in: .utc) }

  /// The policy in force on the report's day.
  var policy: Policy { policies.binding(on: day) }

  var heading: ReportHeading {
    ReportHeading(
      period: scope.period, on: day, asKnownAt: instant,
      agreedWith: policy.agreedWith, reader: reader, erasedSince: erasedSince,
      isEachHome: on == nil, narrowed: narrowed)
  }

  private var narrowed: [String] {
    [
      peer.map { "of peer \($0.text)" }, scope.organisation.map { "for \($0.text)" },
      scope.event.map { "at event \($0.text)" }, scope.story.map { "of story \($0.text)" },
    ].compactMap(\.self)
  }

  /// Lends each peer's uses in turn.
  ///
  /// As things stand now they come from the table for reading; as known at an instant, or for the
  /// peer themself with their own notes, from their chain.
  func forEachPeersUses(_ body: (PeerUses, Day) throws -> Void) throws {
    let progress = Progress(
      of: nil, "peers read", on: console.errors, write: console.complain)
    var count = 0
    func lend(_ uses: PeerUses, _ day: Day) throws {
      try body(uses, day)
      count += 1
      progress.advance(to: count)
    }
    if peer == nil, instant == nil {
      try ledger.forEachPeersUses(on: day(in:)) { try lend($0, day(in: $0.zone)) }
    } else if let peer {
      let record = try record(of: peer)
      let day = day(in: record.zone)
      try lend(PeerUses(record, on: day), day)
    } else {
      try ledger.forEachRecord(asKnownAt: instant, transform: reported) {
        try lend($0.uses, $0.day)
      }
    }
    progress.erase()
  }

  /// Lends each peer's whole record in turn, with the report's day and policies.
  ///
  /// Records are put together on both processors, and lent in the order in which the peers joined.
  func forEachPeer(_ body: (ReportedPeer) throws -> Void) throws {
    let progress = Progress(of: nil, "peers read", on: console.errors, write: console.complain)
    var count = 0
    func lend(_ reported: ReportedPeer) throws {
      try body(reported)
      count += 1
      progress.advance(to: count)
    }
    let reported = self.reported
    if let peer {
      try lend(reported(record(of: peer)))
    } else {
      try ledger.forEachRecord(asKnownAt: instant, transform: reported, body: lend)
    }
    progress.erase()
  }

  /// Lends the breaches of each peer who has any, and gives how many uses were looked at.
  ///
  /// As things stand now, only those are read in full who may have been used too often.
  func forEachOverused(_ body: ([Breach]) throws -> Void) throws -> Int {
    guard peer == nil, instant == nil, !scope.isNarrowed else {
      var counted = 0
      try forEachPeersUses { uses, day in
        counted += uses.countOfUses(by: day)
        try body(breaches(of: uses, on: day))
      }
      return counted
    }
    let day = homeDay
    return try ledger.forEachOverused(
      period: scope.period, on: day, noLaterThan: latestDay, policies: policies, reader: reader,
      body: body)
  }

  /// The breaches of one peer within the period.
  func breaches(of uses: PeerUses, on day: Day) -> [Breach] {
    OveruseReport.breaches(
      for: uses, period: scope.period, on: day, limits: limits, reader: reader)
  }

  private func record(of peer: PeerID) throws -> PeerRecord {
    guard let record = try ledger.record(of: peer, asKnownAt: instant) else {
      throw RegistryError.unknownPeer
    }
    if let other = record.mergedInto { throw RegistryError.mergedInto(other) }
    return record
  }

  /// Reads a record on the report's day at its home.
  private var reported: @Sendable (PeerRecord) -> ReportedPeer {
    let (day, policies) = (homeDay, policies)
    return { ReportedPeer($0, on: day($0.zone), policies: policies) }
  }

  /// The report's day at a home.
  private var homeDay: @Sendable (Zone) -> Day {
    let (on, moment) = (on, moment)
    return { on ?? $0.day(at: moment) }
  }

  /// The last day that it is anywhere: no clock is more than fourteen hours ahead.
  private var latestDay: Day { on ?? Zone.utc.day(at: moment).adding(1) }
}

extension ReportReading {
  /// Refuses an organisation, event or story of which nothing is known: an empty report would read
  /// like a good one.
  ///
  /// It looks before anything is written. What is in no use may still be in a consent, an offer or
  /// a placement, and only then are the records read for it.
  ///
  /// - Throws: `unknownOrganisation`, `nothingOfThat`.
  func mustKnowItsScope() throws {
    guard scope.isNarrowed else { return }
    if instant == nil, try ledger.hasUse(within: scope) { return }
    var (hasOrganisation, hasEvent, hasStory) = (
      scope.organisation == nil, scope.event == nil, scope.story == nil
    )
    let scope = scope
    func note(_ record: PeerRecord) {
      hasOrganisation = hasOrganisation || scope.organisation.map(record.hasHeard) ?? true
      for engagement in record.engagements {
        hasEvent = hasEvent || engagement.event == scope.event
        hasStory = hasStory || engagement.story == scope.story
      }
      hasStory = hasStory || scope.story.map { record.boundaries[$0] != nil } ?? true
    }
    if let peer {
      note(try record(of: peer))
    } else {
      try ledger.forEachRecord(asKnownAt: instant, transform: { $0 }, body: note)
    }
    guard hasOrganisation else { throw Failure.unknownOrganisation }
    guard hasEvent else { throw Failure.nothingOfThat("event") }
    guard hasStory else { throw Failure.nothingOfThat("story") }
  }
}

extension Surroundings {
  /// Of whom reports are read, and for whose eyes.
  ///
  /// A peer reads their own record, whole, and nobody else's; one who asks, and who stands by a
  /// peer, reads none.
  ///
  /// - Parameter asked: the peer whom somebody named.
  /// - Returns: the only peer, if it is about one, and for whose eyes it is.
  /// - Throws: `notForThisRole`, `onlyThePeer`.
  func readerOfReports(_ asked: PeerID?) throws(RegistryError) -> (PeerID?, ReportReader) {
    switch actor.role {
    case .coordinator, .supporter: throw .notForThisRole
    case .peer:
      guard let own = actor.id.flatMap({ PeerID($0) }), asked ?? own == own else {
        throw .onlyThePeer
      }
      return (own, .peer)
    case .custodian: return (asked, .custodian)
    }
  }
}

extension Invocation {
  /// A day, if the command offers the option and it was given.
  fileprivate func dayIfGiven(offered name: String) throws -> Day? {
    offers(name) ? try dayIfGiven(name) : nil
  }

  /// An id, if the command offers the option and it was given.
  fileprivate func idIfGiven<Subject>(offered name: String) throws -> ID<Subject>? {
    offers(name) ? try idIfGiven(name) : nil
  }

  private func offers(_ name: String) -> Bool { command.options.contains { $0.name == name } }
}
