import ConsentRegistry
import Testing

/// What a peer has chosen for themself leaves no trace in a custodian's rows.
///
/// Each matter is planted first, and is seen to be there: the record differs, and where the reports
/// are about what is owed, the peer's own do too.
struct ReportPrivacyTests {
  /// A peer with something for every report, on 31 May 2026.
  private static var ada: ReportPeer { ada(heldBackBy: .askCap) }

  private static func ada(heldBackBy rule: RuleCode) -> ReportPeer {
    var ada = ReportPeer("ada")
    ada.note(.support(.rotationChosen(takesPart: true)))
    ada.consent("c", to: ["o1"], from: date("2026-01-01"), until: date("2026-06-15"))
    for (number, day) in ["2026-02-01", "2026-03-01", "2026-05-10", "2026-05-30"].enumerated() {
      ada.ask(
        "e\(number)", ReportPeer.request(for: [date(day)], event: "ev"),
        on: date(day).adding(-20))
    }
    // Cancelled eight days before: in time with 7 days' notice.
    ada.ask(
      "gone", ReportPeer.request(for: [date("2026-05-25")], event: "ev"), on: date("2026-04-01"),
      becomes: .confirmed)
    ada.note(
      .booking(.cancelledByOrganiser(id("gone"), sessions: [0], day: date("2026-05-17"))))
    ada.ask(
      "open", ReportPeer.request(for: [date("2026-06-30")], event: "ev"), on: date("2026-05-28"),
      becomes: .held)
    ada.heldBack(ReportPeer.request(for: [date("2026-06-20")]), on: date("2026-05-29"), by: rule)
    ada.offer("w", by: "o2", on: date("2026-05-01"), doneOn: date("2026-05-05"))
    ada.note(
      .placing(
        .placed(
          Placement(
            id: id("p"), use: id("e0-1"), medium: .page, holder: id("o1"), address: nil,
            story: id("s1"), purpose: .training, channel: .web, organisation: id("o1"),
            placedOn: date("2026-02-02")))))
    return ada
  }

  /// Every row and every total of all nine reports; asks after a no are left out, as they are told
  /// as a sum over all peers.
  private static func rows(_ peers: [ReportPeer], for reader: ReportReader) -> [String: String] {
    let day = date("2026-05-31")
    var tokenization = TokenizationReport(reader: reader, policy: .initial)
    var giveback = GivebackReport(reader: reader)
    var care = CareReport(reader: reader)
    var consents = ConsentsReport(policy: .initial)
    var placements = PlacementsReport()
    var unclaimed = UnclaimedReport()
    var event = EventReport(reader: reader)
    var exceptions = ExceptionsReport(policy: .initial)
    var rotation = RotationReport()
    var rows: [String: String] = [:]
    for peer in peers.map({ $0.seen(on: day) }) {
      rows["tokenization", default: ""] += "\(tokenization.add(peer))"
      rows["care", default: ""] += "\(care.add(peer))"
      rows["consents", default: ""] += "\(consents.add(peer))"
      rows["placements", default: ""] += "\(placements.add(peer))"
      rows["unclaimed", default: ""] += "\(unclaimed.add(peer))"
      giveback.add(peer)
      rows["usage", default: ""] += "\(usage(of: peer, for: reader))"
      event.add(peer)
      exceptions.add(peer)
      rotation.add(peer)
    }
    for row in tokenization.totals() {
      rows["tokenization totals", default: ""] +=
        "\(row.organisation) \(row.asks.asks) \(row.asks.forMore) \(row.asks.unpaid) "
        + "\(row.peersWithoutContact) \(row.concentration as Any)"
    }
    rows["giveback"] = "\(giveback.totals())"
    rows["care totals"] = "\(care.totals())"
    rows["consents totals"] = "\(consents.totals())"
    rows["placements totals"] = "\(placements.totals())"
    rows["unclaimed totals"] = "\(unclaimed.totals())"
    rows["event"] = "\(event.totals())"
    rows["exceptions"] = "\(exceptions.totals())"
    rows["rotation"] = "\(rotation.totals())"
    return rows
  }

  private static func usage(of peer: ReportedPeer, for reader: ReportReader) -> UsageRow {
    UsageReport.row(
      for: peer.uses, period: ReportPeriod(), on: peer.day, policies: always(), reader: reader)
  }

  /// What is private, and in which reports the peer themself sees it.
  private static func matters() throws -> [(name: String, planted: ReportPeer, seenIn: [String])] {
    func with(_ happenings: Happening...) -> ReportPeer {
      var peer = ada
      for happening in happenings { peer.note(happening) }
      return peer
    }
    func limit(_ path: String, _ value: Double) throws -> ReportPeer {
      let own = Limits([.init(term: try #require(Term.named(path)), value: value)])
      return with(
        .limitsSet(
          own, refusesInTheRoom: true, day: date("2026-01-01"), recordedOn: date("2026-01-01")))
    }
    let day = date("2026-05-29")
    // It is the reason that is private: how often a peer was asked, or was to be, isn't.
    let held = ada(heldBackBy: .askQuiet)
    return [
      ("a no", with(.answered(id("open"), .notThisOne, day: day)), []),
      ("a harder no", with(.answered(id("open"), .notThisKind, day: day)), []),
      ("a no to work", with(.work(.answered(id("w"), .notThisKind, day: day))), []),
      ("a pause", with(.paused(Pause(from: date("2026-05-31"), until: nil), keeping: [])), []),
      ("readiness", with(.readinessSet(notBefore: date("2026-12-01"))), []),
      ("a note", with(.toldElsewhere(day: day)), []),
      (
        "a quiet period",
        with(.asking(.quietChosen(id("o1"), purpose: nil, until: date("2026-12-01"), day: day))),
        []
      ),
      ("an attempt in it", held, []),
      ("no work while resting", with(.work(.wanted(whileResting: false))), []),
      ("own rest", try limit("rest.days", 60), []),
      ("own cap", try limit("caps.telling.30", 0), []),
      ("own day to be called", try limit("care.checkInAfterDays", 0), ["care", "care totals"]),
      ("own days to be paid", try limit("pay.dueDays", 5), ["giveback", "event"]),
      ("own notice", try limit("notice.days", 30), ["event"]),
    ]
  }

  @Test func `two peers who differ only in what is private have the same rows`() throws {
    let plain = Self.ada
    var bo = ReportPeer("bo")
    bo.recorded("b1", on: date("2026-05-20"))
    let theirs = Self.rows([plain, bo], for: .custodian)
    for matter in try Self.matters() {
      #expect(matter.planted.record != plain.record, "\(matter.name) wasn't planted")
      for (report, rows) in Self.rows([matter.planted, bo], for: .custodian) {
        #expect(rows == theirs[report], "\(matter.name) shows in \(report)")
      }
      let (own, before) = (Self.rows([matter.planted], for: .peer), Self.rows([plain], for: .peer))
      for report in matter.seenIn {
        #expect(
          own[report] != before[report], "\(matter.name) is hidden from the peer in \(report)")
      }
    }
  }

  @Test func `an attempt in a quiet period counts in the sum over all, and in no peer's row`() {
    var held = Self.ada
    held.heldBack(
      ReportPeer.request(for: [date("2026-06-20")]), on: date("2026-05-29"), by: .askQuiet)
    func afterNo(_ peers: [ReportPeer]) -> Int? {
      var report = TokenizationReport(reader: .custodian, policy: .initial)
      for peer in peers { _ = report.add(peer.seen(on: date("2026-05-31"))) }
      return report.totals().first?.asks.afterNo
    }
    #expect(afterNo([Self.ada]) == 0 && afterNo([held]) == 1)
  }
}
