import Testing

/// What an organisation reads of peers: nothing tells one who isn't there from one who is closed.
struct OrganisationsViewTests {
  @Test(arguments: [
    ["checkin", "list", "PEER"], ["checkin", "done", "PEER", "--engagement", "e1"],
    ["pay", "list", "PEER"], ["pay", "done", "PEER", "--engagement", "e1"],
    ["pay", "done", "PEER", "--offer", "w1"],
    ["pay", "answer", "PEER", "--fee", "f1", "--words", "Sent."],
    ["contribution", "list", "PEER"],
    ["contribution", "add", "PEER", "--kind", "training", "--minutes", "60"],
    ["offer", "list", "PEER"], ["offer", "done", "PEER", "--offer", "w1"],
    [
      "offer", "make", "PEER", "--what", "Read", "--hours", "1", "--unpaid", "--id", "w1",
    ],
    ["offer", "make", "PEER", "--what", "Read", "--hours", "1", "--id", "w1"],
    ["checkin", "confirm", "PEER", "--engagement", "e1"],
    ["pay", "confirm", "PEER", "--fee", "f1"],
    ["offer", "answer", "PEER", "yes", "--offer", "w1"], ["offer", "while-resting", "PEER", "yes"],
  ])
  func `a peer who isn't there, one who is closed and one who is open read alike`(
    _ command: [String]
  ) throws {
    try Office.work { office in
      for peer in ["closed", "open"] {
        #expect(try office.run("peer", "add", peer, "--zone", "America/Chicago").status == 0)
      }
      #expect(try office.run("offer", "while-resting", "closed", "no").status == 0)
      #expect(try office.run("pause", "set", "closed").status == 0)
      // Twice, as saying a thing again must show nothing either.
      let read = try ["nobody", "closed", "open", "nobody", "closed", "open"].map { peer in
        let words = command.map { $0 == "PEER" ? peer : $0 }
        let isTheirs = ["confirm", "answer", "while-resting"].contains(command[1])
        let name =
          isTheirs && command[0] != "pay" || command[1] == "confirm"
          ? [] : ["--organisation", "riverside"]
        let ran = try office.run(words + name + ["--as", "coordinator:kit"])
        return "\(ran.status)\n\(ran.out)\n\(ran.err)".replacing(peer, with: "PEER")
      }
      #expect(Set(read).count == 1, "\(read)")
    }
  }
}
