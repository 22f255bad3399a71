import ConsentRegistry
import Foundation
import Notation
import Testing

/// The spreadsheet that comes with the samples, and one broken line in it.
struct ImportTests {
  private static let sheet = "Samples/riverside/uses.csv"

  @Test func `the sample year comes in once, with its people, its breaches and no remark`() throws {
    let page = MarkdownPage(try Places.text(of: "Samples/riverside/README.md"))
    let expected = try Self.breachesOfTheSheet(page)
    #expect(expected.count == 17)
    try Office.work { office in
      let bytes = Array(try Places.text(of: Self.sheet).utf8)
      let first = try office.importing(bytes)
      #expect(first.status == 0)
      #expect(first.out.hasPrefix("Added 203 uses of 15 peers.\n"))
      #expect(first.err.isEmpty)
      let heads = try office.heads()

      let second = try office.importing(bytes)
      #expect(second.status == 0)
      #expect(second.out == "Added 0 uses of 0 peers; 203 lines were there already.\n")
      #expect(try office.heads() == heads)
      #expect(try office.run("audit").status == 0)

      var ids: [String: String] = [:]
      for peer in try office.json("peer", "list", "--unclaimed").items {
        ids[Self.plain(peer["name"]?.words ?? "")] = peer["peer"]?.words
      }
      #expect(ids.count == 15)
      let report = try office.json("report", "overuse", "--today", "2026-05-04")
      #expect(report["counted"]?.number == 203)
      let breaches = (report["breaches"]?.items ?? []).compactMap(PlantedBreach.init)
      let named = expected.map { $0.said(of: ids[Self.plain($0.peer)] ?? $0.peer) }
      #expect(breaches.sorted() == named.sorted())

      let text = try Places.text(of: Self.sheet).lowercased()
      #expect(text.contains("heron"))
      try FileManager.default.removeItem(atPath: office.folder + "/sheet.csv")
      let kept = try Self.everythingKept(in: office.folder)
      // The search finds what is kept, so it would find a remark.
      #expect(kept.contains("quistwell"))
      #expect(!kept.contains("heron"))
      #expect(!(first.out + second.out + second.err).lowercased().contains("heron"))
    }
  }

  @Test func `one broken line, and nothing of the sheet is applied`() throws {
    let text = try Places.text(of: Self.sheet)
    let broken = text.replacing("12 May 2025,,", with: "31 February 2026,,", maxReplacements: 1)
    #expect(broken != text)
    try Office.work { office in
      let heads = try office.heads()
      let result = try office.importing(Array(broken.utf8))
      #expect(result.status == 1)
      #expect(result.out.isEmpty)
      #expect(
        result.err == """
          storyguard: nothing was imported; 1 line needs mending first:
            line 4, column 1 (A): day: there is no such day.

          """)
      #expect(try office.heads() == heads)
      #expect(try office.json("peer", "list").items.isEmpty)
    }
  }

  @Test func `a preview writes nothing`() throws {
    try Office.work { office in
      let heads = try office.heads()
      let result = try office.importing(
        Array(try Places.text(of: Self.sheet).utf8), ["--dry-run"])
      #expect(result.status == 0)
      #expect(result.out.hasPrefix("Would add 203 uses of 15 peers.\n"))
      #expect(try office.heads() == heads)
    }
  }

  @Test func `a line finds the peer who is here already, by id and by name`() throws {
    try Office.work { office in
      let added = try office.run(
        "peer", "add", "maya", "--zone", "America/Chicago", "--name", "Maya Lindgrove")
      #expect(added.status == 0)
      let result = try office.importing(
        Array(
          """
          Date,Name,For,Event
          2026-01-05,maya,Riverside,Open evening
          2026-02-05,"LINDGROVE, Maya",Riverside,Open evening
          2026-03-05,Māya lindgrove,Riverside,Open evening
          """.utf8))
      #expect(result.out == "Added 3 uses of 1 peer.\n")
      #expect(try office.json("peer", "list").items.count == 1)
    }
  }

  /// What the page says of the imported year: the planted breaches, fewer and more.
  private static func breachesOfTheSheet(_ page: MarkdownPage) throws -> [PlantedBreach] {
    let names = Dictionary(
      uniqueKeysWithValues: try #require(page.section("## Who is who")).rows
        .filter { $0.count == 7 && !$0[0].isEmpty }.map { ($0[0], $0[1]) })
    let planted = try #require(page.section("## What is planted")).rows
      .compactMap(PlantedBreach.row).map { $0.breach.said(of: names[$0.breach.peer] ?? "") }
    let lines = try #require(page.section("## The spreadsheet")).lines
    let gone = try #require(lines.firstIndex(of: "Not there:"))
    let more = try #require(lines.firstIndex { $0.hasPrefix("There besides") })
    let missing = Set(lines[gone..<more].compactMap(PlantedBreach.line))
    #expect(missing.isSubset(of: planted))
    return planted.filter { !missing.contains($0) }
      + lines[more...].compactMap(PlantedBreach.line)
  }

  /// A name in one spelling, as far as the sample's names need it.
  private static func plain(_ name: String) -> String {
    let parts = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .split(separator: ",").reversed()
    return parts.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  /// Every byte of every file in a folder, the letters among them in lower case.
  private static func everythingKept(in folder: String) throws -> String {
    try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
      let bytes = try Data(contentsOf: URL(filePath: folder + "/" + name))
      let shown = bytes.map { (0x20..<0x7f).contains($0) ? $0 : UInt8(ascii: " ") }
      return String(decoding: shown, as: UTF8.self).lowercased()
    }.joined(separator: "\n")
  }
}
