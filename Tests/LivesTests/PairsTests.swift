import Foundation
import Seeded
import Testing

/// What an asker can learn: of two worlds that differ only in what is private, nothing tells which.
struct PairsTests {
  @Test func `what an asker tries does tell worlds apart where it may`() throws {
    try inFolder { folder in
      let script = AskersScript(folder: folder)
      var dice = SeededDice(seed: 1)
      let lines = try script.lines(knowing: [], &dice)
      // Available, not until a day, not at present, and unknown: as many texts.
      let pairs = [Pair.words, .unavailableUntil, .unavailableNow, .unknown]
      let texts = try pairs.enumerated().map { number, pair in
        let registry = try Registry(at: "\(folder)/\(number).db")
        try registry.type(pair.common + pair.ways[0].lines)
        return lines.map { registry.tell($0) }.joined()
      }
      #expect(Set(texts).count == pairs.count)
      #expect(texts[0].contains("Yes: this may be put to the peer."))
      #expect(texts[1].contains("Not available before Monday 22 June 2026."))
      #expect(texts[2].contains("Not available at present."))
      // The peer's own pages hold the planted words, so that looking for them is worth something.
      let registry = try Registry(at: "\(folder)/own.db")
      try registry.type(Pair.words.common + Pair.words.ways[1].lines)
      for page in ["story list maya", "consent list maya"] {
        #expect(
          registry.tell(Line(Pair.today, "peer:maya", page)).contains(Planted.mark), "\(page)")
      }
    }
  }

  @Test(arguments: Pair.all)
  func `whatever one who asks tries, two worlds read the same to them`(pair: Pair) throws {
    try inFolder { try compare(pair, in: $0) }
  }

  private func compare(_ pair: Pair, in folder: String) throws {
    let script = AskersScript(folder: folder)
    var faults: Set<String> = []
    // Over 1,000 pairs in all in the long run, a tenth of them otherwise.
    for number in 0..<1 + Soak.count(1_000) / Pair.all.count {
      let seed = UInt64(number + 77_000_000)
      var first = SeededDice(seed: seed)
      var dice = SeededDice(seed: first.next())
      let one = dice.int(0...pair.ways.count - 1)
      let other = (one + dice.int(1...pair.ways.count - 1)) % pair.ways.count
      let lines = try script.lines(knowing: pair.known, &dice)
      let ways = [pair.ways[one], pair.ways[other]]
      let registries = try ways.enumerated().map { place, way in
        let registry = try Registry(at: "\(folder)/\(number)-\(place).db")
        try registry.type((pair.common + way.lines).map { try script.filling($0) })
        return registry
      }
      for line in lines {
        let told = registries.map { $0.tell(line) }
        if told[0] == told[1], !told[0].contains(Planted.mark) { continue }
        // Each verb that tells is named once.
        let verb = line.words.split(separator: " ").prefix(2).joined(separator: " ")
        if faults.insert(verb).inserted {
          Issue.record(
            """
            \(pair), seed \(seed): $ \(line.words)
            \(ways[0].name): \(told[0])
            \(ways[1].name): \(told[1])
            """)
        }
      }
    }
  }

  private func inFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pairs-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try work(folder)
  }
}
