import ConsentRegistry
import Offices
import Testing

/// Nobody answers for a peer on whom they, or those they work for, have a hold.
struct PowerTests {
  @Test func `only a supporter whom the peer has named acts, until they are let go`() throws {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    let pause = Pause(from: try office.day("2026-05-20"), until: nil)
    for id in ["joe", nil] {
      let stranger = office.desk(.supporter, id)
      #expect(office.refusal { try stranger.pause(pause, by: office.ada) } == .notASupporter)
      #expect(office.refusal { try stranger.recordForReading(of: office.ada) } == .notASupporter)
      // Whether there is such a peer at all is told to nobody they haven't named.
      let nobody: PeerID = try office.id("nobody")
      #expect(office.refusal { try stranger.recordForReading(of: nobody) } == .notASupporter)
    }
    #expect(
      office.refusal {
        try office.desk(.supporter, "sam").name(office.id("joe"), of: nil, by: office.ada)
      }
        == .onlyThePeer)
    _ = try office.desk(.supporter, "sam").recordForReading(of: office.ada)
    try office.desk(.peer, "ada").letGo(office.id("sam"), by: office.ada)
    #expect(
      office.refusal { try office.desk(.supporter, "sam").pause(pause, by: office.ada) }
        == .notASupporter)
    #expect(
      office.refusal { try office.desk(.peer, "ada").letGo(office.id("sam"), by: office.ada) }
        == .unknownSupporter)
  }

  @Test func `a supporter doesn't act in what their own organisation asks, and may still tighten`()
    throws
  {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    let ask = try office.ask(on: "2026-06-01")
    try office.desk(.peer, "ada").name(office.id("sam"), of: office.id("o1"), by: office.ada)
    let sam = office.desk(.supporter, "sam")
    let pause = Pause(from: try office.day("2026-05-20"), until: nil)
    #expect(
      office.refusal { try sam.answer(.notThisOne, to: ask, of: office.ada) }
        == .supporterOfTheAsker)
    #expect(
      office.refusal { try sam.pause(pause, keeping: [ask], by: office.ada) }
        == .supporterOfTheAsker)
    // The same, where only the registry knows whom they ask for.
    try office.desk(.peer, "ada").name(office.id("lee"), of: nil, by: office.ada)
    office.roles.give(.coordinator, to: "lee", of: try office.id("o1"))
    #expect(
      office.refusal {
        try office.desk(.supporter, "lee").answer(.notThisOne, to: ask, of: office.ada)
      }
        == .supporterOfTheAsker)
    #expect(try office.states(of: ask) == [.held])
    _ = try sam.pause(pause, by: office.ada)
    #expect(try office.states(of: ask) == [.released])
  }

  @Test func `a supporter doesn't answer work that their own organisation offers`() throws {
    let office = try Office()
    func offer(_ id: String, by organisation: String) throws -> WorkOfferID {
      let offer: WorkOfferID = try office.id(id)
      try office.desk(.coordinator, "kit").offer(
        WorkDraft(
          organisation: try office.id(organisation), day: nil, minutes: 60, pay: .unpaid,
          words: "read our leaflet"), as: offer, to: office.ada)
      return offer
    }
    let theirs = try offer("w1", by: "o1")
    let other = try offer("w2", by: "o2")
    try office.desk(.peer, "ada").name(office.id("sam"), of: office.id("o1"), by: office.ada)
    let sam = office.desk(.supporter, "sam")
    #expect(
      office.refusal { try sam.answer(.notThisKind, toOffer: theirs, of: office.ada) }
        == .supporterOfTheAsker)
    // Nor does whoever has offered it.
    try office.desk(.peer, "ada").name(office.id("kit"), of: nil, by: office.ada)
    #expect(
      office.refusal {
        try office.desk(.supporter, "kit").answer(.notThisKind, toOffer: other, of: office.ada)
      } == .supporterOfTheAsker)
    _ = try sam.answer(.notThisOne, toOffer: other, of: office.ada)
  }

  @Test func `a custodian isn't one to a peer tied to their organisation, nor to one they ask`()
    throws
  {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    office.roles.give(.custodian, to: "rin", of: try office.id("northside"))
    let rin = office.desk(.custodian, "rin")
    _ = try rin.recordForReading(of: office.ada)
    let northside: OrganisationID = try office.id("northside")
    try office.desk(.peer, "ada").note(
      .tied(organisation: northside, relations: [.supervisor]), of: office.ada)
    #expect(office.refusal { try rin.recordForReading(of: office.ada) } == .custodianIsTied)
    #expect(office.refusal { try rin.withdraw(.init(), by: office.ada) } == .custodianIsTied)
    try office.desk(.peer, "ada").note(
      .tied(organisation: northside, relations: []), of: office.ada)
    _ = try rin.recordForReading(of: office.ada)

    let ask = try office.ask(on: "2026-06-01")
    let kit = office.desk(.custodian, "kit")
    #expect(office.refusal { try kit.recordForReading(of: office.ada) } == .custodianIsTied)
    #expect(office.refusal { try kit.answer(.yes, to: ask, of: office.ada) } == .custodianIsTied)
    // Once their ask is over they may read again.
    _ = try office.desk(.peer, "ada").answer(.notThisOne, to: ask, of: office.ada)
    _ = try kit.recordForReading(of: office.ada)
  }

  @Test func `whoever has asked isn't the only one to hear a yes`() throws {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    let ask = try office.ask(on: "2026-06-01")
    _ = try office.desk(.peer, "ada").answer(.notThisOne, to: ask, of: office.ada)
    let consent = Consent(
      id: try office.id("more"), story: try office.id("s1"), purposes: [.media],
      channels: [.inPerson], audiences: [.press], organisations: [try office.id("o1")],
      attribution: .firstName, recording: false, reuse: false, given: try office.day("2026-05-04"),
      from: try office.day("2026-05-04"), until: try office.day("2026-12-31"))
    let kit = office.desk(.custodian, "kit")
    #expect(office.refusal { try kit.grant(consent, by: office.ada) } == .askerIsNoWitness)
    #expect(
      office.refusal { try kit.witnessed(by: office.id("kit")).grant(consent, by: office.ada) }
        == .askerIsNoWitness)
    try kit.witnessed(by: office.id("bea")).grant(consent, by: office.ada)
    let record = try #require(office.ledger.record(of: office.ada))
    #expect(record.supporters.witnesses == [.consent(try office.id("more")): try office.id("bea")])
    // Another custodian, and another organisation, need no witness.
    #expect(
      office.refusal { try office.desk(.custodian, "rin").grant(consent, by: office.ada) }
        == .consentExists)
  }

  @Test func `the asking organisation's own custodian enters no yes alone`() throws {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    let ask = try office.ask(on: "2026-06-01")
    let o1: OrganisationID = try office.id("o1")
    office.roles.give(.custodian, to: "rin", of: o1)
    office.roles.give(.coordinator, to: "lee", of: o1)
    office.roles.give(.custodian, to: "una", of: nil)
    let rin = office.desk(.custodian, "rin")
    // Neither rin, nor lee who coordinates there, nor kit who asks, is somebody else.
    for witness in [nil, "rin", "lee", "kit"] {
      let desk = rin.witnessed(by: try witness.map { try office.id($0) })
      #expect(
        office.refusal { try desk.answer(.yes, to: ask, of: office.ada) } == .askerIsNoWitness)
    }
    #expect(
      office.refusal { try office.desk(.custodian, "lee").answer(.yes, to: ask, of: office.ada) }
        == .askerIsNoWitness)
    // Whoever keeps their name to themself would be free of all that.
    let unnamed = office.desk(.custodian, nil)
    #expect(
      office.refusal { try unnamed.answer(.yes, to: ask, of: office.ada) } == .custodianUnnamed)
    #expect(
      office.refusal {
        try unnamed.witnessed(by: office.id("bea")).answer(.yes, to: ask, of: office.ada)
      } == .custodianUnnamed)
    #expect(try office.states(of: ask) == [.held])
    _ = try rin.witnessed(by: office.id("bea")).answer(.yes, to: ask, of: office.ada)
    #expect(try office.states(of: ask) == [.confirmed])
    // A no may be entered by all; and a custodian of no organisation needs nobody beside them.
    let next = try office.ask(on: "2026-07-01")
    _ = try unnamed.answer(.notThisOne, to: next, of: office.ada)
    let told = try office.told(on: "2026-04-01")
    _ = try unnamed.record(told, of: office.ada)
    let consent = Consent(
      id: try office.id("more"), story: try office.id("s1"), purposes: [.media],
      channels: [.inPerson], audiences: [.press], organisations: [o1], attribution: .firstName,
      recording: false, reuse: false, given: try office.day("2026-05-04"),
      from: try office.day("2026-05-04"), until: try office.day("2026-12-31"))
    #expect(office.refusal { try unnamed.grant(consent, by: office.ada) } == .custodianUnnamed)
    #expect(office.refusal { try rin.grant(consent, by: office.ada) } == .askerIsNoWitness)
    try office.desk(.custodian, "una").grant(consent, by: office.ada)
  }

  @Test func `a custodian takes from a tie only what somebody else has heard`() throws {
    let office = try Office()
    let northside: OrganisationID = try office.id("northside")
    func tied(_ relations: Choices<Relation>) -> Happening {
      .tied(organisation: northside, relations: relations)
    }
    func ties() throws -> Choices<Relation>? {
      try #require(office.ledger.record(of: office.ada)).ties[northside]
    }
    let una = office.desk(.custodian, "una")
    try una.note(tied([.employer]), of: office.ada)
    try una.note(tied([.employer, .supervisor]), of: office.ada)
    office.roles.give(.coordinator, to: "lee", of: northside)
    // None of it, a part of it, or something else in its place: each takes away.
    for relations in [[], [.employer], [.employer, .funder]] as [Choices<Relation>] {
      for witness in [nil, "una", "lee"] {
        let desk = office.desk(.custodian, "una").witnessed(
          by: try witness.map { try office.id($0) })
        #expect(
          office.refusal { try desk.note(tied(relations), of: office.ada) } == .untyingUnwitnessed)
      }
    }
    #expect(try ties() == [.employer, .supervisor])
    let bea: WitnessID = try office.id("bea")
    try office.desk(.custodian, "una").witnessed(by: bea).note(tied([.employer]), of: office.ada)
    #expect(try ties() == [.employer])
    let kept = try #require(office.ledger.record(of: office.ada)).supporters.witnesses
    #expect(kept == [.untied(northside): bea])
    // With names in the registry, it also says who wrote it down.
    office.roles.give(.custodian, to: "una", of: nil)
    #expect(
      office.refusal {
        try office.desk(.custodian, nil).witnessed(by: bea).note(tied([]), of: office.ada)
      } == .custodianUnnamed)
    try office.desk(.peer, "ada").note(tied([]), of: office.ada)
    #expect(try ties() == nil)
  }

  @Test func `a coordinator acts for the organisation they belong to, and for no other`() throws {
    let office = try Office()
    try office.grant("wide", until: "2026-12-31")
    let kit = office.desk(.coordinator, "kit")
    #expect(try kit.checkForAsker(office.request(on: "2026-06-01"), of: office.ada).isPermitted)
    for own in [try office.id("o2"), nil] as [OrganisationID?] {
      office.roles.give(.coordinator, to: "kit", of: own)
      let kit = office.desk(.coordinator, "kit")
      let request = try office.request(on: "2026-06-01")
      #expect(office.refusal { _ = try kit.ask(request, of: office.ada) } == .notTheirOrganisation)
      #expect(
        office.refusal { _ = try kit.checkForAsker(request, of: office.ada) }
          == .notTheirOrganisation)
      #expect(
        office.refusal { _ = try office.desk(.coordinator, nil).ask(request, of: office.ada) }
          == .notTheirOrganisation)
    }
    office.roles.give(.coordinator, to: "kit", of: try office.id("o1"))
    _ = try office.ask(on: "2026-06-01")
  }
}
