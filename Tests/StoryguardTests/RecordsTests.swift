import Notation
import Testing

/// Records that an import made: taken on by their peers, and joined where one person has two.
struct RecordsTests {
  private static let sheet = Array(
    """
    Speaker,Organisation,Date,Event
    Maya Lind,Riverside,2025-11-20,Evening
    "Lind, Maya B.",Riverside,2025-11-20,Evening
    "Lind, Maya B.",Lakeside,2025-12-02,Open house

    """.utf8)

  @Test func `a claimed record keeps what the sheet said, and what it says next finds it again`()
    throws
  {
    try Office.work { office in
      try #require(office.importing(Self.sheet).status == 0)
      let peers = try office.json("peer", "list").items.compactMap { $0["peer"]?.words }
      let peer = try #require(peers.first)
      // Nobody may ask what isn't claimed: to whoever asks there is nobody of that id.
      for role in ["coordinator:kit", "peer:somebody-else"] {
        #expect(try office.run("peer", "claim", peer, "--as", role).status == 1)
      }
      let claimed = try office.json(
        "peer", "claim", peer, "--name", "Maya L.", "--zone", "America/New_York", "--as",
        "peer:\(peer)")
      #expect(claimed["claimed"] == true && claimed["uses"]?.items.count == 1)
      #expect(claimed["zone"] == "America/New_York")
      #expect(try office.run("peer", "claim", peer).err.contains("nothing left to do"))
      let listed = try office.json("peer", "list").items.first { $0["peer"]?.words == peer }
      #expect(listed?["name"] == "Maya L." && listed?["claimed"] == true)
      let again = try office.importing(Self.sheet)
      #expect(again.out == "Added 0 uses of 0 peers; 3 lines were there already.\n")
      #expect(try office.run("audit").status == 0)
    }
  }

  @Test
  func `after a merge the sheet's lines for both names go to one record, and add nothing twice`()
    throws
  {
    try Office.work { office in
      try #require(office.importing(Self.sheet).status == 0)
      let peers = try office.json("peer", "list").items.compactMap { $0["peer"]?.words }
      try #require(peers.count == 2)
      try #require(office.run("peer", "claim", peers[0]).status == 0)
      let joined = try office.json(
        "peer", "merge", peers[0], peers[1], "--as", "peer:\(peers[0])")
      #expect(joined["engagements"] == 2)
      // The same evening stands in both: both count until she says which is which.
      #expect(joined["lookAlikes"]?.items.count == 1)
      #expect(try office.json("peer", "list").items.count == 1)
      let again = try office.importing(Self.sheet)
      #expect(again.out == "Added 0 uses of 0 peers; 3 lines were there already.\n")
      let more = try office.importing(
        Self.sheet + Array("\"Lind, Maya B.\",Oakfield,2026-01-09,Class\n".utf8))
      #expect(more.out.hasPrefix("Added 1 use of 1 peer; 3 lines were there already.\n"))
      let report = try office.json("report", "usage", "--today", "2026-02-01")
      #expect(report["peers"]?.items.count == 1)
      #expect(report["peers"]?[0]?["tellings"] == 4)
      for words in [["peer", "show", peers[1]], ["peer", "merge", peers[0], peers[1]]] {
        let gone = try office.run(words)
        #expect(gone.status == 1 && gone.err.contains("was joined to \(peers[0])"))
      }
      #expect(try office.run("audit").status == 0)
    }
  }
}
