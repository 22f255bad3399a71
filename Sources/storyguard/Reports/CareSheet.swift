import ConsentRegistry

/// The report `care`: the check-ins that are due, done and overdue.
struct CareSheet: RecordReport {
  static let filters = CareReport.filters

  private let heading: ReportHeading
  private var report: CareReport

  init(_ reading: ReportReading) {
    heading = reading.heading
    report = CareReport(scope: reading.scope, reader: reading.reader)
  }

  var sheet: ReportSheet {
    ReportSheet(
      name: "care", title: "Care", heading: heading, measures: report.measures,
      tables: [
        FigureTable(
          key: "organisations", title: "By organisation",
          columns: [
            .left("organisation", "organisation"), .right("due", "due"),
            .right("inTime", "in time"), .right("late", "late"), .right("overdue", "overdue"),
          ]),
        FigureTable(
          key: "checkIns", title: "Check-ins",
          columns: [
            .left("state", "state"), .left("organisation", "organisation"), .left("peer", "peer"),
            .left("after", "after"), .left("dueOn", "due on"), .left("doneOn", "done on"),
            .right("daysLate", "days late"), .left("saidOn", "said").forPrograms,
            .left("confirmedOn", "confirmed").forPrograms,
            .truth("missed", "missed").forPrograms, .left("event", "event").forPrograms,
            .left("engagement", "booking").forPrograms,
          ], isMain: true,
          about:
            "Overdue: ask the organisation to call the peer, or call them yourself; `storyguard checkin "
            + "done PEER --engagement …` notes it."),
      ],
      empty: [
        "No check-in is owed for these days.",
        "One is owed after each telling that was asked for here; none for what was only entered "
          + "afterwards.",
      ])
  }

  mutating func add(_ peer: ReportedPeer, to layout: any SheetLayout) {
    for row in report.add(peer) {
      let isOverdue = row.state == .overdue
      layout.add(
        FigureRow(
          [
            isOverdue ? .marked(row.state.code) : .code(row.state), .id(row.organisation),
            .id(row.peer), .day(row.after), .day(row.dueOn), .day(row.doneOn),
            .whole(row.daysLate), .day(row.saidOn), .day(row.confirmedOn), .truth(row.isMissed),
            .id(row.event), .id(row.engagement),
          ], isOverdue ? .red : .none), to: "checkIns")
    }
  }

  func finish(to layout: any SheetLayout) {
    for row in report.totals() {
      layout.add(
        FigureRow([
          .id(row.organisation), .whole(row.due), .whole(row.inTime), .whole(row.late),
          .whole(row.overdue),
        ]), to: "organisations")
    }
  }
}
