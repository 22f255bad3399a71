import ConsentRegistry
import Notation

/// The report `overuse` as tables for people: by organisation first, then each breach.
///
/// The organisation is named as the one who asked too soon or too often, the peer only by id. What
/// the peer's own exception allowed is listed without a mark: nobody overused them.
enum OveruseLayout {
  /// The whole report, each line ended by a line feed.
  ///
  /// - Parameters:
  ///   - heading: what stands above it.
  ///   - breaches: every breach, one peer after the other.
  ///   - counted: how many uses took place in all that was looked at, so that an empty registry
  ///     doesn't read like a good one.
  ///   - terminal: what the output is connected to.
  /// - Returns: the page, which says what to do first where nothing has been entered.
  static func table(
    heading: ReportHeading, breaches: [Breach], counted: Int, terminal: Terminal
  ) -> String {
    let head = heading.lines("Overuse", on: terminal)
    guard counted > 0 || !breaches.isEmpty else {
      return ReportWords.page([head, ReportWords.firstSteps])
    }
    let width = terminal.tableWidth
    guard !breaches.isEmpty else {
      let uses = Notation.counted(counted, "use")
      let none = "No limit was broken in these days (\(uses) looked at)."
      return ReportWords.page([head, wrapped(none, width: width ?? .max)])
    }
    return ReportWords.page([
      head,
      ReportWords.section("By organisation", organisations(breaches, width), on: terminal),
      wrapped(legend, width: width ?? .max),
      ReportWords.section("What happened", list(breaches, width), on: terminal),
    ])
  }

  private static let legend =
    "rest, cap, load: which limit was broken. permit, exception, neither: what stood behind it. "
    + "! marks overuse; what the peer's own exception allowed has no mark."

  /// How many breaches of each kind each organisation made, and what stood behind them.
  private static func organisations(_ breaches: [Breach], _ width: Int?) -> TextTable {
    let byOrganisation = Dictionary(grouping: breaches, by: \.organisation)
    let lines = byOrganisation.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { organisation, breaches in
        let counts = [
          Set(breaches.map(\.peer)).count,
          breaches.count { $0.rule == .restPeriod }, breaches.count { $0.rule == .capRolling },
          breaches.count { $0.rule == .loadLimit },
          breaches.count { $0.backing == .permit }, breaches.count { $0.backing == .exception },
          breaches.count { $0.backing == .neither },
        ]
        return [id(organisation.text, width)] + counts.map { TextTable.Cell(grouped($0)) }
      }
    let columns: [TextTable.Column] = [
      .left("organisation"), .right("peers"), .right("rest"), .right("cap"), .right("load"),
      .right("permit"), .right("exception"), .right("neither"),
    ]
    return TextTable(columns, rows: lines)
  }

  private static func list(_ breaches: [Breach], _ width: Int?) -> TextTable {
    let lines = breaches.map { breach in
      [
        mark(breach), id(breach.organisation.text, width), id(breach.peer.text, width),
        TextTable.Cell(BreachWords.detail(breach)),
      ]
    }
    let columns: [TextTable.Column] = [
      .left("limit"), .left("organisation"), .left("peer"), .left("what happened"),
    ]
    return TextTable(columns, rows: lines)
  }

  private static func mark(_ breach: Breach) -> TextTable.Cell {
    let word = BreachWords.limit(breach)
    return breach.backing == .exception
      ? TextTable.Cell(word) : TextTable.Cell("! " + word, .red)
  }

  private static func id(_ text: String, _ width: Int?) -> TextTable.Cell {
    TextTable.Cell(width.map { text.cut(toWidth: max(8, $0 / 5)) } ?? text)
  }
}
