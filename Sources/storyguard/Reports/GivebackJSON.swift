import ConsentRegistry
import Notation

/// A row of the report `giveback` for programs: each figure by either word.
enum GivebackJSON {
  /// One organisation.
  ///
  /// `organisation tellings exposures peers`, `pay costs workPay costToPeers` (each `said` and
  /// `confirmed`, a list of amounts), `inKind paidOnTime paidLate daysToPay trainingMinutes
  /// supervisionMinutes otherMinutes paidMinutes unpaidMinutes` (each `said` and `confirmed`),
  /// `overdue missing workOffered workDone`.
  static func json(_ row: GivebackReport.OrganisationRow) -> JSON {
    [
      "organisation": .id(row.organisation), "tellings": .whole(row.tellings),
      "exposures": .whole(row.exposures), "peers": .whole(row.peers), "pay": money(row.pay),
      "costs": money(row.costs), "inKind": whole(row.inKind),
      "paidOnTime": whole(row.paidOnTime), "paidLate": whole(row.paidLate),
      "overdue": .whole(row.overdue), "missing": .whole(row.missing),
      "daysToPay": ["said": days(row.daysToPay.said), "confirmed": days(row.daysToPay.confirmed)],
      "workOffered": .whole(row.workOffered), "workDone": .whole(row.workDone),
      "workPay": money(row.workPay), "trainingMinutes": whole(row.trainingMinutes),
      "supervisionMinutes": whole(row.supervisionMinutes), "otherMinutes": whole(row.otherMinutes),
      "costToPeers": money(row.costToPeers), "paidMinutes": whole(row.paidMinutes),
      "unpaidMinutes": whole(row.unpaidMinutes),
    ]
  }

  private static func whole(_ figure: Said<Int>) -> JSON {
    ["said": .whole(figure.said), "confirmed": .whole(figure.confirmed)]
  }

  private static func money(_ figure: Said<[Money]>) -> JSON {
    ["said": Figure.money(figure.said).json, "confirmed": Figure.money(figure.confirmed).json]
  }

  /// Days, or `"more than 365"`.
  private static func days(_ median: Median?) -> JSON {
    switch median {
    case .days(let days)?: .whole(days)
    case .moreThan(let days)?: .string("more than \(days)")
    case nil: .null
    }
  }
}
