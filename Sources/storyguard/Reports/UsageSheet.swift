import ConsentRegistry
import Notation

/// The report `usage`: an overview, the caps in use, and where each story was told.
struct UsageSheet {
  let heading: ReportHeading
  /// Whether every cap in use and every host is listed, as for a single peer.
  let isWhole: Bool
  /// The policy of the report's day, which its figures are held against.
  var policy: Policy?
  /// Whether every cap in use is listed, as on a page that is looked at.
  var hasEveryCap = false

  /// What stands above it, and its tables.
  var sheet: ReportSheet {
    ReportSheet(
      name: "usage", title: "Usage", heading: heading,
      measures: policy.map(LimitMeasures.measures) ?? [], tables: [overview, caps, places])
  }

  /// Puts in one peer.
  ///
  /// - Parameters:
  ///   - row: how often, where and for whom their story was used.
  ///   - isOverused: whether a limit was broken within the period.
  ///   - year: their year day by day, where it is drawn.
  ///   - layout: what takes the rows.
  func add(_ row: UsageRow, isOverused: Bool, year: PeerYear?, to layout: any SheetLayout) {
    let isOverused = isOverused || row.isOverACap
    let state = state(row, isOverused: isOverused)
    layout.add(
      FigureRow(
        [
          state.figure, .id(row.peer), .whole(row.tellings), .whole(row.exposures),
          .whole(row.booked.count), .whole(row.unclosed.count),
          row.daysSinceLastTelling.map { .whole($0) } ?? .words("never"),
          .day(row.lastTelling?.last), .day(row.rest?.until),
          .strip(row.months.map(\.tellings), upTo: row.on.parts.month),
        ], state.emphasis, json: UsageJSON.json(row, isOverused: isOverused, for: heading.reader),
        picture: year.map { .year($0) }), to: "peers")
    for cap in row.caps where isWhole || hasEveryCap ? cap.isUsed : cap.isFull {
      layout.add(
        FigureRow([
          .id(row.peer), .words("\(cap.cap.kind.code)s in \(counted(cap.cap.days, "day"))"),
          .cap(cap.uses.count, of: cap.cap.atMost, unclosed: cap.unclosed.count),
        ]), to: "caps")
    }
    guard isWhole else { return }
    for tally in row.tallies(by: { $0.organisation }) {
      layout.add(
        FigureRow([
          .id(row.peer), .id(tally.key), .whole(tally.tellings), .whole(tally.exposures),
          .words(manner(of: row, for: tally.key)),
        ]), to: "places")
    }
  }

  private var overview: FigureTable {
    let month = heading.on.parts.month
    let initials = (0..<12).map { String(Day.months[(month + $0) % 12].prefix(1)) }.joined()
    return FigureTable(
      key: "peers", title: "Peers",
      columns: [
        .left("state", "state"), .left("peer", "peer"), .right("told", "told"),
        .right("shown", "shown"), .right("booked", "booked"),
        .right("unclosed", "not closed").forPrograms, .right("daysSince", "days since"),
        .left("lastTelling", "last told").forPrograms, .left("restsUntil", "rests until"),
        .left("months", initials).optional,
      ], isMain: true, about: legend)
  }

  private var caps: FigureTable {
    FigureTable(
      key: "caps", title: isWhole || hasEveryCap ? "Caps in use" : "Caps with no room left",
      columns: [.left("peer", "peer"), .left("cap", "cap"), .left("used", "used")],
      isForPeopleOnly: true)
  }

  private var places: FigureTable {
    FigureTable(
      key: "places", title: "For whom",
      columns: [
        .left("peer", "peer"), .left("organisation", "organisation"), .right("told", "told"),
        .right("shown", "shown"), .left("manner", "what for, how, before whom, where"),
      ], isForPeopleOnly: true,
      about: "`storyguard report uses` with the same options lists each use behind these figures.")
  }

  private var legend: String {
    let words =
      "told: tellings of the period. shown: exposures of a recording or text. booked: agreed "
      + "for later days. full: a cap has no room left. The months count tellings of the "
      + "last twelve."
    let own =
      switch heading.reader {
      case .custodian:
        " What peers have chosen for themselves isn't in these figures, but for the mark of overuse."
      case .peer: ""
      }
    let narrowed =
      heading.narrowed.isEmpty
      ? "" : " State, days since, rest and caps look at all uses, whoever asked."
    return words + own + narrowed + (isWhole ? "" : " " + Self.next)
  }

  private static let next =
    "! overused: a rest or a cap was broken in this period, or a cap is over now; `storyguard report overuse` says when, "
    + "and who asked. `storyguard report usage --peer PEER` shows one peer whole."

  /// A word, with `!` before it where a limit was or is exceeded; colour only repeats it.
  private func state(_ row: UsageRow, isOverused: Bool) -> (figure: Figure, emphasis: Emphasis) {
    if isOverused { return (.marked("overused"), .red) }
    if row.isAtACap { return (.code("full"), .yellow) }
    // Not "free": a pause, or whatever else a peer has chosen, doesn't show here.
    return row.rest == nil ? (.code("rested"), .green) : (.code("rests"), .none)
  }

  /// `for training 2, media 1; in person 3; before students 3; at e-1 3`.
  private func manner(of row: UsageRow, for organisation: OrganisationID) -> String {
    func part(_ before: String, _ key: (CountedUse) -> String?) -> String? {
      let tallies = row.tallies { use -> String? in
        use.organisation == organisation ? key(use) : nil
      }
      let words = tallies.compactMap { tally in tally.key.map { "\($0) \(tally.uses.count)" } }
      return words.isEmpty ? nil : before + words.joined(separator: ", ")
    }
    let parts = [
      part("for ") { ($0.purpose?.code).map(plain) }, part("") { plain($0.channel.code) },
      part("before ") { ($0.audience?.code).map(plain) }, part("at ") { $0.event?.text },
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }
}

extension CapUse {
  /// Whether anything takes up room in it.
  fileprivate var isUsed: Bool { !uses.isEmpty || !unclosed.isEmpty }
}
