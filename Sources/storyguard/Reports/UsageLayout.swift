import ConsentRegistry
import Notation

/// The report `usage` as tables for people: an overview, the caps in use, and where it was told.
enum UsageLayout {
  /// The whole report, each line ended by a line feed.
  ///
  /// - Parameters:
  ///   - heading: what stands above it.
  ///   - rows: one for each peer.
  ///   - overused: the peers of whom a limit was broken within the period.
  ///   - isWhole: whether every cap in use and every host is listed, as for a single peer.
  ///   - terminal: what the output is connected to.
  /// - Returns: the page, which says what to do first where nothing has been entered.
  static func table(
    heading: ReportHeading, rows: [UsageRow], overused: Set<PeerID> = [], isWhole: Bool = true,
    terminal: Terminal
  ) -> String {
    let head = heading.lines("Usage", on: terminal)
    guard !rows.isEmpty else { return ReportWords.page([head, ReportWords.firstSteps]) }
    let width = terminal.tableWidth
    return ReportWords.page([
      head,
      ReportWords.section(
        "Peers", UsageOverview(rows: rows, overused: overused, width: width).table, on: terminal),
      wrapped(legend(for: heading.reader), width: width ?? .max),
      caps(rows, width, onlyFull: !isWhole).map {
        ReportWords.section(isWhole ? "Caps in use" : "Caps with no room left", $0, on: terminal)
      } ?? [],
      isWhole
        ? places(rows, width).map { ReportWords.section("For whom", $0, on: terminal) } ?? []
        : [],
      isWhole ? [] : wrapped(next, width: width ?? .max),
      rows.allSatisfy(isEmpty) ? ReportWords.firstSteps : [],
    ])
  }

  private static let next =
    "! overused: a rest or a cap was broken in this period; `storyguard report overuse` says when, "
    + "and who asked. `storyguard report usage --peer PEER` shows one peer whole."

  private static func isEmpty(_ row: UsageRow) -> Bool {
    row.usesInAll + row.booked.count + row.unclosed.count == 0
  }

  private static func legend(for reader: ReportReader) -> String {
    let words =
      "told: tellings of the period. shown: exposures of a recording or text. booked: held or "
      + "confirmed for later days. full: a cap has no room left. The months count tellings of the "
      + "last twelve."
    return switch reader {
    case .custodian: words + " What peers have chosen for themselves isn't in these figures."
    case .peer: words
    }
  }

  /// Each cap of which something is used, or nothing is left, with its bar.
  private static func caps(
    _ rows: [UsageRow], _ width: Int?, onlyFull: Bool
  ) -> TextTable? {
    let lines = rows.flatMap { row in
      row.caps.filter { cap in
        onlyFull ? cap.isFull : !cap.uses.isEmpty || !cap.unclosed.isEmpty
      }.map { cap in
        let bar = Bar(cap.uses.count, of: cap.cap.atMost)
        let open = cap.unclosed.isEmpty ? "" : ", \(cap.unclosed.count) booked and not closed yet"
        return [
          cell(row.peer.text, width),
          TextTable.Cell("\(cap.cap.kind.code)s in \(counted(cap.cap.days, "day"))"),
          TextTable.Cell(bar.text() + open, bar.emphasis),
        ]
      }
    }
    guard !lines.isEmpty else { return nil }
    return TextTable([.left("peer"), .left("cap"), .left("used")], rows: lines)
  }

  /// For each peer and organisation, what for, how, before whom and where.
  private static func places(_ rows: [UsageRow], _ width: Int?) -> TextTable? {
    let lines = rows.flatMap { row in
      row.tallies { $0.organisation }.map { tally in
        [
          cell(row.peer.text, width), cell(tally.key.text, width),
          TextTable.Cell(String(tally.tellings)), TextTable.Cell(String(tally.exposures)),
          TextTable.Cell(manner(of: row, for: tally.key)),
        ]
      }
    }
    guard !lines.isEmpty else { return nil }
    let columns: [TextTable.Column] = [
      .left("peer"), .left("organisation"), .right("told"), .right("shown"),
      .left("what for, how, before whom, where"),
    ]
    return TextTable(columns, rows: lines)
  }

  /// `for training 2, media 1; in person 3; before students 3; at e-1 3`.
  private static func manner(of row: UsageRow, for organisation: OrganisationID) -> String {
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

  /// An id, cut where somebody looks at it on a screen that has no room for all of it.
  private static func cell(_ id: String, _ width: Int?) -> TextTable.Cell {
    TextTable.Cell(width.map { id.cut(toWidth: max(8, $0 / 4)) } ?? id)
  }
}
