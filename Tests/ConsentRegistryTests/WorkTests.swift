import ConsentRegistry
import Testing

/// Work that needs no story: open while a peer rests, silent where they say so, and always paid or
/// outright unpaid.
struct WorkTests {
  private func draft(_ office: CareOffice, by organisation: String = "o1", unpaid: Bool = false)
    throws -> WorkDraft
  {
    WorkDraft(
      organisation: try office.id(organisation), day: nil, minutes: 90,
      pay: unpaid ? .unpaid : Money(minor: 9_000, currency: "USD").map(WorkPay.money),
      words: "Read our new leaflet")
  }

  private func offer(
    _ office: CareOffice, _ name: String, by organisation: String = "o1", on day: String
  ) throws {
    try office.desk(.coordinator, "kit", on: day).offer(
      draft(office, by: organisation), as: office.id(name), to: office.ada)
  }

  private func isSilent(_ office: CareOffice, _ name: String) throws -> Bool {
    try #require(try office.record.work[office.id(name)]).isSilent
  }

  @Test func `work can be offered by anybody and through a rest, unless the peer says otherwise`()
    throws
  {
    let office = try CareOffice()
    office.add(.asked(try office.engagement("e1", [("2026-06-01", .completed)])))
    try offer(office, "w1", by: "stranger", on: "2026-06-02")
    #expect(try !isSilent(office, "w1"))
    let own = office.desk(.peer, "ada", on: "2026-06-03")
    try own.wantWork(whileResting: false, by: office.ada)
    // 14 days of rest after 1 June: through 15 June.
    for (name, day, isQuiet) in [
      ("w2", "2026-06-03", true), ("w3", "2026-06-15", true), ("w4", "2026-06-16", false),
    ] {
      try offer(office, name, on: day)
      #expect(try isSilent(office, name) == isQuiet, "\(day)")
    }
    _ = try office.desk(.supporter, "sam", on: "2026-06-20").pause(
      Pause(from: office.day("2026-06-21"), until: office.day("2026-06-22")), by: office.ada)
    try offer(office, "w5", on: "2026-06-22")
    #expect(try isSilent(office, "w5"))
    // A supporter may close the door and not open it.
    let sam = office.desk(.supporter, "sam", on: "2026-06-22")
    try sam.wantWork(whileResting: false, by: office.ada)
    #expect(
      office.refusal { try sam.wantWork(whileResting: true, by: office.ada) } == .onlyThePeer)
    // What was held back can be taken up all the same.
    _ = try office.desk(.peer, "ada", on: "2026-06-22").answer(
      .yes, toOffer: office.id("w5"), of: office.ada)
  }

  @Test func `"not this kind" keeps an organisation's offers silent, and "not this one" nothing`()
    throws
  {
    let office = try CareOffice()
    let own = office.desk(.peer, "ada", on: "2026-05-04")
    try offer(office, "w1", on: "2026-05-04")
    _ = try own.answer(.notThisOne, toOffer: office.id("w1"), of: office.ada)
    try offer(office, "w2", on: "2026-05-05")
    #expect(try !isSilent(office, "w2"))
    _ = try office.desk(.supporter, "sam", on: "2026-05-05").answer(
      .notThisKind, toOffer: office.id("w2"), of: office.ada)
    // 90 days from 6 May: through 3 August.
    for (name, by, day, isQuiet) in [
      ("w3", "o1", "2026-08-03", true), ("w4", "o2", "2026-08-03", false),
      ("w5", "o1", "2026-08-04", false),
    ] {
      try offer(office, name, by: by, on: day)
      #expect(try isSilent(office, name) == isQuiet, "\(name)")
    }
  }

  @Test func `silence is no, a no can be said at any time, and a mind can be changed`() throws {
    let office = try CareOffice()
    try offer(office, "w1", on: "2026-05-04")
    let item = try #require(try office.record.work[office.id("w1")])
    #expect(item.state(on: try office.day("2026-05-11")) == .waiting)
    #expect(item.state(on: try office.day("2026-05-12")) == .lapsed)
    let late = office.desk(.peer, "ada", on: "2026-05-12")
    #expect(
      office.refusal { try late.answer(.yes, toOffer: office.id("w1"), of: office.ada) }
        == .offerNotOpen(.lapsed))
    try offer(office, "w2", on: "2026-05-12")
    _ = try late.answer(.yes, toOffer: office.id("w2"), of: office.ada)
    _ = try late.answer(.notThisOne, toOffer: office.id("w2"), of: office.ada)
    #expect(
      office.refusal { try late.workDone(office.id("w2"), of: office.ada, as: nil) }
        == .offerNotOpen(.declined))
    #expect(
      office.refusal {
        try office.desk(.coordinator, "kit", on: "2026-05-12").answer(
          .yes, toOffer: office.id("w2"), of: office.ada)
      } == .onlyThePeer)
  }

  @Test func `pay is stated or the offer is refused, and is due after the work is done`() throws {
    let office = try CareOffice()
    let kit = office.desk(.coordinator, "kit", on: "2026-05-04")
    let silent = WorkDraft(
      organisation: try office.id("o1"), day: nil, minutes: 60, pay: nil, words: "Talk it over")
    for peer in ["ada", "nobody"] {
      #expect(office.refusal { try kit.offer(silent, to: office.id(peer)) } == .payUnstated)
    }
    try kit.offer(draft(office, unpaid: true), as: office.id("w0"), to: office.ada)
    try offer(office, "w1", on: "2026-05-04")
    let own = office.desk(.peer, "ada", on: "2026-05-05")
    for name in ["w0", "w1"] {
      _ = try own.answer(.yes, toOffer: office.id(name), of: office.ada)
      _ = try office.desk(.coordinator, "kit", on: "2026-05-06").workDone(
        office.id(name), of: office.ada, as: office.id("o1"), on: office.day("2026-05-05"))
    }
    #expect(try office.dues().map(\.cause) == [.work(office.id("w1"))])
    #expect(try office.dues().map(\.dueOn) == [office.day("2026-06-04")])
    #expect(try office.reasons(on: "2026-06-05") == [.payOverdue])
    try kit.paid(.work(office.id("w1")), of: office.ada, as: office.id("o1"))
    #expect(try office.reasons(on: "2026-06-05") == [])
  }

  @Test func `whoever offers learns nothing of the peer: unknown, closed and open read alike`()
    throws
  {
    let office = try CareOffice()
    let kit = office.desk(.coordinator, "kit", on: "2026-05-04")
    let lee = office.desk(.coordinator, "lee", on: "2026-05-04")
    for peer in ["nobody", "ada"] {
      let whom: PeerID = try office.id(peer)
      // Said twice, or under an id that is taken, it is passed on like any other.
      try kit.offer(draft(office), as: office.id("w1"), to: whom)
      try kit.offer(draft(office), as: office.id("w1"), to: whom)
      try lee.offer(draft(office, by: "o2"), as: office.id("w1"), to: whom)
      #expect(
        office.refusal { try kit.workDone(office.id("w1"), of: whom, as: office.id("o1")) }
          == .unknownOffer)
      #expect(
        office.refusal { try kit.paid(.work(office.id("w1")), of: whom, as: office.id("o9")) }
          == .unknownPeer)
    }
    #expect(try office.record.work.items.count == 2)
    #expect(
      office.refusal {
        try office.desk(.peer, "bo", on: "2026-05-04").offer(draft(office), to: office.ada)
      }
        == .notForThisRole)
  }
}
