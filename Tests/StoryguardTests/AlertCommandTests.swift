import ConsentRegistry
import Foundation
import LedgerStore
import Notation
import Testing

@testable import storyguard

/// `storyguard alerts` as people and cron run it: what it ends with, what is news, and the message.
struct AlertCommandTests {
  @Test func `it ends with 3 where something as grave is shown, and with 0 elsewhere`() throws {
    try Alerted.work { office in
      let quiet = try office.alerts("--fail-on", "notice")
      #expect(quiet.status == 0 && quiet.out.contains("Nothing needs doing now (1 peer looked at)"))
      try office.overuse()
      let table = try office.alerts("--fail-on", "critical")
      #expect(table.status == 3)
      #expect(
        table.out.contains("The telling for riverside on Sunday 3 May 2026 came after 1 full"))
      #expect(table.out.contains("storyguard report overuse --peer maya"))
      #expect(try office.alerts().status == 0)
      // What isn't shown doesn't count.
      let other = try office.alerts("--fail-on", "notice", "--organisation", "harbour-trust")
      #expect(other.status == 0)
      #expect(try office.alerts("--organisation", "river").status == 1)
      #expect(try office.alerts("--peer", "nobody").status == 1)
      #expect(try office.alerts("--as", "coordinator:kit").status == 1)
      #expect(try office.alerts("--severity", "grave").status == 64)
    }
  }

  @Test func `in a registry with nobody in it, it says what to do first`() throws {
    try Places.inFolder { folder in
      _ = try Running.storyguard(["init"], in: folder)
      let empty = try Running.storyguard(["alerts", "--fail-on", "notice"], in: folder)
      #expect(empty.status == 0 && empty.out.contains("storyguard import FILE"))
    }
  }

  @Test func `since a moment only what wasn't there is shown, byte for byte as it was known`()
    throws
  {
    try Alerted.work { office in
      let before = try office.alerts("--as-known-at", "2026-05-04T12:00:00Z").out
      try office.overuse()
      #expect(try office.alerts("--as-known-at", "2026-05-04T12:00:00Z").out == before)
      let news = try office.json("--since", "2026-05-04T12:00:00Z")
      #expect(news["alerts"]?.items.map { $0["code"]?.words } == ["overuse.rest"])
      let again = try office.json(
        "--since", "2026-05-04T12:00:00Z", "--as-known-at", Alerted.now)
      #expect(news["alerts"] == again["alerts"])
      #expect(try office.json("--since", Alerted.now)["alerts"]?.items == [])
      let all = try office.json("--since", "2000-01-01T00:00:00Z")
      #expect(all["alerts"] == (try office.json())["alerts"])
      #expect(try office.alerts("--since", "2026-06-01T12:00:00Z").status == 64)
      // In time a consent ends: news of a day, though nothing was recorded.
      let later = try office.json("--since", Alerted.now, "--on", "2026-12-15")
      #expect(later["alerts"]?.items.map { $0["code"]?.words }.contains("consent.ending") ?? false)
    }
  }

  @Test func `the peer reads what is about themself, and nobody else's`() throws {
    try Alerted.work { office in
      try office.overuse()
      let own = try office.alerts("--as", "peer:maya")
      #expect(own.out.contains("You needn't do anything") && !own.out.contains("Ask the peer"))
      #expect(try office.alerts("--as", "peer:maya", "--peer", "other").status == 1)
    }
  }

  @Test func `the message is sent once, and says how many and how to look, and nobody's name`()
    throws
  {
    try Alerted.work { office in
      let nothing = try office.alerts("--mail")
      #expect(nothing.err.contains("there is nothing to tell"))
      try office.overuse()
      #expect(try office.alerts("--mail").err.contains("no custodian has an address"))
      try office.does(
        "role", "set", "custodian", "rin", "--no-organisation", "--contact", "rin@home.example")
      try office.does("role", "set", "custodian", "sol", "--no-organisation")
      #expect(try office.alerts("--mail").err.contains("1 message will be sent"))
      #expect(try office.alerts("--mail", now: Alerted.later).err.contains("told before"))
      #expect(try office.does("notice", "list").contains("alerts"))
      try office.does("notice", "send", "--folder", office.outbox)
      try office.does("notice", "send", "--folder", office.outbox)
      let sent = try office.messages()
      #expect(sent.count == 1)
      let message = try #require(sent.first)
      #expect(message.hasPrefix("To: rin@home.example\nSubject: A message is waiting for you\n"))
      #expect(message.contains("1 critical"))
      for secret in ["maya", "riverside", "overuse", "rest"] { #expect(!message.contains(secret)) }
      // What it says to type shows just what it is about.
      let typed = try #require(
        message.split(separator: "\n").first { $0.contains("--as-known-at") })
      let line = typed.split(separator: " ").dropFirst().map(String.init)
      #expect(try office.run(line).out.contains("1 critical"))
      // Another one is another set.
      try office.overuse(on: "2026-05-04", id: "third", now: Alerted.later)
      #expect(
        try office.alerts("--mail", now: Alerted.later).err.contains("1 message will be sent"))
      #expect(try office.alerts("--mail", "--peer", "maya").status == 64)
      #expect(try office.alerts("--mail", "--as", "peer:maya").status == 1)
      try office.does("audit")
    }
  }

  @Test func `an erasure leaves nothing of messages about alerts`() throws {
    try Alerted.work { office in
      try office.overuse()
      try office.does(
        "role", "set", "custodian", "rin", "--no-organisation", "--contact", "rin@home.example")
      try office.alerts("--mail")
      let ledger = try Ledger(path: office.registry, tools: Surroundings.tools)
      #expect(try ledger.alertMails(onlyWaiting: false).count == 1)
      try office.does("peer", "erase", "maya", "--yes")
      #expect(try ledger.alertMails(onlyWaiting: false).isEmpty)
      try office.does("audit")
    }
  }
}

/// A rehearsal registry on 5 May 2026 with one peer, whose story was told on 1 May.
private struct Alerted {
  static let now = "2026-05-05T12:00:00Z"
  static let later = "2026-05-05T13:00:00Z"
  let folder: String
  var outbox: String { folder + "/outbox" }
  var registry: String { folder + "/office.db" }

  static func work(_ work: (Alerted) throws -> Void) throws {
    try Places.inFolder { folder in
      let office = Alerted(folder: folder)
      try FileManager.default.createDirectory(
        atPath: office.outbox, withIntermediateDirectories: true)
      let day = "2026-05-03T12:00:00Z"
      try office.does("init", "--rehearsal", now: day)
      try office.does("peer", "add", "maya", "--zone", "UTC", "--name", "Planted", now: day)
      try office.does("story", "add", "maya", "s1", "--share", "housing", now: day)
      try office.does(
        "consent", "grant", "maya", "s1", "--organisation", "riverside,harbour-trust", "--purpose",
        "training", "--channel", "inPerson", "--audience", "students", "--attribution",
        "firstName", "--until", "2026-12-31", now: day)
      try office.record("2026-05-01", id: "first", now: day)
      try work(office)
    }
  }

  /// A second telling, two days after the first.
  func overuse(
    on day: String = "2026-05-03", id: String = "second", now: String = Alerted.now
  ) throws {
    try record(day, id: id, now: now)
  }

  private func record(_ day: String, id: String, now: String) throws {
    try does(
      "record", "maya", "--organisation", "riverside", "--kind", "telling", "--channel",
      "inPerson", "--on", day, "--id", id, now: now)
  }

  func run(
    _ words: [String], now: String = Alerted.now
  ) throws -> (status: Int32, out: String, err: String) {
    try Running.storyguard(words + ["--registry", registry, "--now", now], in: folder)
  }

  @discardableResult
  func alerts(
    _ words: String..., now: String = Alerted.now
  ) throws -> (status: Int32, out: String, err: String) {
    try run(["alerts"] + words, now: now)
  }

  func json(_ words: String...) throws -> JSON {
    try JSON.parse(Array(run(["alerts", "--format", "json"] + words).out.utf8))
  }

  @discardableResult
  func does(_ words: String..., now: String = Alerted.later) throws -> String {
    let result = try run(words, now: now)
    try #require(result.status == 0, "\(words): \(result.err)\(result.out)")
    return result.out
  }

  func messages() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: outbox).sorted().map {
      try String(contentsOfFile: outbox + "/" + $0, encoding: .utf8)
    }
  }
}
