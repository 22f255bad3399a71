import Notation
import Testing

@testable import storyguard

/// Where everything stands for a peer, on their own page and on nobody else's.
struct PeerStateTests {
  @Test func `a peer's own page says what they have set, and no other reader's does`() throws {
    try Office.work { office in
      for words in [
        ["peer", "add", "ada", "--zone", "UTC", "--contact", "ada@home.example"],
        ["peer", "contact", "ada", "--organisation", "lakeside"],
        ["limits", "set", "ada", "rest.days=77"], ["pause", "set", "ada"],
        ["limits", "ready", "ada", "--not-before", "2199-01-01"],
        ["ask", "quiet", "ada", "--organisation", "northside", "--until", "2199-01-01"],
      ] { #expect(try office.run(words).status == 0, "\(words)") }
      let told = [
        "Paused from", "Not before", "Your own limits: 1", "northside", "lakeside",
        "ada@home.example",
      ]
      let own = try office.run("peer", "show", "ada", "--as", "peer:ada").out
      for line in told { #expect(own.contains(line), "\(line)") }
      let state = try office.json("peer", "show", "ada", "--as", "peer:ada")["state"]
      #expect(state?["ownLimits"]?.number == 1 && state?["address"]?.words == "ada@home.example")
      #expect(try office.run("peer", "supporter", "ada", "sam").status == 0)
      for reader in ["custodian", "supporter:sam"] {
        let text = try office.run("peer", "show", "ada", "--as", reader).out
        for line in told { #expect(!text.contains(line), "\(reader): \(line)") }
        #expect(try office.json("peer", "show", "ada", "--as", reader)["state"] == nil)
      }
    }
  }

  @Test func `a pause can be looked at first, and says how it is lifted`() throws {
    try Office.work { office in
      #expect(try office.run("peer", "add", "ada", "--zone", "UTC").status == 0)
      let before = try office.heads()
      let looked = try office.run("pause", "set", "ada", "--dry-run")
      #expect(looked.out.contains("Nothing has been changed"))
      #expect(try office.heads() == before)
      #expect(try office.run("pause", "set", "ada").out.contains("pause lift ada"))
    }
  }

  @Test func `what protects nothing, and what has no folder, is refused and says why`() throws {
    try Office.work { office in
      #expect(try office.run("peer", "add", "ada", "--zone", "UTC").status == 0)
      let ready = try office.run("limits", "ready", "ada", "--not-before", "2001-01-01")
      #expect(ready.status == 1 && ready.err.contains("protects nothing"))
      let limit = try office.run("limits", "set", "ada", "rest.days=-3")
      #expect(limit.status == 64 && limit.err.contains("rest.days=N, with a whole number from 0"))
      let backup = try office.run("backup", office.folder + "/nowhere/b.db")
      #expect(backup.status == 1 && backup.err.contains("isn't there"))
      let made = try Running.storyguard(
        ["init", "--registry", office.folder + "/nowhere/x.db"], in: office.folder)
      #expect(made.status == 1 && made.err.contains("isn't there"))
    }
  }

  @Test func `a story told again says what has changed`() throws {
    try Office.work { office in
      #expect(try office.run("peer", "add", "ada", "--zone", "UTC").status == 0)
      #expect(
        try office.run("story", "add", "ada", "s1", "--share", "work", "--ask-first", "court")
          .status == 0)
      let again = try office.run("story", "add", "ada", "s1", "--off-limits", "court")
      #expect(again.out.contains("work: left out") && again.out.contains("now not open"))
    }
  }
}
