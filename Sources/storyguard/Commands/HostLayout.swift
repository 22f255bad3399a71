import ConsentRegistry
import Notation

/// The host page, laid out to be printed on one sheet.
struct HostLayout {
  /// What anybody may say, so that nobody has to find words for it.
  static let phrase = "Thank you. We stop here."
  private static let width = 76
  private static let indent = 17

  let host: HostPage
  let number: String

  /// The page as text, and as JSON.
  var page: Page { Page(text: { _ in text }, json: { json }) }

  private var text: String {
    var lines = ["Permit \(number)", ""]
    func add(_ label: String, _ words: String?) {
      guard let words, !words.isEmpty else { return }
      let parts = wrapped(words.asOneLine, width: Self.width - Self.indent)
      for (place, part) in parts.enumerated() {
        let head = place == 0 ? label : ""
        lines.append(
          head + String(repeating: " ", count: max(1, Self.indent - head.count)) + part)
      }
    }
    for session in host.sessions { add("When", time(of: session)) }
    add("Where", host.request.words.place)
    add("For", host.request.words.eventName)
    lines.append("")
    add("Introduce me as", host.introduceMeAs ?? "what the peer tells you on the day")
    add("Ask me about", host.askMeAbout ?? "what the peer brings up")
    add(
      "Agreed topics",
      host.topics.isEmpty && !host.request.topics.isEmpty
        ? "what the peer brings up" : host.topics.joined(separator: ", "))
    add("Stay off", (host.stayOff + ["anything that isn't on this page"]).joined(separator: "; "))
    add("In public", named)
    lines.append("")
    add(
      "How to stop",
      "Anybody may stop it at any time: the peer, the host, whoever stands by. No reason is "
        + "needed, and nobody asks for one. Say: \"\(Self.phrase)\"")
    add("Stands by", host.request.words.supportPerson)
    lines.append("")
    add("To check", "storyguard host verify \(number)")
    return lines.joined(separator: "\n") + "\n"
  }

  private var json: JSON {
    [
      "permit": .string(number),
      "sessions": .array(
        host.sessions.map { session in
          var members: [Member] = []
          switch session.time {
          case .telling(let start, let minutes, let recorded):
            members = [
              Member(name: "start", value: .string(start.description)),
              Member(name: "zone", value: .string(host.request.zone.id)),
              Member(name: "minutes", value: .whole(minutes)),
              Member(name: "recorded", value: .bool(recorded)),
            ]
          case .exposure(let day, _): members = [Member(name: "day", value: .day(day))]
          }
          return .object(
            members + [
              Member(name: "channel", value: .string(session.channel.code)),
              Member(name: "attribution", value: .string(session.attribution.code)),
            ])
        }),
      "place": .optional(host.request.words.place),
      "event": .optional(host.request.words.eventName),
      "introduceMeAs": .optional(host.introduceMeAs), "askMeAbout": .optional(host.askMeAbout),
      "topics": .array(host.topics.map(JSON.string)),
      "stayOff": .array(host.stayOff.map(JSON.string)),
      "standsBy": .optional(host.request.words.supportPerson),
      "stop": .string(Self.phrase),
    ]
  }

  private func time(of session: AskedSession) -> String {
    switch session.time {
    case .telling(let start, let minutes, let recorded):
      let clock = start.description.split(separator: "T").last ?? ""
      return "\(start.day.inWords), \(clock) (\(host.request.zone.id)), \(minutes) minutes, "
        + "\(session.channel.inWords), \(recorded ? "recorded" : "NOT recorded")"
    case .exposure(let day, _): return "\(day.inWords), \(session.channel.inWords)"
    }
  }

  private var named: String {
    let all = Set(host.sessions.map(\.attribution)).sorted()
    return all.map(\.toTheHost).joined(separator: "; ")
  }
}

extension Attribution {
  /// How the host may name the peer, in plain words.
  fileprivate var toTheHost: String {
    switch self {
    case .notNamed: "not named"
    case .chosenName: "named by the name that the peer has chosen"
    case .firstName: "named by first name alone"
    case .firstNameAndTown: "named by first name and town"
    case .fullName: "named in full"
    }
  }
}
