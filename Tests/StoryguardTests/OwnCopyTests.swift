import Foundation
import Markup
import Notation
import Testing

@testable import storyguard

/// What a peer takes away of their own record.
struct OwnCopyTests {
  @Test func `words that look like markup stay words, in text and in attributes`() {
    let words = "<script>alert('1')</script> & \"Bo\"\u{202E}\u{0}"
    let piece: HTML = "<td title=\"\(words)\">\(words)</td>"
    let escaped =
      "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;Bo&quot;\u{FFFD}\u{FFFD}"
    #expect(piece.text == "<td title=\"\(escaped)\">\(escaped)</td>")
    let row: HTML = "<tr>\([piece, "<td>\(7)</td>"])</tr>"
    #expect(row.text == "<tr>" + piece.text + "<td>7</td></tr>")
  }

  @Test func `the page is one file that fetches nothing, and whose tables can be read aloud`()
    throws
  {
    try Office.work { office in
      try fill(office)
      let page = try office.run("export", "peer", "ada", "--format", "html", "--as", "peer:ada").out
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
      for stranger in ["<script", "<img", "<link", "http:", "https:", "//", "url(", "@import"] {
        #expect(!page.contains(stranger), "\(stranger)")
      }
      #expect(page.contains("&lt;b&gt;Ada&lt;/b&gt; &amp; co"))
      #expect(page.contains("prefers-color-scheme: dark") && page.contains("@media print"))
      #expect(unbalanced(page) == [])
      let tables = page.components(separatedBy: "<table>").dropFirst()
      #expect(tables.count > 6)
      for table in tables {
        #expect(table.hasPrefix("\n<caption>") && table.contains("<th scope=\"col\">"))
      }
      // Every part that is linked to is there, once.
      let links = page.matches(of: /href="#([a-z]+)"/).map { String($0.1) }
      for link in links { #expect(page.components(separatedBy: "id=\"\(link)\"").count == 2) }
      #expect(links.count > 10)
    }
  }

  @Test func `the work alone shows what took place, and nothing of what was chosen`() throws {
    try Office.work { office in
      try fill(office)
      for format in ["table", "json", "html"] {
        let work = try office.run("export", "peer", "ada", "--part", "work", "--format", format)
        #expect(work.status == 0)
        #expect(work.out.contains("riverside") && work.out.contains("training"))
        for word in [
          "limit", "pause", "rest.", "2026-04-02", "2 April", "Planted", "housing", "declin",
        ] {
          #expect(!work.out.contains(word), "\(word) in \(format)")
        }
      }
      let both = try office.run("export", "peer", "ada", "--part", "work", "--format", "chain")
      #expect(both.status == 64)
    }
  }

  @Test func `everything that is written down stands in the whole, in each of its shapes`() throws {
    try Office.work { office in
      try fill(office)
      for format in ["table", "json", "html", "chain"] {
        let whole = try office.run(
          "export", "peer", "ada", "--format", format, "--as", "peer:ada"
        ).out
        for word in ["Planted evening", "Planted label", "housing", "c1", "riverside"] {
          #expect(whole.contains(word), "\(word) in \(format)")
        }
      }
    }
  }

  @Test func `each part of what came after stands in the page and in the data`() throws {
    try Office.work { office in
      try fill(office)
      let peer = "peer:ada"
      for words in [
        ["use", "dispute", "ada", "spring-use-1", "--as", peer],
        ["use", "answer", "ada", "spring-use-1", "--words", "Planted reply"],
        [
          "record", "ada", "--organisation", "riverside", "--kind", "exposure", "--channel", "web",
          "--on", "2026-05-03", "--id", "never",
        ],
        ["use", "correct", "ada", "never-1", "--state", "didNotTakePlace", "--as", peer],
        ["peer", "address", "ada", "planted@example.org", "--as", peer],
        ["peer", "supporter", "ada", "planted-sam", "--as", peer],
        ["peer", "reminders", "ada", "yes", "--as", peer],
        ["ask", "quiet", "ada", "--organisation", "planted-quiet", "--until", "2099-01-01"],
        ["ask", "first", "ada", "--organisation", "planted-first", "--as", peer],
        [
          "placement", "add", "ada", "--use", "spring-use-1", "--medium", "page", "--holder",
          "planted-holder", "--address", "planted.example/page", "--id", "web-1",
        ],
        [
          "contribution", "add", "ada", "--organisation", "riverside", "--kind", "training",
          "--minutes", "180", "--what", "Planted course", "--id", "course",
        ],
        [
          "pay", "missing", "ada", "--organisation", "planted-debtor", "--due", "2026-02-28",
          "--amount", "80.00", "--currency", "USD", "--as", peer,
        ],
        [
          "offer", "make", "ada", "--organisation", "riverside", "--what", "Planted leaflet",
          "--hours", "1.5", "--unpaid", "--id", "leaflet",
        ],
      ] {
        let result = try office.run(words)
        try #require(result.status == 0, "\(words): \(result.err)")
      }
      for format in ["html", "json"] {
        let line = ["export", "peer", "ada", "--format", format, "--as", peer]
        // The entries at the end hold it all anyway; the parts before them have to.
        let whole = try office.run(line).out
        let end = format == "html" ? "id=\"everything\"" : "\"entries\""
        let told = whole.components(separatedBy: end)[0]
        for word in [
          "Planted reply", "planted@example.org", "planted-sam", "planted-quiet", "planted-first",
          "planted-holder", "Planted course", "planted-debtor", "Planted leaflet", "never-1",
        ] {
          #expect(told.contains(word), "\(word) in \(format)")
        }
      }
      let page = try office.run("export", "peer", "ada", "--format", "html", "--as", peer).out
      for words in ["you say it wasn&#39;t so", "put right on", "one reminder for an ask"] {
        #expect(page.contains(words), "\(words)")
      }
      #expect(unbalanced(page) == [])
    }
  }

  @Test func `the custodian writes it out for the peer, and reads nothing of it`() throws {
    try Office.work { office in
      try fill(office)
      for (place, format) in ["table", "json", "html", "chain"].enumerated() {
        let line = ["export", "peer", "ada", "--format", format]
        for role in ["custodian", "custodian:rin"] {
          let shown = try office.run(line + ["--as", role])
          #expect(shown.status == 1 && shown.out.isEmpty)
          #expect(shown.err.contains("--to FILE"))
        }
        let file = office.folder + "/own-\(place)"
        let written = try office.run(line + ["--to", file])
        #expect(written.status == 0 && written.out.isEmpty)
        #expect(written.err.contains("hand it over unread"))
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(
          try String(contentsOfFile: file, encoding: .utf8).contains("Planted evening"))
      }
    }
  }

  @Test
  func `the chain is checked with no registry at hand, and only by those who may is it written`()
    throws
  {
    try Office.work { office in
      try fill(office)
      for role in ["coordinator:kit", "supporter:sam", "peer:bo"] {
        #expect(try office.run("export", "peer", "ada", "--as", role).status == 1)
      }
      let file = office.folder + "/ada.jsonl"
      let written = try office.run(
        "export", "peer", "ada", "--format", "chain", "--to", file, "--as", "peer:ada")
      #expect(written.status == 0, "\(written.err)")
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(try office.run("export", "peer", "ada", "--to", file).status == 1)
      try Places.inFolder { elsewhere in
        let whole = try Running.storyguard(["audit", "--copy", file], in: elsewhere)
        #expect(whole.status == 0)
        #expect(whole.out.contains("All of it agrees: nothing in it was changed."))
        var text = try String(contentsOfFile: file, encoding: .utf8)
        text = text.replacingOccurrences(of: "Planted evening", with: "Planted morning")
        try Data(text.utf8).write(to: URL(filePath: elsewhere + "/changed.jsonl"))
        let changed = try Running.storyguard(["audit", "--copy", "changed.jsonl"], in: elsewhere)
        #expect(changed.status == 1)
        #expect(changed.out.contains("a personal text is missing or was changed"))
        try Data("[1]\n".utf8).write(to: URL(filePath: elsewhere + "/other.json"))
        let other = try Running.storyguard(["audit", "--copy", "other.json"], in: elsewhere)
        #expect(other.status == 1 && other.err.contains("isn't a copy"))
      }
    }
  }

  private func fill(_ office: Office) throws {
    for words in [
      ["peer", "add", "ada", "--zone", "UTC", "--name", "<b>Ada</b> & co"],
      ["peer", "add", "bo", "--zone", "UTC"],
      ["story", "add", "ada", "s1", "--label", "Planted label", "--share", "housing"],
      [
        "consent", "grant", "ada", "s1", "--organisation", "riverside", "--purpose", "training",
        "--channel", "inPerson", "--audience", "students", "--attribution", "firstName", "--given",
        "2026-04-01", "--until", "2027-03-31", "--id", "c1",
      ],
      [
        "record", "ada", "--organisation", "riverside", "--kind", "telling", "--channel",
        "inPerson", "--start", "2026-05-01T18:00", "--minutes", "75", "--purpose", "training",
        "--event", "spring", "--event-name", "Planted evening", "--id", "spring-use",
      ],
      ["limits", "set", "ada", "rest.days=21"],
      ["pause", "set", "ada", "--from", "2026-04-02", "--until", "2026-04-09"],
    ] {
      let result = try office.run(words)
      try #require(result.status == 0, "\(words): \(result.err)")
    }
  }

  /// Marks that are opened and not closed, or closed and not opened.
  private func unbalanced(_ page: String) -> [String] {
    var open: [String] = []
    for match in page.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/) {
      let name = String(match.2)
      if ["meta", "br"].contains(name) { continue }
      if match.1.isEmpty {
        open.append(name)
      } else if open.last == name {
        open.removeLast()
      } else {
        return ["</\(name)>"]
      }
    }
    return open
  }
}
