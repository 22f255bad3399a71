import ConsentRegistry
import Testing

/// Over seeded random registries: totals are the sum of their rows, and what a plain count over all
/// records at once finds.
struct ReportSumsTests {
  /// A registry, the day on which it is reported, and what is asked for.
  private struct Case {
    let seed: UInt64
    let peers: [ReportPeer]
    let day: Day
    let scope: ReportScope
    var seen: [ReportedPeer] { peers.map { $0.seen(on: day) } }
    var all: AllRecords { AllRecords(peers, on: day) }
  }

  private func forEach(_ check: (Case) throws -> Void) rethrows {
    for seed in 1...UInt64(150) {
      var registry = RandomRegistry(seed: seed)
      let peers = registry.peers
      let (day, scope) = (registry.day(), registry.scope())
      try check(Case(seed: seed, peers: peers, day: day, scope: scope))
      try check(Case(seed: seed, peers: peers, day: day.adding(90), scope: ReportScope()))
    }
  }

  private var organisations: [OrganisationID] { RandomRegistry.organisations.map { id($0) } }

  @Test func `tokenization: asks, spread and no contact`() {
    var (told, withoutContact, storyOnly) = (0, 0, 0)
    forEach { one in
      var report = TokenizationReport(scope: one.scope, reader: .custodian, policy: .initial)
      let rows = one.seen.flatMap { report.add($0) }
      let totals = report.totals()
      let all = one.all
      let to = min(one.scope.period.to ?? one.day, one.day)
      let from = one.scope.period.from ?? to.adding(-364)
      let window = ReportScope(
        period: ReportPeriod(from: from, to: to), organisation: one.scope.organisation)
      for organisation in organisations {
        let row = totals.first { $0.organisation == organisation }
        let asked = all.asks.filter {
          guard $0.organisation == organisation, let day = $0.engagement.askedOn else {
            return false
          }
          return all.isWithin(window, organisation, on: day)
        }
        let attempts = all.records.flatMap(\.heldBack).filter {
          $0.organisation == organisation && all.isWithin(window, organisation, on: $0.day)
        }
        #expect(row?.asks.asks ?? 0 == asked.count, "seed \(one.seed)")
        #expect(
          row?.asks.unpaid ?? 0 == asked.count { $0.engagement.request?.offer.unpaid == true })
        #expect(row?.asks.heldBack ?? 0 == attempts.count)
        #expect(row?.asks.afterNo ?? 0 == attempts.count { $0.rules.contains(.askQuiet) })
        #expect(
          row?.peersWithoutContact ?? 0
            == rows.count { $0.noContact.contains { $0.organisation == organisation } })
        withoutContact += row?.peersWithoutContact ?? 0

        let recent = all.uses.filter {
          $0.isTelling && $0.organisation == organisation
            && (0..<90).contains($0.session.first.days(until: one.day))
            && (one.scope.organisation ?? organisation) == organisation
        }
        let counts = Dictionary(grouping: recent, by: \.ask.peer).mapValues(\.count)
        let askable = all.records.filter { record in
          (one.scope.organisation ?? organisation) == organisation
            && (counts[record.peer] != nil || isAskable(record, by: organisation, on: one.day))
        }
        #expect(row?.concentration?.tellings ?? 0 == recent.count)
        #expect(row?.concentration?.couldBeAsked ?? 0 == askable.count, "seed \(one.seed)")
        guard recent.count >= 4, askable.count >= 4 else {
          #expect(row?.largestShare == nil && row?.sumOfSquares == nil)
          continue
        }
        told += 1
        let most = counts.values.max() ?? 0
        #expect(row?.largestShare == Share(most, of: recent.count))
        #expect(row?.largestPeer == counts.filter { $0.value == most }.keys.min())
        let squares = counts.values.reduce(0) { $0 + $1 * $1 }
        #expect(
          row?.sumOfSquares == Double(squares) / Double(recent.count * recent.count))
      }
      #expect(
        rows.map(\.offered.story).reduce(0, +)
          == totals.map { $0.asks.asks + $0.asks.heldBack }.reduce(0, +))
      for row in rows {
        let did = all.uses(in: window).filter { $0.isTelling && $0.ask.peer == row.peer }
        #expect(row.did.story == Set(did.map(\.ask.engagement.id)).count)
        #expect((row.didShare != nil) == (row.did.all >= 5))
        storyOnly += row.didShare == nil ? 0 : 1
        let work = all.records.filter { $0.peer == row.peer }.flatMap(\.work.items)
        #expect(
          row.did.work
            == work.count { item in
              item.doneOn.map { all.isWithin(window, item.offer.organisation, on: $0) } ?? false
            })
      }
    }
    #expect(told > 20 && withoutContact > 20 && storyOnly > 20)
  }

  private func isAskable(_ record: PeerRecord, by organisation: OrganisationID, on day: Day) -> Bool
  {
    isAskableByOne(record, by: organisation, on: day) > 0
  }

  @Test func `giveback: what was taken, paid by whose word, and given besides`() {
    var confirmed = 0
    forEach { one in
      var report = GivebackReport(scope: one.scope, reader: .custodian)
      for peer in one.seen { report.add(peer) }
      let totals = report.totals()
      let all = one.all
      for organisation in organisations {
        let row = totals.first { $0.organisation == organisation }
        let uses = all.uses(in: one.scope).filter { $0.organisation == organisation }
        #expect(row?.tellings ?? 0 == uses.count(where: \.isTelling), "seed \(one.seed)")
        #expect(row?.exposures ?? 0 == uses.count { !$0.isTelling })
        #expect(row?.peers ?? 0 == Set(uses.map(\.ask.peer)).count)
        let dues = all.records.flatMap { record in
          record.dues(policy: .initial).filter { due in
            let ended = due.dueOn.adding(-30)
            guard due.organisation == organisation, ended <= one.day else { return false }
            if case .engagement(let id, _) = due.cause, let engagement = record.engagement(id) {
              let ask = AllRecords.Ask(peer: record.peer, record: record, engagement: engagement)
              return all.isWithin(one.scope, ask, on: ended)
            }
            return one.scope.event == nil && one.scope.story == nil
              && all.isWithin(one.scope, organisation, on: ended)
          }
        }
        let (saidPay, confirmedPay) = sums(dues, by: one.day) {
          if case .engagement(_, .remuneration) = $0 { true } else { false }
        }
        #expect(row?.pay.said.map(\.minor).reduce(0, +) ?? 0 == saidPay, "seed \(one.seed)")
        #expect(row?.pay.confirmed.map(\.minor).reduce(0, +) ?? 0 == confirmedPay)
        confirmed += confirmedPay
        let overdue = dues.count { due in
          due.dueOn < one.day && (due.paidOn.map { one.day < $0 } ?? true)
        }
        #expect(row?.overdue ?? 0 == overdue)
        let said = dues.filter { $0.saidPaidOn.map { $0 <= one.day } ?? false }
        #expect((row?.paidOnTime.said ?? 0) + (row?.paidLate.said ?? 0) == said.count)
        let given = all.records.flatMap(\.owing.contributions).filter {
          one.scope.event == nil && one.scope.story == nil && $0.day <= one.day
            && $0.organisation == organisation && all.isWithin(one.scope, organisation, on: $0.day)
        }
        let minutes = (row?.trainingMinutes.said ?? 0) + (row?.supervisionMinutes.said ?? 0)
        #expect(minutes == given.map(\.minutes).reduce(0, +))
        #expect(minutes == (row?.paidMinutes.said ?? 0) + (row?.unpaidMinutes.said ?? 0))
      }
    }
    #expect(confirmed > 100_000)
  }

  /// What is said and what is confirmed of some of the dues; each is paid whole or not at all.
  private func sums(
    _ dues: [Due], by day: Day, _ isIncluded: (Due.Cause) -> Bool
  ) -> (said: Int, confirmed: Int) {
    var (said, confirmed) = (0, 0)
    for due in dues where isIncluded(due.cause) {
      let amount = due.amount?.minor ?? 0
      if due.said.payments.contains(where: { $0.day <= day }) { said += amount }
      let isMissing = due.said.missingSince.map { $0 <= day } ?? false
      if let on = due.said.confirmedOn, on <= day, !isMissing { confirmed += amount }
    }
    return (said, confirmed)
  }

  @Test func `care, consents and placements: each total is the sum of its rows`() {
    var counted: [Int] = [0, 0, 0]
    forEach { one in
      var care = CareReport(scope: one.scope, reader: .custodian)
      let checkIns = one.seen.flatMap { care.add($0) }
      var consents = ConsentsReport(scope: one.scope, policy: .initial)
      let granted = one.seen.flatMap { consents.add($0) }
      var placements = PlacementsReport(scope: one.scope)
      let placed = one.seen.flatMap { placements.add($0) }
      for organisation in organisations {
        let own = checkIns.filter { $0.organisation == organisation }
        let row = care.totals().first { $0.organisation == organisation }
        #expect(row?.due ?? 0 == own.count { $0.state == .due })
        #expect(row?.overdue ?? 0 == own.count { $0.state == .overdue })
        #expect(row?.late ?? 0 == own.count { $0.state == .done && $0.doneOn ?? may(0) > $0.dueOn })
        #expect((row?.inTime ?? 0) + (row?.late ?? 0) == own.count { $0.state == .done })

        let live = granted.filter {
          $0.onlyFor == nil && $0.organisationsLeft.contains(organisation)
            && $0.from <= one.day && one.day <= $0.until
            && (one.scope.organisation ?? organisation) == organisation
        }
        let consent = consents.totals().first { $0.organisation == organisation }
        #expect(consent?.live ?? 0 == live.count, "seed \(one.seed)")
        #expect(consent?.endingSoon ?? 0 == live.count { one.day.days(until: $0.until) <= 30 })
        let all = placed.filter { $0.organisation == organisation }
        let placement = placements.totals().first { $0.organisation == organisation }
        #expect(placement?.all ?? 0 == all.count)
        #expect(placement?.removed ?? 0 == all.count { $0.state == .removed })
        #expect(placement?.toComeDown ?? 0 == all.count { $0.deadline != nil })
        #expect(
          placement?.overdue ?? 0 == all.count { $0.deadline.map { $0 < one.day } ?? false })
      }
      counted = [
        counted[0] + checkIns.count, counted[1] + granted.count, counted[2] + placed.count,
      ]
      guard one.scope == ReportScope() else { return }
      // Whether a live consent has anything left for an organisation, by a count of its own.
      let slow = one.all.records.flatMap { record in
        organisations.map { isAskableByOne(record, by: $0, on: one.day) }
      }.reduce(0, +)
      #expect(consents.totals().map(\.live).reduce(0, +) == slow, "seed \(one.seed)")
      #expect(
        checkIns.count
          == one.all.records.map { record in
            record.checkIns(policy: .initial).count {
              record.engagement($0.engagement)?.sessions.map(\.first).max() ?? one.day <= one.day
            }
          }.reduce(0, +))
    }
    #expect(counted.allSatisfy { $0 > 100 })
  }

  /// How many consents are live for an organisation; withdrawals lodged later haven't been yet.
  private func isAskableByOne(
    _ record: PeerRecord, by organisation: OrganisationID, on day: Day
  ) -> Int {
    record.consents.enumerated().count { place, consent in
      guard consent.onlyFor == nil, consent.from <= day, day <= consent.until,
        consent.organisations.contains(organisation)
      else { return false }
      return consent.purposes.words.contains { purpose in
        !record.revocations.contains {
          $0.day <= day && (place < $0.consentsBefore || consent.given < $0.day)
            && ($0.scope.purpose ?? purpose) == purpose
            && ($0.scope.organisation ?? organisation) == organisation
        }
      }
    }
  }

  @Test func `events, exceptions, unclaimed and turns`() {
    var counted: [Int] = [0, 0, 0, 0]
    forEach { one in
      var (events, exceptions) = (
        EventReport(scope: one.scope, reader: .custodian),
        ExceptionsReport(scope: one.scope, policy: .initial)
      )
      var (unclaimed, rotation) = (UnclaimedReport(scope: one.scope), RotationReport())
      var listed: [UnclaimedReport.PeerRow] = []
      for peer in one.seen {
        events.add(peer)
        exceptions.add(peer)
        rotation.add(peer)
        listed += unclaimed.add(peer)
      }
      let all = one.all
      let within = all.uses(in: one.scope)
      #expect(
        events.totals().map(\.tookPlace).reduce(0, +)
          == within.count { $0.ask.engagement.event != nil }, "seed \(one.seed)")
      for row in events.totals() {
        let own = within.filter {
          $0.organisation == row.organisation && $0.ask.engagement.event == row.event
        }
        #expect(row.tellings == own.count(where: \.isTelling))
        #expect(row.peers >= Set(own.map(\.ask.peer)).count)
        counted[0] += own.count
      }
      let plain = ReportScope(period: one.scope.period, organisation: one.scope.organisation)
      for organisation in organisations {
        let row = exceptions.totals().first { $0.organisation == organisation }
        let own = all.uses(in: plain).filter { $0.organisation == organisation }
        #expect(row?.allUses ?? 0 == own.count)
        #expect(row?.uses ?? 0 == own.count { $0.ask.engagement.origin == .excepted })
        counted[1] += row?.uses ?? 0
        let unclaimedRow = unclaimed.totals().first { $0.organisation == organisation }
        let theirs = within.filter { $0.organisation == organisation && !$0.ask.record.isClaimed }
        #expect(unclaimedRow?.uses ?? 0 == theirs.count)
        #expect(unclaimedRow?.peers ?? 0 == Set(theirs.map(\.ask.peer)).count)
      }
      #expect(listed.map(\.uses).reduce(0, +) == within.count { !$0.ask.record.isClaimed })
      counted[2] += listed.count
      let turns = rotation.totals()
      #expect(
        Set(turns.map(\.peer))
          == Set(all.records.filter(\.reach.takesPartInRotation).map(\.peer)))
      for turn in turns {
        let own = all.uses.filter { $0.isTelling && $0.ask.peer == turn.peer }
        #expect(
          turn.daysSinceLastTelling
            == own.map { max(0, $0.session.last.days(until: one.day)) }.min())
        #expect(turn.tellings == own.count { $0.session.first.days(until: one.day) < 365 })
        counted[3] += 1
      }
      let days = turns.map { $0.daysSinceLastTelling ?? .max }
      #expect(days == days.sorted(by: >))
    }
    #expect(counted.allSatisfy { $0 > 50 })
  }
}
