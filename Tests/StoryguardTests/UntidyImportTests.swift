import Foundation
import Notation
import Testing

/// Sheets of every untidy kind: taken whole, or refused whole with the place and the next step.
struct UntidyImportTests {
  @Test(arguments: UntidySheet.all)
  func `an untidy sheet comes in whole, or not at all`(_ sheet: UntidySheet) throws {
    try Office.work { office in
      let heads = try office.heads()
      let result = try office.importing(sheet.bytes, sheet.options)
      switch sheet.outcome {
      case .added(let peers, let days):
        #expect(result.status == 0, "\(result.err)")
        #expect(result.err.isEmpty)
        let report = try office.json("report", "usage")
        let found = (report["peers"]?.items ?? []).flatMap { $0["uses"]?.items ?? [] }
          .compactMap { $0["day"]?.words }
        #expect(found.sorted() == days.sorted())
        #expect(report["peers"]?.items.count == peers)
        let after = try office.heads()
        let again = try office.importing(sheet.bytes, sheet.options)
        #expect(again.status == 0)
        #expect(again.out.hasPrefix("Added 0 uses"))
        #expect(try office.heads() == after)
        #expect(try office.run("audit").status == 0)
      case .refused(let words):
        #expect(result.status == 1)
        #expect(result.out.isEmpty)
        for word in words { #expect(result.err.contains(word), "\(result.err)") }
        #expect(try office.heads() == heads)
      case .misuse(let words):
        #expect(result.status == 64)
        #expect(result.err.contains(words), "\(result.err)")
        #expect(try office.heads() == heads)
      }
      try Self.nothingPrivate(in: result.out + result.err, office)
    }
  }

  /// No complaint names a person, and a column that no field uses is nowhere.
  private static func nothingPrivate(in words: String, _ office: Office) throws {
    let words = words.lowercased()
    for name in UntidySheet.name.lowercased().split(separator: " ") {
      #expect(!words.contains(name), "\(words)")
    }
    #expect(!words.contains(UntidySheet.secret))
    for file in ["office.db", "office.db-wal"] {
      let url = URL(filePath: office.folder + "/" + file)
      guard let bytes = try? Data(contentsOf: url) else { continue }
      #expect(bytes.firstRange(of: Data(UntidySheet.secret.utf8)) == nil)
    }
  }

  @Test func `talks at one event on one day are one block, and need no rest between them`() throws {
    try Office.work { office in
      let result = try office.importing(
        Array(
          """
          Date,Name,For,Event,Start
          2026-01-05,Xanthe Quillfeather,Riverside,Training day,10:00
          2026-01-05,Xanthe Quillfeather,Riverside,Training day,2 pm
          2026-01-06,Xanthe Quillfeather,Riverside,Training day,
          """.utf8))
      #expect(result.status == 0)
      let report = try office.json("report", "overuse", "--today", "2026-02-01")
      let breaches = (report["breaches"]?.items ?? []).filter {
        $0["rule"]?.words == "rest.period"
      }
      #expect(breaches.map { $0["day"]?.words } == ["2026-01-06"])
    }
  }

  @Test(.enabled(if: Places.program("script") != nil))
  func `a hundred thousand lines come in, and a terminal shows how far they are`() throws {
    try Office.work { office in
      let sheet = office.folder + "/long.csv"
      try Data(Self.longSheet(lines: 100_000)).write(to: URL(filePath: sheet))
      let script = office.folder + "/measure.sh"
      // While it runs, the most memory it has held so far is noted; the last note stays.
      try Data(
        """
        '\(Running.built)/storyguard' import '\(sheet)' --zone America/Chicago \
          --registry '\(office.registry)' &
        while grep VmHWM /proc/$!/status 2> /dev/null >> memory; do sleep 0.3; done
        wait $!
        """.utf8
      ).write(to: URL(filePath: script))
      let clock = ContinuousClock()
      let start = clock.now
      let result = try Running.program(
        #require(Places.program("script")), ["-qec", "bash \(script)", "/dev/null"],
        in: office.folder)
      let time = clock.now - start
      #expect(result.status == 0)
      #expect(result.out.contains("Added 100000 uses of 200 peers."))
      #expect(result.out.contains(/\r\x1B\[K[0-9,]+ lines read/))
      #expect(result.out.contains(/\r\x1B\[K[0-9,]+ of 100,000 lines compared/))
      // The last of them is wiped away before the result is told.
      #expect(result.out.contains("\r\u{1B}[KAdded"))
      let memory = try String(contentsOfFile: office.folder + "/memory", encoding: .utf8)
      print("100,000 lines: \(time), \(memory.split(separator: "\n").last ?? "")")
      #expect(try office.json("peer", "list", "--unclaimed").items.count == 200)
    }
  }

  private static func longSheet(lines: Int) -> [UInt8] {
    var text = "Date,Speaker,Organisation,Event,Type,How,Notes\n"
    for line in 0..<lines {
      let (month, day) = (line / 28 % 12 + 1, line % 28 + 1)
      text += "\(2015 + line % 10)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day),"
      text += "Person Number \(line % 200),Organisation \(line % 7),Evening \(line),talk,"
      text += "in person,kept nowhere\n"
    }
    return Array(text.utf8)
  }
}
