import ConsentRegistry
import Notation

extension AlertPhrases {
  /// What a use broke; all that the same use broke is told together.
  func overuse(by latest: AlertItem) -> String {
    guard case .overuse(_, let backing, let breaking, _) = latest.facts else { return "" }
    var broken: [String] = []
    for item in alert.items {
      guard case .overuse(let facts, _, let use, _) = item.facts, use == breaking else { continue }
      broken += facts.map { fact($0) }
    }
    return
      "The \(kind(of: latest)) for \(host) on \(day(latest)) \(broken.joined(separator: "; and it "))."
      + (backing == .neither ? " It wasn't asked for here." : "")
  }

  /// Only tellings rest and weigh; a cap says what it counts.
  private func kind(of item: AlertItem) -> String {
    guard case .overuse(let facts, _, _, _) = item.facts else { return UseKind.telling.code }
    for case .cap(let kind, _, _) in facts { return kind.code }
    return UseKind.telling.code
  }

  private func fact(_ fact: Breach.Fact) -> String {
    let own = isPeer ? "your own limit" : "the peer's own choice"
    return switch fact {
    case .overlap: "fell on a day that another telling took up"
    case .rest(let days, let due?):
      "came after \(counted(days, "full day")) of rest, and \(due) \(due == 1 ? "was" : "were") due"
    case .rest(let days, nil):
      "came after \(counted(days, "full day")) of rest, less than \(own)"
    case .cap(let kind, let count, let cap?):
      "made it \(counted(count, kind.code)) in \(counted(cap.days, "day")), where at most "
        + "\(cap.atMost) may be"
    case .cap(let kind, let count, nil):
      "made it \(counted(count, kind.code)), more than \(own)"
    case .load(_?, _?): "came on top of too much that had been told of late"
    case .load: "came on top of more than \(own)"
    }
  }

  /// How full a cap is.
  func nearing(_ cap: Cap, _ told: Int, _ unclosed: Int) -> String {
    let open = unclosed == 0 ? "" : " and \(unclosed) booked that nobody has closed"
    let left = cap.atMost - told - unclosed
    return "\(counted(told, cap.kind.code))\(open) in \(counted(cap.days, "day")), where at most "
      + "\(cap.atMost) may be, for \(hosts): "
      + (left > 0 ? "room for \(left) more." : "no room is left.")
  }

  /// How often the peer was asked, or was to be.
  var asks: String {
    alert.items.compactMap { item -> String? in
      guard case .asks(let times, let atMost, let days, let byAll) = item.facts else { return nil }
      return (byAll ? "All organisations together have" : "\(host) has")
        + " asked \(counted(times, "time")) in \(counted(days, "day")), or meant to; at most "
        + "\(atMost) may be."
        + (byAll && alert.organisation != nil ? " The most was asked by \(host)." : "")
    }.joined(separator: " ")
  }
}

/// What pay is for.
enum PayPhrases {
  static func purpose(_ cause: Due.Cause) -> String {
    switch cause {
    case .engagement(let id, .remuneration): " for \(id)"
    case .engagement(let id, .reimbursement): " in costs of \(id)"
    case .engagement(let id, .inKind): ", in kind, for \(id)"
    case .work(let id): " for the work \(id)"
    case .fee: ", a fee that no booking here is about"
    }
  }
}

/// What stands against a booking, in a word or two each.
enum RulePhrases {
  static func list(_ rules: [RuleCode], ownChoice: Bool) -> String {
    var words: [String] = []
    for word in rules.map(word) + (ownChoice ? ["the peer's own choice"] : [])
    where !words.contains(word) { words.append(word) }
    return words.joined(separator: ", ")
  }

  private static func word(_ rule: RuleCode) -> String {
    switch rule {
    case .consentMissing, .consentRevoked, .consentNotInForce: "no consent reaches it"
    case .releaseMissing: "the final version isn't released"
    case .boundaryTopic: "a topic isn't open"
    case .pauseActive: "a pause"
    case .readinessNotBefore: "not ready by then"
    case .restPeriod: "too little rest"
    case .capRolling, .capEngagement, .capLifetime: "too many uses"
    case .loadLimit: "too much told of late"
    case .askCap, .askQuiet: "asked too often"
    case .relationIndependence: "no contact outside the organisation"
    case .relationInTheRoom: "who will be in the room"
    case .careMissing: "no support or no talk afterwards"
    case .careOverdue: "a check-in is overdue"
    case .payUnstated: "no word about pay"
    case .payOverdue: "pay is overdue"
    case .noticeShort: "short notice"
    }
  }
}
