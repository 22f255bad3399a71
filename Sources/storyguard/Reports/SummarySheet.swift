import ConsentRegistry

/// The report `summary`: what may leave the office, by organisation and quarter.
struct SummarySheet: RecordReport {
  static let filters: Choices<ReportFilter> = [.period, .organisation]

  private var heading: ReportHeading
  private var report: SummaryReport

  init(_ reading: ReportReading) throws {
    // It is made over everybody, and of what only the custodian may count.
    guard reading.reader == .custodian else { throw RegistryError.notForThisRole }
    heading = reading.heading
    heading.countsErased = false
    report = try SummaryReport(
      scope: reading.scope, policies: reading.policies, on: reading.day)
  }

  var sheet: ReportSheet {
    ReportSheet(
      name: "summary", title: "Summary", heading: heading, measures: SummaryReport.measures,
      tables: [
        table(
          "lines", "By organisation", [.left("organisation", "organisation")], isMain: true,
          about: "By the quarters of each year that is over. hidden: a small count, or one that "
            + "would show a small one. Lines of nothing but 0 are left out."),
        table("all", "All organisations", []),
      ],
      empty: [
        "Nothing is counted for a year that is over.",
        "A summary is about whole calendar years; one that still runs isn't in it.",
      ])
  }

  mutating func add(_ peer: ReportedPeer, to layout: any SheetLayout) { report.add(peer) }

  func finish(to layout: any SheetLayout) {
    for year in report.tables() {
      for row in year.rows {
        for figure in SummaryFigure.allCases {
          add([.year(year.year), .id(row.organisation)], figure, row[figure], to: layout, "lines")
        }
      }
      for figure in SummaryFigure.allCases {
        add([.year(year.year)], figure, year[figure], to: layout, "all")
      }
    }
  }

  private func add(
    _ head: [Figure], _ figure: SummaryFigure, _ line: SummaryLine, to layout: any SheetLayout,
    _ table: String
  ) {
    guard line.total != .count(0) else { return }
    let cells = (line.quarters + [line.total]).map { cell -> Figure in
      switch cell {
      case .count(let count): .whole(count)
      case .withheld: .withheld
      }
    }
    layout.add(FigureRow(head + [.code(figure)] + cells), to: table)
  }

  private func table(
    _ key: String, _ title: String, _ columns: [FigureColumn], isMain: Bool = false,
    about: String = ""
  ) -> FigureTable {
    FigureTable(
      key: key, title: title,
      columns: [.left("year", "year")] + columns + [
        .left("figure", "figure"), .right("q1", "Jan to Mar"),
        .right("q2", "Apr to Jun"), .right("q3", "Jul to Sep"),
        .right("q4", "Oct to Dec"), .right("total", "in all"),
      ], isMain: isMain, about: about)
  }
}
