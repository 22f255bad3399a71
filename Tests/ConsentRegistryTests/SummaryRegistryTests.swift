import Offices
import Seeded
import Testing

@testable import ConsentRegistry

/// The summary of whole registries against a second, naive count of what was planted in them.
struct SummaryRegistryTests {
  /// Something planted, as whoever planted it would count it.
  struct Fact {
    let peer: PeerID
    let figure: SummaryFigure
    let organisation: OrganisationID
    let day: Day
  }

  private static let reportDay = may(4)
  private static let policies = always()

  @Test func `a naive count of what was planted finds the same before anything is withheld`() throws
  {
    var dice = SeededDice(seed: 442)
    var seen: [SummaryFigure: Int] = [:]
    for _ in 0..<Soak.count(200) {
      let ledger = MemoryLedger()
      var facts: [Fact] = []
      let peers = (0..<dice.int(1...25)).map { id("p-\($0)") as PeerID }
      for peer in peers { facts += try Self.plant(in: ledger, peer, &dice) }
      var report = try SummaryReport(
        scope: ReportScope(), policies: Self.policies, on: Self.reportDay)
      for peer in peers {
        let record = try #require(ledger.record(of: peer))
        let reported = ReportedPeer(record, on: Self.reportDay, policies: Self.policies)
        report.add(reported)
        let breaches = OveruseReport.breaches(
          for: reported.uses, period: ReportPeriod(), on: Self.reportDay, policies: Self.policies)
        facts += breaches.map { breach in
          Fact(
            peer: peer, figure: breach.rule == .restPeriod ? .breachesOfRest : .breachesOfCaps,
            organisation: breach.organisation, day: breach.day)
        }
      }
      for year in 2024...2025 {
        let counts = report.unchecked(year)
        for figure in SummaryFigure.allCases {
          let own = facts.filter { $0.figure == figure && $0.day.parts.year == year }
          let organisations = counts.organisations.map(Optional.some) + [nil]
          for (organisation, line) in zip(
            organisations, counts[figure].lines + [counts[figure].all])
          {
            let here = own.filter { organisation == nil || $0.organisation == organisation }
            for quarter in 0..<4 {
              let there = here.filter { ($0.day.parts.month + 2) / 3 == quarter + 1 }
              #expect(line.quarters[quarter].count == Self.count(there))
              #expect(line.quarters[quarter].peers == Set(there.map(\.peer)).count)
            }
            #expect(line.total.count == Self.count(here))
            #expect(line.total.peers == Set(here.map(\.peer)).count)
            if organisation == nil { seen[figure, default: 0] += line.total.count }
          }
        }
      }
      #expect(report.tables().allSatisfy { [2024, 2025].contains($0.year) })
    }
    // Everything must have been planted, but for the load, which no policy here limits.
    #expect(SummaryFigure.allCases.filter { seen[$0, default: 0] == 0 } == [.breachesOfLoad])
  }

  @Test func `of one organisation it prints what the whole summary prints of it`() throws {
    var dice = SeededDice(seed: 443)
    let ledger = MemoryLedger()
    let peers = (0..<60).map { id("p-\($0)") as PeerID }
    for peer in peers { _ = try Self.plant(in: ledger, peer, &dice) }
    func tables(_ organisation: OrganisationID?) throws -> [SummaryTable] {
      var report = try SummaryReport(
        scope: ReportScope(organisation: organisation), policies: Self.policies,
        on: Self.reportDay)
      for peer in peers {
        report.add(
          ReportedPeer(
            try #require(ledger.record(of: peer)), on: Self.reportDay, policies: Self.policies))
      }
      return report.tables()
    }
    let whole = try tables(nil)
    for organisation in 1...3 {
      let one = try tables(id("o-\(organisation)"))
      for (table, all) in zip(one, whole) {
        #expect(table.rows == all.rows.filter { $0.organisation == id("o-\(organisation)") })
        #expect(SummaryFigure.allCases.allSatisfy { table[$0] == all[$0] })
      }
      #expect(one.count == whole.count)
    }
  }

  /// Peers are counted once, everything else each time.
  private static func count(_ facts: [Fact]) -> Int {
    facts.first?.figure == .peers ? Set(facts.map(\.peer)).count : facts.count
  }

  private static func plant(
    in ledger: MemoryLedger, _ peer: PeerID, _ dice: inout SeededDice
  ) throws -> [Fact] {
    var planted: [Happening] = [.peerAdded(zone: .utc, isClaimed: true, words: PeerWords())]
    var facts: [Fact] = []
    for number in 0..<dice.int(0...14) {
      let organisation: OrganisationID = id("o-\(dice.int(1...3))")
      let on = may(-dice.int(40...700))
      func fact(_ figure: SummaryFigure, _ day: Day) {
        facts.append(Fact(peer: peer, figure: figure, organisation: organisation, day: day))
      }
      let late = dice.int(-3...3)
      switch dice.int(0...5) {
      case 0, 1:
        let kind: UseKind = dice.int(0...2) > 0 ? .telling : .exposure
        let state: SessionState = dice.int(0...5) > 0 ? .completed : .confirmed
        planted.append(
          .recorded(
            engagement("\(number)", organisation, kind, on, state, asked: nil), words: UseWords()))
        guard state == .completed else { break }
        fact(kind == .telling ? .tellings : .exposures, on)
        if kind == .telling { fact(.peers, on) }
      case 2, 3:
        // Asked for here and told, with a check-in due the day after.
        let request = UseRequest(
          peer: peer, story: id("s-1"), organisation: organisation, coordinator: nil, event: nil,
          zone: .utc,
          sessions: [
            AskedSession(
              time: .exposure(day: on, of: nil), channel: .inPerson, purpose: .training,
              audience: .peers, attribution: .firstName)
          ], purpose: nil, topics: [], relations: [], inTheRoom: false,
          support: Support(hasPerson: true, debriefOn: nil), offer: Offer(unpaid: true))
        planted.append(
          .asked(engagement("\(number)", organisation, .telling, on, .completed, asked: request)))
        fact(.tellings, on)
        fact(.peers, on)
        if late < 3 {
          planted.append(.owing(.checkedIn(id("e-\(number)"), day: on.adding(max(1 + late, 0)))))
        }
        let figure: SummaryFigure =
          late == 3 ? .checkInsOverdue : late > 0 ? .checkInsLate : .checkInsInTime
        fact(figure, on.adding(1))
      case 4:
        let fee = Fee(id: id("fee-\(number)"), organisation: organisation, amount: nil, dueOn: on)
        planted.append(.owing(.feeMissing(fee, day: on)))
        if late < 3 {
          planted.append(.owing(.payConfirmed(.fee(fee.id), day: on.adding(late))))
        }
        fact(late == 3 ? .payOverdue : late > 0 ? .paidLate : .paidOnTime, on)
      default:
        let offer = WorkOffer(
          id: id("w-\(number)"), organisation: organisation, coordinator: nil, day: nil,
          minutes: 60, pay: .unpaid, words: nil, offeredOn: on, replyUntil: on)
        planted.append(.work(.offered(offer)))
        guard late > 0 else { break }
        planted.append(.work(.done(offer.id, day: on)))
        fact(.workDone, on)
      }
    }
    ledger.begin(peer, with: planted)
    return facts
  }

  private static func engagement(
    _ name: String, _ organisation: OrganisationID, _ kind: UseKind, _ day: Day,
    _ state: SessionState, asked: UseRequest?
  ) -> EngagementRecord {
    EngagementRecord(
      id: id("e-" + name), story: id("s-1"), organisation: organisation, event: nil,
      origin: asked == nil ? .recorded : .permitted, askedOn: asked.map { _ in day },
      replyUntil: asked.map { _ in day }, request: asked,
      sessions: [
        EngagementRecord.Session(
          use: id("u-" + name), kind: kind, channel: kind == .telling ? .inPerson : .web,
          purpose: .training, audience: .peers, first: day, last: day, state: state)
      ])
  }
}
