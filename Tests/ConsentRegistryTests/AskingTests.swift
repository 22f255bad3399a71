import ConsentRegistry
import Testing

/// Quiet periods, asks made outside, and what was held back and taken up.
struct AskingTests {
  @Test func `a quiet period says what started it, and only the peer ends it early`() throws {
    let office = try AskingOffice()
    try office.grant(purposes: [.training, .fundraising], on: "2026-05-01")
    let dinner = try #require(
      try office.ask(office.request(for: "2026-06-01", purpose: .fundraising), on: "2026-05-04"))
    _ = try office.desk(.peer, on: "2026-05-05").answer(.notThisOne, to: dinner, of: office.ada)
    let quiet = try office.quiet(on: "2026-05-06")
    #expect(quiet.map(\.cause) == [.declined(dinner)])
    #expect(quiet.first?.period.from == Day("2026-05-06"))
    #expect(quiet.first?.period.until == Day("2026-05-19"))
    let evening = try office.request(for: "2026-06-20", purpose: .fundraising, by: "lee")
    #expect(try office.reasons(evening, on: "2026-05-10") == ["ask.quiet"])
    #expect(
      try office.reasons(office.request(for: "2026-06-20"), on: "2026-05-10").isEmpty)
    for role in [Actor.Role.coordinator, .supporter] {
      #expect(
        office.refusal {
          try office.desk(role, "sam", on: "2026-05-10").endQuiet(
            for: office.id("o1"), by: office.ada)
        } == .onlyThePeer)
    }
    try office.desk(.peer, on: "2026-05-10").endQuiet(for: office.id("o1"), by: office.ada)
    #expect(try office.reasons(evening, on: "2026-05-10").isEmpty)
    #expect(try office.quiet(on: "2026-05-10").map(\.period.until) == [Day("2026-05-09")])
    // What the peer says afterwards, on that very day, starts a quiet period of its own.
    let again = try #require(try office.ask(evening, on: "2026-05-10"))
    _ = try office.desk(.peer, on: "2026-05-10").answer(.notThisKind, to: again, of: office.ada)
    #expect(
      try office.reasons(
        office.request(for: "2026-07-20", purpose: .fundraising), on: "2026-05-11"
      ).contains("ask.quiet"))
  }

  @Test func `a lapse is told from a second in a row`() throws {
    let office = try AskingOffice()
    try office.grant(on: "2026-05-01")
    let first = try #require(
      try office.ask(office.request(for: "2026-06-01"), on: "2026-05-04"))
    // It could be answered through 11 May, lapsed on 12 May, and is quiet for 30 days.
    #expect(try office.quiet(on: "2026-05-12").map(\.cause) == [.lapsed(first)])
    #expect(try office.quiet(on: "2026-05-12").map(\.period.until) == [Day("2026-06-11")])
    let second = try #require(
      try office.ask(office.request(for: "2026-08-01"), on: "2026-06-12"))
    #expect(
      try office.quiet(on: "2026-06-20").map(\.cause) == [.lapsed(first), .lapsedAgain(second)])
    #expect(try office.quiet(on: "2026-06-20").last?.period.until == Day("2026-09-18"))
    // Ended on the day of the lapse: nothing of it is left, and the first is over anyway.
    try office.desk(.peer, on: "2026-06-20").endQuiet(for: office.id("o1"), by: office.ada)
    #expect(try office.quiet(on: "2026-06-20").map(\.cause) == [.lapsed(first)])
  }

  @Test func `a quiet period of the peer's own choice acts at once, through its last day`() throws {
    let office = try AskingOffice()
    try office.grant(purposes: [.training, .fundraising], on: "2026-05-01")
    try office.desk(.peer, on: "2026-05-01").name(office.id("sam"), of: nil, by: office.ada)
    let supporter = office.desk(.supporter, "sam", on: "2026-05-04")
    try supporter.chooseQuiet(
      for: office.id("o1"), purpose: .fundraising, until: office.day("2026-05-20"), by: office.ada)
    let dinner = try office.request(for: "2026-07-01", purpose: .fundraising)
    #expect(try office.reasons(dinner, on: "2026-05-04") == ["ask.quiet"])
    #expect(try office.reasons(dinner, on: "2026-05-20") == ["ask.quiet"])
    #expect(try office.reasons(dinner, on: "2026-05-21").isEmpty)
    #expect(try office.reasons(office.request(for: "2026-07-01"), on: "2026-05-04").isEmpty)
    #expect(
      office.refusal {
        try supporter.chooseQuiet(
          for: office.id("o1"), until: office.day("2026-05-03"), by: office.ada)
      } == .quietEndsBeforeItBegins)
  }

  @Test func `an ask made outside counts as an ask of its day`() throws {
    let office = try AskingOffice()
    try office.grant(on: "2026-05-01")
    let request = try office.request(for: "2026-07-01")
    for text in ["2026-05-02", "2026-05-03"] {
      try office.desk(.peer, on: "2026-05-04").recordAskOutside(
        by: office.id("o1"), on: office.day(text), of: office.ada)
    }
    #expect(try office.reasons(request, on: "2026-05-31") == ["ask.cap"])
    #expect(try office.reasons(request, on: "2026-06-01").isEmpty)
    let shares = try office.record().askShares(on: office.day("2026-05-31"), days: 30)
    #expect(shares.map(\.asks) == [2] && shares.map(\.ofAll) == [2])
    #expect(
      office.refusal {
        try office.desk(.coordinator, on: "2026-05-04").recordAskOutside(
          by: office.id("o1"), on: office.day("2026-05-04"), of: office.ada)
      } == .onlyThePeer)
  }

  @Test func `an organisation's share is of all asks, and what was held back is apart`() throws {
    let office = try AskingOffice()
    for name in ["o1", "o2"] { try office.grant(organisation: name, on: "2026-05-01") }
    try office.ask(office.request(for: "2026-06-01"), on: "2026-05-04")
    try office.ask(office.request(for: "2026-07-01", organisation: "o2"), on: "2026-05-05")
    try office.ask(office.request(for: "2026-07-20"), on: "2026-05-05")
    try office.ask(office.request(for: "2026-08-20"), on: "2026-05-06")
    let shares = try office.record().askShares(on: office.day("2026-05-06"), days: 30)
    #expect(shares.map(\.organisation.text) == ["o1", "o2"])
    #expect(shares.map(\.asks) == [2, 1] && shares.map(\.ofAll) == [3, 3])
    #expect(shares.map(\.attempts) == [1, 0])
  }

  @Test func `taking up what was held back is no ask, and happens once`() throws {
    let office = try AskingOffice()
    try office.grant(on: "2026-05-01")
    let first = try #require(
      try office.ask(office.request(for: "2026-06-01"), on: "2026-05-04"))
    _ = try office.desk(.peer, on: "2026-05-05").answer(.notThisOne, to: first, of: office.ada)
    // Held back by the quiet period alone; the peer would like it all the same.
    #expect(try office.ask(office.request(for: "2026-07-01"), on: "2026-05-06") == nil)
    #expect(
      try office.record().attempts(on: office.day("2026-05-06")).map(\.ask.rules) == [[.askQuiet]])
    for role in [Actor.Role.coordinator, .supporter] {
      #expect(
        office.refusal {
          try office.desk(role, "sam", on: "2026-05-07").takeUp(attempt: 1, of: office.ada)
        } == .onlyThePeer)
    }
    let asksBefore = try office.record().askShares(on: office.day("2026-05-07"), days: 30)
    let outcome = try office.desk(.peer, on: "2026-05-07").takeUp(attempt: 1, of: office.ada)
    guard case .booked(let booking) = outcome else {
      Issue.record("what the peer took up isn't booked")
      return
    }
    #expect(booking.origin == .permitted && booking.askedOn == nil && booking.replyUntil == nil)
    let kept = try #require(try office.record().engagement(booking.id))
    #expect(kept == booking && kept.sessions.map(\.state) == [.confirmed])
    #expect(
      try office.record().askShares(on: office.day("2026-05-07"), days: 30) == asksBefore)
    let desk = office.desk(.peer, on: "2026-05-08")
    #expect(office.refusal { try desk.takeUp(attempt: 1, of: office.ada) } == .attemptTakenUp)
    #expect(office.refusal { try desk.takeUp(attempt: 2, of: office.ada) } == .unknownAttempt)
    #expect(office.refusal { try desk.takeUp(attempt: 0, of: office.ada) } == .unknownAttempt)
  }

  @Test func `what still stands against an attempt is told whole, and one that is over is over`()
    throws
  {
    let office = try AskingOffice()
    try office.grant(on: "2026-05-01")
    #expect(try office.ask(office.request(for: "2026-05-08"), on: "2026-05-04") == nil)
    let outcome = try office.desk(.peer, on: "2026-05-04").takeUp(attempt: 1, of: office.ada)
    guard case .denied(let decision) = outcome else {
      Issue.record("the notice was set aside by nobody")
      return
    }
    #expect(decision.reasons.map(\.rule) == [.noticeShort])
    #expect(
      office.refusal {
        try office.desk(.peer, on: "2026-05-09").takeUp(attempt: 1, of: office.ada)
      } == .attemptIsPast(try office.day("2026-05-08")))
  }
}

/// Exceptions: the peer alone, for one block, from the day after.
struct ExceptionTests {
  private func restedOffice() throws -> AskingOffice {
    let office = try AskingOffice()
    try office.grant(on: "2026-05-01")
    _ = try office.desk(.peer, on: "2026-05-02").record(
      LateEntry(
        kind: .telling, channel: .inPerson, time: .day(office.day("2026-05-02")),
        story: office.id("s1"), organisation: office.id("o1"), event: nil), of: office.ada)
    // Rest is over on 17 May; asked for 14 May.
    #expect(try office.ask(office.request(for: "2026-05-14"), on: "2026-05-04") == nil)
    return office
  }

  @Test func `what the peer sets aside is so from the day after`() throws {
    let office = try restedOffice()
    let set = try office.desk(.peer, on: "2026-05-05").setAside(
      [.restPeriod], forAttempt: 1, of: office.ada)
    #expect(set.exceptionsFrom == Day("2026-05-06") && !set.waitsForContact)
    guard
      case .denied = try office.desk(.peer, on: "2026-05-05").takeUp(attempt: 1, of: office.ada)
    else {
      Issue.record("an exception was in force on its own day")
      return
    }
    guard
      case .booked(let booking) = try office.desk(.peer, on: "2026-05-06").takeUp(
        attempt: 1, of: office.ada)
    else {
      Issue.record("the exception isn't in force")
      return
    }
    #expect(booking.origin == .excepted)
  }

  @Test func `an equal request sent again goes through, in other words or by a colleague`() throws {
    let office = try restedOffice()
    _ = try office.desk(.peer, on: "2026-05-05").setAside(
      [.restPeriod], forAttempt: 1, of: office.ada)
    let other = try office.request(for: "2026-05-15")
    let unpaid = try office.request(for: "2026-05-14", unpaid: false)
    #expect(try office.reasons(other, on: "2026-05-06").contains("rest.period"))
    #expect(try office.reasons(unpaid, on: "2026-05-06").contains("rest.period"))
    let again = try office.request(
      for: "2026-05-14", by: "lee", words: RequestWords(aim: "said anew"))
    #expect(try office.reasons(again, on: "2026-05-05") == ["rest.period"])
    let id = try #require(try office.ask(again, on: "2026-05-06"))
    #expect(try office.record().engagement(id)?.origin == .excepted)
    #expect(
      office.refusal {
        try office.desk(.peer, on: "2026-05-06").takeUp(attempt: 1, of: office.ada)
      } == .attemptAskedAgain)
    // The yes keeps them; and a block isn't told twice.
    guard
      case .answered = try office.desk(.peer, on: "2026-05-07").answer(
        .yes, to: id, of: office.ada)
    else {
      Issue.record("the confirm lost the exception")
      return
    }
    #expect(try office.reasons(again, on: "2026-05-07").contains("rest.period"))
  }

  @Test func `an exception that nothing needed leaves no mark`() throws {
    let office = try restedOffice()
    _ = try office.desk(.peer, on: "2026-05-04").setAside(
      [.capLifetime], forAttempt: 1, of: office.ada)
    #expect(
      try office.reasons(office.request(for: "2026-05-14"), on: "2026-05-06") == ["rest.period"])
    try office.ask(office.request(for: "2026-05-16"), on: "2026-05-04")
    _ = try office.desk(.peer, on: "2026-05-04").setAside(
      [.restPeriod], forAttempt: 2, of: office.ada)
    let booked = try office.desk(.peer, on: "2026-05-05").takeUp(attempt: 2, of: office.ada)
    guard case .booked(let booking) = booked else {
      Issue.record("held back by rest alone, and rest is set aside")
      return
    }
    #expect(booking.origin == .excepted)
    try office.ask(office.request(for: "2026-07-01"), on: "2026-05-05")
    let plain = try #require(try office.record().engagements.last)
    #expect(plain.origin == .permitted)
  }

  @Test func `only the peer sets aside, only what may be, and may take it back`() throws {
    let office = try restedOffice()
    for role in [Actor.Role.coordinator, .supporter] {
      #expect(
        office.refusal {
          try office.desk(role, "sam", on: "2026-05-05").setAside(
            [.restPeriod], forAttempt: 1, of: office.ada)
        } == .onlyThePeer)
    }
    let desk = office.desk(.peer, on: "2026-05-05")
    #expect(
      office.refusal {
        try desk.setAside([.restPeriod, .pauseActive], forAttempt: 1, of: office.ada)
      } == .notToBeSetAside)
    _ = try desk.setAside([.restPeriod], forAttempt: 1, of: office.ada)
    #expect(try desk.setAside([], forAttempt: 1, of: office.ada).setAside.isEmpty)
    #expect(
      try office.reasons(office.request(for: "2026-05-14"), on: "2026-05-06") == ["rest.period"])
  }

  @Test func `where a tie stands, the contact's word is needed, and the peer can't give it`() throws
  {
    let office = try restedOffice()
    let request = try office.request(for: "2026-05-14")
    try office.desk(.peer, on: "2026-05-04").note(
      .tied(organisation: office.id("o1"), relations: [.employer]), of: office.ada)
    let set = try office.desk(.peer, on: "2026-05-05").setAside(
      [.restPeriod], forAttempt: 1, of: office.ada)
    #expect(set.waitsForContact && set.exceptionsFrom == nil)
    #expect(
      office.refusal {
        try office.desk(.peer, on: "2026-05-06").confirmSetAside(forAttempt: 1, of: office.ada)
      } == .notForThisRole)
    let custodian = office.desk(.custodian, on: "2026-05-06")
    #expect(
      office.refusal { try custodian.confirmSetAside(forAttempt: 1, of: office.ada) }
        == .noIndependentContact)
    try office.desk(.peer, on: "2026-05-06").note(
      .contactChosen(IndependentContact(organisation: nil)), of: office.ada)
    #expect(try office.reasons(request, on: "2026-05-07") == ["rest.period"])
    let confirmed = try office.desk(.custodian, on: "2026-05-07").confirmSetAside(
      forAttempt: 1, of: office.ada)
    #expect(confirmed.exceptionsFrom == Day("2026-05-08"))
    #expect(try office.reasons(request, on: "2026-05-07") == ["rest.period"])
    #expect(try office.reasons(request, on: "2026-05-08") == ["notice.short"])
    // What is set aside later waits for a word of its own.
    _ = try office.desk(.peer, on: "2026-05-08").setAside(
      [.noticeShort], forAttempt: 1, of: office.ada)
    #expect(
      try office.record().exceptions(for: request, on: office.day("2026-05-09")) == [.restPeriod])
  }
}
