import Foundation
import Notation
import Testing

/// What one who asks can tell from the command: nothing of whether a first ask has gone.
struct FirstAskCommandTests {
  private func request(of peer: String, in office: Office) throws -> String {
    let path = office.folder + "/\(peer).json"
    let day = Date.now.addingTimeInterval(60 * 86_400).ISO8601Format().prefix(10)
    let text = """
      {"peer":"\(peer)","story":"finding-home","organisation":"riverside","coordinator":"kit",
       "event":{"id":"evening","name":"Evening","zone":"UTC"},
       "sessions":[{"kind":"telling","channel":"inPerson","start":"\(day)T18:00","minutes":15}],
       "purpose":"training","audience":"students","attribution":"firstName","topics":["housing"],
       "support":{"person":"Lee","debriefOn":"2099-01-01"},"offer":{"unpaid":true}}
      """
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  @Test func `words, JSON and exit status are the same, whether it went or not`() throws {
    try Office.work { office in
      for peer in ["none", "free", "paused"] {
        try #require(office.run("peer", "add", peer, "--zone", "UTC").status == 0)
        try #require(
          office.run("story", "add", peer, "finding-home", "--share", "housing").status == 0)
      }
      for peer in ["free", "paused"] {
        try #require(
          office.run("ask", "first", peer, "--organisation", "riverside").status == 0)
      }
      try #require(office.run("pause", "set", "paused").status == 0)
      let asked = try ["unknown", "none", "free", "paused"].map { peer in
        let file = try request(of: peer, in: office)
        let kit = ["--as", "coordinator:kit"]
        // The second finds the first waiting, or nothing at all.
        return try [
          office.run(["check", file] + kit), office.run(["request", file, "--id", "a"] + kit),
          office.run(["request", file, "--id", "a", "--format", "json"] + kit),
          office.run(["check", file] + kit),
        ].map { "\($0.status) \($0.out) \($0.err)" }
      }
      #expect(Set(asked).count == 1)
      #expect(asked[0][1].hasPrefix("2 "))
      #expect(asked[0][1].contains("you hear of it only if they say yes"))
      let list = try office.json("ask", "list", "free", "--as", "peer:free")
      #expect(list["asks"]?.items.count == 1 && list["attempts"]?.items.count == 1)
      #expect(list["looks"]?.items.count == 1)
      let waiting = try office.run("ask", "list", "free", "--as", "peer:free").out
      #expect(waiting.contains("This is a first ask"))
      #expect(try office.run("answer", "free", "yes", "--event", "evening").status == 0)
      #expect(try office.run("consent", "list", "free").out.contains(" alone"))
      #expect(try office.json("ask", "list", "paused", "--as", "peer:paused")["asks"]?.items == [])
      #expect(try office.run("audit").status == 0)
    }
  }

  @Test func `an eleventh day is refused in plain words, and nothing is decided`() throws {
    try Office.work { office in
      for number in 10...20 {
        let file = try request(of: "unknown", in: office)
        let text = try String(contentsOfFile: file, encoding: .utf8)
          .replacing(/"start":"[-0-9]*T/, with: "\"start\":\"2099-06-\(number)T")
        try Data(text.utf8).write(to: URL(filePath: file))
        guard number == 20 else {
          #expect(try office.run("check", file, "--as", "coordinator:kit").status == 2)
          continue
        }
        for verb in ["check", "request"] {
          let refused = try office.run(verb, file, "--as", "coordinator:kit")
          #expect(refused.status == 1 && refused.out.isEmpty)
          #expect(refused.err.contains("has asked about 10 days for this person within 30 days"))
        }
      }
    }
  }
}
