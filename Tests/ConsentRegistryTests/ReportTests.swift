import ConsentRegistry
import Testing

/// A day of May 2026, counted on: `may(32)` is 1 June, `may(0)` is 30 April.
func may(_ day: Int) -> Day { Day(number: 20_573 + day) }

func id<Subject>(_ text: String) -> ID<Subject> {
  guard let id = ID<Subject>(text) else { preconditionFailure("not an id") }
  return id
}

/// A use of one telling a block, unless said otherwise.
func use(
  _ name: String, _ first: Day, last: Day? = nil, block: String? = nil, of kind: UseKind = .telling,
  through channel: Channel = .inPerson, for organisation: String = "o-1",
  _ state: SessionState = .completed, _ origin: Origin = .permitted
) -> CountedUse {
  CountedUse(
    use: id(name), engagement: id(block ?? "e-" + name), index: 0, story: id("s-1"),
    organisation: id(organisation), event: nil, kind: kind, channel: channel, purpose: .training,
    audience: nil, first: first, last: last ?? first, state: state, origin: origin)
}

func peer(
  _ uses: [CountedUse], notes: [Day] = [], limits: LimitHistory = LimitHistory()
) -> PeerUses {
  PeerUses(
    peer: id("p-1"), zone: .utc, isClaimed: true, uses: uses, ownTellings: notes, limits: limits)
}

/// A history of one policy, changed from the first, that has always bound.
func always(_ change: (inout Policy) -> Void = { _ in }) -> PolicyHistory {
  var policy = Policy.initial
  change(&policy)
  var history = PolicyHistory()
  history.store(policy, on: may(-3_000))
  return history
}

func withoutRest(_ policy: inout Policy) {
  (policy.rest.days, policy.rest.endedEarly) = (0, 0)
  policy.rest.byChannel = ByChannel()
}

/// The peer's own rest of so many days, each from a day.
func ownRest(_ rests: [(days: Double, on: Day)]) throws -> LimitHistory {
  var limits = LimitHistory()
  for rest in rests {
    let term = try #require(Term.named("rest.days"))
    limits.set(Limits([Limits.OwnValue(term: term, value: rest.days)]), on: rest.on)
  }
  return limits
}

/// Only rest, no caps in the way.
let onlyRest = always { $0.caps = Caps() }

func breaches(
  _ peer: PeerUses, on day: Day = may(100), in period: ReportPeriod = ReportPeriod(),
  under policies: PolicyHistory = onlyRest, for reader: ReportReader = .custodian
) -> [Breach] {
  OveruseReport.breaches(for: peer, period: period, on: day, policies: policies, reader: reader)
}

struct OveruseReportTests {
  @Test func `fourteen days of rest after 1 May leave 15 May a breach and 16 May free`() {
    let early = peer([use("u-1", may(1)), use("u-2", may(15), for: "o-2", .completed, .recorded)])
    let found = breaches(early)
    #expect(found.map(\.fact) == [.rest(days: 13, due: 14)])
    #expect(found.first?.day == may(15))
    #expect(found.first?.uses.map(\.use.text) == ["u-1", "u-2"])
    #expect(found.first?.organisation == id("o-2"))
    #expect(found.first?.backing == .neither)
    #expect(breaches(peer([use("u-1", may(1)), use("u-2", may(16))])).isEmpty)
  }

  @Test func `each pair of neighbouring blocks is one breach, and the days inside a block none`() {
    let conference = [use("u-1", may(1), block: "e-1"), use("u-2", may(4), block: "e-1")]
    #expect(breaches(peer(conference)).isEmpty)
    let busy = peer(conference + [use("u-3", may(10)), use("u-4", may(20))])
    #expect(breaches(busy).map(\.fact) == [.rest(days: 5, due: 14), .rest(days: 9, due: 14)])
    #expect(breaches(busy).map(\.uses.count) == [3, 2])
  }

  @Test func `tellings that overlap are a breach even where no rest is due`() {
    let none = always {
      $0.caps = Caps()
      withoutRest(&$0)
    }
    let across = use("u-1", may(1), last: may(2))
    #expect(breaches(peer([across, use("u-2", may(2))]), under: none).map(\.fact) == [.overlap])
    #expect(breaches(peer([across, use("u-2", may(3))]), under: none).isEmpty)
  }

  @Test func `a block that ended early rests longest, and a hearing rests by its channel`() {
    let cut = peer([use("u-1", may(1), .endedEarly), use("u-2", may(31))])
    #expect(breaches(cut).map(\.fact) == [.rest(days: 29, due: 30)])
    #expect(breaches(peer([use("u-1", may(1), .endedEarly), use("u-2", may(32))])).isEmpty)
    let hearing = peer([use("u-1", may(1), through: .hearing), use("u-2", may(22))])
    #expect(breaches(hearing).map(\.fact) == [.rest(days: 20, due: 21)])
  }

  @Test func `the later day's limits hold, and a custodian isn't told the peer's own`() throws {
    let uses = [use("u-1", may(1)), use("u-2", may(17))]
    // 21 from 1 May; set back to 10 on 3 May, which acts on 10 May.
    let strict = peer(uses, limits: try ownRest([(21, may(1))]))
    let back = peer(uses, limits: try ownRest([(21, may(1)), (10, may(3))]))
    #expect(breaches(strict, for: .peer).map(\.fact) == [.rest(days: 15, due: 21)])
    #expect(breaches(strict).map(\.fact) == [.rest(days: 15, due: nil)])
    #expect(breaches(back, for: .peer).isEmpty)
    // Where the registry's own rest is broken too, a custodian is told that one.
    let both = peer(
      [use("u-1", may(1)), use("u-2", may(9))], limits: try ownRest([(21, may(1))]))
    #expect(breaches(both).map(\.fact) == [.rest(days: 7, due: 14)])
    // A registry's looser policy binds 30 days after it was stored, so not yet on 12 May.
    var looser = onlyRest
    var ten = Policy.initial
    (ten.caps, ten.rest.days) = (Caps(), 10)
    looser.store(ten, on: may(1))
    #expect(breaches(peer([use("u-1", may(1)), use("u-2", may(12))]), under: looser).count == 1)
    #expect(breaches(peer([use("u-1", may(20)), use("u-2", may(31))]), under: looser).isEmpty)
  }

  @Test func `the use over a cap is the last by day and then id, with those of its window`() {
    let two = always {
      $0.caps = Caps([Cap(kind: .telling, atMost: 2, days: 30)])
      withoutRest(&$0)
    }
    let spaced = [use("u-1", may(1)), use("u-2", may(15))]
    let third = breaches(peer(spaced + [use("u-3", may(30))]), under: two)
    let cap = Cap(kind: .telling, atMost: 2, days: 30)
    #expect(third.map(\.fact) == [.cap(.telling, count: 3, over: cap)])
    #expect(third.first?.uses.map(\.use.text) == ["u-1", "u-2", "u-3"])
    #expect(breaches(peer(spaced + [use("u-3", may(31))]), under: two).isEmpty)
    // Entered in any order; `b` comes before `c` on the day, and a shown recording isn't told.
    let sameDay = ["c", "a", "b"].map { use($0, may(1), block: "e-1") }
    let exposure = use("0", may(1), of: .exposure, through: .web)
    let found = breaches(peer(sameDay + [exposure]), under: two)
    #expect(found.map(\.breaking.use.text) == ["c"])
    #expect(found.first?.uses.map(\.use.text) == ["a", "b", "c"])
  }

  @Test func `a telling day whose load is above the limit is one breach`() {
    let fading = always {
      $0.caps = Caps()
      withoutRest(&$0)
      ($0.load.halfLife, $0.load.limit) = (14, 1.4)
      $0.load.weights = ByChannel([.hearing: 3])
    }
    let found = breaches(peer([use("u-1", may(1)), use("u-2", may(15))]), under: fading)
    #expect(found.map(\.fact) == [.load(1.5, limit: 1.4)])
    #expect(breaches(peer([use("u-1", may(1)), use("u-2", may(22))]), under: fading).isEmpty)
    let twice = ["a", "b"].map { use($0, may(1), block: "e", through: .hearing) }
    #expect(breaches(peer(twice), under: fading).map(\.fact) == [.load(6, limit: 1.4)])
  }

  @Test func `only what took place by the report's day is a breach, and only in the period`() {
    let uses = [use("u-1", may(1)), use("u-2", may(8)), use("u-3", may(12)), use("u-4", may(20))]
    #expect(breaches(peer(uses)).map(\.day) == [may(8), may(12), may(20)])
    #expect(breaches(peer(uses), on: may(12)).map(\.day) == [may(8), may(12)])
    let period = ReportPeriod(from: may(9), to: may(12))
    #expect(breaches(peer(uses), in: period).map(\.day) == [may(12)])
    for state in SessionState.allCases where !state.tookPlace {
      #expect(breaches(peer([use("u-1", may(1)), use("u-2", may(8), state)])).isEmpty)
    }
    #expect(breaches(peer([use("u-1", may(1))], notes: [may(3)])).isEmpty)
  }
}

struct UsageReportTests {
  private func row(
    _ peer: PeerUses, on day: Day, in period: ReportPeriod = ReportPeriod(),
    for reader: ReportReader = .custodian
  ) -> UsageRow {
    UsageReport.row(for: peer, period: period, on: day, policies: always(), reader: reader)
  }

  @Test func `rest after 1 May is left until 15 May, and gone on 16 May`() {
    let once = peer([use("u-1", may(1))])
    #expect([1, 2, 15, 16].map { row(once, on: may($0)).rest?.days } == [14, 14, 1, nil])
    #expect(row(once, on: may(1)).rest?.until == may(15))
    #expect(row(once, on: may(20)).daysSinceLastTelling == 19)
    #expect(row(peer([]), on: may(1)).daysSinceLastTelling == nil)
    // A block that has begun rests after its booked part; one still to come doesn't rest yet.
    let half = [use("u-2", may(5), block: "e-u-1", .confirmed), use("u-3", may(40), .held)]
    #expect(row(peer(once.uses + half), on: may(2)).rest?.until == may(19))
  }

  @Test func `told, booked and not yet closed stand apart, and a window ends on the day`() throws {
    let uses = [
      use("u-1", may(1), for: "o-2"), use("u-2", may(20), for: "o-1"),
      use("u-3", may(25), .confirmed), use("u-4", may(50), .held), use("u-5", may(10), .declined),
      use("u-6", may(26), of: .exposure, through: .web), use("u-7", may(27), .endedEarly),
      use("u-8", may(35)),
    ]
    let month = ReportPeriod(from: may(2), to: may(31))
    let found = row(peer(uses), on: may(30), in: month)
    #expect(found.uses.map(\.use.text) == ["u-2", "u-6", "u-7"])
    #expect((found.tellings, found.exposures) == (2, 1))
    // An ask that waits is the peer's own business: going away, it would show a no.
    #expect(found.booked.map(\.use.text) == ["u-8"])
    #expect(row(peer(uses), on: may(30), in: month, for: .peer).booked.count == 2)
    #expect(found.unclosed.map(\.use.text) == ["u-3"])
    #expect(found.tallies { $0.channel }.map(\.uses.count) == [2, 1])
    let cap = try #require(found.caps.first)
    #expect(cap.uses.map(\.use.text) == ["u-1", "u-2", "u-7"])
    #expect(cap.unclosed.count == 1 && cap.isOver && cap.isFull)
    #expect(row(peer(uses), on: may(31)).caps.first?.isOver == false)
    #expect(row(peer(uses), on: may(31)).caps.first?.isFull == true)
    #expect(found.months.map(\.tellings) == Array(repeating: 0, count: 11) + [3])
    #expect(found.months.first?.month == 6 && found.months.first?.year == 2025)
    #expect(found.months.last?.exposures == 1)
  }

  @Test func `what a peer chose for themself changes their own row and no custodian's`() throws {
    let uses = [use("u-1", may(1))]
    let plain = peer(uses)
    let own = peer(uses, notes: [may(10)], limits: try ownRest([(21, may(1))]))
    #expect(row(own, on: may(12)) == row(plain, on: may(12)))
    #expect(row(own, on: may(12), for: .peer).rest?.until == may(31))
    #expect(row(own, on: may(12), for: .peer).rest?.uses.isEmpty == true)
    #expect(row(plain, on: may(12), for: .peer) == row(plain, on: may(12)))
  }

  @Test func `a record's hold has lapsed on the report's day once its reply time is over`() {
    var record = PeerRecord(peer: id("p-1"))
    record.apply(
      .asked(
        EngagementRecord(
          id: id("e-1"), story: id("s-1"), organisation: id("o-1"), event: id("v-1"),
          origin: .permitted, askedOn: may(1), replyUntil: may(4),
          sessions: [
            .init(
              use: id("u-1"), kind: .telling, channel: .inPerson, purpose: .media,
              audience: .press, first: may(8), last: may(8), state: .held)
          ])))
    record.apply(.toldElsewhere(day: may(2)))
    #expect(PeerUses(record, on: may(4)).uses.map(\.state) == [.held])
    #expect(PeerUses(record, on: may(5)).uses.map(\.state) == [.lapsed])
    #expect(PeerUses(record, on: may(5)).uses.first?.event == id("v-1"))
    #expect(PeerUses(record, on: may(5)).ownTellings == [may(2)])
    #expect(row(PeerUses(record, on: may(5)), on: may(5)).booked.isEmpty)
  }
}
