import ConsentRegistry
import Notation

/// An alert in plain words: who it is about, what is so, since when, and what to do now.
///
/// `maya, asked by riverside` · `The telling for riverside on Friday 15 May 2026 came after 13 full
/// days of rest, and 14 were due.` · `since Friday 15 May 2026` · `Ask the peer how they are, …`
///
/// The organisation is named with facts alone, and the peer is never blamed. To the peer it says
/// "you".
struct AlertWords: Equatable {
  /// Who it is about: the peer by id, and the organisation that asked or owes.
  let who: String
  /// The one organisation that it is about; nothing where there are several.
  let organisation: String?
  /// What is so, in a sentence or two.
  let what: String
  /// Since when, with the weekday.
  let since: String
  /// What to do now, with the command that shows more or notes it.
  let now: String

  init(_ alert: Alert, for reader: ReportReader = .custodian) {
    let phrases = AlertPhrases(alert: alert, isPeer: reader == .peer)
    who = phrases.who
    organisation = phrases.named.count == 1 ? phrases.named.first?.text : nil
    what = phrases.what
    since = phrases.since
    now = phrases.now
  }

  /// All of it as one line.
  var line: String { "\(who): \(story)" }

  /// The same without who it is about; a day that has just been named isn't named again.
  var story: String {
    let day = since.split(separator: " ").dropFirst().joined(separator: " ")
    return what.contains(day) ? "\(what) \(now)" : "\(what) \(since.capitalizedFirst). \(now)"
  }
}

/// How each kind of alert is put in words.
struct AlertPhrases {
  let alert: Alert
  let isPeer: Bool

  /// The one that is told in full: the latest.
  var latest: AlertItem? { alert.items.last }
  var host: String { alert.organisation?.text ?? "the organisation" }
  var peer: String { alert.peer?.text ?? "PEER" }
  /// The peer, as the one who is spoken of, or to.
  var them: String { isPeer ? "you" : "the peer" }
  var their: String { isPeer ? "your" : "their" }

  var who: String {
    let organisations = hosts
    guard let peer = alert.peer else { return organisations }
    let person = isPeer ? "you" : peer.text
    if latest?.code == .tokenConcentration { return "\(organisations), with \(person)" }
    return organisations.isEmpty ? person : "\(person), \(relation) \(organisations)"
  }

  private var relation: String {
    switch latest?.code {
    case .overuseRest, .overuseCap, .overuseLoad, .asksPressure: "asked by"
    case .careOverdue, .payOverdue: "owed by"
    case .consentEnding: "granted to"
    default: "with"
    }
  }

  /// The organisations that it names, each once.
  var named: [OrganisationID] {
    var named: [OrganisationID] = []
    for item in alert.items {
      let all =
        switch item.facts {
        case .nearingCap(_, _, _, let hosts, _), .storyOnly(_, _, _, let hosts): hosts
        default: [item.organisation].compactMap { $0 }
        }
      for one in all where !named.contains(one) { named.append(one) }
    }
    return named
  }

  /// The same in words, few by id and many by their number.
  var hosts: String {
    let first = named.prefix(3).map(\.text).joined(separator: ", ")
    return named.count > 3 ? "\(first) and \(counted(named.count - 3, "other"))" : first
  }

  var since: String {
    switch latest?.facts {
    case .review(_, _, let agreed?, _, _): "agreed on \(agreed.inWords)"
    case .exceptions(_, let days): "within the last \(counted(days, "day"))"
    case .nearingCap: "nearly full since \(alert.since.inWords)"
    default: "since \(alert.since.inWords)"
    }
  }

  var what: String {
    guard let latest else { return "" }
    return words(of: latest) + earlier(latest)
  }

  /// How many more there are of the same cause, where each is a thing of its own.
  private func earlier(_ latest: AlertItem) -> String {
    let others =
      switch latest.facts {
      case .overuse(_, _, let use, _):
        Set(
          alert.items.compactMap { item -> UseID? in
            if case .overuse(_, _, let other, _) = item.facts, other != use { other } else { nil }
          }
        ).count
      case .exceptions, .consentEnds, .asks: 0
      default: alert.items.count - 1
      }
    switch others {
    case 0: return ""
    case 1: return " There is one more like it, from before."
    default: return " There are \(others) more like it, from before."
    }
  }

  private func words(of item: AlertItem) -> String {
    switch item.facts {
    case .overuse: overuse(by: item)
    case .nearingCap(let cap, let told, let unclosed, _, _): nearing(cap, told, unclosed)
    case .asks: asks
    case .storyOnly(let stories, let all, let days, _):
      "\(stories) of the \(all) things that \(them) did here within \(counted(days, "day")) were "
        + "telling \(their) story, for \(hosts)."
    case .concentration(let told, let all, let days, _):
      "\(told) of \(all) tellings for \(host) within \(counted(days, "day")) were "
        + "\(isPeer ? "yours" : "\(peer)'s")."
    case .noContact(_, _, let days):
      "\(isPeer ? "You" : "They") told \(their) story for \(host) "
        + "\(counted(days, "day")) ago, on \(day(item)), and \(host) hasn't been in touch since, "
        + "other than to ask or to pay."
    case .checkIn(let booking, let due, let isMissed):
      "\(host) was to check in with \(them) by \(due.inWords), after \(booking)."
        + (isMissed ? " \(isPeer ? "You say" : "The peer says") that nobody has." : "")
    case .pay(let cause, let amount, let due, let isMissed):
      "\(host) was to pay \(amount.map { "\($0.inWords) " } ?? "")by \(due.inWords)"
        + "\(PayPhrases.purpose(cause))."
        + (isMissed ? " \(isPeer ? "You say" : "The peer says") that it hasn't come." : "")
    default: moreWords(of: item)
    }
  }

  private func moreWords(of item: AlertItem) -> String {
    switch item.facts {
    case .removal(let placement, _, let medium, let holder, let task):
      "A \(medium.code) (\(placement)) was to come down by \(task.deadline.inWords)"
        + "\(holder.map { $0 == item.organisation ? "" : "; \($0) holds it" } ?? "")."
    case .consentEnds(let consent, let story, let until, let left):
      "\(isPeer ? "Your" : "The") consent \(consent.map { "\($0) " } ?? "")for \(story) to \(hosts) ends "
        + (left == 0 ? "today" : "in \(counted(left, "day"))")
        + ": \(until.inWords) is its last day."
    case .review(let booking, _, _, let rules, let ownChoice):
      "\(booking), on \(day(item)), would not be let through any more: "
        + RulePhrases.list(rules, ownChoice: ownChoice) + "."
    case .unclosed(let booking, _, _):
      "\(booking) was booked for \(day(item)), and nobody has said what became of it."
    case .exceptions(let count, _):
      "\(counted(count, "use")) for \(host) \(count == 1 ? "rests" : "rest") on a limit that a peer "
        + "set aside."
    default: ""
    }
  }

  func day(_ item: AlertItem) -> String { (item.day ?? item.since).inWords }
}
