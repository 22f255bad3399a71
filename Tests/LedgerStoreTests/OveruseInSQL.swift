import ConsentRegistry
import Foundation
import Testing

@testable import LedgerStore

/// The question of overuse asked in plain SQL, with self-joins and no windows, of tables filled from
/// what was made up: uses, and for each day on which one lies the limits in force.
final class OveruseInSQL {
  private let connection: Connection
  private let registry: RandomRegistry

  init(at path: String, about registry: RandomRegistry) throws {
    self.registry = registry
    connection = try Connection(path: path, mode: .create)
    for table in [
      """
      CREATE TABLE use (peer TEXT, id TEXT, engagement TEXT, kind TEXT, channel TEXT, day INTEGER,
        last INTEGER, state TEXT, lapses INTEGER)
      """,
      "CREATE TABLE rest (peer TEXT, day INTEGER, channel TEXT, days INTEGER)",
      "CREATE TABLE cap (peer TEXT, day INTEGER, kind TEXT, days INTEGER, atMost INTEGER)",
      "CREATE TABLE load (peer TEXT, day INTEGER, most REAL)",
      // What a telling of a channel still weighs on a day, so many days later.
      "CREATE TABLE weight (peer TEXT, day INTEGER, channel TEXT, gap INTEGER, weight REAL)",
    ] as [SQL] {
      try connection.execute(table)
    }
    // One commit for all, or each row would wait for the disk.
    try connection.execute("BEGIN")
    for known in registry.peers { try fill(known) }
    try connection.execute("COMMIT")
  }

  private func fill(_ known: RandomRegistry.Known) throws {
    let peer = known.peer.text
    for engagement in known.engagements {
      for session in engagement.sessions {
        try connection.execute(
          """
          INSERT INTO use VALUES (\(peer), \(session.use.text), \(engagement.id.text),
            \(session.kind.code), \(session.channel.code), \(session.first.number),
            \(session.last.number), \(session.state.code),
            \(engagement.replyUntil.map { $0.number + 1 }))
          """)
      }
    }
    let days = Set(known.engagements.flatMap(\.sessions).map(\.first))
    for day in days {
      // Day by day, as the limits were always worked out.
      let registrys = registry.policies.binding(on: day)
      let policy = registrys.merged(with: known.limits.inForce(on: day, over: registrys))
      for channel in Channel.allCases {
        let longest = max(policy.rest.days, policy.rest.byChannel[channel] ?? 0)
        try connection.execute(
          "INSERT INTO rest VALUES (\(peer), \(day.number), \(channel.code), \(longest))")
      }
      let all = [policy.rest.days, policy.rest.endedEarly] + policy.rest.byChannel.all
      try connection.execute(
        "INSERT INTO rest VALUES (\(peer), \(day.number), 'endedEarly', \(all.max()))")
      for cap in policy.caps.list {
        try connection.execute(
          """
          INSERT INTO cap VALUES (\(peer), \(day.number), \(cap.kind.code), \(cap.days),
            \(cap.atMost))
          """)
      }
      guard let limit = policy.load.limit, let halfLife = policy.load.halfLife else { continue }
      try connection.execute("INSERT INTO load VALUES (\(peer), \(day.number), \(limit))")
      for gap in Set(days.map { $0.days(until: day) }) where gap >= 0 {
        for channel in Channel.tellings {
          let weight = (policy.load.weights[channel] ?? 1) * pow(0.5, Double(gap) / halfLife)
          try connection.execute(
            "INSERT INTO weight VALUES (\(peer), \(day.number), \(channel.code), \(gap), \(weight))"
          )
        }
      }
    }
  }

  /// The breaches of a period as one line each, in no order.
  func lines(in period: ReportPeriod, on day: Day) throws -> [String] {
    try connection.execute("DROP TABLE IF EXISTS today")
    try connection.execute("CREATE TEMP TABLE today AS SELECT \(day.number) AS day")
    let from = period.from?.number ?? -1_000_000
    let to = period.to?.number ?? 3_000_000
    var lines: [String] = []
    func take(_ row: borrowing Row, _ rest: (borrowing Row) -> String) {
      let number = Int(row.int64(2))
      lines.append(
        "\(row.text(0)) \(row.text(1)) \(Day(number: number)) \(row.text(3))\(rest(row))")
    }
    try connection.query(
      """
      WITH told AS (
        SELECT * FROM use WHERE day <= (SELECT day FROM today)
          AND state IN ('completed', 'endedEarly') AND kind = 'telling'
      ), block AS (
        SELECT peer, engagement, min(day) AS first, max(last) AS last,
          max(state = 'endedEarly') AS early
        FROM told GROUP BY peer, engagement
      ), pair AS (
        SELECT a.peer, a.engagement AS earlier, b.engagement AS later, a.last, b.first, a.early
        FROM block AS a JOIN block AS b ON a.peer = b.peer
          AND (a.first, a.last, a.engagement) < (b.first, b.last, b.engagement)
        WHERE NOT EXISTS (
          SELECT 1 FROM block AS c WHERE c.peer = a.peer
            AND (a.first, a.last, a.engagement) < (c.first, c.last, c.engagement)
            AND (c.first, c.last, c.engagement) < (b.first, b.last, b.engagement))
      ), due AS (
        SELECT pair.*, (
          SELECT max(days) FROM rest WHERE rest.peer = pair.peer AND rest.day = pair.first
            AND rest.channel IN (
              SELECT CASE WHEN pair.early THEN 'endedEarly' ELSE told.channel END FROM told
              WHERE told.peer = pair.peer AND told.engagement = pair.earlier)) AS days
        FROM pair
      )
      SELECT peer, iif(first <= last, 'overlap', 'rest'), first,
        (SELECT id FROM told WHERE told.peer = due.peer AND told.engagement = due.later
          ORDER BY day, id LIMIT 1), first - last - 1, days
      FROM due WHERE first - last - 1 < days AND first BETWEEN \(from) AND \(to)
      """
    ) { row in
      take(row) { $0.int64(4) < 0 ? "" : " \($0.int64(4)) of \($0.int64(5))" }
    }
    try connection.query(
      """
      WITH told AS (
        SELECT * FROM use WHERE day <= (SELECT day FROM today)
          AND state IN ('completed', 'endedEarly')
      )
      SELECT one.peer, 'cap', one.day, one.id, count(*) AS count, cap.atMost, cap.days
      FROM told AS one
        JOIN cap ON cap.peer = one.peer AND cap.day = one.day AND cap.kind = one.kind
        JOIN told AS other ON other.peer = one.peer AND other.kind = one.kind
          AND (other.day, other.id) <= (one.day, one.id) AND other.day > one.day - cap.days
      WHERE one.day BETWEEN \(from) AND \(to)
      GROUP BY one.peer, one.day, one.id, cap.days HAVING count(*) > cap.atMost
      """
    ) { row in
      take(row) { " \($0.int64(4)) of \($0.int64(5)) in \($0.int64(6))" }
    }
    try connection.query(
      """
      WITH told AS (
        SELECT * FROM use WHERE day <= (SELECT day FROM today)
          AND state IN ('completed', 'endedEarly') AND kind = 'telling'
      )
      SELECT load.peer, 'load', load.day,
        (SELECT max(id) FROM told WHERE told.peer = load.peer AND told.day = load.day)
      FROM load
        JOIN told ON told.peer = load.peer AND told.day <= load.day
        JOIN weight ON weight.peer = load.peer AND weight.day = load.day
          AND weight.channel = told.channel AND weight.gap = load.day - told.day
      WHERE load.day BETWEEN \(from) AND \(to)
        AND EXISTS (SELECT 1 FROM told WHERE told.peer = load.peer AND told.day = load.day)
      GROUP BY load.peer, load.day HAVING sum(weight.weight) > load.most + 1e-9
      """
    ) { row in
      take(row) { _ in "" }
    }
    return lines
  }

  /// A line without by how much: peer, rule, day and use.
  static func place(_ line: String) -> String {
    line.split(separator: " ").prefix(4).joined(separator: " ")
  }
}
