import ConsentRegistry
import Notation

/// Alerts as JSON.
enum AlertJSON {
  /// One alert. The keys are stable; none is ever left out:
  /// - `code`: the gravest kind of thing that it is about; `also`: its other codes
  /// - `severity` (`notice warning critical`)
  /// - `peer`: by id; null where no peer may be named
  /// - `organisation`: which asked or owes; null where it is about several
  /// - `since`: the first day on which something of it was so
  /// - `who`, `what`, `do`: in words
  /// - `items`: each thing of the same cause, the oldest first
  ///
  /// Of an item, these are always there: `key` (stable, for telling what is new), `code`, `since`,
  /// `day` (which it is about, or null), `organisation`. Then, by its code:
  /// - `overuse.*`: `breaking` (the use's id), `backing` (`permit neither`), `uses`, and `broken`: each
  ///   with `measured`, `limit`, `window`, null where they are the peer's own choice, and `overlap`
  /// - `nearing.cap`: `kind`, `atMost`, `days`, `told`, `unclosed`, `organisations`, `uses`
  /// - `asks.pressure`: `times`, `atMost`, `days`, `byAll`
  /// - `token.storyOnly`: `stories`, `of`, `days`, `organisations`
  /// - `token.concentration`: `tellings`, `of`, `days`, `uses`
  /// - `org.noContact`: `engagement`, `use`, `daysAgo`
  /// - `care.overdue`: `engagement`, `dueOn`, `missed` (whether the peer says that they miss it)
  /// - `pay.overdue`: `for` (as `pay list` writes it), `amount` (or null), `dueOn`, `missed`
  /// - `removal.overdue`: `placement`, `use`, `medium`, `holder` (or null), `opened`, `deadline`
  /// - `consent.ending`: `consent` (or null), `story`, `until`, `daysLeft`
  /// - `booking.review`: `engagement`, `event` (or null), `agreedOn` (or null), `rules`, `ownChoice`
  /// - `booking.unclosed`: `engagement`, `use`, `event` (or null)
  /// - `exception.used`: `count`, `days`
  static func json(_ alert: Alert, for reader: ReportReader) -> JSON {
    let words = AlertWords(alert, for: reader)
    let codes = alert.codes.map { JSON.string($0.code) }
    return [
      "code": codes.first ?? .null, "also": .array(Array(codes.dropFirst())),
      "severity": .string(alert.severity.code), "peer": .id(alert.peer),
      "organisation": .id(alert.organisation), "since": .day(alert.since),
      "who": .string(words.who), "what": .string(words.what), "do": .string(words.now),
      "items": .array(alert.items.map(json)),
    ]
  }

  private static func json(_ item: AlertItem) -> JSON {
    .object(
      [
        Member(name: "key", value: .string(item.key.text)),
        Member(name: "code", value: .string(item.code.code)),
        Member(name: "since", value: .day(item.since)), Member(name: "day", value: .day(item.day)),
        Member(name: "organisation", value: .id(item.organisation)),
      ] + facts(item.facts).map { Member(name: $0, value: $1) })
  }

  private static func facts(_ facts: AlertFacts) -> KeyValuePairs<String, JSON> {
    switch facts {
    case .overuse(let broken, let backing, let breaking, let uses):
      [
        "breaking": .id(breaking), "backing": .string(backing.code), "uses": ids(uses),
        "broken": .array(broken.map(json)),
      ]
    case .nearingCap(let cap, let told, let unclosed, let organisations, let uses):
      [
        "kind": .string(cap.kind.code), "atMost": .whole(cap.atMost), "days": .whole(cap.days),
        "told": .whole(told), "unclosed": .whole(unclosed), "organisations": ids(organisations),
        "uses": ids(uses),
      ]
    case .asks(let times, let atMost, let days, let byAll):
      [
        "times": .whole(times), "atMost": .whole(atMost), "days": .whole(days),
        "byAll": .bool(byAll),
      ]
    case .storyOnly(let stories, let all, let days, let organisations):
      [
        "stories": .whole(stories), "of": .whole(all), "days": .whole(days),
        "organisations": ids(organisations),
      ]
    case .concentration(let tellings, let all, let days, let uses):
      [
        "tellings": .whole(tellings), "of": .whole(all), "days": .whole(days), "uses": ids(uses),
      ]
    case .noContact(let engagement, let use, let daysAgo):
      ["engagement": .id(engagement), "use": .id(use), "daysAgo": .whole(daysAgo)]
    case .checkIn(let engagement, let dueOn, let isMissed):
      ["engagement": .id(engagement), "dueOn": .day(dueOn), "missed": .bool(isMissed)]
    default: moreFacts(facts)
    }
  }

  private static func moreFacts(_ facts: AlertFacts) -> KeyValuePairs<String, JSON> {
    switch facts {
    case .pay(let cause, let amount, let dueOn, let isMissed):
      [
        "for": cause.json, "amount": .money(amount), "dueOn": .day(dueOn),
        "missed": .bool(isMissed),
      ]
    case .removal(let placement, let use, let medium, let holder, let task):
      [
        "placement": .id(placement), "use": .id(use), "medium": .string(medium.code),
        "holder": .id(holder), "opened": .day(task.opened), "deadline": .day(task.deadline),
      ]
    case .consentEnds(let consent, let story, let until, let daysLeft):
      [
        "consent": .id(consent), "story": .id(story), "until": .day(until),
        "daysLeft": .whole(daysLeft),
      ]
    case .review(let engagement, let event, let agreedOn, let rules, let ownChoice):
      [
        "engagement": .id(engagement), "event": .id(event), "agreedOn": .day(agreedOn),
        "rules": .array(rules.map { .string($0.code) }), "ownChoice": .bool(ownChoice),
      ]
    case .unclosed(let engagement, let use, let event):
      ["engagement": .id(engagement), "use": .id(use), "event": .id(event)]
    case .exceptions(let count, let days): ["count": .whole(count), "days": .whole(days)]
    default: [:]
    }
  }

  private static func json(_ fact: Breach.Fact) -> JSON {
    let (measured, limit, window): (JSON, JSON, JSON) =
      switch fact {
      case .overlap: (.null, .null, .null)
      case .rest(let days, let due): (.whole(days), whole(due), .null)
      case .cap(_, let count, let cap): (.whole(count), whole(cap?.atMost), whole(cap?.days))
      case .load(let weight, let most): (decimal(weight), decimal(most), .null)
      }
    return [
      "measured": measured, "limit": limit, "window": window, "overlap": .bool(fact == .overlap),
    ]
  }

  private static func ids<Subject>(_ ids: [ID<Subject>]) -> JSON { .array(ids.map { .id($0) }) }
  private static func whole(_ number: Int?) -> JSON { number.map { .whole($0) } ?? .null }
  private static func decimal(_ number: Double?) -> JSON { number.map { .decimal($0) } ?? .null }
}
