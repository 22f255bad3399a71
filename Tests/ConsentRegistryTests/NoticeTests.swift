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

  @Test func `what a coordinator says became of a booking, the peer is told`() throws {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    let ask = try office.ask(on: "2026-06-01")
    _ = try office.desk(.peer, "ada").answer(.yes, to: ask, of: office.ada)
    let day = try office.day("2026-06-02")
    let record = try office.record()
    for closed in [
      .completed(ask, sessions: [0], day: day), .booking(.endedEarly(ask, session: 0, day: day)),
      .booking(.didNotTakePlace(ask, sessions: [0], day: day)),
    ] as [Happening] {
      let told = record.notices(causedBy: closed, by: .coordinator)
      #expect(told.map(\.code) == [.bookingClosed] && told.map(\.reader) == [.init(.peer, "ada")])
      #expect(told.map(\.engagement) == [ask] && told.map(\.due) == [day])
      // Who says it themself, or has somebody write it down at their word, knows it already.
      for role in [.peer, .custodian] as [Actor.Role] {
        #expect(record.notices(causedBy: closed, by: role) == [])
      }
    }
  }

  @Test func `an offer of work waits for the peer, and of a no to it nobody is told`() throws {
    let office = try Office()
    let today = try office.day("2026-05-04")
    let offer = WorkOffer(
      id: try office.id("w1"), organisation: try office.id("o1"), coordinator: try office.id("kit"),
      day: nil, minutes: 60, pay: .unpaid, words: nil, offeredOn: today,
      replyUntil: today.adding(7))
    var record = try office.record()
    let offered = record.notices(causedBy: .work(.offered(offer)))
    #expect(offered.map(\.reader) == [.init(.peer, "ada")])
    #expect(record.notices(causedBy: .work(.heldBack(offer))) == [])
    record.apply(.work(.offered(offer)))
    let notice = try #require(offered.first)
    #expect(record.readiness(of: notice, on: today) == .now)
    #expect(record.readiness(of: notice, on: today.adding(8)) == .never)
    let no = Happening.work(.answered(offer.id, .notThisKind, day: today))
    #expect(record.notices(causedBy: no) == [])
    let yes = Happening.work(.answered(offer.id, .yes, day: today))
    #expect(record.notices(causedBy: yes).map(\.reader) == [.init(.coordinator, "kit")])
    record.apply(yes)
    #expect(record.readiness(of: notice, on: today) == .never)
  }

  @Test func `what has to come down is told to its holder, if there is one`() throws {
    let office = try Office()
    let day = try office.day("2026-05-04")
    var record = try office.record()
    for (id, holder) in [("page", try office.id("o9")), ("share", nil)]
      as [(String, OrganisationID?)]
    {
      record.apply(
        .placing(
          .placed(
            Placement(
              id: try office.id(id), use: try office.id("u1"), medium: .page, holder: holder,
              address: nil, story: try office.id("s1"), purpose: nil, channel: .web,
              organisation: try office.id("o1"), placedOn: day))))
      let removal = Happening.placing(
        .removalOpened(try office.id(id), day: day, deadline: day.adding(30)))
      #expect(
        record.notices(causedBy: removal).map(\.reader)
          == (holder.map { [.init(.holder, $0.text)] } ?? []))
    }
  }
}

extension Office {
  fileprivate func record() throws -> PeerRecord { try #require(ledger.record(of: ada)) }
}
