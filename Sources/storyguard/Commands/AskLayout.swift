import ConsentRegistry
import Notation

/// What a peer is shown of an ask before they answer: all that was said, what it does, and how to
/// answer it.
struct AskLayout {
  let record: PeerRecord
  let today: Day
  let policy: Policy

  func text(_ engagement: EngagementRecord) -> String {
    let open = engagement.sessions.indices.filter {
      engagement.state(of: engagement.sessions[$0], on: today).isBooked
    }
    guard let request = engagement.request else { return "" }
    let isWaiting = engagement.sessions.contains { engagement.state(of: $0, on: today) == .held }
    var lines = [
      "",
      "\(request.words.eventName ?? "The ask") (\(engagement.id)), by \(AskLayout.asker(request))",
    ]
    if let old = engagement.replaces {
      lines.append("  It is to take the place of \(old), which stands as it was until you say yes.")
    }
    if engagement.origin == .firstAsked, isWaiting { lines.append("  \(AskLayout.firstAsk)") }
    lines += asked(request, sessions: open).map { "  \($0): \($1)" }
    if isWaiting {
      lines += consequences(engagement).map { "  \($0): \($1)" }
      lines.append("  answer through \(engagement.replyUntil?.inWords ?? ""); silence is no:")
      let command = "storyguard answer \(record.peer)"
      lines.append("    \(command) yes|not-this-one|not-this-kind --engagement \(engagement.id)")
      if open.count > 1 {
        lines.append(
          "    \(command) yes --engagement \(engagement.id) --session 1   (a part of it)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same for programs: what was asked, what a yes does, and the organisation's own record.
  func json(_ engagement: EngagementRecord) -> JSON {
    let effect = record.effect(of: engagement.id, on: today, policy: policy)
    let own = policy.merged(with: record.limits.inForce(on: today, over: policy))
    let history = record.history(with: engagement.organisation, on: today, policy: own)
    return [
      "request": engagement.request.map { RequestNotation.json($0).inPlainWords } ?? .null,
      "replaces": .id(engagement.replaces), "isFirstAsk": .bool(engagement.origin == .firstAsked),
      "restsUntil": .day(effect.restsUntil),
      "caps": .array(
        effect.caps.map {
          [
            "kind": .string($0.cap.kind.code), "days": .whole($0.cap.days),
            "used": .whole($0.used), "atMost": .whole($0.cap.atMost),
          ]
        }),
      "organisationSoFar": [
        "tellings": .whole(history.tellings), "exposures": .whole(history.exposures),
        "paidOnTime": .whole(history.paidOnTime), "paidLate": .whole(history.paidLate),
        "unpaid": .whole(history.unpaid), "checkInsOnTime": .whole(history.checkInsOnTime),
        "checkInsLate": .whole(history.checkInsLate),
        "checkInsMissed": .whole(history.checkInsMissed),
        "saidOnly": .whole(history.saidOnly), "asksAfterNo": .whole(history.asksAfterNo),
      ],
    ]
  }

  /// Who asks, and in whose name.
  static func asker(_ request: UseRequest) -> String {
    request.organisation.text + (request.coordinator.map { " (\($0))" } ?? "")
  }

  /// What was said when asking, side by side with its heading.
  func asked(_ request: UseRequest, sessions open: [Int]) -> [(String, String)] {
    let words = request.words
    let sessions = open.filter(request.sessions.indices.contains).map { request.sessions[$0] }
    func all(_ texts: [String]) -> String {
      var seen: [String] = []
      for text in texts where !seen.contains(text) { seen.append(text) }
      return seen.joined(separator: ", ")
    }
    var rows: [(String, String?)] = [("where", words.place)]
    rows += zip(open, sessions).map { place, session in
      (sessions.count > 1 ? "when (\(place + 1))" : "when", time(of: session, in: request.zone))
    }
    rows += [
      ("what for", all(sessions.map(\.purpose.inWords))),
      ("before", all(sessions.map(\.audience.inWords))),
      (
        "in the room",
        request.inTheRoom ? "people you serve, work with or are looked after by" : nil
      ),
      ("you are named as", all(sessions.map(\.attribution.inWords))),
      ("topics", request.topics.joined(separator: ", ")),
      ("you want to be asked first about", askFirst(request)),
      ("the aim", words.aim),
      ("without a story?", words.noStoryConsidered),
      (
        "stands by you", words.supportPerson ?? (request.support.hasPerson ? "a named person" : nil)
      ),
      ("you talk it over on", request.support.debriefOn?.inWords),
      ("preparation", words.preparation),
      ("pay", AskLayout.pay(request)),
      ("costs paid back", request.offer.reimbursement?.inWords),
      ("can't be undone", all(sessions.map(\.channel).filter(\.cannotBeUndone).map(\.inWords))),
    ]
    return rows.compactMap { label, text in
      text.flatMap { $0.isEmpty ? nil : (label, $0) }
    }
  }

  /// The topics asked for that the peer wants to be asked about first.
  private func askFirst(_ request: UseRequest) -> String {
    let topics = record.boundaries[request.story]?.topics ?? [:]
    return request.topics.filter { topics[$0] == .askFirst }.joined(separator: ", ")
  }

  /// What a yes does to the coming weeks.
  private func consequences(_ engagement: EngagementRecord) -> [(String, String)] {
    let effect = record.effect(of: engagement.id, on: today, policy: policy)
    var rows: [(String, String)] = []
    if let until = effect.restsUntil {
      rows.append(("after a yes", "you rest from all tellings through \(until.inWords)"))
    }
    rows += effect.caps.map { use in
      let kind = use.cap.kind == .telling ? "tellings" : "times shown"
      return ("in \(use.cap.days) days", "\(use.used) of at most \(use.cap.atMost) \(kind)")
    }
    let own = policy.merged(with: record.limits.inForce(on: today, over: policy))
    if engagement.replaces == nil {
      rows.append(
        (
          "after a no",
          "not-this-one: no asks for this for \(counted(own.quiet.notThisOne, "day")); "
            + "not-this-kind: for \(counted(own.quiet.notThisKind, "day"))"
        ))
    }
    if let tie = record.ties[engagement.organisation], !tie.isEmpty {
      rows.append(
        ("who they are to you", tie.words.map(\.code).joined(separator: ", ")))
    }
    return rows + [("\(engagement.organisation) so far", soFar(engagement.organisation))]
  }

  /// The asking organisation's own record with this peer; nothing in it is about the peer's noes.
  private func soFar(_ organisation: OrganisationID) -> String {
    let own = policy.merged(with: record.limits.inForce(on: today, over: policy))
    let history = record.history(with: organisation, on: today, policy: own)
    guard !history.isEmpty else { return "nothing yet with you" }
    let parts: [(Int, String)] = [
      (history.tellings, "told for it"), (history.exposures, "shown by it"),
      (history.paidOnTime, "paid on time"), (history.paidLate, "paid late"),
      (history.unpaid, "not paid when due"), (history.checkInsOnTime, "checked in"),
      (history.checkInsLate, "checked in late"), (history.checkInsMissed, "check-in missed"),
      (history.asksAfterNo, "asked after a no"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.1) \(counted($0.0, "time"))" }
    return told.joined(separator: ", ")
      + (history.saidOnly > 0
        ? " (\(history.saidOnly) of these only as it says, not confirmed by you)" : "")
  }

  private func time(of session: AskedSession, in zone: Zone) -> String {
    switch session.time {
    case .telling(let start, let minutes, let recorded):
      let clock = "\(start)".split(separator: "T").last ?? ""
      return "\(start.day.inWords), \(clock) (\(zone.id)), \(minutes) minutes, "
        + "\(session.channel.inWords), \(recorded ? "recorded" : "not recorded")"
        + atHome(start, in: zone)
    case .exposure(let day, let use):
      return "\(day.inWords), \(session.channel.inWords), a recording or text used again"
        + (use.map { " (\($0))" } ?? "")
    }
  }

  /// The same time by the clock at home, where that is another one.
  private func atHome(_ start: LocalTime, in zone: Zone) -> String {
    guard zone != record.zone, let own = record.zone.time(of: start, in: zone) else { return "" }
    return " (at home: \(own.day.inWords), \("\(own)".split(separator: "T").last ?? ""))"
  }

  /// What a peer is told of a first ask.
  static let firstAsk =
    "This is a first ask: no consent of yours covers it. A yes is for this one use alone. If you "
    + "say no, or nothing, they don't hear that it reached you."

  /// What is paid, in words; `unpaid` where that is said outright.
  static func pay(_ request: UseRequest) -> String {
    if let pay = request.offer.remuneration { return pay.inWords }
    return request.words.inKind ?? (request.offer.unpaid ? "unpaid" : "no pay stated")
  }
}
