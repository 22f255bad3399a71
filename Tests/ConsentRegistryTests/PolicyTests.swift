import ConsentRegistry
import Testing

/// The registry's limits and the peer's own: which of them holds, and from which day.
struct PolicyTests {
  /// A day of May 2026 by its number; 0 is the day before, 33 is 2 June.
  private func day(_ number: Int) throws -> Day {
    try #require(Day("2026-05-01")).adding(number - 1)
  }

  @Test func `A peer's own rest holds at once when longer, and after seven days when shorter`()
    throws
  {
    var history = LimitHistory()
    history.set(own("rest.days", 21), on: try day(1))
    history.set(own("rest.days", 10), on: try day(3))
    for (number, expected) in [(0, nil), (1, 21.0), (3, 21), (9, 21), (10, 10), (99, 10)] {
      #expect(try inForce(history, "rest.days", on: day(number)) == expected)
    }
  }

  @Test func `Dropping a limit of one's own is a loosening where it was the tighter one`() throws {
    var history = LimitHistory()
    history.set(own("rest.days", 21), on: try day(1))
    history.set(Limits(), on: try day(3))
    #expect(try inForce(history, "rest.days", on: day(9)) == 21)
    #expect(try inForce(history, "rest.days", on: day(10)) == nil)

    var looser = LimitHistory()
    looser.set(own("rest.days", 7), on: try day(1))
    #expect(try inForce(looser, "rest.days", on: day(7)) == nil)
    #expect(try inForce(looser, "rest.days", on: day(8)) == 7)
    looser.set(Limits(), on: try day(20))
    #expect(try inForce(looser, "rest.days", on: day(20)) == nil)
  }

  @Test func `Each term waits by itself`() throws {
    var history = LimitHistory()
    history.set(own(["rest.days": 30, "caps.telling.30": 4]), on: try day(1))
    #expect(try inForce(history, "rest.days", on: day(1)) == 30)
    #expect(try inForce(history, "caps.telling.30", on: day(7)) == nil)
    #expect(try inForce(history, "caps.telling.30", on: day(8)) == 4)
    // A cap that the policy doesn't have is tighter than none.
    history.set(
      own(["rest.days": 30, "caps.telling.30": 4, "caps.telling.7": 1]), on: try day(2))
    #expect(try inForce(history, "caps.telling.7", on: day(2)) == 1)
    #expect(try inForce(history, "caps.telling.30", on: day(8)) == 4)
  }

  @Test func `A channel's own value is weighed against what the other limits came to before it`()
    throws
  {
    var history = LimitHistory()
    history.set(own(["rest.days": 21]), on: try day(1))
    history.set(own(["rest.days": 21, "notice.days": 20]), on: try day(2))
    // From 20 days of notice to 7 for talks in person: a loosening, though 7 is the policy's own.
    history.set(
      own(["rest.days": 21, "notice.days": 20, "notice.byChannel.inPerson": 7]), on: try day(3))
    #expect(try inForce(history, "notice.byChannel.inPerson", on: day(9)) == nil)
    #expect(try inForce(history, "notice.byChannel.inPerson", on: day(10)) == 7)
  }

  @Test func `Tightening again before a loosening acts is what holds from then on`() throws {
    var history = LimitHistory()
    history.set(own("rest.days", 21), on: try day(1))
    history.set(own("rest.days", 10), on: try day(3))
    history.set(own("rest.days", 30), on: try day(5))
    for number in [5, 9, 10, 12, 40] {
      #expect(try inForce(history, "rest.days", on: day(number)) == 30)
    }
  }

  @Test func `A looser policy binds thirty days after it was stored, a tighter one at once`()
    throws
  {
    var history = PolicyHistory()
    var tighter = Policy.initial
    tighter.version = 2
    tighter.rest.days = 20
    var looser = tighter
    looser.version = 3
    looser.asks.atMost = 5
    history.store(.initial, on: try day(1))
    history.store(tighter, on: try day(2))
    history.store(looser, on: try day(3))
    for (number, version) in [(0, 1), (1, 1), (2, 2), (3, 2), (32, 2), (33, 3), (400, 3)] {
      #expect(try history.binding(on: day(number)).version == version)
    }
    #expect(history.versions.map(\.policy.version) == [1, 2, 3])
  }

  @Test func `A policy that loosens one term and tightens others is a looser one`() {
    var mixed = Policy.initial
    mixed.rest.days = 60
    mixed.payDueDays = 31
    #expect(mixed.isLooser(than: .initial))
    var without = Policy.initial
    without.caps[.telling, 365] = nil
    #expect(without.isLooser(than: .initial))
    var other = Policy.initial
    other.alerts.noContactDays = 900
    #expect(!other.isLooser(than: .initial))
  }

  @Test func `A peer's own value replaces the policy's in either direction, leaf by leaf`() {
    let policy = Policy.initial
    #expect(policy.merged(with: own("rest.days", 10)).rest.days == 10)
    #expect(policy.merged(with: own("rest.days", 21)).rest.days == 21)
    let hearing = policy.merged(with: own("rest.byChannel.hearing", 5)).rest
    #expect(hearing.byChannel[.hearing] == 5)
    #expect(hearing.byChannel[.mediaInterview] == 21)
    #expect(hearing.days == 14)
  }

  @Test func `A peer's caps are matched by kind and window, and an unmatched one is added`() {
    let caps = Policy.initial.merged(
      with: own(["caps.telling.30": 5, "caps.telling.7": 1, "caps.exposure.30": 2])
    ).caps
    #expect(caps[.telling, 30] == 5)
    #expect(caps[.telling, 7] == 1)
    #expect(caps[.exposure, 30] == 2)
    #expect(caps[.telling, 90] == 3)
    #expect(caps[.exposure, 365] == 12)
    #expect(caps.list.count == 7)
  }

  @Test func `Notice can only be made longer, by a channel too`() {
    func notice(_ values: [String: Double]) -> Policy.Notice {
      Policy.initial.merged(with: own(values)).notice
    }
    #expect(notice(["notice.days": 3]).days == 7)
    #expect(notice(["notice.days": 10]).days == 10)
    #expect(notice(["notice.days": 10]).days(for: .hearing) == 1)
    #expect(notice(["notice.byChannel.hearing": 0]).days(for: .hearing) == 1)
    #expect(notice(["notice.byChannel.hearing": 5]).days(for: .hearing) == 5)
    #expect(notice(["notice.byChannel.inPerson": 3]).days(for: .inPerson) == 7)
    #expect(notice(["notice.byChannel.inPerson": 9]).days(for: .inPerson) == 9)
  }

  @Test func `Care and pay can only be made better`() {
    func merged(_ path: String, _ value: Double) -> Policy {
      Policy.initial.merged(with: own(path, value))
    }
    #expect(merged("care.checkInAfterDays", 5).checkInAfterDays == 1)
    #expect(merged("care.checkInAfterDays", 0).checkInAfterDays == 0)
    #expect(merged("pay.dueDays", 60).payDueDays == 30)
    #expect(merged("pay.dueDays", 14).payDueDays == 14)
    #expect(merged("alerts.noContactDays", 5).alerts.noContactDays == 60)
  }

  /// A peer's own value that holds on a day over the initial policy, if there is one.
  private func inForce(_ history: LimitHistory, _ path: String, on day: Day) throws -> Double? {
    history.inForce(on: day, over: .initial)[try #require(Term.named(path))]
  }
}
