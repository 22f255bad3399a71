import ConsentRegistry
import Offices
import Testing

/// What is let go on the day itself: whatever hasn't begun, by the clock where it is.
struct ThatVeryDayTests {
  /// A talk of two days, each at 10:00 in UTC; at home it is 4:00 in the morning then.
  private struct Talk {
    let office: Office
    let ask: EngagementID

    init() throws {
      office = try Office()
      let west = Zone(id: "West/Six", firstOffset: -6 * 3_600, transitions: [])
      try office.desk(.peer, "ada").note(.peerMoved(zone: west), of: office.ada)
      try office.grant("wide", until: "2026-12-31")
      ask = try office.ask(on: "2026-06-01", purposes: [.training, .training])
      _ = try office.desk(.peer, "ada").answer(.yes, to: ask, of: office.ada)
    }

    func ada(_ moment: String) -> Desk<MemoryLedger> { office.desk(.peer, "ada", now: moment) }
  }

  @Test func `withdrawn that morning, a talk is let go, and its host page with it`() throws {
    let talk = try Talk()
    let office = talk.office
    let kit = office.desk(.coordinator, "kit", now: "2026-06-01T09:59:59Z")
    _ = try kit.hostPage(of: talk.ask, for: office.ada)
    let withdrawal = try talk.ada("2026-06-01T09:59:59Z").withdraw(.init(), by: office.ada)
    #expect(try office.states(of: talk.ask) == [.released, .released])
    #expect(withdrawal.released.map(\.sessions) == [2] && withdrawal.begun == [])
    #expect(office.refusal { try kit.hostPage(of: talk.ask, for: office.ada) } == .noHostPage)
  }

  @Test func `what has begun is left, and said; the next day of it is let go`() throws {
    let talk = try Talk()
    let withdrawal = try talk.ada("2026-06-01T10:00:00Z").withdraw(.init(), by: talk.office.ada)
    #expect(try talk.office.states(of: talk.ask) == [.confirmed, .released])
    #expect(withdrawal.released.map(\.sessions) == [1])
    #expect(withdrawal.begun.map(\.engagement) == [talk.ask])
    #expect(withdrawal.begun.map(\.first) == [Day("2026-06-01")])
  }

  @Test func `dated back, a withdrawal still leaves what has begun by the time it is recorded`()
    throws
  {
    let talk = try Talk()
    let late = talk.office.desk(
      .custodian, nil, day: "2026-05-31", now: "2026-06-01T10:00:00Z")
    _ = try late.withdraw(.init(), by: talk.office.ada)
    #expect(try talk.office.states(of: talk.ask) == [.confirmed, .released])
  }

  @Test func `a pause that begins that morning lets go what is still to come`() throws {
    let talk = try Talk()
    let pause = Pause(from: try talk.office.day("2026-06-01"), until: nil)
    _ = try talk.ada("2026-06-01T09:00:00Z").pause(pause, by: talk.office.ada)
    #expect(try talk.office.states(of: talk.ask) == [.released, .released])
    let other = try Talk()
    _ = try other.ada("2026-06-01T10:30:00Z").pause(pause, by: other.office.ada)
    #expect(try other.office.states(of: other.ask) == [.confirmed, .released])
  }
}
