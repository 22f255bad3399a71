import ConsentRegistry
import Notation

/// Alerts, the gravest first: who, what, since when, which organisation asked, and what to do now.
struct AlertsSheet {
  let reading: AlertReading
  let found: AlertsFound

  /// What stands above them, and their table.
  var sheet: ReportSheet {
    ReportSheet(
      name: "alerts", title: "Alerts", heading: heading,
      tables: [
        FigureTable(
          key: "alerts", title: "What to look at",
          columns: [
            .left("severity", "severity"), .left("peer", "peer"),
            .left("organisation", "organisation"),
            .left("story", "what is so, and what to do now").forPeople,
            .left("code", "code").forPrograms, .left("also", "also").forPrograms,
            .left("since", "since").forPrograms, .left("what", "what").forPrograms,
            .left("do", "what to do now").forPrograms, .left("keys", "items").forPrograms,
          ], isMain: true)
      ],
      empty: [
        "Nobody is here yet, so there is nothing to look at. To begin:",
        "  storyguard import FILE    brings in the spreadsheet that you keep today",
        "  storyguard peer add PEER  adds somebody whose story it is",
      ])
  }

  /// Puts in every alert, and over how much was looked.
  ///
  /// Programs read a row as ``AlertJSON`` writes it, then `since` (an instant, or null), `leastSevere`
  /// (the least that is told, or null), `peers` (how many were looked at), and how many alerts are
  /// `critical`, `warning` and `notice`.
  func fill(_ layout: any SheetLayout) {
    for alert in found.alerts { add(alert, to: layout) }
    let isQuiet = found.peers > 0 && found.alerts.isEmpty
    let count = found.alerts.isEmpty ? "" : "In all: \(AlertsSheet.words(found.counts))."
    layout.say(isQuiet ? nothing : count, "peers", .whole(found.peers))
    layout.say("", "since", reading.since.map { .words($0.description) } ?? .none)
    layout.say("", "leastSevere", .code(reading.severity))
    for severity in Severity.allCases.reversed() {
      layout.say("", severity.code, .whole(found.counts[severity] ?? 0))
    }
  }

  private func add(_ alert: Alert, to layout: any SheetLayout) {
    let reader = reading.reader
    let words = AlertWords(alert, for: reader)
    layout.add(
      FigureRow(
        [
          .code(alert.severity), alert.peer.map { .id($0) } ?? .words("not named"),
          words.organisation.map { .id($0) } ?? .words("several"), .words(words.story),
          .code(alert.codes.first), .ids(alert.codes.dropFirst().map(\.code)), .day(alert.since),
          .words(words.what), .words(words.now), .ids(alert.items.map(\.key.text)),
        ], AlertsSheet.emphasis(alert.severity), json: AlertJSON.json(alert, for: reader)),
      to: "alerts")
  }

  private var heading: ReportHeading {
    ReportHeading(
      period: ReportPeriod(), on: reading.day ?? Zone.utc.day(at: reading.knownAt),
      asKnownAt: reading.asKnownAt, agreedWith: found.agreedWith, reader: reading.reader,
      erasedSince: found.erasedSince, isOfOneDay: true,
      narrowed: reading.since.map { ["what is new since \($0)"] } ?? [])
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

  private static func emphasis(_ severity: Severity) -> Emphasis {
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
