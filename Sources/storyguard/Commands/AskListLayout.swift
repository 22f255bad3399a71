import ConsentRegistry
import Notation

/// How a peer's asks are listed: all of it for the peer, and for others what was asked alone.
struct AskListLayout {
  let record: PeerRecord
  let today: Day
  /// The registry's policy with the peer's own limits in place.
  let policy: Policy
  let isPeer: Bool

  var page: Page { Page(text: text, json: { json }) }

  private func text(on terminal: Terminal) -> String {
    var parts = [waiting, heldBack(terminal), made(terminal), shares(terminal)]
    if isPeer { parts += [quiet(terminal), firstAsks, looks(terminal)] }
    return parts.joined()
  }

  private var open: [EngagementRecord] {
    record.engagements.filter { engagement in
      engagement.sessions.contains { engagement.state(of: $0, on: today) == .held }
    }
  }

  /// The asks put to the peer here.
  var asked: [EngagementRecord] { record.engagements.filter { $0.askedOn != nil } }

  private var waiting: String {
    guard !open.isEmpty else {
      return isPeer ? "Nothing waits for your answer.\n" : "Nothing waits for the peer's answer.\n"
    }
    return open.map { engagement in
      let name = engagement.request?.words.eventName ?? engagement.event?.text ?? "An ask"
      let how = engagement.event.map { "--event \($0)" } ?? "--engagement \(engagement.id)"
      return "\(name), by \(engagement.organisation), on \(engagement.first?.inWords ?? ""), "
        + "\(engagement.request.map(AskLayout.pay) ?? "no pay stated"): waits through "
        + "\(engagement.replyUntil?.inWords ?? ""); silence is no.\n"
        + (engagement.origin == .firstAsked && isPeer ? "  \(AskLayout.firstAsk)\n" : "")
        + "  to answer: storyguard answer \(record.peer) yes|not-this-one|not-this-kind \(how)\n"
    }.joined()
  }

  private func made(_ terminal: Terminal) -> String {
    var rows = asked.map { engagement in
      [
        "\(engagement.askedOn ?? today)", engagement.organisation.text,
        engagement.first.map { "\($0)" } ?? "",
      ] + (isPeer ? [answer(to: engagement)] : [])
    }
    rows += record.asking.outside.map { ask in
      ["\(ask.day)", ask.organisation.text, ""]
        + (isPeer ? ["outside the registry" + (ask.words.map { ": \($0)" } ?? "")] : [])
    }
    guard !rows.isEmpty else {
      return isPeer ? "You haven't been asked yet.\n" : "The peer hasn't been asked yet.\n"
    }
    let columns: [TextTable.Column] =
      [.left("asked"), .left("organisation"), .left("for")] + (isPeer ? [.left("your answer")] : [])
    return (isPeer ? "Asked of you:\n" : "Asked of the peer:\n")
      + TextTable(columns, rows: rows.sorted { $0[0] < $1[0] }).text(on: terminal)
  }

  private func answer(to engagement: EngagementRecord) -> String {
    if let answer = record.bookings.answers[engagement.id]?.answer { return answer.inWords }
    let states = engagement.sessions.map { engagement.state(of: $0, on: today) }
    return states.contains(.held) ? "waits" : states.first?.inWords ?? ""
  }

  private func shares(_ terminal: Terminal) -> String {
    let days = policy.asks.days
    let (late, year) = (
      record.askShares(on: today, days: days), record.askShares(on: today, days: 365)
    )
    guard !year.isEmpty else { return "No organisation has asked within a year.\n" }
    return
      (isPeer
      ? "Who asks how much, of all that you were asked:\n"
      : "Who asks how much, of all that the peer was asked:\n")
      + TextTable(
        [
          .left("organisation"), .right("in \(counted(days, "day"))"), .right("in 365 days"),
          .right("held back in 365 days"),
        ],
        rows: year.map { share in
          let recent = late.first { $0.organisation == share.organisation }
          return [
            share.organisation.text,
            "\(recent?.asks ?? 0) of \(recent?.ofAll ?? late.first?.ofAll ?? 0)",
            "\(share.asks) of \(share.ofAll)", String(share.attempts),
          ]
        }
      ).text(on: terminal)
  }

  /// The quiet periods that run or are to come.
  var running: [CausedQuiet] {
    record.quiet(on: today, policy: policy).filter { $0.period.until >= today }
  }

  private func quiet(_ terminal: Terminal) -> String {
    guard !running.isEmpty else {
      return "No organisation is quiet. "
        + "`storyguard ask quiet \(record.peer)` keeps one from asking.\n"
    }
    return
      "These are not to ask; only you end that early, with `storyguard ask end-quiet \(record.peer)`:\n"
      + TextTable(
        [.left("organisation"), .left("for"), .left("last day"), .left("because")],
        rows: running.map {
          [
            $0.period.organisation.text, $0.period.purpose?.code ?? "everything",
            $0.period.until.inWords, $0.cause.inWords,
          ]
        }
      ).text(on: terminal)
  }

  private var firstAsks: String {
    let held = record.holdsBackFirstAsksFrom
    let taken = record.takesFirstAsksFrom.filter { !held.contains($0) }
    return
      (taken.isEmpty
      ? "You take no first asks: nobody asks you for what no consent covers.\n"
      : "You take first asks, for what no consent covers, from: "
        + "\(taken.map(\.text).joined(separator: ", ")).\n")
      + held.map {
        "First asks from \($0), which you had agreed to see, are held back by a withdrawal. "
          + "`storyguard ask first \(record.peer) --organisation \($0) --stop` ends it for good; "
          + "without --stop they are shown again.\n"
      }.joined()
  }

  private func looks(_ terminal: Terminal) -> String {
    guard !record.asking.checks.isEmpty else {
      return "Nobody has looked whether you could be asked.\n"
    }
    return "Who looked whether you could be asked:\n"
      + TextTable(
        [.left("on"), .left("organisation"), .left("who"), .left("for a day from")],
        rows: record.asking.checks.map {
          ["\($0.day)", $0.organisation.text, $0.coordinator?.text ?? "", "\($0.starts)"]
        }
      ).text(on: terminal)
  }
}

extension Answer {
  /// The answer in plain words.
  fileprivate var inWords: String {
    switch self {
    case .yes: "yes"
    case .notThisOne: "not this one"
    case .notThisKind: "not this kind"
    }
  }
}

extension QuietCause {
  /// What started it, in plain words.
  var inWords: String {
    switch self {
    case .declined: "you said no"
    case .lapsed: "an ask stayed without an answer"
    case .lapsedAgain: "two asks in a row stayed without an answer"
    case .chosen: "you chose it"
    }
  }

  /// What started it, in a word for programs.
  var code: String {
    switch self {
    case .declined: "declined"
    case .lapsed: "lapsed"
    case .lapsedAgain: "lapsedAgain"
    case .chosen: "chosen"
    }
  }
}
