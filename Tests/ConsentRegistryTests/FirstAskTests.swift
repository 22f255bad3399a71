import ConsentRegistry
import Testing

/// First asks: shown to the peer who takes them, and never told of to who asks, but by a yes.
struct FirstAskTests {
  /// Ada takes first asks from o1, and has a consent that names o2 alone.
  private func takingOffice() throws -> AskingOffice {
    let office = try AskingOffice()
    try office.grant(organisation: "o2", on: "2026-05-01")
    try office.desk(.peer, on: "2026-05-01").takeFirstAsks(
      true, from: office.id("o1"), by: office.ada)
    return office
  }

  private func told(_ office: AskingOffice, of peer: String, on day: String) throws
    -> AskerDecision
  {
    let outcome = try office.desk(.coordinator, on: day).ask(
      office.request(for: "2026-06-01", of: peer), of: office.id(peer), as: office.id("mine"))
    guard case .toldToAsker(let told) = outcome else {
      Issue.record("one who asks was told more than a denial")
      throw RegistryError.notForThisRole
    }
    return told
  }

  @Test func `whether it went, was held back, or nobody is there, the asker is told the same`()
    throws
  {
    let unknown = try told(try AskingOffice(), of: "nobody", on: "2026-05-04")
    #expect(unknown.reasons == [.consent(gaps: [])] && unknown.isAvailable == nil)

    let plain = try AskingOffice()
    #expect(try told(plain, of: "ada", on: "2026-05-04") == unknown)
    #expect(try plain.record().heldBack.count == 1)

    let free = try takingOffice()
    #expect(try told(free, of: "ada", on: "2026-05-04") == unknown)
    #expect(try free.record().heldBack.isEmpty)
    let first = try #require(try free.record().engagements.last)
    #expect(first.origin == .firstAsked && first.askedOn == Day("2026-05-04"))
    #expect(first.replyUntil == Day("2026-05-11") && first.id.text != "mine")
    // The same again is held back by the first, and reads as before.
    #expect(try told(free, of: "ada", on: "2026-05-05") == unknown)
    #expect(try free.record().heldBack.count == 1)

    let resting = try takingOffice()
    _ = try resting.desk(.peer, on: "2026-05-02").record(
      LateEntry(
        kind: .telling, channel: .inPerson, time: .day(resting.day("2026-05-02")),
        story: resting.id("s1"), organisation: resting.id("o2"), event: nil), of: resting.ada)
    try resting.desk(.peer, on: "2026-05-02").setReadiness(
      notBefore: resting.day("2026-06-02"), by: resting.ada)
    #expect(try told(resting, of: "ada", on: "2026-05-04") == unknown)
    #expect(try resting.record().heldBack.map(\.rules) == [[.consentMissing, .readinessNotBefore]])

    let paused = try takingOffice()
    _ = try paused.desk(.peer, on: "2026-05-02").pause(
      Pause(from: paused.day("2026-05-02"), until: nil), by: paused.ada)
    #expect(try told(paused, of: "ada", on: "2026-05-04") == unknown)
    #expect(try paused.record().engagements.isEmpty)
    // What each of them looks at afterwards reads alike too.
    let looks = try [(plain, "nobody"), (plain, "ada"), (free, "ada"), (paused, "ada")].map {
      try $0.0.desk(.coordinator, on: "2026-05-06").checkForAsker(
        $0.0.request(for: "2026-06-02"), of: $0.0.id($0.1))
    }
    #expect(Set(looks).count == 1)
  }

  @Test func `a yes is a consent for that use alone, and decides anew`() throws {
    let office = try takingOffice()
    _ = try told(office, of: "ada", on: "2026-05-04")
    let first = try #require(try office.record().engagements.last?.id)
    guard
      case .answered = try office.desk(.peer, on: "2026-05-06").answer(
        .yes, to: first, of: office.ada)
    else {
      Issue.record("the yes didn't stand")
      return
    }
    let record = try office.record()
    let consent = try #require(record.consents.last)
    #expect(consent.onlyFor == first && consent.until == Day("2026-06-01"))
    #expect(consent.organisations.map(\.text) == ["o1"] && consent.from == Day("2026-05-06"))
    #expect(record.engagement(first)?.sessions.map(\.state) == [.confirmed])
    // Nothing else rests on it, and the peer isn't known by it.
    let next = try office.request(for: "2026-05-31")
    #expect(try office.reasons(next, on: "2026-05-07").contains("consent.missing"))
    let unknown = try office.desk(.coordinator, on: "2026-05-07").checkForAsker(
      next, of: office.id("nobody"))
    #expect(
      try office.desk(.coordinator, on: "2026-05-07").checkForAsker(next, of: office.ada)
        == unknown)
    // Nor does a change of that very use, on another day that the consent would reach: it is asked
    // for like any other, and held back.
    let edited = try office.desk(.coordinator, on: "2026-05-07").edit(
      first, to: office.request(for: "2026-05-31"), of: office.ada)
    guard case .toldToAsker = edited else {
      Issue.record("a consent for one use alone covered a change of it")
      return
    }
    #expect(try office.record().engagement(first)?.sessions.map(\.state) == [.confirmed])
    // Withdrawing something else leaves it booked; withdrawing it lets it go.
    _ = try office.desk(.peer, on: "2026-05-08").withdraw(
      .init(purpose: .fundraising), by: office.ada)
    #expect(try office.record().engagement(first)?.sessions.map(\.state) == [.confirmed])
    let letGo = try office.desk(.peer, on: "2026-05-08").withdraw(
      .init(consent: consent.id), by: office.ada)
    #expect(letGo.engagements == [first])
  }

  @Test func `a yes that finds the peer paused is refused whole, and leaves no consent`() throws {
    let office = try takingOffice()
    _ = try told(office, of: "ada", on: "2026-05-04")
    let first = try #require(try office.record().engagements.last?.id)
    _ = try office.desk(.peer, on: "2026-05-05").setReadiness(
      notBefore: office.day("2026-07-01"), by: office.ada)
    guard
      case .denied(let decision) = try office.desk(.peer, on: "2026-05-06").answer(
        .yes, to: first, of: office.ada)
    else {
      Issue.record("a yes passed over the peer's own not-before day")
      return
    }
    #expect(decision.reasons.map(\.rule) == [.readinessNotBefore])
    #expect(try office.record().consents.count == 1)
  }

  @Test func `a no keeps that organisation quiet, as with every ask`() throws {
    let office = try takingOffice()
    _ = try told(office, of: "ada", on: "2026-05-04")
    let first = try #require(try office.record().engagements.last?.id)
    _ = try office.desk(.peer, on: "2026-05-05").answer(.notThisOne, to: first, of: office.ada)
    _ = try told(office, of: "ada", on: "2026-05-06")
    #expect(try office.record().heldBack.map(\.rules) == [[.consentMissing, .askQuiet]])
    #expect(try office.record().consents.count == 1)
  }

  @Test func `what is withdrawn afterwards holds first asks back, and lets a waiting one go`()
    throws
  {
    let office = try takingOffice()
    _ = try told(office, of: "ada", on: "2026-05-04")
    let first = try #require(try office.record().engagements.last?.id)
    let other = try office.desk(.peer, on: "2026-05-05").withdraw(
      .init(purpose: .fundraising), by: office.ada)
    #expect(other.engagements.isEmpty)
    let letGo = try office.desk(.peer, on: "2026-05-05").withdraw(.init(), by: office.ada)
    #expect(letGo.engagements == [first])
    _ = try told(office, of: "ada", on: "2026-05-06")
    #expect(try office.record().heldBack.count == 1)
    // Said anew, it holds again.
    try office.desk(.peer, on: "2026-05-07").takeFirstAsks(
      true, from: office.id("o1"), by: office.ada)
    _ = try told(office, of: "ada", on: "2026-05-07")
    #expect(try office.record().heldBack.count == 1)
    #expect(try office.record().engagements.count == 2)
  }

  @Test func `a story that isn't there, or more than consent in the way, holds it back`() throws {
    let office = try takingOffice()
    let desk = office.desk(.coordinator, on: "2026-05-04")
    _ = try desk.ask(office.request(for: "2026-06-01", unpaid: false), of: office.ada)
    _ = try desk.ask(office.request(for: "2026-05-08"), of: office.ada)
    _ = try desk.ask(office.request(for: "2026-06-01", organisation: "o3"), of: office.ada)
    #expect(try office.record().heldBack.count == 3)
    try office.desk(.peer, on: "2026-05-04").name(office.id("sam"), of: nil, by: office.ada)
    try office.desk(.supporter, "sam", on: "2026-05-04").takeFirstAsks(
      false, from: office.id("o1"), by: office.ada)
    _ = try told(office, of: "ada", on: "2026-05-04")
    #expect(try office.record().heldBack.count == 4)
    #expect(
      office.refusal {
        try office.desk(.peer, on: "2026-05-04").name(office.id("sam"), of: nil, by: office.ada)
        try office.desk(.supporter, "sam", on: "2026-05-04").takeFirstAsks(
          true, from: office.id("o1"), by: office.ada)
      } == .onlyThePeer)
  }

  @Test func `a first ask that was held back can be taken up, with a consent for it alone`() throws
  {
    let office = try takingOffice()
    for text in ["2026-05-02", "2026-05-03"] {
      try office.desk(.peer, on: "2026-05-03").recordAskOutside(
        by: office.id("o1"), on: office.day(text), of: office.ada)
    }
    _ = try told(office, of: "ada", on: "2026-05-04")
    #expect(try office.record().heldBack.map(\.rules) == [[.consentMissing, .askCap]])
    guard
      case .booked(let booking) = try office.desk(.peer, on: "2026-05-05").takeUp(
        attempt: 1, of: office.ada)
    else {
      Issue.record("only the asks of late stood in the way, and the peer starts it")
      return
    }
    #expect(try office.record().consents.last?.onlyFor == booking.id)
    #expect(try office.record().engagement(booking.id)?.sessions.map(\.state) == [.confirmed])
  }
}
