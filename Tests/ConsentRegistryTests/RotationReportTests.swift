import ConsentRegistry
import Offices
import Testing

/// Who wants to be thought of in turn, by whose word, and in which order.
struct RotationReportTests {
  private func rows(_ peers: [ReportPeer], on day: String = "2026-05-31") -> [RotationReport
    .PeerRow]
  {
    var report = RotationReport()
    for peer in peers { report.add(peer.seen(on: date(day))) }
    return report.totals()
  }

  private func peer(_ name: String, told days: [String]) -> ReportPeer {
    var peer = ReportPeer(name)
    peer.note(.support(.rotationChosen(takesPart: true)))
    for (place, day) in days.enumerated() { peer.recorded("\(name)-\(place)", on: date(day)) }
    return peer
  }

  @Test func `who never told stands first, then the longest ago, then by id`() {
    var out = peer("out", told: [])
    out.note(.support(.rotationChosen(takesPart: false)))
    let found = rows([
      peer("new", told: ["2026-05-30"]), peer("c", told: ["2025-05-31", "2025-06-01"]),
      peer("b", told: []), peer("a", told: []), ReportPeer("silent"), out,
      peer("d", told: ["2025-06-01", "2026-06-20"]),
    ])
    #expect(found.map(\.peer.text) == ["a", "b", "c", "d", "new"])
    #expect(found.map(\.daysSinceLastTelling) == [nil, nil, 364, 364, 1])
    // 365 days to 31 May 2026 begin on 1 June 2025; 20 June 2026 is still to come.
    #expect(found.map(\.tellings) == [0, 0, 1, 1, 1])
    // The narrowest cap is 2 tellings in 30 days.
    #expect(found.map(\.room) == [2, 2, 2, 2, 1])
  }

  @Test func `what was agreed for a day that has come takes room, and an ask that waits none`() {
    var ada = peer("ada", told: ["2026-05-20"])
    ada.ask(
      "e1", ReportPeer.request(for: [date("2026-05-31")]), on: date("2026-05-30"),
      becomes: .confirmed)
    #expect(rows([ada]).first?.room == 0 && rows([ada]).first?.tellings == 1)
    #expect(rows([ada], on: "2026-05-30").first?.room == 1)
    var asked = peer("ada", told: ["2026-05-20"])
    asked.ask(
      "e1", ReportPeer.request(for: [date("2026-05-31")]), on: date("2026-05-31"), becomes: .held)
    #expect(rows([asked]).first?.room == 1)
    var uncapped = RotationReport()
    uncapped.add(ada.seen(on: date("2026-05-31"), under: onlyRest))
    #expect(uncapped.totals().first?.room == nil)
  }

  @Test func `whoever rests, is paused or isn't ready is listed alike`() {
    let plain = peer("ada", told: ["2026-05-20"])
    var away = plain
    away.note(
      .paused(Pause(from: date("2026-05-01"), until: nil), keeping: []),
      .readinessSet(notBefore: date("2027-01-01")), .toldElsewhere(day: date("2026-05-30")))
    #expect(rows([away]) == rows([plain]))
  }

  @Test func `the peer alone takes part, and nobody says it for them`() throws {
    let office = try CareOffice()
    for (role, name) in [
      (Actor.Role.custodian, nil), (.custodian, "una"), (.supporter, "sam"),
      (.coordinator, "kit"), (.peer, "bo"), (.peer, nil),
    ] as [(Actor.Role, String?)] {
      let other = office.desk(role, name, on: "2026-05-04")
      for takesPart in [true, false] {
        #expect(
          office.refusal { try other.chooseRotation(takesPart: takesPart, by: office.ada) }
            == .thePeerAlone)
      }
    }
    let custodian = office.desk(.custodian, nil, on: "2026-05-04")
    // Nor by the verb for all else that is noted at the peer's word.
    #expect(
      office.refusal {
        try custodian.note(.support(.rotationChosen(takesPart: true)), of: office.ada)
      } == .thePeerAlone)
    let ada = office.desk(.peer, "ada", on: "2026-05-04")
    try ada.chooseRotation(takesPart: true, by: office.ada)
    #expect(try office.record.reach.takesPartInRotation)
    let revision = try office.record.revision
    try ada.chooseRotation(takesPart: true, by: office.ada)
    #expect(try office.record.revision == revision)
    try ada.chooseRotation(takesPart: false, by: office.ada)
    #expect(try !office.record.reach.takesPartInRotation)
    #expect(try office.record == office.ledger.refolded(office.ada))
  }

  @Test func `of two records joined, it stays who takes part here and didn't say no there`() throws
  {
    for (here, there, stays) in [
      (true, nil, true), (true, true, true), (true, false, false), (nil, true, false),
      (false, true, false), (nil, nil, false),
    ] as [(Bool?, Bool?, Bool)] {
      let two = try TwoRecords()
      for (said, peer) in [(here, two.maya), (there, two.ana)] {
        guard let said else { continue }
        two.add([.support(.rotationChosen(takesPart: said))], to: peer)
      }
      #expect(try two.merge().record.reach.takesPartInRotation == stays)
    }
  }
}
