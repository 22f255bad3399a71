/// What the dates of one column together say about the order of day and month.
///
/// A date such as `25/06/2025` can only be day-first. It settles the order for all dates of the
/// column with the same mark (`/` `-` `.`), unless another one can only be month-first.
package struct ColumnOrder: Equatable, Sendable {
  /// What the dates with one mark say; places count the given texts from 0.
  package enum Finding: Equatable, Sendable {
    /// The order, and the first date that settles it.
    case settled(DayMonthOrder, by: Int)
    /// Dates that can be read either way, the first of them here, and none that settles it.
    case open(first: Int)
    /// Two dates that can't be in one order.
    case contradicted(dayFirst: Int, monthFirst: Int)
  }

  /// The finding for each mark that leaves the order open.
  package let findings: [Character: Finding]

  /// The first two dates, in the order of their marks, that contradict each other.
  package var contradiction: (dayFirst: Int, monthFirst: Int)? {
    for mark in findings.keys.sorted() {
      if case .contradicted(let dayFirst, let monthFirst)? = findings[mark] {
        return (dayFirst, monthFirst)
      }
    }
    return nil
  }

  /// Reads a cell of the column in the order settled for its mark.
  ///
  /// Without a settled order, a date that can be read either way stays `ambiguous`.
  package func read(_ text: String) -> DateReading {
    DateNotation.read(text, order: order(of: text))
  }

  private func order(of text: String) -> DayMonthOrder? {
    guard let mark = DateToken.tokens(of: text).flatMap(WrittenDate.init)?.separator,
      case .settled(let order, _)? = findings[mark]
    else { return nil }
    return order
  }
}

extension DayMonthOrder {
  /// Looks at all texts of a column for the order of day and month; texts that are no dates say
  /// nothing.
  ///
  /// `["03/06/2025", "25/06/2025", "3.6.25"]` gives `/` settled as day-first by text 1, `.` open.
  package static func settled(by texts: [String]) -> ColumnOrder {
    var evidence: [Character: (dayFirst: Int?, monthFirst: Int?, either: Int?)] = [:]
    for (place, text) in texts.enumerated() {
      guard let date = DateToken.tokens(of: text).flatMap(WrittenDate.init),
        let mark = date.separator
      else { continue }
      var seen = evidence[mark] ?? (nil, nil, nil)
      switch (date.dayFirst, date.monthFirst) {
      case (_?, nil): seen.dayFirst = seen.dayFirst ?? place
      case (nil, _?): seen.monthFirst = seen.monthFirst ?? place
      case (let first?, let second?) where first != second: seen.either = seen.either ?? place
      default: continue
      }
      evidence[mark] = seen
    }
    return ColumnOrder(
      findings: evidence.compactMapValues { seen -> ColumnOrder.Finding? in
        switch (seen.dayFirst, seen.monthFirst) {
        case (let day?, let month?): .contradicted(dayFirst: day, monthFirst: month)
        case (let day?, nil): .settled(.dayFirst, by: day)
        case (nil, let month?): .settled(.monthFirst, by: month)
        case (nil, nil): seen.either.map { .open(first: $0) }
        }
      })
  }
}
