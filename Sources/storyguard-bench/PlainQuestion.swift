import ConsentRegistry
import LedgerStore

/// The same question in SQL: who was used too soon or too often under the first policy.
enum PlainQuestion {
  static func ask(_ path: String) throws -> [FoundBreach] {
    let connection = try Connection(path: path, mode: .readOnly)
    var found: [FoundBreach] = []
    let today = BenchWorld.today.number
    // State 2 is completed and 3 ended early; kind 0 a telling; channels 2 and 3 media and hearings.
    try connection.query(
      """
      WITH happened AS MATERIALIZED (
        SELECT chain, day, id, engagement, kind, channel, last, state,
          row_number() OVER (PARTITION BY chain, kind ORDER BY day, id) AS number
        FROM use WHERE state IN (2, 3) AND day <= \(today)
      ), block AS (
        SELECT chain, engagement, min(day) AS first, max(last) AS last,
          min(printf('%07d', day) || id) AS opening,
          CASE WHEN max(state) = 3 THEN 30 WHEN max(channel IN (2, 3)) THEN 21 ELSE 14 END AS rest
        FROM happened WHERE kind = 0 GROUP BY chain, engagement
      ), neighbour AS (
        SELECT chain, first, substr(opening, 8) AS id, lag(last) OVER near AS before,
          lag(rest) OVER near AS due
        FROM block WINDOW near AS (PARTITION BY chain ORDER BY first, last, engagement)
      ), counted AS MATERIALIZED (
        SELECT chain, kind, day, id,
          number + 1 - min(number) OVER (near RANGE BETWEEN 29 PRECEDING AND CURRENT ROW) AS in30,
          number + 1 - min(number) OVER (near RANGE BETWEEN 89 PRECEDING AND CURRENT ROW) AS in90,
          number + 1 - min(number) OVER (near RANGE BETWEEN 179 PRECEDING AND CURRENT ROW) AS in180,
          number + 1 - min(number) OVER (near RANGE BETWEEN 364 PRECEDING AND CURRENT ROW) AS in365
        FROM happened WINDOW near AS (PARTITION BY chain, kind ORDER BY day)
      ), broken AS (
        SELECT chain, first AS day, 'rest.period' AS rule, id, 0 AS window FROM neighbour
          WHERE first - before - 1 < due
        UNION ALL
        SELECT chain, day, 'cap.rolling', id, 30 FROM counted WHERE kind = 0 AND in30 > 2
        UNION ALL
        SELECT chain, day, 'cap.rolling', id, 90 FROM counted WHERE kind = 0 AND in90 > 3
        UNION ALL
        SELECT chain, day, 'cap.rolling', id, 180 FROM counted WHERE kind = 0 AND in180 > 6
        UNION ALL
        SELECT chain, day, 'cap.rolling', id, 365 FROM counted WHERE kind = 0 AND in365 > 10
        UNION ALL
        SELECT chain, day, 'cap.rolling', id, 365 FROM counted WHERE kind = 1 AND in365 > 12
      )
      SELECT peer.id, broken.day, rule, broken.id, window FROM broken JOIN peer USING (chain)
      """
    ) { row in
      found.append(
        FoundBreach(
          peer: row.text(0), day: Int(row.int64(1)), rule: row.text(2), use: row.text(3),
          window: Int(row.int64(4))))
    }
    return found
  }
}
