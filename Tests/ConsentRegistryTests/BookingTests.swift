import ConsentRegistry
import Offices
import Testing

/// The life of a booking after the ask: one state machine, and who may move it.
struct BookingTests {
  @Test func `each step leads from where it may be taken to one place, and nothing wakes again`() {
    let open: [SessionState] = [.held, .confirmed]
    for move in SessionMove.allCases {
      #expect(Set(move.from).isSubset(of: open), "\(move)")
      #expect(!move.from.contains(move.to), "\(move)")
    }
    // From wherever a session has ended no step leads on.
    for state in SessionState.allCases where !open.contains(state) {
      #expect(!SessionMove.allCases.contains { $0.from.contains(state) }, "\(state)")
    }
    let reached = Set(SessionMove.allCases.map(\.to))
    #expect(reached == Set(SessionState.allCases.filter { $0 != .held && $0 != .lapsed }))
  }

  @Test func `a yes to a part lets the rest go, which is no decline and no lapse`() throws {
    let office = try booked(confirmed: false, days: 2)
    _ = try office.desk(.peer, "ada").answer(.yes, to: office.id("talk"), only: [0], of: office.ada)
    #expect(try office.states(of: office.id("talk")) == [.confirmed, .released])
    let record = try #require(office.ledger.record(of: office.ada))
    let later = try office.day("2026-05-20")
    #expect(record.standing(on: later, policy: .initial).quiet.isEmpty)
  }

  @Test func `one that is broken off counts whole, and what came after it in its block is let go`()
    throws
  {
    let office = try booked(days: 2)
    let there = office.desk(.peer, "ada", now: "2026-06-01T18:00:00Z")
    _ = try there.endEarly(office.id("talk"), session: 0, of: office.ada)
    #expect(try office.states(of: office.id("talk")) == [.endedEarly, .released])
    let record = try #require(office.ledger.record(of: office.ada))
    // Thirty full days: 2 June to 1 July.
    let reasons = try there.check(office.request(on: "2026-07-01"), of: office.ada).reasons
    #expect(reasons.map(\.rule) == [.restPeriod])
    #expect(record.engagements.count == 1)
    #expect(try there.check(office.request(on: "2026-07-02"), of: office.ada).reasons.isEmpty)
  }

  @Test func `a step that isn't possible says what is, and to the asker nothing of the peer's`()
    throws
  {
    let office = try booked(days: 1)
    let early = office.desk(.peer, "ada", now: "2026-05-31T12:00:00Z")
    #expect(
      office.refusal { try early.complete(office.id("talk"), of: office.ada) }
        == .notPossible(.confirmed, possible: [.cancelByPeer]))
    let after = office.desk(.peer, "ada", now: "2026-06-02T12:00:00Z")
    #expect(
      office.refusal { try after.cancel(office.id("talk"), of: office.ada, by: .peer) }
        == .notPossible(.confirmed, possible: [.complete, .endEarly, .missOut]))
    _ = try office.desk(.peer, "ada").cancel(office.id("talk"), of: office.ada, by: .peer)
    let kit = office.desk(.coordinator, "kit", now: "2026-06-02T12:00:00Z")
    #expect(
      office.refusal { try kit.complete(office.id("talk"), of: office.ada) }
        == .notPossible(nil, possible: []))
    // Cancelling is no decline: no quiet period follows.
    let record = try #require(office.ledger.record(of: office.ada))
    #expect(record.standing(on: try office.day("2026-05-05"), policy: .initial).quiet.isEmpty)
  }

  @Test func `whose booking it isn't, and who may not move it, change nothing`() throws {
    let office = try booked(days: 1)
    let before = try #require(office.ledger.record(of: office.ada)).revision
    let on = "2026-06-01T18:00:00Z"
    for (role, id) in [(Actor.Role.coordinator, "lee"), (.coordinator, nil)] {
      let desk = office.desk(role, id, now: on)
      #expect(
        office.refusal { try desk.complete(office.id("talk"), of: office.ada) }
          == .unknownEngagement)
      #expect(
        office.refusal { try desk.complete(office.id("talk"), of: office.id("nobody")) }
          == .unknownEngagement)
    }
    let kit = office.desk(.coordinator, "kit", now: on)
    #expect(
      office.refusal { try kit.cancel(office.id("talk"), of: office.ada, by: .peer) }
        == .onlyThePeer)
    let ada = office.desk(.peer, "ada", now: on)
    #expect(
      office.refusal { try ada.cancel(office.id("talk"), of: office.ada, by: .organiser) }
        == .notForThisRole)
    #expect(office.ledger.record(of: office.ada)?.revision == before)
  }

  @Test func `an edit is an ask, stands beside its booking until the yes, and a no to it is none`()
    throws
  {
    let office = try booked(days: 1)
    let kit = office.desk(.coordinator, "kit")
    let edit = try kit.edit(
      office.id("talk"), to: office.request(on: "2026-06-03"), of: office.ada,
      as: office.id("moved"))
    guard case .held = edit else {
      Issue.record("the edit isn't put to the peer")
      return
    }
    _ = try office.desk(.peer, "ada").answer(
      .notThisKind, to: office.id("moved"), of: office.ada)
    var record = try #require(office.ledger.record(of: office.ada))
    let today = try office.day("2026-05-05")
    #expect(record.standing(on: today, policy: .initial).quiet.isEmpty)
    #expect(record.standing(on: today, policy: .initial).asks.count == 2)
    #expect(try office.states(of: office.id("talk")) == [.confirmed])
    // Both of this organisation's asks in 30 days are used up: the next one is held back.
    let again = try kit.edit(
      office.id("talk"), to: office.request(on: "2026-06-04"), of: office.ada,
      as: office.id("later"))
    guard case .toldToAsker(let told) = again else {
      Issue.record("an edit is no ask")
      return
    }
    #expect(told.isAvailable == false)
    // In June it may ask again; the yes puts the new day in the old one's place.
    let june = office.desk(.coordinator, "kit", now: "2026-06-04T12:00:00Z")
    #expect(
      office.refusal {
        try june.edit(
          office.id("talk"), to: office.request(on: "2026-07-20"), of: office.ada,
          as: office.id("late"))
      } == .notPossible(nil, possible: []))
    record = try #require(office.ledger.record(of: office.ada))
    #expect(record.heldBack.count == 1)
  }

  @Test func `the yes to an edit lets the old booking go, and it rests nobody`() throws {
    let office = try booked(days: 1)
    _ = try office.desk(.coordinator, "kit").edit(
      office.id("talk"), to: office.request(on: "2026-06-03"), of: office.ada,
      as: office.id("moved"))
    let record = try #require(office.ledger.record(of: office.ada))
    let policy = Policy.initial
    let effect = record.effect(
      of: try office.id("moved"), on: try office.day("2026-05-04"), policy: policy)
    // The new day takes the old one's place: it is one telling, not two.
    #expect(effect.caps.allSatisfy { $0.used == 1 })
    #expect(effect.restsUntil == Day("2026-06-17"))
    _ = try office.desk(.peer, "ada").answer(.yes, to: office.id("moved"), of: office.ada)
    #expect(try office.states(of: office.id("talk")) == [.released])
    #expect(try office.states(of: office.id("moved")) == [.confirmed])
  }

  @Test func `what asks for less or pays more needs no answer, and what asks for more does`() throws
  {
    let office = try booked(days: 2)
    let kit = office.desk(.coordinator, "kit")
    let whole = try office.request(on: "2026-06-01", purposes: [.training, .training])
    let shorter = try office.request(on: "2026-06-01")
    guard
      case .amended(let amended) = try kit.edit(office.id("talk"), to: shorter, of: office.ada)
    else {
      Issue.record("dropping a session needs an answer")
      return
    }
    #expect(amended.sessions.map(\.state) == [.confirmed, .cancelledByOrganiser])
    let record = try #require(office.ledger.record(of: office.ada))
    #expect(record.bookings.cancellations.map(\.sessions) == [[1]])
    guard case .held = try kit.edit(office.id("talk"), to: whole, of: office.ada) else {
      Issue.record("bringing a session back needs no answer")
      return
    }
  }

  @Test func `a correction counts from the right day, and a dispute rests the peer still`() throws {
    let office = try booked(days: 1)
    let told = try office.desk(.custodian, nil).record(
      office.told(on: "2026-04-01"), of: office.ada, as: office.id("told"))
    let use = told.sessions[0].use
    try office.desk(.peer, "ada").dispute(use, of: office.ada)
    var record = try #require(office.ledger.record(of: office.ada))
    #expect(record.bookings.disputes[use] != nil)
    #expect(record.engagement(told.id)?.sessions[0].state == .completed)
    let ada = office.desk(.peer, "ada")
    _ = try ada.correct(use, of: office.ada, Correction(day: office.day("2026-05-01")))
    record = try #require(office.ledger.record(of: office.ada))
    #expect(record.engagement(told.id)?.first == Day("2026-05-01"))
    #expect(
      office.refusal {
        try ada.correct(use, of: office.ada, Correction(day: office.day("2026-05-05")))
      } == .inTheFuture(today: try office.day("2026-05-04")))
    #expect(
      office.refusal {
        try office.desk(.coordinator, "kit").correct(
          use, of: office.ada, Correction(state: .didNotTakePlace))
      } == .onlyThePeer)
    // Only a use of the organisation's own asking can be answered by it.
    #expect(
      office.refusal {
        try office.desk(.coordinator, "kit").answerDispute(of: use, of: office.ada, words: "no")
      } == .unknownUse)
  }

  @Test func `a no that isn't told yet reads to the asker as if it waited, whatever they try`()
    throws
  {
    func life(_ answer: Answer?) throws -> [String] {
      let office = try booked(confirmed: false, days: 1)
      try office.desk(.peer, "ada").note(.support(.noesTold(atTheEnd: true)), of: office.ada)
      if let answer {
        _ = try office.desk(.peer, "ada").answer(answer, to: office.id("talk"), of: office.ada)
      }
      let kit = office.desk(.coordinator, "kit", now: "2026-05-06T12:00:00Z")
      var heard: [String] = []
      func list() throws {
        let talk: EngagementID = try office.id("talk")
        let sessions = try kit.bookingsForAsker(from: nil) { _ throws(Never) in [(office.ada, talk)]
        }
        heard.append("\(sessions.map(\.state))")
      }
      try list()
      let refusals = [
        office.refusal { try kit.complete(office.id("talk"), of: office.ada) },
        office.refusal { try kit.cancel(office.id("talk"), of: office.ada, by: .organiser) },
      ]
      heard += refusals.map { "\(String(describing: $0))" }
      return heard
    }
    #expect(try life(nil) == life(.notThisOne))
    #expect(try life(.notThisOne).first == "[ConsentRegistry.AskerState.waiting]")
  }

  /// A talk that `kit` asked for on 4 May, of so many days from 1 June on.
  private func booked(confirmed: Bool = true, days: Int) throws -> Office {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    let request = try office.request(
      on: "2026-06-01", purposes: Array(repeating: .training, count: days))
    _ = try office.desk(.coordinator, "kit").ask(request, of: office.ada, as: office.id("talk"))
    if confirmed {
      _ = try office.desk(.peer, "ada").answer(.yes, to: office.id("talk"), of: office.ada)
    }
    return office
  }
}
