/// One sheet as people send them, and what has to come of it.
struct UntidySheet: CustomStringConvertible, Sendable {
  enum Outcome: Sendable {
    /// So many peers, and these days, each as often as there are uses.
    case added(peers: Int, days: [String])
    /// Not a line of it, and all of these words in the complaint.
    case refused([String])
    /// The command line itself can't be understood.
    case misuse(String)
  }

  let description: String
  let bytes: [UInt8]
  let options: [String]
  let outcome: Outcome

  init(_ description: String, _ text: String, _ options: [String] = [], _ outcome: Outcome) {
    self.init(description, bytes: Array(text.utf8), options, outcome)
  }

  init(_ description: String, bytes: [UInt8], _ options: [String] = [], _ outcome: Outcome) {
    self.description = description
    self.bytes = bytes
    self.options = options
    self.outcome = outcome
  }
}

extension UntidySheet {
  /// A name that stands in every sheet, and mustn't stand in any complaint.
  static let name = "Xanthe Quillfeather"
  /// A word of a column that no field uses.
  static let secret = "marmalade"

  private static let header = "Date,Name,For,How,Notes\n"
  private static func rows(_ rows: String...) -> String {
    header + rows.map { $0 + "\n" }.joined()
  }
  private static func row(_ date: String, _ how: String = "in person") -> String {
    "\(date),\(name),Riverside,\(how),\(secret)"
  }

  static let all: [UntidySheet] = dates + spellings + shapes + broken + columns

  private static let dates = [
    UntidySheet(
      "four ways to write a date",
      rows(row("2026-01-05"), row("5 February 2026"), row("\"Mar 5, 2026\""), row("25/04/2026")),
      [],
      .added(peers: 1, days: ["2026-01-05", "2026-02-05", "2026-03-05", "2026-04-25"])),
    UntidySheet(
      "one date settles the order for the others",
      rows(row("03/04/2026"), row("25/03/2026")), [],
      .added(peers: 1, days: ["2026-04-03", "2026-03-25"])),
    UntidySheet(
      "a date that could be two days",
      rows(row("2026-01-05"), row("5 February 2026"), row("03/04/2026")), [],
      .refused(["line 4, column 1 (A): day: this could be two days", "--map day="])),
    UntidySheet(
      "an order that only --map settles: the day first", rows(row("03/04/2026")),
      ["--map", "day=Date:day-first"], .added(peers: 1, days: ["2026-04-03"])),
    UntidySheet(
      "an order that only --map settles: the month first", rows(row("03/04/2026")),
      ["--map", "day=Date:month-first"], .added(peers: 1, days: ["2026-03-04"])),
    UntidySheet(
      "two dates that can't be in one order", rows(row("25/03/2026"), row("03/26/2026")), [],
      .refused(["line 2", "line 3", "--map day=…:day-first"])),
    UntidySheet(
      "the same, with the order told", rows(row("25/03/2026"), row("03/26/2026")),
      ["--map", "day=Date:day-first"],
      .refused(["line 3, column 1 (A): day: there is no such day"])),
    UntidySheet(
      "a day that hasn't come", rows(row("2099-01-05")), [],
      .refused(["line 2", "day: this hasn't taken place yet", "storyguard request"])),
    UntidySheet(
      "words where a date belongs", rows(row("in spring, with \(name)".quoted)), [],
      .refused(["line 2, column 1 (A): day: no date can be read here", "2026-05-01"])),
  ]

  private static let spellings = [
    UntidySheet(
      "one person in two spellings",
      rows(
        "2026-01-05,\"Quillfeather, Xanthé\",Riverside,talk,", row("2026-02-05", "In Person"),
        "2026-03-05,XANTHE  QUILLFEATHER,riverside,In-person,"
      ).replacing("talk", with: "live"), [],
      .added(peers: 1, days: ["2026-01-05", "2026-02-05", "2026-03-05"])),
    UntidySheet(
      "two lines alike count twice", rows(row("2026-01-05"), row("2026-01-05")), [],
      .added(peers: 1, days: ["2026-01-05", "2026-01-05"])),
    UntidySheet(
      "a line with no name", rows("2026-01-05,,Riverside,in person,"), [],
      .refused(["line 2, column 2 (B): peer: this is empty"])),
    UntidySheet(
      "an unknown word for a channel", rows(row("2026-01-05"), row("2026-01-06", name)), [],
      .refused(["line 3, column 4 (D): channel: this word isn't known", "inPerson", "hearing"])),
    UntidySheet(
      "a channel that doesn't fit its kind",
      "Date,Name,For,Kind,How\n2026-01-05,\(name),Riverside,telling,print\n", [],
      .refused(["line 2, column 5 (E): channel: this isn't a channel of a telling"])),
  ]

  private static let shapes = [
    UntidySheet(
      "a mark at the start, and Windows line ends",
      "\u{FEFF}" + rows(row("2026-01-05"), "", row("2026-02-05")).replacing("\n", with: "\r\n"), [],
      .added(peers: 1, days: ["2026-01-05", "2026-02-05"])),
    UntidySheet(
      "semicolons",
      "Date;Name;For;Event\n5.1.2026;\(name);Riverside, east;Supper, with talk\n"
        + "25.2.2026;\(name);Riverside, east;Supper\n", [],
      .added(peers: 1, days: ["2026-01-05", "2026-02-25"])),
    UntidySheet(
      "tabs", "Date\tName\tFor\n2026-01-05\t\(name)\tRiverside, east\n", [],
      .added(peers: 1, days: ["2026-01-05"])),
    UntidySheet(
      "line breaks inside of cells",
      "Date,Name,For,Event,\"Notes\nand more\"\n"
        + "2026-01-05,\(name),Riverside,\"Open\nevening\",\"\(secret)\n\nand \"\"\(secret)\"\"\"\n"
        + row("2026-02-05") + "\n", [], .added(peers: 1, days: ["2026-01-05", "2026-02-05"])),
    UntidySheet(
      "the line that is named, after line breaks inside of cells",
      "Date,Name,For,Notes\n2026-01-05,\(name),Riverside,\"\(secret)\n\n\"\nnever,\(name),Riverside,\n",
      [], .refused(["line 5, column 1 (A)"])),
    UntidySheet("a header with nothing under it", header, [], .added(peers: 0, days: [])),
    UntidySheet(
      "short lines", "Date,Name,For,How,Notes\n2026-01-05,\(name),Riverside\n", [],
      .added(peers: 1, days: ["2026-01-05"])),
  ]

  private static let broken = [
    UntidySheet("an empty file", "", [], .refused(["sheet.csv", "The sheet is empty"])),
    UntidySheet(
      "a workbook", bytes: [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], [],
      .refused(["This is a workbook", "CSV UTF-8"])),
    UntidySheet(
      "Latin-1", bytes: Array((header + row("2026-01-05") + "\n2026-02-05,").utf8) + [0xC9, 0x6D],
      [], .refused(["Line 3 isn't UTF-8", "CSV UTF-8"])),
    UntidySheet(
      "UTF-16", bytes: [0xFF, 0xFE] + header.utf8.flatMap { [$0, 0] }, [],
      .refused(["Line 1 isn't UTF-8"])),
    UntidySheet(
      "a quote that is never closed", rows(row("2026-01-05"), "2026-01-06,\"\(name),Riverside,,"),
      [], .refused(["line 3, column 2 (B)", "is never closed"])),
    UntidySheet(
      "more cells than columns", rows(row("2026-01-05"), row("2026-01-06") + ",\(name)"), [],
      .refused(["Line 3 has 6 cells, but the header names 5"])),
    UntidySheet(
      "thirty bad lines", header + String(repeating: row("never") + "\n", count: 30), [],
      .refused(["30 lines need mending first", "line 21, column 1 (A)", "… and 10 more."])),
  ]

  private static let columns = [
    UntidySheet(
      "columns by --map, the others not kept",
      "A,B,C,D\n2026-01-05,\(name),Riverside,\(secret)\n",
      ["--map", "day=A", "--map", "peer=B", "--map", "organisation=C"],
      .added(peers: 1, days: ["2026-01-05"])),
    UntidySheet(
      "no column for a name", "Date,For\n2026-01-05,Riverside\n", [],
      .refused(["no column is found for peer", "--map peer=Column"])),
    UntidySheet(
      "two columns of one name", "Date,Name,For,Date\n2026-01-05,\(name),Riverside,\n", [],
      .refused(["Columns 1 and 4 have one name"])),
    UntidySheet(
      "--map to a column that isn't there", rows(row("2026-01-05")), ["--map", "peer=\(name)"],
      .refused(["No column has the name given for `peer`"])),
    UntidySheet(
      "--map of a field that isn't known", rows(row("2026-01-05")), ["--map", "who-told=Name"],
      .misuse("peer, organisation, day")),
    UntidySheet(
      "--map without a column", rows(row("2026-01-05")), ["--map", "peer"],
      .misuse("FIELD=COLUMN")),
  ]
}

extension String {
  fileprivate var quoted: String { "\"" + self + "\"" }
}
