import ConsentRegistry
@testable import LedgerStore
import Testing

/// What surrounds asks, kept in a file and read back.
struct AskingRecordTests {
  @Test func `every step that surrounds asks is read back as it was appended`() throws {
    try withFolder { folder in
      let path = "\(folder)/ledger.db"
      let made = try Invented.registry(at: path, peers: ["ada"])
      let ada: PeerID = try Invented.id("ada")
      let before = try #require(try made.record(of: ada, asKnownAt: nil))
      #expect(
        try made.append(
          [Draft(before, AskingRecordTests.steps())], organisations: [:], by: Invented.custodian,
          at: Invented.hours(100)))
      var folded = before
      for step in try AskingRecordTests.steps() { folded.apply(step) }
      // Opened anew, so that nothing is remembered.
      let ledger = try Ledger(path: path, mode: .readOnly, tools: Invented.tools)
      #expect(try ledger.record(of: ada, asKnownAt: nil) == folded)
      #expect(try ledger.record(of: ada)?.asking == folded.asking)
      #expect(try ledger.audit().findings == [])
      let words = try ledger.first(
        "SELECT count(*) FROM entry WHERE instr(CAST(body AS BLOB), CAST('lanted' AS BLOB)) > 0"
      ) { $0.int64(0) }
      #expect(words == 0)
    }
  }

  /// Every step that surrounds asks.
  private static func steps() throws -> [Happening] {
    let one: OrganisationID = try Invented.id("o1")
    let today = try Invented.day("2026-05-03")
    let steps: [AskingStep] = [
      .askedOutside(one, words: "Planted ask", day: today),
      .askedOutside(one, words: nil, day: today),
      .quietChosen(one, purpose: .training, until: try Invented.day("2026-06-30"), day: today),
      .quietEnded(one, day: try Invented.day("2026-05-05")),
      .quietChosen(one, purpose: nil, until: try Invented.day("2026-05-10"), day: today),
      .exceptionSet(attempt: 1, rules: [.restPeriod, .noticeShort], day: today),
      .exceptionConfirmed(attempt: 1, day: try Invented.day("2026-05-04")),
      .exceptionSet(attempt: 2, rules: [], day: today),
      .takenUp(attempt: 1, as: try Invented.id("ada-e3"), day: today),
      .firstAsksAllowed(one, isAllowed: true, day: today),
      .firstAsksAllowed(try Invented.id("o2"), isAllowed: false, day: today),
      .checked(
        one, coordinator: try Invented.id("kit"), starts: try Invented.day("2026-06-01"),
        day: today),
      .checked(one, coordinator: nil, starts: try Invented.day("2026-06-01"), day: today),
    ]
    let yes = Consent(
      id: try Invented.id("c-first"), story: try Invented.id("finding-home"),
      purposes: [.training], channels: [.inPerson], audiences: [.students], organisations: [one],
      attribution: .firstName, recording: false, reuse: false, given: today, from: today,
      until: try Invented.day("2026-06-01"), onlyFor: try Invented.id("ada-e3"))
    return steps.map(Happening.asking) + [.consented(yes)]
  }
}
