import ConsentRegistry
import Notation

/// The report `overuse`: by organisation first, then each breach.
///
/// The organisation is named as the one who asked too soon or too often, the peer only by id. What
/// the peer's own exception allowed is listed without a mark: nobody overused them.
struct OveruseSheet {
  let heading: ReportHeading
  /// The policy of the report's day; each breach was held against that of its own.
  private let policy: Policy?
  private var organisations: [OrganisationID: Tally] = [:]
  private var breaches = 0

  /// What one organisation broke, added up.
  private struct Tally {
    var peers = 0
    var latest: PeerID?
    var limits: [RuleCode: Int] = [:]
    var backings: [Backing: Int] = [:]
    var all = 0
  }

  init(heading: ReportHeading, policy: Policy? = nil) {
    self.heading = heading
    self.policy = policy
  }

  /// What stands above it, and its tables.
  var sheet: ReportSheet {
    ReportSheet(
      name: "overuse", title: "Overuse", heading: heading,
      measures: policy.map(LimitMeasures.measures) ?? [], tables: [totals, list])
  }

  /// Puts in one breach.
  mutating func add(_ breach: Breach, to layout: any SheetLayout) {
    breaches += 1
    var tally = organisations[breach.organisation] ?? Tally()
    // Peers come one after the other, so a peer is new where the last was another.
    if tally.latest != breach.peer { tally.peers += 1 }
    tally.latest = breach.peer
    tally.limits[breach.rule, default: 0] += 1
    tally.backings[breach.backing, default: 0] += 1
    tally.all += 1
    organisations[breach.organisation] = tally
    let isExcepted = breach.backing == .exception
    let limit = BreachWords.limit(breach)
    let reader = heading.reader
    layout.add(
      FigureRow(
        [
          isExcepted ? .code(limit) : .marked(limit), .id(breach.organisation), .id(breach.peer),
          .words(BreachWords.detail(breach)), .day(breach.day), .code(breach.rule.code),
          .code(breach.backing), .id(breach.breaking.use),
          .ids(breach.uses.suffix(Breach.mostListed).map(\.use.text)),
        ], isExcepted ? .none : .red, json: OveruseJSON.json(breach, for: reader)),
      to: "breaches")
  }

  /// Puts in what can be said only at the end.
  ///
  /// - Parameters:
  ///   - counted: how many uses took place in all that was looked at, so that an empty registry
  ///     doesn't read like a good one.
  ///   - layout: what takes the rows.
  func finish(counted: Int, to layout: any SheetLayout) {
    let sorted = organisations.sorted { ($1.value.all, $0.key) < ($0.value.all, $1.key) }
    for (organisation, tally) in sorted {
      let limits = [RuleCode.restPeriod, .capRolling, .loadLimit].map { tally.limits[$0] ?? 0 }
      let backings = [Backing.permit, .exception, .neither].map { tally.backings[$0] ?? 0 }
      layout.add(
        FigureRow(
          [.id(organisation), .whole(tally.peers)] + (limits + backings).map { .whole($0) }),
        to: "organisations")
    }
    let none = "No limit was broken in these days (\(Notation.counted(counted, "use")) looked at)."
    layout.say(breaches == 0 && counted > 0 ? none : "", "counted", .whole(counted))
  }

  private var totals: FigureTable {
    FigureTable(
      key: "organisations", title: "By organisation",
      columns: [
        .left("organisation", "organisation"), .right("peers", "peers"), .right("rest", "rest"),
        .right("cap", "cap"), .right("load", "load"), .right("permit", "permit"),
        .right("exception", "exception"), .right("neither", "neither"),
      ],
      about: "rest, cap, load: which limit was broken. permit, exception, neither: what stood "
        + "behind it. ! marks overuse; what the peer's own exception allowed has no mark.")
  }

  private var list: FigureTable {
    FigureTable(
      key: "breaches", title: "What happened",
      columns: [
        .left("limit", "limit"), .left("organisation", "organisation"), .left("peer", "peer"),
        .left("detail", "what happened").forPeople, .left("day", "day").forPrograms,
        .left("rule", "rule").forPrograms, .left("backing", "backing").forPrograms,
        .left("breaking", "breaking use").forPrograms, .left("uses", "uses").forPrograms,
      ], isMain: true)
  }
}
