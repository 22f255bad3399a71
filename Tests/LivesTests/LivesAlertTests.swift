import ConsentRegistry
import LedgerStore
import Seeded
import Testing

/// Alerts over lives drawn by chance: nothing is lost, nothing is told twice, and `since` is exact.
struct LivesAlertTests {
  @Test func `every overdue thing and every breach is one item of one alert`() throws {
    var codes: Set<AlertCode> = []
    for number in 0..<Soak.count(3_000) {
      var life = Life(seed: UInt64(7_000_000 + number), books: Books(file: nil))
      do {
        try life.begin()
        // As it was at an earlier moment, and as it is at the end.
        var earlier: PeerRecord?
        for step in 0..<RandomLivesTests.steps {
          try life.step()
          if step == 12 { earlier = life.record }
        }
        guard let record = life.record else { continue }
        let days = [Day(number: life.today), Day(number: life.today + 45)]
        for (day, reader) in days.flatMap({ day in ReportReader.allCases.map { (day, $0) } }) {
          let peer = ReportedPeer(record, on: day, policies: life.policies)
          let alerts = alerts(peer, life.policies, reader)
          codes.formUnion(alerts.flatMap(\.codes))
          try seeThatAllIsTold(alerts, peer, life, reader)
          try seeThatNewsIsExact(alerts, earlier, on: day, life, reader)
        }
      } catch let fault as LifeFault {
        Issue.record("\(fault)")
        return
      }
    }
    #expect(
      codes.isSuperset(of: [
        .overuseRest, .asksPressure, .careOverdue, .payOverdue, .bookingReview, .bookingUnclosed,
      ]), "\(codes)")
  }

  private func alerts(
    _ peer: ReportedPeer, _ policies: PolicyHistory, _ reader: ReportReader
  ) -> [Alert] {
    var search = AlertSearch(policies: policies, reader: reader)
    return search.add(peer) + search.totals()
  }

  /// Counted another way, from the record itself.
  private func seeThatAllIsTold(
    _ alerts: [Alert], _ peer: ReportedPeer, _ life: Life, _ reader: ReportReader
  ) throws {
    let items = alerts.flatMap(\.items)
    guard Set(items.map(\.key)).count == items.count else { throw life.fault("told twice") }
    func expect(_ count: Int, _ codes: AlertCode...) throws {
      let told = items.count { codes.contains($0.code) }
      guard told == count else { throw life.fault("\(codes): \(told) instead of \(count)") }
    }
    let (record, day) = (peer.record, peer.day)
    let breaches = OveruseReport.breaches(
      for: peer.uses, period: ReportPeriod(from: day.adding(-364)), on: day,
      policies: life.policies, reader: reader)
    try expect(
      Set(
        breaches.filter { $0.backing != .exception }.map { [$0.rule.code, $0.breaking.use.text] }
      ).count, .overuseRest, .overuseCap, .overuseLoad)
    try expect(
      record.checkIns(policy: peer.policy).count { $0.state(on: day) == .overdue }, .careOverdue)
    try expect(
      record.dues(policy: peer.policy).count { $0.state(on: day) == .overdue }, .payOverdue)
    try expect(
      record.placements.all.count { $0.openTask?.isOverdue(on: day) ?? false }, .removalOverdue)
    try expect(
      record.engagements.flatMap(\.sessions).count {
        $0.state == .confirmed && $0.last.adding(3) < day
      }, .bookingUnclosed)
    for alert in alerts {
      guard alert.since == alert.items.map(\.since).min(), alert.since <= day,
        alert.severity == alert.items.map(\.severity).max(), !alert.items.isEmpty
      else { throw life.fault("\(alert.codes): not what its items say") }
    }
    // One cause, one alert.
    let causes = alerts.filter { !$0.codes.contains(.consentEnding) }.map {
      "\($0.codes.first?.severity.code ?? "") \($0.codes.map { $0.code.prefix(7) }.first ?? "") "
        + "\($0.codes.allSatisfy { $0.code.hasPrefix("overuse") } ? "" : "\($0.codes)") "
        + "\($0.organisation?.text ?? "")"
    }
    guard Set(causes).count == causes.count else { throw life.fault("parted: \(causes)") }
  }

  private func seeThatNewsIsExact(
    _ alerts: [Alert], _ earlier: PeerRecord?, on day: Day, _ life: Life, _ reader: ReportReader
  ) throws {
    let keys = Set(alerts.flatMap(\.items).map(\.key))
    guard alerts.allSatisfy({ $0.onlyNew(since: keys) == nil }) else {
      throw life.fault("news of the same moment")
    }
    guard alerts.allSatisfy({ $0.onlyNew(since: []) == $0 }) else {
      throw life.fault("before everything, not all is news")
    }
    guard let earlier else { return }
    let before = Set(
      self.alerts(
        ReportedPeer(earlier, on: day.adding(-20), policies: life.policies), life.policies, reader
      ).flatMap(\.items).map(\.key))
    let news = alerts.compactMap { $0.onlyNew(since: before) }
    guard Set(news.flatMap(\.items).map(\.key)) == keys.subtracting(before),
      news.allSatisfy({ new in alerts.contains { Set(new.items).isSubset(of: $0.items) } })
    else { throw life.fault("what is new isn't what wasn't there") }
  }
}
