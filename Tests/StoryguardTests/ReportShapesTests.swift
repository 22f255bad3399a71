import Foundation
import Notation
import Testing

@testable import storyguard

/// Every report in every shape, on the made-up coalition and on registries with little in them.
struct ReportShapesTests {
  /// Each report with what it needs to be shown at all.
  static let reports = [
    ["report", "usage"], ["report", "overuse"], ["report", "uses"], ["report", "tokenization"],
    ["report", "giveback"], ["report", "consents"], ["report", "placements"], ["report", "care"],
    ["report", "exceptions"], ["report", "event"], ["report", "rotation"], ["report", "unclaimed"],
    ["report", "summary"], ["alerts"],
  ]

  @Test(arguments: reports)
  func `it stands in every shape, and each can be read by what reads such things`(
    words: [String]
  ) throws {
    try Coalition.shared.read { riverside in
      let words = words + ["--on", "2026-05-04"]
      let table = riverside.run(words)
      #expect(table.status == 0 && !table.out.isEmpty && table.err.isEmpty)
      #expect(table.out.split(separator: "\n").count > 3)

      let json = try JSON.parse(riverside.run(words + ["--format", "json"]).out)
      #expect(json["report"]?.words == words.prefix { !$0.hasPrefix("-") }.last)
      #expect(json["on"]?.words == "2026-05-04")

      let csv = riverside.run(words + ["--format", "csv"])
      let records = try #require(CSVReader(csv.out).records)
      #expect(Set(records.map(\.count)).count == 1 && csv.out.hasSuffix("\r\n"))
      // What must go with the figures is said beside the data.
      #expect(csv.err.contains("The limits are not agreed with peers yet."))

      let markdown = riverside.run(words + ["--format", "markdown"]).out.components(
        separatedBy: "\n")
      #expect(markdown[0].hasPrefix("# "))
      for (line, next) in zip(markdown, markdown.dropFirst())
      where line.hasPrefix("| ") && next.hasPrefix("| ") {
        #expect(Self.cells(line) == Self.cells(next), "\(line)")
      }

      let page = riverside.run(words + ["--format", "html"]).out
      #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
      for outside in ["<script", "http:", "https:", "src=", "@import", "url("] {
        #expect(!page.contains(outside), "\(outside)")
      }
      // Every picture has words, and every table a caption and headings.
      #expect(
        page.count(of: "<svg") == page.count(of: "aria-label=\"", after: "<svg role=\"img\" ")
          + page.count(of: "aria-hidden=\"true\""))
      #expect(page.count(of: "<table ") == page.count(of: "<caption>"))
    }
  }

  @Test(arguments: reports)
  func `it fits a screen of eighty columns`(words: [String]) throws {
    try Coalition.shared.read { riverside in
      for width in [80, 120] {
        let text = riverside.run(words + ["--on", "2026-05-04"], width).out
        let long = text.split(separator: "\n").filter { String($0).displayWidth > width }
        #expect(long.isEmpty, "\(width): \(long.first ?? "")")
      }
    }
  }

  @Test(arguments: reports)
  func `with nobody, one peer, or a single use it says something sensible`(words: [String]) throws {
    try Places.inFolder { folder in
      let rehearsal = Rehearsal(folder + "/small.db")
      #expect(rehearsal.type("init --rehearsal", at: "2026-05-01T12:00:00Z").status == 0)
      let stages = [
        [],
        [
          "peer add maya --zone UTC", "story add maya s1 --share housing",
          "consent grant maya s1 --organisation riverside --purpose training --channel inPerson "
            + "--audience students --attribution firstName --until 2026-12-31",
        ],
        [
          "record maya --story s1 --organisation riverside --kind telling --channel inPerson "
            + "--on 2026-05-01"
        ],
      ]
      for stage in stages {
        for line in stage {
          let typed = rehearsal.type(line, at: "2026-05-02T12:00:00Z")
          #expect(typed.status == 0, "\(line): \(typed.err)")
        }
        for format in Option.reportFormats {
          let shown = rehearsal.run(
            words + ["--format", format, "--now", "2026-05-02T13:00:00Z"])
          #expect(shown.status == 0 && shown.out.count > 10, "\(format): \(shown.err)")
        }
      }
    }
  }

  @Test func `what can't be written to the end says so, and what isn't known is refused first`()
    throws
  {
    try Coalition.shared.read { riverside in
      let bash = try #require(Places.program("bash"))
      for format in Option.reportFormats {
        let full = try Running.program(
          bash,
          [
            "-c",
            "'\(Running.built)/storyguard' report usage --on 2026-05-04 --format \(format) "
              + "--registry '\(riverside.path)' > /dev/full",
          ], in: "/")
        #expect(full.status == 1 && full.err.contains("not all of it could be written"))
        let unknown = riverside.run(
          ["report", "usage", "--organisation", "nobody-here", "--format", format])
        #expect(unknown.status == 1 && unknown.out.isEmpty)
      }
    }
  }

  @Test func `nobody reads which peer set a limit aside, but of a limit that was broken`() throws {
    try Coalition.shared.read { riverside in
      // Kahu did; Kahu reads it, and the custodian reads of one use for riverside.
      let own = riverside.run(
        ["report", "uses", "--on", "2026-05-04", "--as", "peer:kahu", "--format", "csv"])
      #expect(own.out.contains("excepted"))
      for words in Self.reports {
        for format in Option.reportFormats {
          let told = riverside.run(words + ["--on", "2026-05-04", "--format", format])
          let lines = told.out.split(separator: "\n").filter { $0.contains("excepted") }
          #expect(lines.isEmpty, "\(words) \(format): \(lines.first ?? "")")
        }
      }
      let counted = riverside.run(["report", "exceptions", "--on", "2026-05-04"])
      #expect(counted.out.contains("notice.short 1") && !counted.out.contains("kahu"))
      // Of few days it would show whose it was.
      let few = riverside.run(
        ["report", "exceptions", "--on", "2026-05-04", "--from", "2026-04-01"])
      #expect(few.out.contains("too few to tell") && !few.out.contains("notice.short"))
    }
  }

  @Test func `a cell that a spreadsheet would take for a formula is no formula`() {
    #expect(
      CSVSheet.line(["=1+1", "@sum", "-2", "-p", "+x", "a,\"b\"\nc", "plain"])
        == "'=1+1,'@sum,-2,'-p,'+x,\"a,\"\"b\"\"\nc\",plain\r\n")
  }

  @Test func `marks that somebody wrote stay words in Markdown and on a page`() {
    #expect(MarkdownSheet.safe("a|b *c* <d> `e`") == "a\\|b \\*c\\* \\<d\\> \\`e\\`")
  }

  private static func cells(_ line: String) -> Int {
    line.replacing("\\|", with: "").filter { $0 == "|" }.count
  }
}

/// Reads comma-separated values as RFC 4180 has them; nothing at the first mark out of place.
struct CSVReader {
  let records: [[String]]?

  init(_ text: String) { records = CSVReader.records(text) }

  private static func records(_ text: String) -> [[String]]? {
    var scalars = Array(text.unicodeScalars)[...]
    var records: [[String]] = []
    var record: [String] = []
    while !scalars.isEmpty {
      var cell = String.UnicodeScalarView()
      if scalars.first == "\"" {
        scalars.removeFirst()
        while true {
          guard let next = scalars.popFirst() else { return nil }
          if next == "\"" {
            guard scalars.first == "\"" else { break }
            scalars.removeFirst()
          }
          cell.append(next)
        }
      } else {
        while let next = scalars.first, next != ",", next != "\r" {
          guard next != "\"", next != "\n" else { return nil }
          cell.append(next)
          scalars.removeFirst()
        }
      }
      record.append(String(cell))
      switch scalars.popFirst() {
      case ",": continue
      case "\r":
        guard scalars.popFirst() == "\n" else { return nil }
        records.append(record)
        record = []
      default: return nil
      }
    }
    return record.isEmpty ? records : nil
  }
}

extension String {
  fileprivate func count(of piece: String, after before: String = "") -> Int {
    components(separatedBy: before + piece).count - 1
  }
}
