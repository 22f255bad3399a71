import ConsentRegistry
import Notation

/// What a peer is shown of an ask before they answer: all that was said, and how to answer it.
enum AskLayout {
  static func text(_ engagement: EngagementRecord, of peer: PeerID, on today: Day) -> String {
    guard let request = engagement.request else { return "" }
    let words = request.words
    var lines = [
      "", "\(words.eventName ?? "The ask") (\(engagement.id)), by \(request.organisation)",
    ]
    func add(_ label: String, _ text: String?) {
      if let text, !text.isEmpty { lines.append("  \(label): \(text)") }
    }
    add("where", words.place)
    for session in request.sessions { add("when", time(of: session, in: request.zone)) }
    add("what for", Set(request.sessions.map(\.purpose.code)).sorted().joined(separator: ", "))
    add("before", Set(request.sessions.map(\.audience.code)).sorted().joined(separator: ", "))
    add(
      "you are named as",
      Set(request.sessions.map(\.attribution.code)).sorted().joined(separator: ", "))
    add("topics", request.topics.joined(separator: ", "))
    add("the aim", words.aim)
    add("stands by you", words.supportPerson)
    add("you talk it over on", request.support.debriefOn?.inWords)
    add("pay", pay(request))
    if request.inTheRoom { add("please note", ReasonWords.detail(Warning.relationInTheRoom)) }
    if request.sessions.contains(where: \.channel.cannotBeUndone) {
      add("please note", ReasonWords.detail(Warning.channelIrreversible))
    }
    let isWaiting = engagement.sessions.contains { engagement.state(of: $0, on: today) == .held }
    if isWaiting {
      add(
        "to answer",
        "storyguard answer \(peer) yes|not-this-one|not-this-kind --engagement \(engagement.id)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func time(of session: AskedSession, in zone: Zone) -> String {
    switch session.time {
    case .telling(let start, let minutes, let recorded):
      let clock = "\(start)".split(separator: "T").last ?? ""
      return "\(start.day.inWords), \(clock) (\(zone.id)), \(minutes) minutes, "
        + "\(session.channel.code), \(recorded ? "recorded" : "not recorded")"
    case .exposure(let day, _):
      return "\(day.inWords), \(session.channel.code), a recording or text used again"
    }
  }

  /// What is paid, in words; `unpaid` where that is said outright.
  static func pay(_ request: UseRequest) -> String {
    if let pay = request.offer.remuneration { return pay.inWords }
    return request.words.inKind ?? (request.offer.unpaid ? "unpaid" : "no pay stated")
  }
}
