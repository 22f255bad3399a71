import ConsentRegistry
import Notation

/// What stands above every report: which days, as of when, for whom, and what it leaves out.
///
/// As JSON, in every report: `report` (its name), `from` and `to` (the period's days, or null),
/// `on` (the report's day), `asKnownAt` (an instant, or null), `agreedWith` (the peers' body that
/// agreed to the limits, or null), `reader` (`custodian` or `peer`), `notes` (the sentences that
/// must go with the figures).
struct ReportHeading: Sendable {
  let period: ReportPeriod
  let on: Day
  let asKnownAt: Instant?
  let agreedWith: String?
  let reader: ReportReader
  /// How many people were erased after the instant as of which it is known.
  var erasedSince = 0
  /// Whether it says how many were erased; what leaves the office doesn't.
  var countsErased = true
  /// Whether the day is each peer's own at home, as nobody named one.
  var isEachHome = false
  /// Whether it is about one day, and not about all up to it.
  var isOfOneDay = false
  /// To what it was narrowed, in words.
  var narrowed: [String] = []

  /// The sentences that must go with the figures, whoever reads them.
  var notes: [String] {
    var notes =
      isOfOneDay ? [] : ["It counts only what was asked for here, or recorded here afterwards."]
    notes.append(
      agreedWith.map { "The limits are agreed with \($0.asOneLine)." }
        ?? "The limits are not agreed with peers yet.")
    if erasedSince > 0, !countsErased {
      notes.append("People were erased since then, and aren't in it any more.")
    } else if erasedSince > 0 {
      notes.append(
        "\(counted(erasedSince, "person", "people")) \(erasedSince == 1 ? "was" : "were") erased "
          + "since then, and \(erasedSince == 1 ? "isn't" : "aren't") in it any more.")
    }
    return notes
  }

  /// The lines above a table, the first with the report's title.
  func lines(_ title: String, on terminal: Terminal) -> [String] {
    let width = terminal.tableWidth ?? .max
    return wrapped(self.title(title), width: width).map(terminal.style.bold)
      + notes.flatMap { wrapped($0, width: width) }
  }

  /// The report's name with its days.
  ///
  /// `Usage, up to Monday 4 May 2026.`
  func title(_ name: String) -> String {
    let title = "\(name)\(isOfOneDay ? " " : ", ")\(periodInWords)."
    return asKnownAt.map { "\(title) As known at \($0)." } ?? title
  }

  /// The members that begin every report's JSON.
  func members(_ report: String) -> [Member] {
    [
      Member(name: "report", value: .string(report)),
      Member(name: "from", value: .day(period.from)),
      Member(name: "to", value: .day(period.to)),
      Member(name: "on", value: .day(on)),
      Member(name: "asKnownAt", value: .optional(asKnownAt?.description)),
      Member(name: "agreedWith", value: .optional(agreedWith)),
      Member(name: "reader", value: .string(reader.code)),
      Member(name: "notes", value: .array(notes.map { .string($0) })),
    ]
  }

  /// The period with its last day: a report says nothing of days after its own.
  private var periodInWords: String {
    if isOfOneDay { return asNarrowed("on \(on.inWords)") }
    let to = min(period.to ?? on, on)
    let upTo = to == on ? "up to \(on.inWords)" : "up to \(to.inWords), seen on \(on.inWords)"
    let days = period.from.map { "from \($0.inWords) \(upTo)" } ?? upTo
    return asNarrowed(days)
  }

  private func asNarrowed(_ days: String) -> String {
    narrowed.isEmpty ? days : "\(days), only \(narrowed.joined(separator: ", "))"
  }
}

/// The words that reports share.
enum ReportWords {
  /// What to do where nothing has been entered yet.
  static let firstSteps = [
    "No use has been entered yet. To begin:",
    "  storyguard import FILE   brings in the spreadsheet that you keep today",
    "  storyguard record …      enters one use that took place",
  ]

  /// The same in one sentence, for where it stands beside something else.
  static let firstStepsInALine =
    "No use has been entered yet. `storyguard import FILE` brings in the spreadsheet that you keep "
    + "today; `storyguard record …` enters one use that took place."

  /// Lines as one text, each ended by a line feed; parts stand apart by an empty line.
  static func page(_ parts: [[String]]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: [""]).map { $0 + "\n" }.joined()
  }

  /// The lines of a table under a title of its own.
  static func section(_ title: String, _ table: TextTable, on terminal: Terminal) -> [String] {
    [terminal.style.bold(title)]
      + table.text(on: terminal).split(separator: "\n").map(String.init)
  }
}
