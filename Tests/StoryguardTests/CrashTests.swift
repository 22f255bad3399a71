import ConsentRegistry
import Foundation
import Glibc
import LedgerStore
import Seeded
import Testing

@testable import storyguard

/// `kill -9` in the midst of work: what was acknowledged is there, and nothing is half-written.
@Suite struct CrashTests {
  static let kills = Soak.isOn ? 500 : 50

  @Test func `What was acknowledged survives kill -9, and nothing is half-written`() throws {
    try Places.inFolder { folder in
      let work = try Work(in: folder)
      var whole = try work.undisturbed()
      var dice = SeededDice(seed: 5)
      var tally = Tally()
      while tally.kills < Self.kills {
        let killed = try work.killed(
          after: .random(in: 0...whole, using: &dice), whenWriting: tally.kills % 2 == 1, &dice)
        // The machine may be busier at one time than at another: a kill after the end is none.
        whole *= killed == nil ? 0.9 : 1.02
        guard let (acknowledged, running) = killed else { continue }
        try tally.add(
          acknowledged, running, isInLog: work.logHoldsSomething, found: work.found())
        if tally.kills % 10 == 0 { try work.goesOn() }
      }
      #expect(tally.whileRunning > Self.kills / 2, "the kills came between the commands")
      print(tally.report)
    }
  }

  /// What the kills hit.
  private struct Tally {
    private(set) var kills = 0
    private(set) var whileRunning = 0
    private var byCommand: [String: Int] = [:]
    private var inLog = 0
    private var unacknowledged = 0
    private var acknowledgements = 0

    mutating func add(
      _ acknowledged: Set<String>, _ running: String?, isInLog: Bool, found: Set<String>
    ) {
      #expect(acknowledged.subtracting(found) == [], "acknowledged, and lost")
      let unasked = found.subtracting(acknowledged).subtracting([running ?? ""])
      #expect(unasked == [], "nobody did this")
      kills += 1
      acknowledgements += acknowledged.count
      if let running {
        whileRunning += 1
        byCommand[String(running.prefix { $0 != " " }), default: 0] += 1
        if found.contains(running) { unacknowledged += 1 }
      }
      if isInLog { inLog += 1 }
    }

    var report: String {
      let commands = byCommand.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      return """
        Kills: \(kills); \(whileRunning) while a command ran (\(commands.joined(separator: ", "))); \
        \(inLog) while the log held what wasn't in the file yet; \(unacknowledged) after the \
        commit and before the acknowledgement. \(acknowledgements) acknowledged commands all there.
        """
    }
  }
}

/// The work that is killed: a script that says of each command when it begins and when it is done.
private struct Work {
  static let rows = 300

  let folder: String
  private var registry: String { folder + "/storyguard.db" }
  private var log: String { registry + "-wal" }
  private let commands: [String]

  init(in folder: String) throws {
    self.folder = folder
    try Opening.registry(
      at: folder + "/opening.db", peers: ["maya", "tom"], organisations: 2)
    for number in 1...4 {
      let request = Opening.request(
        of: number % 2 == 0 ? "maya" : "tom", by: "o\(number % 2)",
        on: Opening.today.adding(10 + number * 20), event: "request-\(number)")
      try Data(request.utf8).write(to: URL(filePath: "\(folder)/\(number).json"))
    }
    for number in 1...2 {
      let rows = (0..<Self.rows).map {
        "2025-01-\(10 + $0 % 20),Person \($0 % 12),Sheet \(number),Talk \(number)-\($0),telling"
      }
      let sheet = (["Date,Speaker,Organization,Event,Type"] + rows).joined(separator: "\n")
      try Data(sheet.utf8).write(to: URL(filePath: "\(folder)/\(number).csv"))
    }
    commands = [
      "request 1", "import 1", "record 1", "request 2", "record 2", "import 2", "request 3",
      "record 3", "request 4", "record 4",
    ]
    let lines = commands.map { command in
      let number = command.suffix(1)
      let line =
        switch command.prefix(3) {
        case "req": "request \(number).json --id request-\(number)"
        case "imp": "import \(number).csv --zone UTC"
        default:
          "record maya --organisation o1 --kind telling --channel inPerson --on 2025-02-0\(number)"
            + " --event record-\(number)"
        }
      // Held back (2) is an answer too.
      return """
        echo 'begin \(command)'
        '\(Running.built)/storyguard' \(line) >/dev/null 2>>complaints
        case $? in 0|2) echo 'done \(command)';; *) echo failed >>complaints;; esac
        """
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: folder + "/work.sh"))
  }

  /// Runs all of it to the end: how long it takes, in seconds.
  func undisturbed() throws -> Double {
    let clock = ContinuousClock()
    var said = ""
    let time = try clock.measure {
      try begin()
      said = try Started(["work.sh"], in: folder, program: "/bin/sh").ended().out
    }
    #expect(said.split(separator: "\n").count == 2 * commands.count, "\(said)")
    #expect(try found() == Set(commands))
    return time / .seconds(1)
  }

  /// Runs it and kills it, after a time or then as soon as the log grows; gives what was
  /// acknowledged, and what was running; nothing if all was done by then.
  func killed(
    after seconds: Double, whenWriting: Bool, _ dice: inout SeededDice
  ) throws -> (acknowledged: Set<String>, running: String?)? {
    try begin()
    let started = try Started(["work.sh"], in: folder, program: "/bin/sh")
    Thread.sleep(forTimeInterval: seconds)
    if whenWriting {
      while started.process.isRunning, !logHoldsSomething { usleep(50) }
      usleep(.random(in: 0...1_500, using: &dice))
    }
    let isOver = !started.process.isRunning
    // The script and its command are a group of their own.
    if !isOver { kill(-started.process.processIdentifier, SIGKILL) }
    let lines = try started.ended().out.split(separator: "\n").map(String.init)
    let done = Set(lines.filter { $0.hasPrefix("done ") }.map { String($0.dropFirst(5)) })
    let begun = lines.last.flatMap { $0.hasPrefix("begin ") ? String($0.dropFirst(6)) : nil }
    let complaints = FileManager.default.contents(atPath: folder + "/complaints") ?? Data()
    #expect(complaints.isEmpty, "\(String(decoding: complaints, as: UTF8.self))")
    return isOver || done.count == commands.count ? nil : (done, begun)
  }

  var logHoldsSomething: Bool {
    var status = stat()
    return stat(log, &status) == 0 && status.st_size > 0
  }

  private func begin() throws {
    let files = FileManager.default
    for ending in ["", "-wal", "-shm"] { try? files.removeItem(atPath: registry + ending) }
    try files.copyItem(atPath: folder + "/opening.db", toPath: registry)
  }

  /// Opens the registry again and says which commands it holds, each of them whole.
  func found() throws -> Set<String> {
    let ledger = try Opening.ledger(registry)
    #expect(try ledger.audit().findings == [])
    var found: Set<String> = []
    for peer in ["maya", "tom"] {
      let record = try #require(try ledger.record(of: Opening.id(peer)))
      let asked = record.engagements.compactMap(\.request) + record.heldBack.map(\.request)
      found.formUnion(asked.compactMap { $0.event?.text.replacing("-", with: " ") })
      for engagement in record.engagements where engagement.origin == .recorded {
        found.insert((engagement.event?.text ?? "").replacing("-", with: " "))
      }
    }
    for number in 1...2 {
      var rows = 0
      for peer in try ledger.peers() {
        let record = try #require(try ledger.record(of: peer.id))
        rows += record.engagements.count { $0.organisation.text == "sheet-\(number)" }
      }
      #expect([0, Self.rows].contains(rows), "half an import")
      if rows > 0 { found.insert("import \(number)") }
    }
    return found
  }

  /// The registry takes what comes next, and an import that was cut off can be done again.
  func goesOn() throws {
    for number in 1...2 {
      let again = try Running.storyguard(["import", "\(number).csv", "--zone", "UTC"], in: folder)
      #expect(again.status == 0, "\(again.err)")
    }
    #expect(try found().isSuperset(of: ["import 1", "import 2"]))
  }
}
