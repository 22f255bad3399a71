import ConsentRegistry
import Foundation
import Glibc
import LedgerStore
import Seeded
import Testing

@testable import storyguard

/// Registries that aren't, or aren't whole: refused with the reason, and left as they are.
@Suite struct BadFileTests {
  /// Commands that only read, that write a little, and that write much.
  static let commands = [
    "peer list", "audit", "report usage", "check request.json", "request request.json",
    "peer add tom --zone UTC", "pause set maya", "import uses.csv --zone UTC",
  ].map { $0.split(separator: " ").map(String.init) }

  /// Puts another file in the registry's place, and sees every command refuse it.
  private func replaced(
    by make: (Bench) throws -> Void, saying: String
  ) throws {
    try Bench.work { bench in
      try bench.writeInputs()
      try make(bench)
      for command in Self.commands { try bench.refuses(command, saying: [saying]) }
    }
  }

  @Test func `A missing file, a folder, a text and an empty file are no registry`() throws {
    try replaced(by: { try FileManager.default.removeItem(atPath: $0.registry) }, saying: "init")
    try replaced(
      by: { bench in
        try FileManager.default.removeItem(atPath: bench.registry)
        try FileManager.default.createDirectory(
          atPath: bench.registry, withIntermediateDirectories: false)
      }, saying: "can't be opened")
    for text in ["", "SQLite format 3", String(repeating: "Maria Planted\n", count: 9_000)] {
      try replaced(
        by: { try $0.write(text, to: "storyguard.db") }, saying: "isn't a StoryGuard registry")
    }
  }

  @Test func `Another program's database, and one of a newer StoryGuard, are left as they are`()
    throws
  {
    for id in [0, 0x4750_4b47] as [Int32] {
      try replaced(
        by: { bench in
          try FileManager.default.removeItem(atPath: bench.registry)
          let other = try Connection(path: bench.registry, mode: .create)
          try other.execute("CREATE TABLE peer (id INTEGER PRIMARY KEY, name TEXT)")
          try other.execute("INSERT INTO peer VALUES (1, 'Maria Planted')")
          try other.setApplicationID(id)
        }, saying: "isn't a StoryGuard registry")
    }
    try replaced(
      by: { try Connection(path: $0.registry, mode: .readWrite).setUserVersion(99) },
      saying: "newer StoryGuard")
  }

  @Test func `A registry that was cut off anywhere is refused, or its audit says so`() throws {
    try Bench.work { bench in
      try bench.writeInputs()
      _ = try bench.run(["import", "uses.csv", "--zone", "UTC"])
      let whole = try #require(FileManager.default.contents(atPath: bench.registry))
      let page = 4_096
      try #require(whole.count > 10 * page)
      var cuts = [1, 15, 16, 99, 100, 512, page - 1, page, whole.count - page, whole.count - 1]
      let many = Soak.isOn ? 200 : 20
      cuts += (1...many).map { whole.count * $0 / (many + 1) }
      for cut in cuts {
        try whole.prefix(cut).write(to: bench.file("storyguard.db"))
        // A file that only lacks a piece of its last page can still be opened; an audit reads it.
        let isOnlyNibbled = cut > whole.count - page
        let some = Self.commands.indices.filter { $0 % 3 == cut % 3 }.map { Self.commands[$0] }
        for command in isOnlyNibbled ? [["audit"]] : some {
          let run = try bench.run(command)
          #expect(run.status == 1, "cut at \(cut), \(command): \(run)")
          let isFound = isOnlyNibbled && run.err.isEmpty && run.out.contains("agree.")
          if !isFound { try bench.expectOneLine(run, status: 1, saying: ["registry"]) }
        }
        #expect(FileManager.default.contents(atPath: bench.registry) == whole.prefix(cut))
      }
      print("Cut off at \(cuts.count) places: every one refused.")
    }
  }

  @Test func `Bits flipped in the file make no command trap, and none of them changes it unasked`()
    throws
  {
    try Bench.work { bench in
      try bench.writeInputs()
      _ = try bench.run(["import", "uses.csv", "--zone", "UTC"])
      let whole = try #require(FileManager.default.contents(atPath: bench.registry))
      let reading = Self.commands.prefix(4)
      for step in 0..<(Soak.isOn ? 400 : 40) {
        var bytes = whole
        let place = (step &* 7_919 &+ 4_200) % whole.count
        bytes[place] ^= 1 << UInt8(step % 8)
        try bytes.write(to: bench.file("storyguard.db"))
        let command = Array(reading)[step % reading.count]
        let run = try bench.run(command)
        #expect([0, 1, 2].contains(run.status), "bit \(step % 8) of \(place): \(run)")
        if run.status == 1, !run.err.isEmpty { try bench.expectOneLine(run, status: 1, saying: []) }
        #expect(FileManager.default.contents(atPath: bench.registry) == bytes)
      }
    }
  }

  @Test func `Rows with impossible numbers are refused, and make nothing trap`() throws {
    try Bench.work { bench in
      try bench.writeInputs()
      let record = "record maya --organisation o1 --kind telling --channel inPerson --on 2020-01-01"
      _ = try bench.run(record.split(separator: " ").map(String.init))
      _ = try bench.run(["import", "uses.csv", "--zone", "UTC"])
      let whole = try #require(FileManager.default.contents(atPath: bench.registry))
      for statement in [
        "UPDATE use SET last = 9223372036854775807", "UPDATE use SET kind = 77",
        "UPDATE use SET day = -9223372036854775807 WHERE day = (SELECT min(day) FROM use)",
        "UPDATE use SET channel = -1", "UPDATE use SET state = 1000000",
        "UPDATE use SET id = '' WHERE day = (SELECT min(day) FROM use)",
        "UPDATE peer SET zone = 'Maria/Planted'",
      ] as [StaticString] {
        try whole.write(to: bench.file("storyguard.db"))
        do {
          let connection = try Connection(path: bench.registry, mode: .readWrite)
          var statement = try connection.prepare(statement)
          try statement.run()
        }
        let isOfUses = statement.description.hasPrefix("UPDATE use")
        for command in ["report usage", "report overuse", "check request.json", "peer show maya"]
          .prefix(isOfUses ? 4 : 2)
        {
          try bench.refuses(
            command.split(separator: " ").map(String.init),
            saying: ["can't be read", "of chain peer:"])
        }
        #expect(try bench.run(["audit"]).status == 1, "\(statement)")
      }
    }
  }

  @Test(.enabled(if: SmallDisk.mayBeMounted, "mounting a small disk isn't permitted here"))
  func `Where nothing can be written it is said, and nothing changes`() throws {
    try Bench.work { bench in
      try bench.writeInputs()
      try SmallDisk.work(in: bench.folder, kilobytes: 2_000) { disk in
        let registry = disk.path + "/storyguard.db"
        try FileManager.default.copyItem(atPath: bench.registry, toPath: registry)
        try disk.mount(again: "ro")
        let before = FileManager.default.contents(atPath: registry)
        for command in Self.commands + [["init", "--registry", disk.path + "/new.db"]] {
          let there = command[0] == "init" ? [] : ["--registry", registry]
          try bench.refuses(command + there, saying: ["can only be read"])
        }
        #expect(FileManager.default.contents(atPath: registry) == before)
        try disk.mount(again: "rw")
        #expect(try bench.run(["audit", "--registry", registry]).status == 0)
      }
    }
  }

  @Test(.enabled(if: SmallDisk.mayBeMounted, "mounting a small disk isn't permitted here"))
  func `A disk that fills up loses nothing that was acknowledged`() throws {
    try Bench.work { bench in
      try bench.writeInputs()
      try SmallDisk.work(in: bench.folder, kilobytes: 600) { disk in
        let registry = disk.path + "/storyguard.db"
        try FileManager.default.copyItem(atPath: bench.registry, toPath: registry)
        var acknowledged: Set<String> = []
        var isFull = false
        for number in 0..<400 where !isFull {
          let line = """
            record maya --organisation o1 --kind telling --channel inPerson --on 2025-01-01 \
            --event e\(number) --registry \(registry)
            """
          let run = try bench.run(line.split(separator: " ").map(String.init))
          if run.status == 0 {
            acknowledged.insert("e\(number)")
            // What is left is taken away, so that the next ones meet a full disk soon.
            if number == 20 { try disk.fill(but: 60) }
          } else {
            try bench.expectOneLine(run, status: 1, saying: ["disk is full"])
            isFull = true
          }
        }
        try #require(isFull)
        try disk.fill(but: 8)
        for command in ["import uses.csv --zone UTC", "peer add tom --zone UTC"] {
          let run = try bench.run(
            command.split(separator: " ").map(String.init) + ["--registry", registry])
          try bench.expectOneLine(run, status: 1, saying: ["disk is full"])
        }
        for room in [0, 4, 12, 40, 70] {
          try disk.fill(but: room)
          let run = try bench.run(["init", "--registry", disk.path + "/new.db"])
          try bench.expectOneLine(run, status: 1, saying: ["disk is full"])
          #expect(!FileManager.default.fileExists(atPath: disk.path + "/new.db"), "half made")
        }

        try disk.fill(but: nil)
        let ledger = try Opening.ledger(registry)
        #expect(try ledger.audit().findings == [])
        let record = try #require(try ledger.record(of: Opening.id("maya")))
        #expect(Set(record.engagements.compactMap { $0.event?.text }) == acknowledged)
        #expect(try ledger.peers().count == 1)
        print("A full disk: \(acknowledged.count) acknowledged uses all there.")
      }
    }
  }
}

extension Bench {
  /// A request and a spreadsheet that would be taken by a sound registry.
  fileprivate func writeInputs() throws {
    try write(
      Opening.request(of: "maya", by: "o1", on: Opening.today.adding(20), event: "e1"),
      to: "request.json")
    let rows = (0..<200).map {
      "2025-01-\(10 + $0 % 20),Person \($0 % 12),Riverside,Evening \($0),telling"
    }
    try write(
      (["Date,Speaker,Organization,Event,Type"] + rows).joined(separator: "\n"), to: "uses.csv")
  }
}
