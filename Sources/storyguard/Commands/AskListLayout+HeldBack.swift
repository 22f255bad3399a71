import ConsentRegistry
import Notation

/// What was held back: whole for the peer, who may say yes to it, and in a table for others.
extension AskListLayout {
  func heldBack(_ terminal: Terminal) -> String {
    let attempts = record.attempts(on: today)
    guard !attempts.isEmpty else {
      return isPeer
        ? "Nothing was held back for you.\n" : "Nothing was held back for the peer.\n"
    }
    let heading =
      (isPeer ? "Held back for you" : "Held back for the peer")
      + "; `storyguard ask take-up \(record.peer) NUMBER` takes one up"
    guard isPeer else { return heading + ":\n" + table(attempts, terminal) }
    let (open, closed) = (
      attempts.filter { $0.isOpen(on: today) }, attempts.filter { !$0.isOpen(on: today) }
    )
    return
      (open.isEmpty
      ? "Nothing that was held back for you is still open.\n"
      : heading + ", and is a yes to all of it:\n" + open.map(whole).joined())
      + (closed.isEmpty ? "" : "Held back for you, and closed by now:\n" + table(closed, terminal))
  }

  /// One attempt with all that was asked, as a waiting ask is shown.
  private func whole(_ attempt: Attempt) -> String {
    let request = attempt.ask.request
    let asked = AskLayout(record: record, today: today, policy: policy)
      .asked(request, sessions: Array(request.sessions.indices))
    var lines = [
      "  \(attempt.number): \(request.words.eventName ?? request.event?.text ?? "a request")"
        + ", by \(AskLayout.asker(request)), asked on \(attempt.ask.day.inWords)"
    ]
    lines += asked.map { "    \($0): \($1)" }
    lines += attempt.ask.rules.map { "    held back by: \($0.heldBackBecause) (\($0.code))" }
    if !attempt.setAside.isEmpty { lines.append("    \(AttemptLayout.standing(attempt))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ attempts: [Attempt], _ terminal: Terminal) -> String {
    var columns: [TextTable.Column] = [
      .right("number"), .left("organisation"), .left("asked by"), .left("asked"),
      .left("for a day from"), .left("pay"),
    ]
    columns += isPeer ? [.left("held back by"), .left("standing")] : [.left("standing")]
    return TextTable(
      columns,
      rows: attempts.map { attempt in
        [
          String(attempt.number), attempt.ask.organisation.text,
          attempt.ask.request.coordinator?.text ?? "", "\(attempt.ask.day)",
          "\(attempt.ask.blockStarts)", AskLayout.pay(attempt.ask.request),
        ]
          + (isPeer ? [attempt.ask.rules.map(\.code).joined(separator: ", ")] : [])
          + [standing(attempt)]
      }
    ).text(on: terminal)
  }

  private func standing(_ attempt: Attempt) -> String {
    if let id = attempt.takenUpAs { return "taken up: \(id)" }
    if attempt.askedAgainAs != nil { return "asked again since" }
    if attempt.ask.blockStarts < today { return "over" }
    return attempt.setAside.isEmpty ? "" : AttemptLayout.standing(attempt)
  }
}

extension Attempt {
  /// Whether it can still be taken up on a day.
  fileprivate func isOpen(on today: Day) -> Bool {
    takenUpAs == nil && askedAgainAs == nil && ask.blockStarts >= today
  }
}

extension RuleCode {
  /// What the rule keeps, in plain words to the peer whom it protects.
  var heldBackBecause: String {
    switch self {
    case .consentMissing: "no consent of yours covers it"
    case .consentRevoked: "you have withdrawn the consent for it"
    case .consentNotInForce: "your consent doesn't reach over these days"
    case .releaseMissing: "you haven't released the final version yet"
    case .boundaryTopic: "it asks about a topic that you haven't opened"
    case .pauseActive: "you are pausing"
    case .readinessNotBefore: "you have chosen not to speak before a later day"
    case .restPeriod: "you would rest too little between tellings"
    case .capRolling: "it would be more within a stretch of days than your limits allow"
    case .capEngagement: "it asks for too many tellings at once"
    case .capLifetime: "this story would be told more often than your limits allow"
    case .loadLimit: "it would be too much, after what you have told of late"
    case .askCap: "you have been asked enough of late"
    case .askQuiet: "this organisation isn't to ask you for now"
    case .relationIndependence:
      "this organisation is more to you than a host, and you have no contact outside it yet"
    case .relationInTheRoom: "people you serve, work with or are looked after by would be there"
    case .careMissing: "nobody is named to stand by you, or no talk afterwards is planned"
    case .careOverdue: "this organisation still owes you a check-in"
    case .payUnstated: "it doesn't say what is paid"
    case .payOverdue: "this organisation still owes you pay"
    case .noticeShort: "it comes at too short notice"
    }
  }
}
