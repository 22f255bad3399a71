import ConsentRegistry
import Foundation
import LedgerStore
import Testing

@testable import storyguard

/// Whatever is put in: one clear line, the right exit code, and nothing changed.
@Suite struct BadInputTests {
  /// What a mistake in a request should be answered with: where it is, and what about it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let saying: [String]
    let make: @Sendable (String) -> String
    var testDescription: String { name }

    init(_ name: String, _ from: String, _ to: String, saying: String...) {
      self.name = name
      self.saying = saying
      make = { $0.replacing(from, with: to) }
    }
  }

  static let mistakes: [Mistake] = [
    Mistake("broken off", #""currency":"USD"}}}"#, #""currency":"USD"}"#, saying: "line 6"),
    Mistake("no JSON", "{", "Maria Planted {", saying: "line 1, column 1"),
    Mistake("double", #""peer":"#, #""peer":"tom","peer":"#, saying: "`peer` is given twice"),
    Mistake(
      "double, deep", #""minutes":15"#, #""minutes":15,"minutes":20"#,
      saying: "`sessions[0].minutes` is given twice"),
    Mistake(
      "unknown", #""minutes":15"#, #""minutes":15,"recordde":false"#,
      saying: "`sessions[0].recordde`", "mean `recorded`?"),
    Mistake("misspelt", #""start":"#, #""strat":"#, saying: "Did you mean `start`?"),
    Mistake(
      "missing", #""minutes":15"#, #""recorded":false"#, saying: "`sessions[0].minutes` is m"),
    Mistake("no peer", #""peer":"maya","#, "", saying: "`peer` is missing"),
    Mistake("no such day", "T18:00", "T25:00", saying: "`sessions[0].start`"),
    Mistake("words for a time", "T18:00", "Planted", saying: "`sessions[0].start`"),
    Mistake("negative", #""minutes":15"#, #""minutes":-1"#, saying: "`sessions[0].minutes`"),
    Mistake("huge", "15,", "15,", saying: "`offer.remuneration.minor`"),
    Mistake(
      "no such channel", "inPerson", "inPersn", saying: "`sessions[0].channel`", "`inPerson`?"),
    Mistake("another kind's channel", "inPerson", "print", saying: "`sessions[0].channel`"),
    Mistake("of a wrong kind", #"["housing"]"#, #""Planted""#, saying: "`topics` must be a list"),
    Mistake("unknown zone", #""UTC""#, #""America/Planted""#, saying: "`event.zone`"),
    Mistake("an offset for a zone", #""UTC""#, #""GMT+5""#, saying: "`event.zone`"),
    Mistake("no sessions", "[{", "[],\"x\":[{", saying: "`sessions`"),
    Mistake("a bad id", #""s1""#, #""""#, saying: "`story`"),
    Mistake(
      "paid and unpaid", #""offer":{"#, #""offer":{"unpaid":true,"#, saying: "`offer.unpaid`"),
    Mistake("a lone surrogate", "Maria Planted", #"\ud800 Planted"#, saying: "line 5"),
  ]

  @Test(arguments: mistakes)
  func `A request with a mistake is refused with its place, and nothing changes`(
    mistake: Mistake
  ) throws {
    try Bench.work { bench in
      let request = Opening.request(
        of: "maya", by: "o1", on: Opening.today.adding(20), event: "e1")
      let text =
        mistake.name == "huge"
        ? request.replacing("15000", with: "99999999999999999999") : mistake.make(request)
      try #require(text != request)
      try bench.write(text, to: "request.json")
      for command in ["check", "request"] {
        try bench.refuses([command, "request.json"], saying: mistake.saying)
      }
    }
  }

  @Test func `A request in no words at all, at the ends of time or endlessly deep does no harm`()
    throws
  {
    try Bench.work { bench in
      let today = Opening.today
      try bench.write("", to: "empty.json")
      try bench.refuses(["request", "empty.json"], saying: ["line 1"])
      try bench.write(String(repeating: "[", count: 100_000), to: "deep.json")
      try bench.refuses(["request", "deep.json"], saying: ["deeper than"])
      try Data([0x7b, 0x22, 0xff, 0xfe, 0x22]).write(to: bench.file("bytes.json"))
      try bench.refuses(["request", "bytes.json"], saying: ["UTF-8"])
      try bench.refuses(["request", "nothing.json"], saying: ["no file at nothing.json"])
      try bench.refuses(["request", "."], saying: ["can't be read"])
      for (day, end) in [("0001-01-01", "first"), ("9999-12-31", "last")] {
        let request = Opening.request(of: "maya", by: "o1", on: today, event: end)
          .replacing("\(today)T", with: "\(day)T")
        try bench.write(request, to: "end.json")
        try bench.refuses(["request", "end.json"], saying: ["`sessions[0].start`"])
      }
      // As far away as can be said, it is decided and listed, and the record stays readable.
      for (day, zone) in [("0002-01-01", "Pacific/Auckland"), ("9998-12-31", "America/Adak")] {
        let request = Opening.request(of: "maya", by: "o1", on: today, event: "far")
          .replacing("\(today)T", with: "\(day)T").replacing(#""UTC""#, with: "\"\(zone)\"")
          .replacing(#""minutes":15"#, with: #""minutes":100000"#)
        try bench.write(request, to: "far.json")
        #expect(try bench.run(["request", "far.json"]).status == 2)
      }
      #expect(try bench.run(["peer", "show", "maya"]).status == 0)
      #expect(try bench.run(["audit"]).status == 0)
    }
  }

  @Test func `A policy that lacks a term, or is of a wrong version, is refused and not stored`()
    throws
  {
    try Bench.work { bench in
      let policy = try bench.run(["policy", "default"]).out
      for (name, text, saying) in [
        ("missing", policy.replacing(#""rest""#, with: #""rset""#), "Did you mean `rest`?"),
        ("unknown", policy.replacing(#""rest""#, with: #""naps":{},"rest""#), "`naps`"),
        ("incomplete", #"{"version":2,"agreedWith":null}"#, "is missing"),
        ("same", policy, "`version` must be 2"),
        (
          "later", policy.replacing(#""version": 1"#, with: #""version": 7"#), "`version` must be 2"
        ),
        ("words", policy.replacing("14", with: #""Maria Planted""#), "must be"),
        ("negative", policy.replacing(": 14", with: ": -14"), "must be"),
      ] {
        try bench.write(text, to: "\(name).json")
        try bench.refuses(["policy", "store", "\(name).json"], saying: [saying])
      }
      try bench.refuses(
        ["init", "--registry", "new.db", "--policy", "incomplete.json"], saying: ["is missing"])
      #expect(!FileManager.default.fileExists(atPath: bench.file("new.db").path))
    }
  }

  @Test func `A world that isn't one is named by its line`() throws {
    try Bench.work { bench in
      let world =
        #"{"today":"2026-04-20","standing":{"zone":"UTC"},"request":"#
        + Opening.request(of: "maya", by: "o1", on: Opening.today, event: "e1")
        .replacing("\n", with: " ") + "}"
      for (line, saying) in [
        ("Maria Planted", "line 3"), (world.replacing("standing", with: "stand"), "`standing`"),
        (world.replacing("2026-04-20", with: "2026-04-31"), "`today`"), ("{}", "is missing"),
        (#"{"today":"#, "line 3"), (world.replacing("T18:00", with: "T"), "`request.sessions[0]"),
      ] {
        try bench.write([world, world, line, world].joined(separator: "\n"), to: "worlds.jsonl")
        let run = try bench.run(["check", "--worlds", "worlds.jsonl"])
        try bench.expectOneLine(run, status: 1, saying: ["line 3", saying])
      }
    }
  }

  @Test
  func `What is mistyped is answered with the nearest word and a next step, and never echoed`()
    throws
  {
    try Bench.work { bench in
      for (line, saying) in [
        ("reqest x.json", "`request`"), ("consent gruant maya s1", "`grant`"),
        ("peer add maya2 --zoen UTC", "`--zone`"), ("Maria_Planted", "first word"),
        ("peer Planted", "comes one of"), ("peer add maya2 --zone America/Planted", "zone name"),
        ("peer add maya2 --zone GMT+5", "zone name"), ("peer add Planted! --zone UTC", "id"),
        ("peer add maya2", "--zone"), ("peer list --format Planted", "table"),
        ("peer list --as Planted", "--as"), ("peer list --as custodian:Planted!", "--as"),
        (
          "record maya --organisation o1 --kind telling --channel print --on 2025-01-01", "inPerson"
        ),
        ("record maya --organisation o1 --kind telling --channel inPerson --on Planted", "day"),
        ("record maya --organisation o1 --kind telling --channel inPerson", "--start"),
        (
          "record maya --organisation o1 --kind telling --channel inPerson "
            + "--start 0001-01-01T00:00", "time"
        ),
        ("limits set maya rest.days=Planted", "VALUES"), ("limits set maya rest.days=-1", "VALUES"),
        ("pause set maya --from 2026-02-30", "day"), ("answer maya perhaps --event e1", "yes"),
        ("consent revoke maya", "--everything"), ("peer list --now yesterday", "moment"),
        ("request", "FILE"), ("request a b", "1 word"),
        ("policy show --version-number Planted", "n"),
      ] {
        let words = line.split(separator: " ").map(String.init)
        try bench.refuses(words, status: 64, saying: [saying])
      }
    }
  }

  @Test func `What is well said and can't be done is refused in one line`() throws {
    try Bench.work { bench in
      for (line, saying) in [
        ("peer add maya --zone UTC", "already here"), ("peer show nobody", "no such peer"),
        ("pause lift maya", "no pause"), ("answer maya yes --event e1", "no such ask"),
        ("answer maya yes", "which ask"),
        ("pause set maya --now 2026-01-01T00:00:00Z", "rehearsal"),
        ("pause set maya --from 2026-02-02 --until 2026-02-01", "end before"),
        ("record maya --organisation o1 --kind telling --channel inPerson --on 9999-12-31", "come"),
        ("policy show --version-number 9", "no version 9"), ("init", "already"),
        ("report usage --as coordinator:kit", "custodian"), ("import nothing.csv", "no file"),
        (
          "peer tie maya --organisation o1 --relation employer --as coordinator:kit",
          "custodian"
        ),
      ] {
        let words = line.split(separator: " ").map(String.init)
        try bench.refuses(words, saying: [saying])
      }
    }
  }
}
