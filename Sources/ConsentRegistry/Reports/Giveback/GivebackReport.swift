/// The report `giveback`: what each organisation took from peers, beside what it gave them.
///
/// What was given stands with the use it was given for: a talk of 30 March 2026, paid on 20 April,
/// is in the first quarter, on both sides. Work counts on the day on which it was offered or done,
/// a contribution on its own day, a fee on the day on which it was due.
public struct GivebackReport: Sendable {
  /// What it can be narrowed by.
  ///
  /// Work, contributions and fees belong to no event and no story, so they are left out where one
  /// of these is asked for.
  public static let filters: Choices<ReportFilter> = [
    .period, .organisation, .event, .story, .peer,
  ]

  private let scope: ReportScope
  private let reader: ReportReader
  private var tallies: [OrganisationID: GivebackTally] = [:]

  /// A report with nothing in it yet.
  ///
  /// - Parameters:
  ///   - scope: which uses, and what was given for them; everything unless said otherwise.
  ///   - reader: for whose eyes it is; to a custodian pay falls due by the registry's own days.
  public init(scope: ReportScope = ReportScope(), reader: ReportReader) {
    self.scope = scope.keeping(GivebackReport.filters)
    self.reader = reader
  }

  /// Takes in one peer; there are no rows about peers.
  public mutating func add(_ peer: ReportedPeer) {
    addTaken(from: peer)
    for given in peer.dues(for: reader) where isIncluded(given, of: peer.record) {
      tallies[given.due.organisation, default: GivebackTally()].add(given)
    }
    addWork(for: peer)
    for contribution in peer.record.owing.contributions
    where contribution.day <= peer.day
      && scope.includes(contribution.organisation, on: contribution.day)
    {
      let confirmed = peer.record.owing.contributionsConfirmed[contribution.id]
      tallies[contribution.organisation, default: GivebackTally()].add(
        contribution, isConfirmed: confirmed.map { $0 <= peer.day } ?? false)
    }
  }

  /// A row for each organisation, by its id; once every peer has been taken in.
  public func totals() -> [OrganisationRow] {
    tallies.sorted { $0.key < $1.key }.map { organisation, tally in
      OrganisationRow(
        organisation, tally,
        behind: UsesBehind(
          ReportScope(
            period: scope.period, organisation: organisation, event: scope.event,
            story: scope.story)))
    }
  }

  private mutating func addTaken(from peer: ReportedPeer) {
    var organisations: Set<OrganisationID> = []
    for use in peer.uses.uses where use.tookPlace(by: peer.day) && scope.includes(use) {
      organisations.insert(use.organisation)
      switch use.kind {
      case .telling: tallies[use.organisation, default: GivebackTally()].tellings += 1
      case .exposure: tallies[use.organisation, default: GivebackTally()].exposures += 1
      }
    }
    for organisation in organisations { tallies[organisation]?.peers += 1 }
  }

  private mutating func addWork(for peer: ReportedPeer) {
    for item in peer.record.work.items {
      let organisation = item.offer.organisation
      let offered = item.offer.offeredOn
      if offered <= peer.day, scope.includes(organisation, on: offered) {
        tallies[organisation, default: GivebackTally()].workOffered += 1
      }
      if let done = item.doneOn, done <= peer.day, scope.includes(organisation, on: done) {
        tallies[organisation, default: GivebackTally()].workDone += 1
      }
    }
  }

  private func isIncluded(_ given: GivenDue, of record: PeerRecord) -> Bool {
    let organisation = given.due.organisation
    switch given.due.cause {
    case .engagement(let id, _):
      guard let engagement = record.engagement(id) else { return false }
      return scope.includes(
        organisation, story: engagement.story, event: engagement.event, on: given.ended)
    case .work, .fee: return scope.includes(organisation, on: given.ended)
    }
  }
}
