/// The calendar years that a summary is about, each of which is over.
///
/// Whole years only. A total over three quarters beside one over four would give away the fourth,
/// and so would a total that is printed anew as each quarter ends.
public struct SummaryYears: Hashable, Sendable {
  /// The first year; nothing means from the beginning.
  public let first: Int?
  /// The last year: at the latest the one before the report's own.
  public let last: Int

  /// The years of a scope, as far as they are over on the report's day.
  ///
  /// From 2024-01-01 with no end, on 2026-05-04: 2024 and 2025.
  ///
  /// - Throws: `SummaryRefusal` if the scope cuts a year, holds none that is over, or is narrowed
  ///   to an event or a story.
  public init(_ scope: ReportScope, on day: Day) throws(SummaryRefusal) {
    guard scope.event == nil, scope.story == nil else { throw .narrowed }
    let over = day.parts.year - 1
    let from = scope.period.from?.parts
    let to = scope.period.to?.parts
    if let from, (from.month, from.day) != (1, 1) { throw .cutsAYear }
    if let to, (to.month, to.day) != (12, 31) { throw .cutsAYear }
    first = from?.year
    last = to?.year ?? over
    guard last <= over, first ?? last <= last else { throw .notOver(lastOver: over) }
  }

  /// Whether a year is among them.
  func contains(_ year: Int) -> Bool { (first ?? year) <= year && year <= last }

  /// From the first day of the first year to the last day of the last.
  var period: ReportPeriod {
    ReportPeriod(
      from: first.flatMap { Day(year: $0, month: 1, day: 1) },
      to: Day(year: last, month: 12, day: 31))
  }
}

/// Why a summary isn't made: it would let out more than it may.
public enum SummaryRefusal: Error, Hashable, Sendable {
  /// It doesn't begin on 1 January or doesn't end on 31 December.
  case cutsAYear
  /// It holds no year that is over, or one that isn't.
  case notOver(lastOver: Int)
  /// It is narrowed to an event or a story, and so to few people.
  case narrowed
}

/// A quarter of a calendar year.
struct SummaryQuarter: Hashable {
  let year: Int
  /// 0 for January to March, 3 for October to December.
  let place: Int

  /// The quarter that a peer's home day lies in.
  init(_ day: Day) {
    let (year, month, _) = day.parts
    self.year = year
    place = (month - 1) / 3
  }
}
