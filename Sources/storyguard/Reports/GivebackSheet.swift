import ConsentRegistry
import Notation

/// The report `giveback`: what each organisation took, beside what it gave.
struct GivebackSheet: RecordReport {
  static let filters = GivebackReport.filters

  private let heading: ReportHeading
  private var report: GivebackReport

  init(_ reading: ReportReading) {
    heading = reading.heading
    report = GivebackReport(scope: reading.scope, reader: reading.reader)
  }

  var sheet: ReportSheet {
    ReportSheet(
      name: "giveback", title: "Taken and given", heading: heading, measures: report.measures,
      tables: [taken, pay, besides],
      empty: [
        "Nothing was taken or given in these days.",
        "`storyguard pay done` and `storyguard contribution add` enter what was given.",
      ])
  }

  mutating func add(_ peer: ReportedPeer, to layout: any SheetLayout) { report.add(peer) }

  func finish(to layout: any SheetLayout) {
    let rows = report.totals()
    for row in rows {
      layout.add(
        FigureRow(
          [
            .id(row.organisation), .whole(row.tellings), .whole(row.exposures), .whole(row.peers),
            .whole(row.paidOnTime.said), .whole(row.paidLate.said), .whole(row.overdue),
            .whole(row.workDone), hours(row.learning.said),
          ], json: GivebackJSON.json(row), picture: .scales(scales(row))), to: "organisations")
      for word in Whose.allCases { add(row, by: word, to: layout) }
    }
    let isConfirmed = rows.contains {
      $0.paidOnTime.confirmed + $0.paidLate.confirmed + $0.learning.confirmed > 0
    }
    layout.say(
      rows.isEmpty || isConfirmed ? "" : "No peer has confirmed yet that anything came.",
      "isConfirmed", .truth(isConfirmed))
  }

  /// What was paid and taught by either word, where there is anything to tell.
  private func add(
    _ row: GivebackReport.OrganisationRow, by word: Whose, to layout: any SheetLayout
  ) {
    let pay = [row.pay[word], row.costs[word], row.workPay[word]]
    if pay.contains(where: { !$0.isEmpty }) || row.inKind[word] > 0 {
      layout.add(
        FigureRow([
          .id(row.organisation), .code(word), .money(pay[0]), .money(pay[1]),
          .whole(row.inKind[word]), days(row.daysToPay[word]), .money(pay[2]),
        ]), to: "pay")
    }
    let hours = [
      row.trainingMinutes, row.supervisionMinutes, row.otherMinutes, row.paidMinutes,
      row.unpaidMinutes,
    ].map { $0[word] }
    guard hours.contains(where: { $0 > 0 }) else { return }
    layout.add(
      FigureRow(
        [.id(row.organisation), .code(word)] + hours.map(self.hours)
          + [.money(row.costToPeers[word])]), to: "besides")
  }

  /// Minutes as hours, rounded to hundredths where they are shown.
  private func hours(_ minutes: Int) -> Figure { .decimal(Double(minutes) / 60) }

  private func days(_ median: Median?) -> Figure {
    switch median {
    case .days(let days)?: .whole(days)
    case .moreThan(let days)?: .words("more than \(days)")
    case nil: .none
    }
  }

  private func scales(_ row: GivebackReport.OrganisationRow) -> TakenAndGiven {
    TakenAndGiven(
      organisation: row.organisation.text,
      taken: [
        .init(name: "tellings", count: row.tellings),
        .init(name: "uses again", count: row.exposures),
      ],
      given: [
        .init(name: "payments, for work too", count: row.paidOnTime.said + row.paidLate.said),
        .init(name: "work without a story", count: row.workDone),
        .init(name: "hours of training and supervision", count: (row.learning.said + 30) / 60),
      ])
  }

  private var taken: FigureTable {
    FigureTable(
      key: "organisations", title: "Taken beside given",
      columns: [
        .left("organisation", "organisation"), .right("told", "told"), .right("shown", "shown"),
        .right("peers", "peers"), .right("paidOnTime", "paid in time"), .right("paidLate", "late"),
        .right("overdue", "overdue"), .right("workDone", "work"), .right("learning", "hours"),
      ], isMain: true,
      about: "Given, by the organisation's own word: what it paid for uses and for work, work done "
        + "that needed no story, hours of training and supervision. What peers confirm stands below, "
        + "beside what is said."
    )
  }

  private var pay: FigureTable {
    FigureTable(
      key: "pay", title: "Pay, as said and as confirmed by peers",
      columns: [
        .left("organisation", "organisation"), .left("word", "word"), .left("pay", "pay"),
        .left("costs", "costs"), .right("inKind", "in kind"),
        .right("daysToPay", "days to pay"), .left("workPay", "pay for work"),
      ], isForPeopleOnly: true)
  }

  private var besides: FigureTable {
    FigureTable(
      key: "besides", title: "Training and supervision in hours",
      columns: [
        .left("organisation", "organisation"), .left("word", "word"),
        .right("training", "training"), .right("supervision", "supervision"),
        .right("other", "other"), .right("paidTime", "paid time"),
        .right("unpaidTime", "unpaid time"), .left("costToPeers", "cost to peers"),
      ], isForPeopleOnly: true)
  }
}

extension GivebackReport.OrganisationRow {
  /// Minutes of training and supervision.
  fileprivate var learning: (said: Int, confirmed: Int) {
    (
      trainingMinutes.said + supervisionMinutes.said,
      trainingMinutes.confirmed + supervisionMinutes.confirmed
    )
  }
}
