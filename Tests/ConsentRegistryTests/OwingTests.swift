import Testing

@testable import ConsentRegistry

/// What is owed after a telling: by which day, who says that it was done, and whose word counts.
struct OwingTests {
  private static let all = Offer(
    remuneration: Money(minor: 15_000, currency: "USD"),
    reimbursement: Money(minor: 2_000, currency: "USD"), inKind: true)

  @Test func `each part of an offer is due thirty days after what took place, and overdue then`()
    throws
  {
    let office = try CareOffice()
    office.add(
      .asked(
        try office.engagement(
          "e1", [("2026-06-01", .completed), ("2026-06-02", .endedEarly)], offer: Self.all)))
    office.add(.asked(try office.engagement("e2", [("2026-06-20", .confirmed)])))
    let dues = try office.dues()
    // Nothing is due for what hasn't taken place yet.
    #expect(
      dues.map(\.cause) == [
        .engagement(try office.id("e1"), .remuneration),
        .engagement(try office.id("e1"), .reimbursement),
        .engagement(try office.id("e1"), .inKind),
      ])
    #expect(dues.map(\.amount?.minor) == [15_000, 2_000, nil])
    #expect(try dues.allSatisfy { try $0.dueOn == office.day("2026-07-02") })
    #expect(try dues[0].state(on: office.day("2026-07-02")) == .due)
    #expect(try dues[0].state(on: office.day("2026-07-03")) == .overdue)
  }

  @Test func `an organisation that owes a check-in or pay can't ask again until it has mended it`()
    throws
  {
    let office = try CareOffice()
    office.add(.asked(try office.engagement("e1", [("2026-06-01", .completed)])))
    #expect(try office.reasons(on: "2026-06-02") == [])
    #expect(try office.reasons(on: "2026-06-03") == [.careOverdue])
    #expect(try office.reasons(on: "2026-07-01") == [.careOverdue])
    #expect(try office.reasons(on: "2026-07-02") == [.careOverdue, .payOverdue])
    #expect(try office.reasons(by: "o2", on: "2026-07-02") == [])
    let kit = office.desk(.coordinator, "kit", on: "2026-07-02")
    try kit.checkedIn(after: office.id("e1"), of: office.ada, as: office.id("o1"))
    #expect(try office.reasons(on: "2026-07-02") == [.payOverdue])
    let pay = Due.Cause.engagement(try office.id("e1"), .remuneration)
    try kit.paid(pay, Money(minor: 10_000, currency: "USD"), of: office.ada, as: office.id("o1"))
    #expect(try office.reasons(on: "2026-07-02") == [.payOverdue], "a part isn't all of it")
    #expect(
      office.refusal {
        try kit.paid(pay, Money(minor: 5_000, currency: "EUR"), of: office.ada, as: office.id("o1"))
      } == .otherCurrency("USD"))
    try kit.paid(pay, Money(minor: 5_000, currency: "USD"), of: office.ada, as: office.id("o1"))
    #expect(try office.reasons(on: "2026-07-02") == [])
    #expect(try office.dues()[0].saidPaidOn == office.day("2026-07-02"))
    #expect(try office.dues()[0].said.confirmedOn == nil)
  }

  @Test func `what the peer misses stands until they say that it has come`() throws {
    let office = try CareOffice()
    office.add(.asked(try office.engagement("e1", [("2026-06-01", .completed)])))
    let pay = Due.Cause.engagement(try office.id("e1"), .remuneration)
    let (kit, own) = (
      office.desk(.coordinator, "kit", on: "2026-07-10"),
      office.desk(.peer, "ada", on: "2026-07-10")
    )
    try kit.checkedIn(after: office.id("e1"), of: office.ada, as: office.id("o1"))
    try kit.paid(pay, of: office.ada, as: office.id("o1"), on: office.day("2026-06-20"))
    #expect(try office.reasons(on: "2026-07-10") == [])
    try own.missPay(pay, of: office.ada)
    #expect(try office.reasons(on: "2026-07-10") == [.payOverdue])
    try kit.paid(pay, of: office.ada, as: office.id("o1"))
    try kit.answerPay(pay, words: "Sent on 20 June.", of: office.ada, as: office.id("o1"))
    #expect(try office.reasons(on: "2026-07-10") == [.payOverdue])
    #expect(try office.dues()[0].said.answers.map(\.words) == ["Sent on 20 June."])
    try own.confirmPay(pay, of: office.ada)
    #expect(try office.reasons(on: "2026-07-10") == [])
    // It came on the day that the organisation named, now that the peer has it.
    #expect(try office.dues()[0].paidOn == office.day("2026-06-20"))
  }

  @Test func `a fee that no booking is about is overdue after its day, whatever is said to it`()
    throws
  {
    let office = try CareOffice()
    let own = office.desk(.peer, "ada", on: "2026-05-20")
    let fee = Fee(
      id: try office.id("f1"), organisation: try office.id("o1"),
      amount: Money(minor: 8_000, currency: "USD"), dueOn: try office.day("2026-05-20"))
    try own.missFee(fee, of: office.ada)
    #expect(office.refusal { try own.missFee(fee, of: office.ada) } == .feeExists)
    #expect(try office.reasons(on: "2026-05-20") == [])
    #expect(try office.reasons(on: "2026-05-21") == [.payOverdue])
    let kit = office.desk(.coordinator, "kit", on: "2026-05-21")
    try kit.paid(.fee(fee.id), of: office.ada, as: office.id("o1"))
    #expect(try office.reasons(on: "2026-05-21") == [.payOverdue])
    try office.desk(.custodian, on: "2026-05-22").confirmPay(.fee(fee.id), of: office.ada)
    #expect(try office.reasons(on: "2026-05-22") == [])
  }

  @Test func `a check-in follows what fell through too, and a call between two talks isn't enough`()
    throws
  {
    let office = try CareOffice()
    office.add(.asked(try office.engagement("missed", [("2026-06-01", .didNotTakePlace)])))
    office.add(
      .asked(
        try office.engagement("two", [("2026-06-20", .completed), ("2026-06-24", .completed)])))
    office.add(.asked(try office.engagement("called-off", [("2026-06-28", .cancelledByPeer)])))
    office.add(
      .recorded(
        try office.engagement("late", [("2026-06-10", .completed)], origin: .recorded),
        words: UseWords()))
    #expect(try office.checkIns().map(\.engagement) == [office.id("missed"), office.id("two")])
    #expect(
      try office.checkIns().map(\.dueOn) == [office.day("2026-06-02"), office.day("2026-06-25")])
    let kit = office.desk(.coordinator, "kit", on: "2026-06-25")
    func said(_ name: String, on day: String) throws {
      try kit.checkedIn(
        after: office.id(name), of: office.ada, as: office.id("o1"), on: office.day(day))
    }
    try said("missed", on: "2026-06-02")
    try said("two", on: "2026-06-22")
    #expect(try office.checkIns().map(\.doneOn) == [office.day("2026-06-02"), nil])
    try office.desk(.peer, "ada", on: "2026-06-25").confirmCheckIn(
      after: office.id("two"), of: office.ada)
    let two = try office.checkIns()[1]
    #expect(two.saidOn == nil && two.confirmedOn == Day("2026-06-25"))
    // The peer's word against the organisation's: it is owed until they say otherwise.
    let ada = office.desk(.peer, "ada", on: "2026-06-27")
    try ada.missCheckIn(after: office.id("two"), of: office.ada)
    try said("two", on: "2026-06-25")
    #expect(try office.checkIns()[1].state(on: office.day("2026-06-27")) == .overdue)
    #expect(try office.reasons(on: "2026-06-27").contains(.careOverdue))
    try ada.confirmCheckIn(after: office.id("two"), of: office.ada)
    #expect(try office.checkIns()[1].state(on: office.day("2026-06-27")) == .done)
    #expect(office.refusal { try said("called-off", on: "2026-06-25") } == .noCheckIn)
    #expect(office.refusal { try said("nowhere", on: "2026-06-25") } == .noCheckIn)
    // Whoever does without care is owed none.
    office.add(.waived(.care, isWaived: true))
    #expect(try office.checkIns() == [])
    #expect(try !office.reasons(on: "2026-07-01").contains(.careOverdue))
  }

  @Test(arguments: [
    ("2026-05-13", Channel.inPerson, false), ("2026-05-14", .inPerson, true),
    ("2026-05-19", .hearing, false), ("2026-05-20", .hearing, true),
  ])
  func `an organiser cancels too late from the day on which they could no longer ask`(
    day: String, channel: Channel, isLate: Bool
  ) throws {
    let talk = try #require(Day("2026-05-20"))
    let engagement = EngagementRecord(
      id: try #require(ID("e1")), story: try #require(ID("s1")),
      organisation: try #require(ID("o1")),
      event: nil, origin: .permitted,
      sessions: [
        .init(
          use: try #require(ID("e1-1")), kind: .telling, channel: channel, purpose: nil,
          audience: nil, first: talk, last: talk, state: .cancelledByOrganiser)
      ])
    let said = try #require(Day(day))
    let notice = Policy.initial.notice
    #expect(engagement.isCancelledLate([0], on: said, notice: notice) == isLate)
    #expect(!engagement.isCancelledLate([], on: said, notice: notice))
  }

  @Test func `an organisation reads and says only its own, and others read as unknown`() throws {
    let office = try CareOffice()
    office.add(.asked(try office.engagement("e1", [("2026-06-01", .completed)])))
    let kit = office.desk(.coordinator, "kit", on: "2026-06-02")
    let pay = Due.Cause.engagement(try office.id("e1"), .remuneration)
    for organisation in ["o3", "o1"] {
      for peer in ["nobody", "ada"] where organisation == "o3" || peer == "nobody" {
        let (whom, who): (PeerID, OrganisationID) =
          (try office.id(peer), try office.id(organisation))
        #expect(
          office.refusal { try kit.recordForReading(of: whom, as: who) } == .unknownPeer)
        #expect(office.refusal { try kit.paid(pay, of: whom, as: who) } == .unknownPeer)
        #expect(
          office.refusal { try kit.checkedIn(after: office.id("e1"), of: whom, as: who) }
            == .unknownPeer)
      }
    }
    #expect(
      office.refusal { try kit.paid(pay, of: office.ada, as: office.id("o2")) } == .unknownDue)
    #expect(office.refusal { try kit.paid(pay, of: office.ada, as: nil) } == .unknownPeer)
    #expect(office.refusal { try kit.confirmPay(pay, of: office.ada) } == .onlyThePeer)
    #expect(office.refusal { try kit.missPay(pay, of: office.ada) } == .onlyThePeer)
    let own = office.desk(.peer, "ada", on: "2026-06-02")
    #expect(office.refusal { try own.paid(pay, of: office.ada, as: nil) } == .notForThisRole)
    // What is owed outlives a consent: the debtor can still pay.
    _ = try own.withdraw(.init(), by: office.ada)
    try kit.paid(pay, of: office.ada, as: office.id("o1"))
    #expect(
      office.refusal { try kit.recordForReading(of: office.ada, as: office.id("o2")) }
        == .unknownPeer)
  }

  @Test func `what an organisation gave is its word, and the peer's word stands beside it`() throws
  {
    let office = try CareOffice()
    let course = Contribution(
      id: try office.id("c1"), organisation: try office.id("o1"), kind: .training, minutes: 180,
      costToPeer: Money(minor: 1_200, currency: "USD"), isPaidTime: true,
      day: try office.day("2026-05-20"), words: "Speaking to a room")
    let kit = office.desk(.coordinator, "kit", on: "2026-05-19")
    #expect(
      office.refusal { try kit.contribute(course, to: office.ada) }
        == .inTheFuture(today: try office.day("2026-05-19")))
    try office.desk(.coordinator, "kit", on: "2026-05-21").contribute(course, to: office.ada)
    #expect(try office.record.owing.contributionsConfirmed.isEmpty)
    let own = office.desk(.peer, "ada", on: "2026-05-22")
    #expect(
      office.refusal { try own.confirmContribution(office.id("c2"), of: office.ada) }
        == .unknownContribution)
    try own.confirmContribution(course.id, of: office.ada)
    #expect(try office.record.owing.contributionsConfirmed == [course.id: office.day("2026-05-22")])
    #expect(office.refusal { try own.contribute(course, to: office.ada) } == .notForThisRole)
  }

  @Test func `an organisation's record tells what it took, how it paid, and asks after a no`()
    throws
  {
    let office = try CareOffice()
    office.add(.asked(try office.engagement("e1", [("2026-05-10", .completed)])))
    office.add(.asked(try office.engagement("e2", [("2026-06-10", .completed)])))
    office.add(.asked(try office.engagement("e3", [("2026-06-30", .completed)])))
    office.add(.asked(try office.engagement("e4", [("2026-07-01", .declined)])))
    office.add(.asked(try office.engagement("e5", [("2026-12-01", .confirmed)])))
    for (name, paid, call) in [
      ("e1", "2026-06-09", "2026-05-11"), ("e2", "2026-07-11", "2026-06-12"),
    ] {
      office.add(
        .owing(
          .paid(
            .engagement(try office.id(name), .remuneration), nil, day: try office.day(paid))))
      office.add(.owing(.checkedIn(try office.id(name), day: try office.day(call))))
    }
    let request = try office.request(on: ["2026-09-01"])
    for rules in [[RuleCode.askQuiet, .restPeriod], [.restPeriod]] {
      office.add(
        .heldBack(
          HeldBackAsk(
            organisation: try office.id("o1"), day: try office.day("2026-07-05"),
            blockStarts: try office.day("2026-09-01"), rules: rules, request: request)))
    }
    let history = try office.record.history(
      with: office.id("o1"), on: office.day("2026-07-31"), policy: .initial)
    #expect(
      history
        == OrganisationHistory(
          tellings: 3, exposures: 0, paidOnTime: 1, paidLate: 1, unpaid: 1, checkInsOnTime: 1,
          checkInsLate: 1, checkInsMissed: 1, saidOnly: 4, asksAfterNo: 1))
    #expect(
      try office.record.history(
        with: office.id("o2"), on: office.day("2026-07-31"), policy: .initial
      )
      .isEmpty)
  }
}
