import ConsentRegistry
import Notation

/// One line for each peer: how often, how long ago, how long they rest, and the year as a strip.
///
/// On a narrow screen the dates lose their words first, then the strip goes, then long ids are cut.
struct UsageOverview {
  let rows: [UsageRow]
  /// The peers of whom a limit was broken within the period.
  let overused: Set<PeerID>
  /// The columns there are, or `nil` where nobody is looking.
  let width: Int?

  var table: TextTable {
    let longest = rows.reduce(4) { max($0, $1.peer.text.displayWidth) }
    for (inWords, strip) in [(true, true), (false, true), (false, false)] {
      let columns = Self.columns(withStrip: strip, monthsUpTo: rows.first?.on)
      let lines = rows.map { line($0, inWords: inWords, withStrip: strip) }
      let others = Self.width(of: columns, lines) - longest
      guard let width, others + longest > width else { return TextTable(columns, rows: lines) }
      guard !strip else { continue }
      let room = max(4, width - others)
      let cut = lines.map { line in
        line.enumerated().map { place, cell in
          place == 1 ? TextTable.Cell(cell.text.cut(toWidth: room), cell.emphasis) : cell
        }
      }
      return TextTable(columns, rows: cut)
    }
    return TextTable([], rows: [[String]]())
  }

  private static func columns(withStrip: Bool, monthsUpTo day: Day?) -> [TextTable.Column] {
    let columns: [TextTable.Column] = [
      .left("state"), .left("peer"), .right("told"), .right("shown"), .right("booked"),
      .right("days since"), .left("rests until"),
    ]
    guard withStrip, let month = day?.parts.month else { return columns }
    let initials = (0..<12).map { String(Day.months[(month + $0) % 12].prefix(1)) }
    return columns + [.left(initials.joined())]
  }

  private func line(_ row: UsageRow, inWords: Bool, withStrip: Bool) -> [TextTable.Cell] {
    let cells = [
      state(row), TextTable.Cell(row.peer.text), Self.number(row.tellings),
      Self.number(row.exposures), Self.number(row.booked.count),
      TextTable.Cell(row.daysSinceLastTelling.map(grouped) ?? "never"),
      TextTable.Cell(row.rest.map { inWords ? $0.until.inWords : "\($0.until)" } ?? ""),
    ]
    return withStrip ? cells + [TextTable.Cell(Self.strip(row.months))] : cells
  }

  /// A word, with `!` before it where a limit was or is exceeded; colour only repeats it.
  private func state(_ row: UsageRow) -> TextTable.Cell {
    if row.isOverACap || overused.contains(row.peer) {
      return TextTable.Cell("! overused", .red)
    }
    if row.isAtACap { return TextTable.Cell("full", .yellow) }
    // Not "free": a pause, or whatever else a peer has chosen, doesn't show here.
    return row.rest == nil ? TextTable.Cell("rested", .green) : TextTable.Cell("rests")
  }

  private static func number(_ count: Int) -> TextTable.Cell { TextTable.Cell(grouped(count)) }

  /// A sign for each month: `·` for none, the number of tellings up to 9, and `+` for more.
  private static func strip(_ months: [MonthOfUses]) -> String {
    months.map { month in
      switch month.tellings {
      case 0: "·"
      case 1...9: String(month.tellings)
      default: "+"
      }
    }.joined()
  }

  private static func width(of columns: [TextTable.Column], _ lines: [[TextTable.Cell]]) -> Int {
    let widths = columns.indices.map { column in
      lines.reduce(columns[column].heading.displayWidth) { max($0, $1[column].text.displayWidth) }
    }
    return widths.reduce(0, +) + 2 * (columns.count - 1)
  }
}
