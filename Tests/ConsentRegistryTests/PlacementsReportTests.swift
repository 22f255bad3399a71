import ConsentRegistry
import Testing

/// Where recordings and texts are, and what must come down.
struct PlacementsReportTests {
  private func report(
    _ peers: [ReportPeer], on day: String, _ scope: ReportScope = ReportScope()
  ) -> (rows: [PlacementsReport.PlacementRow], organisations: [PlacementsReport.OrganisationRow]) {
    var report = PlacementsReport(scope: scope)
    let rows = peers.flatMap { report.add($0.seen(on: date(day))) }
    return (rows, report.totals())
  }

  /// A page, a print that can be stopped until 10 June, a recording held by `o3`, and a stranger's
  /// post; the page and the print are asked to come down on 1 June.
  private var ada: ReportPeer {
    var ada = ReportPeer("ada")
    ada.recorded("e1", on: date("2026-05-01"), kind: .exposure, event: "ev")
    func place(
      _ name: String, _ medium: Placement.Medium, holder: String?, recallUntil: Day? = nil
    ) -> Happening {
      .placing(
        .placed(
          Placement(
            id: id(name), use: id("e1-1"), medium: medium, holder: holder.map { id($0) },
            address: nil, story: id("s1"), purpose: .training, channel: .web,
            organisation: id("o1"), placedOn: date("2026-05-01"), recallUntil: recallUntil)))
    }
    ada.note(
      place("page", .page, holder: "o1"),
      place("print", .print, holder: "o1", recallUntil: date("2026-06-10")),
      place("recording", .recording, holder: "o3"), place("post", .post, holder: nil),
      .placing(
        .removalOpened(id("page"), day: date("2026-06-01"), deadline: date("2026-07-01"))),
      .placing(
        .removalOpened(id("print"), day: date("2026-06-01"), deadline: date("2026-06-10"))),
      .placing(.moved(id("page"), to: .removed, day: date("2026-06-20"), proof: nil)))
    return ada
  }

  @Test func `each stands as it did on the day, and a task past its last day is overdue`() throws {
    let (rows, organisations) = report([ada], on: "2026-06-11")
    #expect(rows.map(\.state) == [.live, .beyondRecall, .live, .beyondRecall])
    #expect(rows.map(\.isOverdue) == [false, true, false, false])
    #expect(rows[0].taskOpened == date("2026-06-01") && rows[0].deadline == date("2026-07-01"))
    #expect(rows[1].since == date("2026-06-11") && rows[0].event == id("ev"))
    let row = try #require(organisations.first)
    #expect([row.live, row.removed, row.beyondRecall, row.removalRefused] == [2, 0, 2, 0])
    #expect(row.toComeDown == 2 && row.overdue == 1 && row.all == 4)
    // Taken down on 20 June; asked for on 1 June and not before; not there on 30 April.
    let later = report([ada], on: "2026-06-20")
    #expect(later.rows[0].state == .removed && later.rows[0].taskOpened == nil)
    #expect(later.organisations[0].toComeDown == 1)
    #expect(report([ada], on: "2026-05-31").organisations[0].toComeDown == 0)
    #expect(report([ada], on: "2026-04-30").rows.isEmpty)
  }

  @Test func `an organisation's are those that it uses or holds`() {
    func names(_ scope: ReportScope) -> [String] {
      report([ada], on: "2026-06-11", scope).rows.map(\.placement.text)
    }
    #expect(names(ReportScope(organisation: id("o1"))).count == 4)
    #expect(names(ReportScope(organisation: id("o3"))) == ["recording"])
    #expect(names(ReportScope(event: id("ev"))).count == 4)
    #expect(names(ReportScope(event: id("other"))).isEmpty)
    #expect(names(.days("2026-05-02", nil)).isEmpty && names(ReportScope(story: id("s2"))).isEmpty)
  }
}
