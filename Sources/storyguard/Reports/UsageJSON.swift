import ConsentRegistry
import Notation

/// A peer's row of the report `usage` for programs.
enum UsageJSON {
  /// One peer, with every use behind their figures.
  ///
  /// The keys are stable; none is ever left out:
  /// - `peer`; `claimed`: whether they have said that this is them
  /// - `overused`: whether a limit was broken within the period, or is now
  /// - `tellings`, `exposures`, `booked`, `unclosed`: how many; booked ones lie after `on`,
  ///   unclosed ones were booked for a day that has come
  /// - `lastTelling` (its last day, or null), `daysSinceLastTelling` (or null)
  /// - `rest`: null, or `until` (the last day of rest), `days` (left, today's included), `uses`
  /// - `caps`: `kind`, `atMost`, `days`, `told`, `unclosed`, `full`, `over`, `uses`, for the window
  ///   that ends on `on`
  /// - `organisations purposes channels audiences events`: `key` (null where unknown),
  ///   `tellings`, `exposures`, `uses`
  /// - `months`: `month` (`2026-05`), `tellings`, `exposures`, the twelve up to that of `on`
  /// - `uses`: every use behind the figures, as ``ReportUse`` writes it
  static func json(
    _ row: UsageRow, isOverused: Bool, for reader: ReportReader
  ) -> JSON {
    var behind = Set(row.uses + row.booked + row.unclosed + (row.rest?.uses ?? []))
    for cap in row.caps { behind.formUnion(cap.uses) }
    if let last = row.lastTelling { behind.insert(last) }
    let all = behind.sorted { ($0.first, $0.use) < ($1.first, $1.use) }
    return [
      "peer": .id(row.peer), "claimed": .bool(row.isClaimed),
      "overused": .bool(isOverused),
      "tellings": .whole(row.tellings), "exposures": .whole(row.exposures),
      "booked": .whole(row.booked.count), "unclosed": .whole(row.unclosed.count),
      "lastTelling": .day(row.lastTelling?.last),
      "daysSinceLastTelling": row.daysSinceLastTelling.map { .whole($0) } ?? .null,
      "rest": row.rest.map(json) ?? .null,
      "caps": .array(row.caps.map(json)),
      "organisations": json(row.tallies { $0.organisation.text }),
      "purposes": json(row.tallies { $0.purpose?.code }),
      "channels": json(row.tallies { $0.channel.code }),
      "audiences": json(row.tallies { $0.audience?.code }),
      "events": json(row.tallies { $0.event?.text }),
      "months": .array(row.months.map(json)),
      "uses": .array(all.map { ReportUse.json($0, for: reader) }),
    ]
  }

  private static func json(_ rest: RestLeft) -> JSON {
    ["until": .day(rest.until), "days": .whole(rest.days), "uses": ReportUse.ids(rest.uses)]
  }

  private static func json(_ cap: CapUse) -> JSON {
    [
      "kind": .string(cap.cap.kind.code), "atMost": .whole(cap.cap.atMost),
      "days": .whole(cap.cap.days), "told": .whole(cap.uses.count),
      "unclosed": .whole(cap.unclosed.count), "full": .bool(cap.isFull),
      "over": .bool(cap.isOver), "uses": ReportUse.ids(cap.uses),
    ]
  }

  private static func json(_ tallies: [Tally<String?>]) -> JSON {
    .array(
      tallies.map {
        [
          "key": .optional($0.key), "tellings": .whole($0.tellings),
          "exposures": .whole($0.exposures), "uses": ReportUse.ids($0.uses),
        ]
      })
  }

  private static func json(_ month: MonthOfUses) -> JSON {
    [
      "month": "\(month.year)-\(month.month < 10 ? "0" : "")\(month.month)",
      "tellings": .whole(month.tellings), "exposures": .whole(month.exposures),
    ]
  }
}

/// How a report's JSON writes the uses behind its figures.
enum ReportUse {
  /// One use: `use engagement index story organisation event kind channel purpose audience day
  /// lastDay state origin`, null where unknown.
  ///
  /// That a peer set a limit aside isn't told to a custodian; see `CountedUse.origin(for:)`.
  static func json(_ use: CountedUse, for reader: ReportReader) -> JSON {
    [
      "use": .id(use.use), "engagement": .id(use.engagement), "index": .whole(use.index),
      "story": .id(use.story), "organisation": .id(use.organisation), "event": .id(use.event),
      "kind": .string(use.kind.code), "channel": .string(use.channel.code),
      "purpose": .optional(use.purpose?.code), "audience": .optional(use.audience?.code),
      "day": .day(use.first), "lastDay": .day(use.last), "state": .string(use.state.code),
      "origin": .string(use.origin(for: reader).code),
    ]
  }

  /// The ids alone, where the uses stand elsewhere in the same report.
  static func ids(_ uses: [CountedUse]) -> JSON { .array(uses.map { .id($0.use) }) }
}
