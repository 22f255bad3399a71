import ConsentRegistry
import Offices
import Testing

/// Which notices follow from what happens, and when each may go out.
struct NoticeTests {
  @Test func `an ask gives three notices, and of each only what holds goes out`() throws {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    let ask = try office.ask(on: "2026-06-01")
    let record = try office.record()
    let asked = try record.notices(causedBy: .asked(#require(record.engagement(ask))))
    #expect(asked.map(\.code) == [.askWaiting, .replyEnds, .notAvailable])
    #expect(asked.map(\.reader.id) == ["ada", "ada", "kit"])
    #expect(asked.map(\.due) == ["2026-05-04", "2026-05-10", "2026-05-12"].map { Day($0) })

    func readiness(_ day: String, _ record: PeerRecord) throws -> [Notice.Readiness] {
      let day = try office.day(day)
      return asked.map { record.readiness(of: $0, on: day) }
    }
    #expect(try readiness("2026-05-04", record) == [.now, .later, .later])
    // Nobody is reminded who doesn't want to be.
    #expect(try readiness("2026-05-10", record) == [.now, .never, .later])
    #expect(try readiness("2026-05-12", record) == [.never, .never, .now])
    try office.desk(.peer, "ada").note(.support(.remindersWanted(true)), of: office.ada)
    #expect(try readiness("2026-05-10", office.record()) == [.now, .now, .later])
    let pause = Pause(from: try office.day("2026-05-05"), until: try office.day("2026-05-10"))
    _ = try office.desk(.peer, "ada").pause(pause, by: office.ada)
    #expect(try readiness("2026-05-10", office.record()) == [.later, .later, .later])
    #expect(try readiness("2026-05-11", office.record()) == [.now, .now, .later])
    _ = try office.desk(.peer, "ada").answer(.notThisOne, to: ask, of: office.ada)
    #expect(try readiness("2026-05-12", office.record()) == [.never, .never, .never])
  }

  @Test func `a no told at the end can't be told from silence`() throws {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    let ask = try office.ask(on: "2026-06-01")
    let no = Happening.answered(ask, .notThisKind, day: try office.day("2026-05-05"))
    let atOnce = try office.record().notices(causedBy: no)
    #expect(atOnce.map(\.due) == [Day("2026-05-05")])
    let lapse = try office.record().notices(
      causedBy: .asked(#require(office.record().engagement(ask)))
    ).last
    try office.desk(.peer, "ada").note(.support(.noesTold(atTheEnd: true)), of: office.ada)
    let told = try #require(office.record().notices(causedBy: no).first)
    #expect(told.due == lapse?.due && told.code == lapse?.code && told.reader == lapse?.reader)
    #expect(told.engagement == lapse?.engagement && told.organisation == lapse?.organisation)
  }

  @Test func `what is let go reads "not available" before a yes, and "no longer" after it`() throws
  {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    let ask = try office.ask(on: "2026-06-01")
    let day = try office.day("2026-05-06")
    let letGo = Happening.released(ask, sessions: [0], day: day)
    #expect(try office.record().notices(causedBy: letGo).map(\.code) == [.notAvailable])
    _ = try office.desk(.peer, "ada").answer(.yes, to: ask, of: office.ada)
    #expect(try office.record().notices(causedBy: letGo).map(\.code) == [.noLongerAvailable])
    let cancelled = Happening.booking(.cancelledByPeer(ask, sessions: [0], day: day))
    #expect(try office.record().notices(causedBy: cancelled).map(\.code) == [.noLongerAvailable])
    let off = Happening.booking(.cancelledByOrganiser(ask, sessions: [0], day: day))
    #expect(
      try office.record().notices(causedBy: off).map(\.reader)
        == [.init(.peer, "ada")])
    // Who is held back, what is recorded and what the peer chooses is told to nobody.
    for silent in [.toldElsewhere(day: day), .pauseLifted(day: day), .peerClaimed] as [Happening] {
      #expect(try office.record().notices(causedBy: silent) == [])
    }
  }
}

extension Office {
  fileprivate func record() throws -> PeerRecord { try #require(ledger.record(of: ada)) }
}
