import Foundation
import LedgerStore
import Notation
import Testing

@testable import storyguard

/// One command takes everything back, and each reader has one page of it with nothing of another's.
@Suite struct WithdrawalTests {
  /// Maya Rivera, the addresses of all six placements by their holders, and what she withdrew from.
  private static let addresses = [
    "riverside": ["course library, film 12", "https://riverside.example/appeal"],
    "northside": ["on the board of Northside", "https://northside.example/news"],
    "city-press": ["leaflet, page 2"], "nobody known": ["shared by somebody unknown"],
  ]
  private static let bookings = [
    "riverside": ["summer-school", "autumn-course"], "northside": ["open-day"],
  ]

  @Test func `six placements in four states, two holds and a talk tomorrow: three kinds of page`()
    throws
  {
    try Places.inFolder { folder in
      try Life("19-taking-everything-back").run(in: folder, through: "consent revoke")
      let own = try said("placement list maya --as peer:maya", in: folder)
      // Each word would be found where it stands: the peer's own page holds all of them.
      #expect(Self.addresses.values.joined().allSatisfy(own.contains))
      #expect(try said("peer list", in: folder).contains("Rivera"))
      let states = try json("placement list maya", in: folder).items.compactMap {
        $0["state"]?.words
      }
      #expect(
        states.sorted() == [
          "beyondRecall", "beyondRecall", "live", "live", "removalRefused", "removed",
        ])

      for reader in ["riverside", "northside", "city-press"] {
        let page = "placement list maya --holder \(reader)"
        for words in [page, page + " --as coordinator:kit", page + " --format json"] {
          let text = try said(words, in: folder)
          for (holder, addresses) in Self.addresses {
            for address in addresses {
              #expect(text.contains(address) == (holder == reader), "\(reader): \(address)")
            }
          }
          for (organisation, bookings) in Self.bookings {
            for booking in bookings {
              #expect(text.contains(booking) == (organisation == reader), "\(reader): \(booking)")
            }
          }
          // No name, no other organisation, and neither what was withdrawn nor how an ask ended.
          let strangers = Set(Self.addresses.keys).subtracting([reader])
          for word in strangers.union([
            "Rivera", "fundraising", "everything", "ithdr", "eleased", "eclined", "apsed",
          ]) where !Self.addresses[reader, default: []].contains(where: { $0.contains(word) }) {
            #expect(!text.contains(word), "\(reader): \(word)")
          }
        }
      }
    }
  }

  @Test func `a dry run says the same, and leaves the file as it was`() throws {
    try Places.inFolder { folder in
      try Life("19-taking-everything-back").run(in: folder, before: "consent revoke")
      let before = try said("audit --heads", in: folder)
      let line = "consent revoke maya --everything --as peer:maya"
      let dry = try json(line + " --dry-run", in: folder)
      #expect(try said("audit --heads", in: folder) == before)
      #expect(dry["holdsEnded"]?.items.count == 2 && dry["released"]?.items.count == 1)
      #expect(dry["mustComeDown"]?.items.count == 2 && dry["beyondRecall"]?.items.count == 2)
      let done = try json(line, in: folder)
      for part in ["released", "holdsEnded", "mustComeDown", "beyondRecall", "removedBefore"] {
        #expect(done[part] == dry[part], "\(part)")
      }
      #expect(try said("placement tasks", in: folder).contains("p1"))
      #expect(try Opening.ledger(folder + "/storyguard.db").audit().findings == [])
    }
  }

  private func said(_ line: String, in folder: String) throws -> String {
    let result = try Running.storyguard(
      line.split(separator: " ").map(String.init) + ["--now", "2026-06-04T20:30:00Z"], in: folder)
    #expect(result.status == 0, "\(line): \(result.err)")
    return result.out
  }

  private func json(_ line: String, in folder: String) throws -> JSON {
    try JSON.parse(Array(said(line + " --format json", in: folder).utf8))
  }
}

/// The commands of a life told under `Samples/scenarios/lives`.
private struct Life {
  private let commands: [String]

  init(_ name: String) throws {
    let text = try Places.text(of: "Samples/scenarios/lives/\(name).txt")
    var commands: [String] = []
    var isFile = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        commands.append(String(line.dropFirst(2)))
        isFile = line.hasSuffix("<<END")
      } else if isFile, let last = commands.indices.last {
        commands[last] += "\n" + line
        isFile = line != "END"
      }
    }
    self.commands = commands
  }

  /// Runs it up to the first command with such words, that one included or not.
  func run(in folder: String, through last: String? = nil, before end: String? = nil) throws {
    for command in commands {
      if let end, command.contains(end) { return }
      let result = try Running.program(
        "/bin/sh", ["-c", command], in: folder,
        environment: ["PATH": "\(Running.built):/usr/bin:/bin"])
      try #require(result.status == 0, "\(command): \(result.err)")
      if let last, command.contains(last) { return }
    }
  }
}
