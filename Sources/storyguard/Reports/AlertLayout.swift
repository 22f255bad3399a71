import ConsentRegistry
import Notation

/// Alerts as a table for people, and as JSON.
struct AlertLayout {
  let reading: AlertReading
  let found: AlertsFound

  var page: Page { Page(text: text, json: { json }) }

  /// The whole list, which says plainly where nothing needs doing, and over how much it looked.
  private func text(on terminal: Terminal) -> String {
    let width = terminal.tableWidth ?? .max
    func lines(_ text: String) -> [String] { wrapped(text, width: width) }
    guard found.peers > 0 else { return ReportWords.page([Self.firstSteps]) }
    let head = lines(title).map(terminal.style.bold) + notes.flatMap(lines)
    guard !found.alerts.isEmpty else { return ReportWords.page([head, lines(nothing)]) }
    let table = TextTable(
      [
        .left("severity"), .left("peer"), .left("organisation"),
        .left("what is so, and what to do now"),
      ],
      rows: found.alerts.map { alert in
        let words = AlertWords(alert, for: reading.reader)
        return [
          TextTable.Cell(alert.severity.code, emphasis(alert.severity)),
          id(alert.peer?.text ?? "not named", terminal),
          id(words.organisation ?? "several", terminal), TextTable.Cell(words.story),
        ]
      }
    ).text(on: terminal).split(separator: "\n").map(String.init)
    return ReportWords.page([head, table])
  }

  /// The same, the heading first.
  ///
  /// The keys are stable; none is ever left out:
  /// - `report` (`alerts`); `on` (the day that was named, or null: each peer's own); `asKnownAt`,
  ///   `since` (instants, or null); `severity` (the least that is told, or null); `reader`
  /// - `agreedWith` (the peers' body that agreed to the limits, or null); `notes`
  /// - `peers`: how many were looked at; `critical`, `warning`, `notice`: how many alerts
  /// - `alerts`: as ``AlertJSON`` writes them, the gravest first, then the oldest
  private var json: JSON {
    [
      "report": "alerts", "on": .day(reading.day),
      "asKnownAt": .optional(reading.asKnownAt?.description),
      "since": .optional(reading.since?.description),
      "severity": .optional(reading.severity?.code), "reader": .string(reading.reader.code),
      "agreedWith": .optional(found.agreedWith),
      "notes": .array(notes.map { .string($0) }), "peers": .whole(found.peers),
      "critical": .whole(found.counts[.critical] ?? 0),
      "warning": .whole(found.counts[.warning] ?? 0),
      "notice": .whole(found.counts[.notice] ?? 0),
      "alerts": .array(found.alerts.map { AlertJSON.json($0, for: reading.reader) }),
    ]
  }

  private var title: String {
    let day = reading.day.map { "on \($0.inWords)" } ?? "as of \(homeDay.inWords)"
    let known = reading.asKnownAt.map { ", as known at \($0)" } ?? ""
    let since = reading.since.map { ", new since \($0)" } ?? ""
    return "Alerts \(day)\(known)\(since): \(AlertLayout.words(found.counts))."
  }

  private var homeDay: Day { Zone.utc.day(at: reading.knownAt) }

  private var notes: [String] {
    var notes = [
      found.agreedWith.map { "The limits are agreed with \($0.asOneLine)." }
        ?? "The limits are not agreed with peers yet."
    ]
    if found.erasedSince > 0 {
      let one = found.erasedSince == 1
      notes.append(
        "\(counted(found.erasedSince, "person", "people")) \(one ? "was" : "were") erased since "
          + "then, and \(one ? "isn't" : "aren't") in it any more.")
    }
    return notes
  }

  private var nothing: String {
    let looked = reading.reader == .peer ? "" : " (\(counted(found.peers, "peer")) looked at)"
    if let least = reading.severity, least > .notice {
      return "Nothing \(least == .critical ? "critical" : "as grave as a warning") needs doing"
        + "\(reading.since == nil ? "" : " that is new")\(looked). Leave out `--severity` for all."
    }
    return reading.since == nil
      ? "Nothing needs doing now\(looked)." : "Nothing new needs doing\(looked)."
  }

  private static let firstSteps = [
    "Nobody is here yet, so there is nothing to look at. To begin:",
    "  storyguard import FILE    brings in the spreadsheet that you keep today",
    "  storyguard peer add PEER  adds somebody whose story it is",
  ]

  /// An id, cut where somebody looks at it on a screen that has no room for all of it.
  private func id(_ text: String, _ terminal: Terminal) -> TextTable.Cell {
    TextTable.Cell(terminal.tableWidth.map { text.cut(toWidth: max(8, $0 / 6)) } ?? text)
  }

  private func emphasis(_ severity: Severity) -> Emphasis {
    switch severity {
    case .critical: .red
    case .warning: .yellow
    case .notice: .none
    }
  }

  /// How many there are of each severity, the gravest first: `2 critical, 1 warning`.
  static func words(_ counts: [Severity: Int]) -> String {
    let words = Severity.allCases.reversed().compactMap { severity -> String? in
      guard let count = counts[severity], count > 0 else { return nil }
      return severity == .critical ? "\(count) critical" : counted(count, severity.code)
    }
    return words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}
