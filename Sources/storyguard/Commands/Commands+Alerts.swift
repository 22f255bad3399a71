import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  static let alerts: [Command] = [
    Command(
      "alerts", summary: "show what somebody should look at now, the gravest first",
      discussion: """
        Overuse, caps that are nearly full, pressure, tokenization, what is owed and overdue, what \
        has to come down, consents that end, bookings to look at. Each says who asked, since when, \
        and what to do now. Run it from cron: with --fail-on it ends with 3 if something at least \
        as grave is shown, and with --since it shows what is new. It changes nothing.

        --mail leaves a message for each custodian with an address: how many there are, and how to \
        look, and nobody's name. The same set of alerts isn't told twice. `storyguard notice send` sends \
        it.
        """,
      options: [
        .value("--peer", "PEER", "only about this peer"),
        .value("--organisation", "ORGANISATION", "only about this organisation"),
        .value("--on", "DAY", "on this day; otherwise on each peer's own day at the moment"),
        .value("--as-known-at", "INSTANT", "only what was recorded by then"),
        .value("--since", "INSTANT", "only what wasn't there yet at that moment"),
        .value(
          "--severity", "SEVERITY", "only what is at least as grave",
          accepts: .words(Severity.self)),
        .value(
          "--fail-on", "SEVERITY", "end with 3 if something at least as grave is shown",
          accepts: .words(Severity.self)),
        .flag("--mail", "leave a message for each custodian who has an address"),
      ], formats: Option.reportFormats,
      examples: [
        "storyguard alerts", "storyguard alerts --fail-on critical --format json",
        "storyguard alerts --since 2026-05-19T06:00:00Z --severity warning --mail",
      ]
    ) { invocation, surroundings in
      let isMailed = try invocation.flag("--mail")
      let failOn: Severity? = try invocation.wordIfGiven("--fail-on")
      if isMailed { try surroundings.mustBeCustodian() }
      let ledger = try surroundings.ledger(isMailed ? .readWrite : .readOnly)
      let reading = try AlertReading(invocation, surroundings, ledger)
      if isMailed, reading.isPart {
        // The message says how to look, and mustn't name anybody.
        let narrowing =
          try invocation.valueIfGiven("--peer") == nil ? "--organisation" : "--peer"
        throw invocation.misuse(.notTogether("--mail", narrowing))
      }
      let found = try reading.found()
      let alerts = AlertsSheet(reading: reading, found: found)
      try surroundings.layOut(alerts.sheet, invocation) { alerts.fill($0) }
      if isMailed { surroundings.complain(try AlertMailing(reading, found).keep(in: ledger)) }
      guard let failOn, found.alerts.contains(where: { $0.severity >= failOn }) else {
        return .done
      }
      return .alerts
    }
  ]
}
