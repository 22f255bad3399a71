/// A number that may leave the office, or nothing in its place.
public enum SummaryCell: Hashable, Sendable {
  /// The number.
  case count(Int)
  /// Withheld, since it is small or would tell of one that is.
  case withheld
}

/// One figure of an organisation, or of all together, as it may leave the office.
public struct SummaryLine: Hashable, Sendable {
  /// The four quarters of the year, January to March first.
  public let quarters: [SummaryCell]
  /// The year.
  public let total: SummaryCell

  fileprivate init(_ line: UncheckedLine, _ showing: Showing) {
    quarters = line.quarters.map { showing == .whole ? .count($0.count) : .withheld }
    total = showing == .nothing ? .withheld : .count(line.total.count)
  }
}

/// One calendar year of a summary: all that may be told of it outside.
///
/// There is no other way to make one than to withhold what may not be told.
public struct SummaryTable: Hashable, Sendable {
  /// One organisation's figures.
  public struct Row: Hashable, Sendable {
    /// Which organisation.
    public let organisation: OrganisationID
    fileprivate let lines: [SummaryFigure: SummaryLine]

    /// The line of a figure.
    public subscript(_ figure: SummaryFigure) -> SummaryLine {
      lines[figure] ?? SummaryLine(UncheckedLine(), .nothing)
    }
  }

  /// The calendar year.
  public let year: Int
  /// The organisations of which anything was counted, by id.
  public let rows: [Row]
  private let all: [SummaryFigure: SummaryLine]

  /// The line of a figure for all organisations together.
  public subscript(_ figure: SummaryFigure) -> SummaryLine {
    all[figure] ?? SummaryLine(UncheckedLine(), .nothing)
  }

  /// What may be told of a year's counts; of one organisation the same as in the whole.
  init(
    withholdingFrom counts: UncheckedSummary, of organisation: OrganisationID? = nil,
    rule: SummaryRule = SummaryRule()
  ) {
    year = counts.year
    let showings = rule.showings(of: counts)
    func line(_ figure: SummaryFigure, _ place: Int) -> SummaryLine {
      SummaryLine(counts[figure].lines[place], showings[figure]?.lines[place] ?? .nothing)
    }
    rows = counts.organisations.enumerated().compactMap { place, id in
      guard (organisation ?? id) == id else { return nil }
      return Row(
        organisation: id,
        lines: Dictionary(
          uniqueKeysWithValues: SummaryFigure.allCases.map { ($0, line($0, place)) }))
    }
    all = Dictionary(
      uniqueKeysWithValues: SummaryFigure.allCases.map {
        ($0, SummaryLine(counts[$0].all, showings[$0]?.all ?? .nothing))
      })
  }
}

/// How much of a line is printed.
enum Showing: Hashable {
  /// Every quarter and the total.
  case whole
  /// The total alone; not one quarter, not even a 0.
  case total
  /// Nothing.
  case nothing
}

/// How much is printed of each organisation's line of one figure, and of the line of all.
struct Showings: Hashable {
  var lines: [Showing]
  var all: Showing
}
