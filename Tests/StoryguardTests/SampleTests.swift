import ConsentRegistry
import Foundation
import Notation
import Testing

/// The made-up coalition of the samples, held against what its pages say.
struct SampleTests {
  private static let today = ["--now", "2026-05-04T22:00:00Z"]

  @Test func `the demo marks every planted peer and nobody else, and lists their breaches`() throws
  {
    let page = MarkdownPage(try Places.text(of: "Samples/riverside/README.md"))
    let planted = try #require(page.section("## What is planted")).rows
      .compactMap(PlantedBreach.row)
    #expect(planted.count == 16)
    try Self.atRiverside { riverside, demo in
      let marked = demo.components(separatedBy: "\n").filter { $0.hasPrefix("! overused ") }
        .compactMap { $0.split(separator: " ").dropFirst(2).first.map(String.init) }
      #expect(Set(marked) == Set(planted.map(\.breach.peer)))
      #expect(demo.contains("What to try next"))

      let report = try riverside.json("report", "overuse", "--today", "2026-05-04")
      #expect(report["counted"]?.number == 195)
      let breaches = report["breaches"]?.items ?? []
      // June's limits are tighter than the policy's, and their own: the custodian reads no number.
      let expected = planted.map { $0.breach.peer == "june" ? $0.breach.withoutLimit : $0.breach }
      #expect(breaches.compactMap(PlantedBreach.init).sorted() == expected.sorted())
      #expect(
        breaches.map { "\($0["day"]?.words ?? "") \($0["organisation"]?.words ?? "")" }.sorted()
          == planted.map { "\($0.breach.day) \($0.organisation)" }.sorted())
      #expect(breaches.allSatisfy { $0["backing"]?.words == "neither" })

      // What was entered late wasn't known before.
      let earlier = try riverside.json(
        "report", "overuse", "--today", "2026-05-04", "--peer", "maya", "--as-known-at",
        "2025-10-02T00:00:00Z")
      #expect(earlier["breaches"]?.items.isEmpty == true)
      #expect(try riverside.run("audit").status == 0)
    }
  }

  @Test func `each peer of the sample stands on the report day as its page says`() throws {
    let page = MarkdownPage(try Places.text(of: "Samples/riverside/README.md"))
    let standing = try #require(page.section("## How each peer stands on 2026-05-04")).rows
      .dropFirst()
    #expect(standing.count == 14)
    try Self.atRiverside { riverside, _ in
      for cells in standing {
        let report = try riverside.json(
          "report", "usage", "--today", "2026-05-04", "--as", "peer:\(cells[0])")
        let peer = try #require(report["peers"]?[0])
        #expect(peer["lastTelling"]?.words == cells[1])
        #expect(peer["daysSinceLastTelling"]?.number == Int(cells[2]), "\(cells[0])")
        let free = try #require(Day(String(cells[3].prefix(10))))
        let until = peer["rest"]?["until"]?.words.flatMap { Day($0) }
        #expect(until == (free > Day("2026-05-04") ?? free ? free.adding(-1) : nil), "\(cells[0])")
        let caps = (peer["caps"]?.items ?? []).map { cap in
          "\(cap["kind"]?.words ?? "") \(cap["days"]?.number ?? 0): "
            + "\(cap["told"]?.number ?? -1) of \(cap["atMost"]?.number ?? -1)"
        }
        let kinds = ["telling 30", "telling 90", "telling 180", "telling 365", "exposure 365"]
        #expect(caps == zip(kinds, cells.dropFirst(4)).map { "\($0): \($1)" }, "\(cells[0])")
      }
    }
  }

  @Test func `the three requests are answered as their page says, to both readers`() throws {
    let page = MarkdownPage(try Places.text(of: "Samples/requests/README.md"))
    let answers = page.rows.filter { $0.count == 7 && $0[0].hasSuffix(".json") }
    #expect(answers.count == 3)
    try Self.atRiverside { riverside, _ in
      for cells in answers {
        let verdict = cells[1]
        for reader in ["custodian", "coordinator"] {
          let result = try riverside.run(
            ["check", Places.package + "/Samples/requests/" + cells[0], "--format", "json"]
              + ["--as", reader] + Self.today)
          #expect(result.status == (verdict == "permit" ? 0 : 2))
          let decision = try JSON.parse(Array(result.out.utf8))
          #expect(decision["verdict"]?.words == verdict)
          #expect(decision["warnings"]?.items.isEmpty == true)
          let reasons = decision["reasons"]?.items ?? []
          if reader == "custodian" {
            let said = reasons.map {
              "\($0["rule"]?.words ?? "") \($0["liftsOn"]?.words ?? "none")"
            }
            #expect(said.joined(separator: ", ") == (cells[2] == "none" ? "" : cells[2]))
            #expect(decision["earliest"]?.words ?? "none" == cells[3])
          } else {
            let said = reasons.compactMap { $0["rule"]?.words }.joined(separator: ", ")
            #expect(said == (cells[4] == "no reason" ? "" : cells[4]))
            #expect(decision["available"] == .bool(cells[5] == "true"))
            #expect(decision["notBefore"]?.words ?? "null" == cells[6])
          }
        }
      }
    }
  }

  @Test func `moved to its earliest day a request is permitted, and not a day before`() throws {
    let text = try Places.text(of: "Samples/requests/three-reasons.json")
    let (first, debrief) = ("2026-05-08", "2026-05-09")
    let asked = try #require(Day(first))
    try Self.atRiverside { riverside, _ in
      for days in 0...9 {
        let moved = text.replacing(debrief, with: "\(asked.adding(days + 1))")
          .replacing(first + "T", with: "\(asked.adding(days))T")
        let file = riverside.folder + "/moved.json"
        try Data(moved.utf8).write(to: URL(filePath: file))
        let result = try riverside.run(["check", file, "--format", "json"] + Self.today)
        #expect(result.status == (days == 9 ? 0 : 2), "moved by \(days) days")
        let decision = try JSON.parse(Array(result.out.utf8))
        #expect(decision["earliest"]?.words == "2026-05-17")
      }
    }
  }

  @Test func `what a coordinator reads of a denial holds nothing private`() throws {
    let request = Places.package + "/Samples/requests/three-reasons.json"
    let others = ["northside", "harbour", "meadow", "lakeside"]
    let days = [
      "2026-05-12", "2026-05-17", "2026-04-27", "2026-03-25", "2026-02-16", "12 may", "17 may",
      "27 april", "25 march", "16 february",
    ]
    let words = [
      "rest", "cap", "90 days", "14", "earliest", "liftson", "revision", "pause", "limit",
      "asking-for-help", "brennhaus", "oskar",
    ]
    try Self.atRiverside { riverside, _ in
      for format in ["table", "json"] {
        let check = ["check", request, "--format", format] + Self.today
        let read = try riverside.run(check + ["--as", "coordinator:noor"])
        let text = (read.out + read.err).lowercased()
        #expect(read.status == 2)
        #expect(text.contains("notice") && text.contains("work that needs no story"))
        for secret in others + days + words { #expect(!text.contains(secret), "\(secret)") }
        // The same words do stand in what the peer reads, so that the search is worth something.
        let own = try riverside.run(check + ["--as", "peer:oskar"]).out.lowercased()
        #expect(own.contains("rest") && own.contains("cap") && own.contains("17 may"))
      }
    }
  }

  /// The demo, played once: what it printed, and the registry that it kept.
  private static let played = Result {
    try Places.inFolder { folder in
      let riverside = Office(folder: folder)
      let demo = try Running.storyguard(["demo", "--keep", riverside.registry], in: folder)
      try #require(demo.status == 0, "\(demo.err)")
      return (out: demo.out, file: try Data(contentsOf: URL(filePath: riverside.registry)))
    }
  }

  /// Gives the work a copy of the demo's registry, and what the demo printed.
  private static func atRiverside(_ work: (Office, String) throws -> Void) throws {
    try Places.inFolder { folder in
      let riverside = Office(folder: folder)
      let demo = try played.get()
      try demo.file.write(to: URL(filePath: riverside.registry))
      try work(riverside, demo.out)
    }
  }
}
