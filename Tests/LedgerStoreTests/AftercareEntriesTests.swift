import ConsentRegistry
import Notation
import Testing

@testable import LedgerStore

@Suite struct `Entries on care, pay and work` {
  @Test func `each is read back as it was appended, and says the same once its words are erased`()
    throws
  {
    try withFolder { folder in
      let ledger = try Ledger.create(
        path: "\(folder)/ledger.db", isRehearsal: true, policy: .initial, now: Invented.start,
        actor: Invented.custodian, tools: Invented.tools)
      let ada: PeerID = try Invented.id("ada")
      let all = try happenings()
      #expect(Set(all.map(HappeningNotation.kind)).count == all.count - 4, "a kind is left out")
      #expect(
        try ledger.append(
          [Draft(PeerRecord(peer: ada), all)], organisations: [:], by: Invented.custodian,
          at: Invented.start))
      let folded = Invented.record(of: ada, all)
      #expect(try ledger.record(of: ada) == folded)
      #expect(try ledger.audit().findings == [])
      // Free text stands nowhere in the bodies; what is owed doesn't depend on it.
      var erased = PeerRecord(peer: ada)
      for happening in all {
        let (body, texts) = HappeningNotation.body(of: happening).parted
        #expect(!body.text.contains("Planted") && (texts.isEmpty || texts[0].contains("Planted")))
        erased.apply(
          try HappeningNotation(zones: Invented.tools.zones).happening(
            kind: HappeningNotation.kind(of: happening), body: body.joined(with: [])))
      }
      func owed(_ record: PeerRecord) -> [Day] { record.dues(policy: .initial).map(\.dueOn) }
      #expect(owed(erased) == owed(folded) && owed(folded).count == 2)
    }
  }

  private func happenings() throws -> [Happening] {
    let (day, one): (Day, OrganisationID) = (try Invented.day("2026-05-20"), try Invented.id("o1"))
    let dollars = Money(minor: 15_000, currency: "USD")
    let (paid, unpaid): (WorkOfferID, WorkOfferID) = (try Invented.id("w1"), try Invented.id("w2"))
    func offer(_ id: WorkOfferID, _ pay: WorkPay, on day: Day?) throws -> WorkOffer {
      WorkOffer(
        id: id, organisation: one, coordinator: day == nil ? nil : try Invented.id("kit"), day: day,
        minutes: 90, pay: pay, words: "Planted leaflet", offeredOn: try Invented.day("2026-05-01"),
        replyUntil: try Invented.day("2026-05-08"))
    }
    let fee = Fee(id: try Invented.id("f1"), organisation: one, amount: dollars, dueOn: day)
    let steps: [OwingStep] = [
      .checkedIn(try Invented.id("e1"), day: day),
      .checkInConfirmed(try Invented.id("e1"), day: day),
      .paid(.engagement(try Invented.id("e1"), .inKind), nil, day: day),
      .paid(.fee(fee.id), dollars, day: day),
      .payConfirmed(.work(paid), day: day),
      .payMissing(.engagement(try Invented.id("e1"), .reimbursement), day: day),
      .feeMissing(fee, day: day),
      .payAnswered(.fee(fee.id), one, words: "Planted answer", day: day),
      .contributed(
        Contribution(
          id: try Invented.id("c1"), organisation: one, kind: .supervision, minutes: 45,
          costToPeer: dollars, isPaidTime: true, day: day, words: "Planted course")),
      .contributed(
        Contribution(
          id: try Invented.id("c2"), organisation: one, kind: .other, minutes: 0, costToPeer: nil,
          isPaidTime: false, day: day)),
      .contributionConfirmed(try Invented.id("c1"), day: day),
    ]
    let work: [WorkStep] = [
      .offered(try offer(paid, .money(try #require(dollars)), on: day)),
      .heldBack(try offer(unpaid, .unpaid, on: nil)),
      .answered(paid, .yes, day: day), .answered(unpaid, .notThisKind, day: day),
      .done(paid, day: day), .wanted(whileResting: false), .wanted(whileResting: true),
    ]
    return [.peerAdded(zone: .utc, isClaimed: true, words: PeerWords())]
      + steps.map(Happening.owing) + work.map(Happening.work)
  }
}
