import ConsentRegistry
import Foundation
import LedgerStore
import Notation
import Testing

@testable import storyguard

/// Somebody asks to be forgotten: nothing is left of them, and nothing brings them back.
struct PeerErasureTests {
  @Test func `what was ever said of an erased peer stands in no file, and nobody else has changed`()
    throws
  {
    try Life.play { life in
      // A reader who has the file open: so the log and its index are there all the while.
      let reader = try Ledger(
        path: life.office.registry, mode: .readOnly, tools: Surroundings.tools)
      try life.tellStory()
      let before = try life.office.run("peer", "show", "bo", "--format", "json").out
      let planted = try life.places()
      for word in Life.words {
        #expect(planted.contains { $0.hasPrefix(word + " in ") }, "\(word) was never written")
      }
      for file in ["own.html", "own.json", "own.jsonl", "own.txt", "backup.db", "office.db"] {
        #expect(planted.contains("Quillfeather in \(file)"))
      }
      #expect(planted.contains("Planted-Label in office.db-wal"))
      let preview = try life.office.run("peer", "erase", Life.id, "--dry-run").out
      #expect(preview.contains("riverside: 1 telling; what is booked for"))
      #expect(try life.places() == planted, "a rehearsal erases nothing")

      let erased = try life.office.run("peer", "erase", Life.id, "--yes")
      #expect(erased.status == 0, "\(erased.err)")
      for name in ["own.html", "own.json", "own.jsonl", "own.txt", "backup.db"] {
        #expect(erased.out.contains("  \(name) ("), "\(name) isn't spoken of")
      }
      let left = try life.places()
      #expect(left == [])
      let files = try life.files()
      #expect(files == life.remaining)
      #expect(try life.office.run("audit").status == 0)
      let compared = try life.office.run("audit", "--against", life.input + "/heads.json")
      #expect(compared.status == 0, "\(compared.out)")
      #expect(compared.out.contains("1 chain of those heads has been erased since."))
      #expect(try life.office.run("peer", "show", "bo", "--format", "json").out == before)
      let backup = try Running.storyguard(
        ["audit", "--registry", "backup.db"], in: life.office.folder)
      #expect(backup.status == 0, "\(backup.out)")
      #expect(try reader.peers().map(\.id.text) == ["bo"])
    }
  }

  @Test func `an old sheet, an old backup and the same words can't bring an erased peer back`()
    throws
  {
    try Life.play { life in
      let carried = life.input + "/carried.db"
      try FileManager.default.copyItem(atPath: life.office.folder + "/backup.db", toPath: carried)
      try #require(life.office.run("peer", "erase", Life.id, "--yes").status == 0)
      let heads = try life.office.heads()

      let sheet = try life.office.run("import", life.input + "/sheet.csv", "--zone", "UTC")
      #expect(sheet.status == 1)
      #expect(sheet.err.contains("line 2: this is about somebody who asked to be forgotten."))
      #expect(sheet.err.contains("line 4: this is about somebody who asked to be forgotten."))
      #expect(!sheet.err.contains("line 3"))
      for word in Life.words { #expect(!sheet.err.contains(word)) }
      for refused in [
        ["peer", "add", Life.id, "--zone", "UTC"],
        ["peer", "add", "new", "--zone", "UTC", "--name", "QUILLFEATHER, Zéphyrine"],
        ["peer", "add", "new", "--zone", "UTC", "--contact", "marmoset.contact@Example.ORG"],
        ["peer", "add", Life.id, "--zone", "UTC", "--anew"],
      ] {
        let result = try life.office.run(refused)
        #expect(result.status == 1 && result.err.contains("asked to be forgotten"))
      }
      #expect(try life.office.heads() == heads)

      let kept = try life.office.run("restore", carried)
      #expect(kept.status == 1 && kept.err.contains("already"))
      let restored = try life.office.run("restore", carried, "--replace")
      #expect(restored.status == 0, "\(restored.err)")
      #expect(restored.out.contains("1 person in it had been erased since it was made"))
      let left = try life.places()
      #expect(left == [])
      #expect(try life.office.run("audit").status == 0)
      #expect(try life.office.json("peer", "list").items.map { $0["peer"]?.words } == ["bo"])

      // They may come back themself, or somebody may share their name.
      let anew = try life.office.run(
        "peer", "add", "new", "--zone", "UTC", "--name", "Zephyrine Quillfeather", "--anew")
      #expect(anew.status == 0, "\(anew.err)")
      #expect(try life.office.run("import", life.input + "/sheet.csv", "--zone", "UTC").status == 1)
    }
  }

  @Test func `a restore where no registry is heeds the list that lies there`() throws {
    try Life.play { life in
      let carried = life.input + "/carried.db"
      try FileManager.default.copyItem(atPath: life.office.folder + "/backup.db", toPath: carried)
      try #require(life.office.run("peer", "erase", Life.id, "--yes").status == 0)
      try FileManager.default.removeItem(atPath: life.office.registry)
      #expect(try life.office.run("restore", carried).status == 0)
      #expect(try life.office.json("peer", "list").items.map { $0["peer"]?.words } == ["bo"])
      let left = try life.places()
      #expect(left == [])
      // Another registry's list is left alone, and says so.
      let other = life.input + "/other.db"
      try #require(Running.storyguard(["init", "--registry", other], in: life.input).status == 0)
      try FileManager.default.copyItem(
        atPath: life.office.registry + ".erased", toPath: other + ".erased")
      let strange = try Running.storyguard(
        ["peer", "add", "ada", "--zone", "UTC", "--registry", other], in: life.input)
      #expect(strange.status == 1 && strange.err.contains("belongs to another registry"))
    }
  }

  @Test func `an erasure that was cut off is finished by the next command that writes`() throws {
    try Life.play { life in
      do {
        let ledger = try Ledger(path: life.office.registry, tools: Surroundings.tools)
        var forgotten = try Forgotten(beside: life.office.registry, ledger)
        try forgotten.begin(.init(ids: [try #require(PeerID(Life.id))], words: []))
      }
      #expect(try life.office.run("audit").err.contains("An erasure was begun and cut off."))
      #expect(try !life.places().isEmpty)
      let next = try life.office.run(
        "record", "bo", "--organisation", "riverside", "--kind",
        "telling", "--channel", "inPerson", "--on", "2025-06-01")
      #expect(next.status == 0)
      #expect(next.err.contains("An erasure had been begun and cut off. It is finished now."))
      #expect(try life.office.run("audit").status == 0)
      let left = try life.places()
      #expect(left == [])
      #expect(try life.office.run("peer", "list").err.isEmpty)
    }
  }

  @Test func `nobody but the peer or the custodian erases, and never by a slip`() throws {
    try Life.play { life in
      let heads = try life.office.heads()
      for (role, status) in [("coordinator:kit", 1), ("supporter:sam", 1), ("peer:bo", 1)] {
        let result = try life.office.run("peer", "erase", Life.id, "--yes", "--as", role)
        #expect(result.status == Int32(status))
      }
      let slip = try life.office.run("peer", "erase", Life.id)
      #expect(slip.status == 1 && slip.err.contains("Type the peer's id"))
      #expect(try life.office.heads() == heads)
      let own = try life.office.run("peer", "erase", Life.id, "--yes", "--as", "peer:\(Life.id)")
      #expect(own.status == 0)
      #expect(try life.places() == [])
    }
  }
}

/// A peer about whom every field that takes a word holds one that stands nowhere else.
private struct Life {
  static let id = "zephyrine"
  /// What is searched for; the last ones are ids that are as telling as a name.
  static let words = [
    "Quillfeather", "Marmoset.Contact", "Introduced-As", "Asked-About", "Planted-Label",
    "Planted-Share", "Planted-First", "Planted-Closed", "Planted-Event", "Planted-Place",
    "Planted-Aim", "Planted-Thought", "Planted-Person", "Planted-Call", "Planted-Lunch",
    "Planted-Late", "Planted-Sheet", "zephyrine", "consent-of-hers", "ask-of-hers", "story-of-hers",
    "event-of-hers",
  ]

  let office: Office
  /// Where sheets and requests lie, which aren't the registry's own files.
  let input: String

  /// What lies in the folder once she is gone.
  let remaining = [
    "backup.db", "backup.db.erased", "office.db", "office.db-shm", "office.db-wal",
    "office.db.erased",
  ]

  static func play(_ work: (Life) throws -> Void) throws {
    try Office.work { office in
      try Places.inFolder { input in
        let life = Life(office: office, input: input)
        try life.fill()
        try work(life)
      }
    }
  }

  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: office.folder).sorted()
  }

  /// Where words stand, as `word in file`: every byte of every file in the folder is looked at.
  ///
  /// Another program copies them first: opening and closing the files here would take away the
  /// locks of whoever holds the registry open.
  func places(of words: [String] = Life.words) throws -> [String] {
    let copy = input + "/copy-\(UUID())"
    try #require(Running.program("/bin/cp", ["-r", office.folder, copy], in: input).status == 0)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    return try FileManager.default.contentsOfDirectory(atPath: copy).sorted().flatMap { file in
      let bytes = try Data(contentsOf: URL(filePath: copy + "/" + file))
      return words.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "\($0) in \(file)" }
    }
  }

  private func must(_ words: String...) throws {
    let result = try office.run(words)
    try #require(result.status == 0, "\(words): \(result.err)\(result.out)")
  }

  func tellStory() throws {
    try must(
      "story", "add", Life.id, "story-of-hers", "--label", "Planted-Label", "--share",
      "Planted-Share", "--ask-first", "Planted-First", "--off-limits", "Planted-Closed")
  }

  private func fill() throws {
    let id = Life.id
    let today = Zone.utc.day(at: Console.now())
    try must(
      "peer", "add", id, "--zone", "UTC", "--name", "Zephyrine Quillfeather", "--introduce-as",
      "Introduced-As", "--ask-me-about", "Asked-About", "--contact", "Marmoset.Contact@example.org",
      "--as", "peer:\(id)")
    try must("peer", "claim", "nobody", expecting: 1)
    try must(
      "peer", "add", "bo", "--zone", "UTC", "--name", "Bo Adler", "--contact", "bo@example.org")
    try tellStory()
    try must(
      "consent", "grant", id, "story-of-hers", "--organisation", "riverside", "--purpose",
      "training", "--channel", "inPerson", "--audience", "students", "--attribution", "firstName",
      "--until", "\(today.addingMonths(12))", "--id", "consent-of-hers")
    try must("limits", "set", id, "rest.days=3")
    for (place, days) in [30, 31].enumerated() {
      let file = input + "/request-\(place).json"
      try Data(request(on: today.adding(days)).utf8).write(to: URL(filePath: file))
      let result = try office.run("request", file, "--id", "ask-of-hers-\(place)")
      // The second is held back, and lists its words for her.
      try #require(result.status == (place == 0 ? 0 : 2), "\(result.err)\(result.out)")
    }
    try must("answer", id, "yes", "--engagement", "ask-of-hers-0", "--as", "peer:\(id)")
    try must(
      "record", id, "--organisation", "riverside", "--kind", "telling", "--channel", "inPerson",
      "--on", "\(today.adding(-90))", "--event", "event-of-hers", "--event-name", "Planted-Late")
    let sheet = """
      Speaker,Organisation,Date,Event,Story
      Zephyrine Quillfeather,Lakeside,\(today.adding(-200)),Planted-Sheet,Planted-Label
      Bo Adler,Lakeside,\(today.adding(-201)),Open house,
      "QUILLFEATHER, Zephyrine",Lakeside,\(today.adding(-260)),Planted-Sheet,

      """
    try Data(sheet.utf8).write(to: URL(filePath: input + "/sheet.csv"))
    try must("import", input + "/sheet.csv", "--zone", "UTC")
    for (format, name) in [
      ("html", "own.html"), ("json", "own.json"), ("chain", "own.jsonl"), ("table", "own.txt"),
    ] {
      try must("export", "peer", id, "--format", format, "--to", office.folder + "/" + name)
    }
    try must("backup", office.folder + "/backup.db")
    try Data(office.heads().utf8).write(to: URL(filePath: input + "/heads.json"))
  }

  private func must(_ words: String..., expecting status: Int32) throws {
    try #require(office.run(words).status == status)
  }

  private func request(on day: Day) -> String {
    """
    {"peer":"\(Life.id)","story":"story-of-hers","organisation":"riverside","coordinator":"kit",
     "event":{"id":"event-of-hers","name":"Planted-Event","place":"Planted-Place","zone":"UTC"},
     "sessions":[{"kind":"telling","channel":"inPerson","start":"\(day)T18:00","minutes":15}],
     "purpose":"training","audience":"students","attribution":"firstName",
     "topics":["Planted-Share"],"aim":"Planted-Aim","noStoryConsidered":"Planted-Thought",
     "support":{"person":"Planted-Person","debriefOn":"\(day.adding(1))"},
     "offer":{"remuneration":{"minor":15000,"currency":"USD"},"preparation":"Planted-Call",
              "inKind":"Planted-Lunch"}}
    """
  }
}
