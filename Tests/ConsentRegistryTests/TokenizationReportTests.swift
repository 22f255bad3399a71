import ConsentRegistry
import Testing

/// Whether peers are asked for more than their story: every figure is worked out by hand.
struct TokenizationReportTests {
  private func report(
    _ scope: ReportScope = ReportScope(), for reader: ReportReader = .custodian,
    under policy: Policy = .initial
  ) -> TokenizationReport {
    TokenizationReport(scope: scope, reader: reader, policy: policy)
  }

  private func request(_ day: String, by organisation: String = "o1", unpaid: Bool = false)
    -> UseRequest
  {
    ReportPeer.request(
      by: organisation, for: [date(day)],
      offer: unpaid ? Offer(unpaid: true) : Offer(remuneration: dollars(150)))
  }

  private func rows(
    _ peers: [ReportPeer], on day: String = "2026-05-31", _ scope: ReportScope = ReportScope(),
    for reader: ReportReader = .custodian
  ) -> (peers: [TokenizationReport.PeerRow], organisations: [TokenizationReport.OrganisationRow]) {
    var report = report(scope, for: reader)
    let found = peers.flatMap { report.add($0.seen(on: date(day))) }
    return (found, report.totals())
  }

  @Test func `four asks of five are too few to tell without the work, and 0.8 with it`() throws {
    var ada = ReportPeer("ada")
    // One yes, one no, one that waits and one that fell through: an ask is an ask.
    ada.ask("e1", request("2026-02-02"), on: date("2026-01-10"))
    ada.ask("e2", request("2026-03-02"), on: date("2026-02-10"), becomes: .declined)
    ada.ask("e3", request("2026-06-20"), on: date("2026-05-30"), becomes: .held)
    ada.ask("e4", request("2026-04-02"), on: date("2026-03-10"), becomes: .didNotTakePlace)
    let few = try #require(rows([ada]).peers.first)
    #expect(few.offered.all == 4 && few.offeredShare == nil)
    ada.offer("w1", on: date("2026-05-01"), isSilent: true)
    let five = try #require(rows([ada]).peers.first)
    #expect(five.offered == few.offered.with(work: 1))
    #expect(five.offeredShare == Share(4, of: 5))
    #expect(five.offeredShare?.isAtLeast(0.8) == true)
    // Done: only 2 February's talk.
    #expect(five.did.story == 1 && five.did.work == 0 && five.didShare == nil)
    // From 10 January 2027 on, 10 January 2026 is no longer among the last 365 days.
    #expect(rows([ada], on: "2027-01-09").peers.first?.offered.story == 4)
    #expect(rows([ada], on: "2027-01-10").peers.first?.offered.story == 3)
    #expect(
      rows([ada], on: "2027-06-30", .days("2026-02-01", "2026-03-31")).peers.first?.offered.story
        == 2)
  }

  @Test func `what a peer did counts a block once, and only if it was told`() throws {
    var ada = ReportPeer("ada")
    for month in 1...4 {
      ada.ask(
        "e\(month)",
        ReportPeer.request(for: [date("2026-0\(month)-02"), date("2026-0\(month)-03")]),
        on: date("2025-12-10"))
    }
    ada.ask(
      "x", ReportPeer.request(for: [date("2026-05-02")], channel: .web), on: date("2026-04-10"))
    #expect(rows([ada]).peers.first?.did.story == 4)
    #expect(rows([ada]).peers.first?.didShare == nil)
    ada.offer("w1", by: "o2", on: date("2026-03-01"), doneOn: date("2026-03-05"))
    let row = try #require(rows([ada]).peers.first)
    #expect(row.didShare == Share(4, of: 5) && row.organisations == [id("o1")])
    // The figure's own filter finds the eight tellings of the four blocks.
    let seen = ada.seen(on: date("2026-05-31"))
    let behind = seen.uses.uses.filter { row.behind.includes($0, of: row.peer, by: seen.day) }
    #expect(behind.count == 8 && Set(behind.map(\.engagement)).count == row.did.story)
    // Of one organisation alone: its talks, and none of the other's work.
    let alone = rows([ada], ReportScope(organisation: id("o2"))).peers.first
    #expect(alone?.did.story == 0 && alone?.did.work == 1)
  }

  /// Tellings for o1 within 90 days of 31 May 2026, that is, from 3 March on.
  private func tellers(_ counts: [Int], askable: Int = 0) -> [ReportPeer] {
    var peers: [ReportPeer] = []
    for (place, count) in counts.enumerated() {
      var peer = ReportPeer("p\(place)")
      // The day before the window opens is out of it.
      peer.recorded("old-\(place)", on: date("2026-03-02"))
      for number in 0..<count {
        peer.recorded("e\(place)-\(number)", on: date("2026-03-03").adding(number * 3))
      }
      peers.append(peer)
    }
    for place in 0..<askable {
      var peer = ReportPeer("askable-\(place)")
      peer.consent("c", to: ["o1"], from: date("2026-01-01"), until: date("2026-05-31"))
      peers.append(peer)
    }
    return peers
  }

  @Test func `of ten tellings one peer's five are half, and the squares add up to 0.36`() throws {
    let peers = tellers([3, 5, 1, 1])
    let row = try #require(rows(peers).organisations.first)
    #expect(row.largestPeer == id("p1") && row.largestShare == Share(5, of: 10))
    // 0.09 + 0.25 + 0.01 + 0.01.
    #expect(row.sumOfSquares == 0.36)
    #expect(row.concentration?.tellings == 10 && row.concentration?.peers == 4)
    // Whatever order they come in, and of two with as many the first by id.
    let tied = try #require(rows(tellers([2, 4, 4, 1]).reversed()).organisations.first)
    #expect(tied.largestPeer == id("p1") && tied.largestShare == Share(4, of: 11))
    let behind = peers.map { $0.seen(on: date("2026-05-31")) }.flatMap { seen in
      seen.uses.uses.filter { row.behind.includes($0, of: seen.peer, by: seen.day) }
    }
    #expect(behind.count == 10)
  }

  @Test func `three tellings, or three peers to ask, are too few to tell a share from`() throws {
    // Three tellings of four peers.
    let three = try #require(rows(tellers([1, 2], askable: 2)).organisations.first)
    #expect(three.largestShare == nil && three.sumOfSquares == nil)
    #expect(three.concentration?.tellings == 3 && three.concentration?.couldBeAsked == 4)
    // Four tellings of three peers.
    let narrow = try #require(rows(tellers([2, 2], askable: 1)).organisations.first)
    #expect(narrow.largestShare == nil && narrow.largestPeer == nil)
    // Four of four: told, though only two of them told anything.
    let enough = try #require(rows(tellers([2, 2], askable: 2)).organisations.first)
    #expect(enough.largestShare == Share(2, of: 4) && enough.sumOfSquares == 0.5)
    // A consent of which nothing is left for o1, one over, and one to a single use open nothing.
    var closed = [ReportPeer("c1"), ReportPeer("c2"), ReportPeer("c3")]
    closed[0].consent("c", to: ["o1", "o2"], from: date("2026-01-01"), until: date("2026-12-31"))
    closed[0].note(.withdrew(day: date("2026-05-01"), scope: .init(organisation: id("o1"))))
    closed[1].consent("c", to: ["o1"], from: date("2026-01-01"), until: date("2026-05-30"))
    closed[2].consent(
      "c", to: ["o1"], from: date("2026-01-01"), until: date("2026-12-31"), onlyFor: "e")
    let none = try #require(rows(tellers([2, 2]) + closed).organisations.first)
    #expect(none.concentration?.couldBeAsked == 2 && none.largestShare == nil)
  }

  @Test func `asks after a no are held back for a quiet period, and stand as one sum`() throws {
    var ada = ReportPeer("ada")
    ada.ask("e1", request("2026-05-20"), on: date("2026-05-01"), becomes: .declined)
    ada.heldBack(request("2026-05-25"), on: date("2026-05-10"), by: .restPeriod, .askQuiet)
    ada.heldBack(request("2026-05-26"), on: date("2026-05-11"), by: .restPeriod)
    ada.note(.asking(.askedOutside(id("o1"), words: nil, day: date("2026-05-12"))))
    var bo = ReportPeer("bo")
    bo.heldBack(request("2026-05-25"), on: date("2026-05-31"), by: .askQuiet)
    bo.heldBack(request("2026-05-25", by: "o2"), on: date("2026-05-31"), by: .askQuiet)
    let (peers, organisations) = rows([ada, bo])
    let o1 = try #require(organisations.first?.asks)
    #expect([o1.asks, o1.outside, o1.heldBack, o1.afterNo] == [1, 1, 3, 2])
    #expect(organisations.last?.asks.afterNo == 1 && organisations.count == 2)
    // What was held back counts like what was put to them, so that a row doesn't tell which it was.
    #expect(peers.map(\.peer) == [id("ada"), id("bo")])
    #expect(peers.map(\.offered.story) == [3, 2])
    #expect(rows([ada, bo]).organisations.map(\.asksAfterNo) == [2, 1])
    // Of one day alone it would show whose no it was.
    #expect(
      rows([ada, bo], .days("2026-05-31", nil)).organisations.map(\.asksAfterNo) == [nil, nil])
    let may31 = rows([ada, bo], .days("2026-05-31", nil)).organisations.map(\.asks.afterNo)
    #expect(may31 == [1, 1])
    #expect(!TokenizationReport.filters.contains(.story))
    #expect(!TokenizationReport.filters.contains(.peer))
    // A filter that the report doesn't take changes nothing.
    let story = rows([ada, bo], ReportScope(event: id("ev"), story: id("s9"))).organisations
    #expect(story.map(\.asks) == organisations.map(\.asks))
  }

  @Test func `four asks are too few to tell an unpaid share from, and five aren't`() throws {
    var ada = ReportPeer("ada")
    for number in 1...4 {
      ada.ask(
        "e\(number)", request("2026-06-0\(number)", unpaid: number < 3), on: date("2026-05-01"),
        becomes: .held)
    }
    #expect(rows([ada]).organisations.first?.asks.unpaidShare == nil)
    ada.ask("e5", request("2026-06-05"), on: date("2026-05-01"), becomes: .held)
    #expect(rows([ada]).organisations.first?.asks.unpaidShare == Share(2, of: 5))
  }

  @Test func `an edit asks for more after a yes if it is longer, or of more topics or sessions`() {
    func more(_ edited: UseRequest, after state: SessionState = .confirmed) -> Int? {
      var ada = ReportPeer("ada")
      ada.ask(
        "e1", ReportPeer.request(for: [date("2026-06-10")]), on: date("2026-05-02"),
        becomes: state)
      ada.ask("e2", edited, on: date("2026-05-04"), becomes: .held, replaces: "e1")
      return rows([ada]).organisations.first?.asks.forMore
    }
    let day = [date("2026-06-10")]
    #expect(more(ReportPeer.request(for: day, minutes: 30)) == 1)
    #expect(more(ReportPeer.request(for: day, topics: ["housing", "court"])) == 1)
    #expect(more(ReportPeer.request(for: day + [date("2026-06-11")], minutes: 5)) == 1)
    #expect(more(ReportPeer.request(for: day, channel: .hearing)) == 1)
    // Another day alone, or less, isn't more; nor is what is asked before the yes.
    #expect(more(ReportPeer.request(for: [date("2026-06-12")])) == 0)
    #expect(more(ReportPeer.request(for: day, minutes: 10)) == 0)
    #expect(more(ReportPeer.request(for: day, minutes: 30), after: .held) == 0)
  }

  @Test func `no contact within 60 days of 1 March is told from 1 May on`() throws {
    var ada = ReportPeer("ada")
    ada.ask("e1", request("2026-03-01"), on: date("2026-02-01"))
    // Another ask is no contact, and a use that was only recorded is no telling asked for here.
    ada.ask("e2", request("2026-06-01"), on: date("2026-04-01"), becomes: .held)
    ada.recorded("r1", on: date("2026-04-20"))
    func found(_ peer: ReportPeer, on day: String) -> [NoContact] {
      rows([peer], on: day).peers.flatMap(\.noContact)
    }
    #expect(found(ada, on: "2026-04-30").isEmpty)
    let first = try #require(found(ada, on: "2026-05-01").first)
    #expect(first.days == 61 && first.lastTelling == date("2026-03-01"))
    #expect(first.contactedOn == nil && first.organisation == id("o1"))
    #expect(rows([ada], on: "2026-05-01").organisations.first?.peersWithoutContact == 1)
    // 365 days after it, and not later.
    #expect(found(ada, on: "2027-03-01").count == 1 && found(ada, on: "2027-03-02").isEmpty)

    var called = ada
    called.note(.owing(.checkedIn(id("e1"), day: date("2026-04-30"))))
    #expect(found(called, on: "2026-05-01").isEmpty)
    // The peer says that nobody did: then nobody did.
    called.note(.owing(.checkInMissed(id("e1"), day: date("2026-05-01"))))
    #expect(found(called, on: "2026-05-01").count == 1)
    var offered = ada
    offered.offer("w", on: date("2026-04-30"), isSilent: true)
    #expect(found(offered, on: "2026-05-01").isEmpty)
    // Too late is too late, and is told beside; what another organisation gave is its own.
    var late = ada
    late.contribution("c2", by: "o2", on: date("2026-03-10"))
    late.contribution("c1", on: date("2026-05-01"))
    #expect(found(late, on: "2026-05-02").first?.contactedOn == date("2026-05-01"))
  }

  @Test func `a peer's own report tells nothing of the others`() {
    let own = rows([tellers([9])[0]], for: .peer).organisations
    #expect(own.allSatisfy { $0.concentration == nil && $0.largestShare == nil })
  }

  @Test func `each measure says what it is, from which days and from how much on`() {
    var policy = Policy.initial
    policy.alerts.concentrationDays = 30
    policy.alerts.noContactDays = 45
    let measures = report(under: policy).measures
    #expect(Set(measures.map(\.title)).count == measures.count)
    #expect(measures.allSatisfy { $0.formula.hasSuffix(".") && !$0.window.isEmpty })
    #expect(measures.filter { $0.floor != nil }.count == 6)
    #expect(measures.contains { $0.window == "the 30 days that end on the report's day" })
    #expect(measures.contains { $0.formula.contains("within 45 days") })
  }
}

extension StoryOnly {
  /// The same with so much work.
  fileprivate func with(work: Int) -> StoryOnly { StoryOnly(story: story, work: work) }
}
