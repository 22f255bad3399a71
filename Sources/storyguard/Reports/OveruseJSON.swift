import ConsentRegistry
import Notation

/// A row of the report `overuse` for programs.
enum OveruseJSON {
  /// One breach, with every use that made it.
  ///
  /// The keys are stable; none is ever left out:
  /// - `rule` (`rest.period cap.rolling load.limit`), `day`, `peer`, `organisation` (which asked)
  /// - `backing` (`permit exception neither`): what stood behind the use that broke the limit
  /// - `measured`: full days of rest, uses in the window, or what weighed on the day; null where
  ///   tellings overlap, and for a load that only the peer's own limit makes too high
  /// - `limit`: days of rest due, uses the cap allows, or the load's limit; `window`: the cap's
  ///   days, null for rest and load. Both are null where the limit is the peer's own choice
  /// - `overlap`: whether two blocks' tellings share a day
  /// - `breaking`: the id of the use that broke it
  /// - `uses`: the uses that made it, as ``ReportUse`` writes them, the last 100 if there are more
  static func json(_ breach: Breach, for reader: ReportReader) -> JSON {
    let figures = figures(of: breach.fact)
    return [
      "rule": .string(breach.rule.code), "day": .day(breach.day), "peer": .id(breach.peer),
      "organisation": .id(breach.organisation), "backing": .string(breach.backing.code),
      "measured": figures.measured, "limit": figures.limit, "window": figures.window,
      "overlap": .bool(breach.fact == .overlap), "breaking": .id(breach.breaking.use),
      "uses": .array(breach.uses.suffix(Breach.mostListed).map { ReportUse.json($0, for: reader) }),
    ]
  }

  private static func figures(
    of fact: Breach.Fact
  ) -> (measured: JSON, limit: JSON, window: JSON) {
    func whole(_ number: Int?) -> JSON { number.map { .whole($0) } ?? .null }
    func decimal(_ number: Double?) -> JSON { number.map { .decimal($0) } ?? .null }
    return switch fact {
    case .overlap: (.null, .null, .null)
    case .rest(let days, let due): (.whole(days), whole(due), .null)
    case .cap(_, let count, let cap): (.whole(count), whole(cap?.atMost), whole(cap?.days))
    case .load(let weight, let limit): (decimal(weight), decimal(limit), .null)
    }
  }
}
