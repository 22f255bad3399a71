import Foundation
import Seeded

@testable import storyguard

/// Every verb that is open to one who asks, typed by a coordinator who tries what there is to try.
struct AskersScript {
  static let actor = "coordinator:kit"

  let folder: String

  /// The lines of one try: looks and asks, then some of the command's own examples, drawn.
  func lines(knowing known: [String], _ dice: inout SeededDice) throws -> [Line] {
    let looks = try [
      "2026-06-09", "2026-06-12", "2026-06-16", "2026-06-24", "2026-07-20",
    ].flatMap { day in
      [try line("check \(request(day))"), try line("check \(request(day)) --format json")]
    }
    let gaps = [
      try line("check \(request("2026-06-24", purpose: "fundraising", topic: "kin"))"),
      try line("check \(request("2026-06-03", support: false)) --format json"),
    ]
    let ask = [
      try line("request \(request("2026-06-26")) --id ask-1"),
      try line("booking list"), try line("booking list --format json"),
    ]
    let settle = (known + ["ask-1"]).flatMap { id in
      [
        "host page maya --engagement \(id)", "complete maya --engagement \(id)",
        "answer maya yes --engagement \(id)", "use answer maya \(id)-1 --words sorry",
        "pay list maya --organisation o1", "checkin list maya --organisation o1",
        "placement list maya --holder o1", "offer list --organisation o1",
        "cancel maya --engagement \(id)", "booking list",
      ]
    }
    let examples = AskersScript.examples.shuffled(using: &dice).prefix(Soak.isOn ? 25 : 8)
    return try looks + gaps + ask + (settle + examples).map(line)
  }

  /// The examples of all commands, for these ids; those that write files of their own are left out.
  static let examples: [String] = {
    let left = [
      "demo", "init", "import", "backup", "restore", "export", "completions", "serve", "notice",
      "audit", "policy",
    ]
    return CommandTable.storyguard.commands.filter { !left.contains($0.path[0]) }.flatMap(
      \.examples
    )
    .filter { !$0.contains("FILE") && !$0.contains(".json") && !$0.contains("host verify") }
    .map { example in
      let words = Demo.words(in: example.replacing("\\\n", with: " ")).dropFirst()
      var kept: [String] = []
      var skips = false
      for word in words {
        if skips || word == "--as" {
          skips = word == "--as"
          continue
        }
        kept.append(word.contains(" ") || word.contains("\"") ? "words" : word)
      }
      return kept.joined(separator: " ").replacing("k3m9x2", with: "ask-1")
        .replacing("riverside", with: "o1").replacing("northside-clinic", with: "o2")
    }
  }()

  /// The same line with the file of a request in its place.
  func filling(_ line: Line) throws -> Line {
    guard let place = line.words.range(of: "FILE-") else { return line }
    let day = String(line.words[place.upperBound...].prefix(10))
    return Line(
      line.day, line.actor, line.words.replacing("FILE-\(day)", with: try request(day)))
  }

  private func line(_ words: String) throws -> Line { Line(Pair.today, Self.actor, words) }

  /// Writes a request, and gives its path.
  func request(
    _ day: String, purpose: String = "training", topic: String = "housing", support: Bool = true
  ) throws -> String {
    let path = "\(folder)/ask-\(day)-\(purpose)-\(topic)-\(support).json"
    let text = """
      {"peer":"maya","story":"s1","organisation":"o1","coordinator":"kit",
       "event":{"id":"evening-\(day)","name":"An evening","place":"A hall","zone":"America/Chicago"},
       "sessions":[{"kind":"telling","channel":"inPerson","start":"\(day)T18:00","minutes":15}],
       "purpose":"\(purpose)","audience":"students","attribution":"firstName",
       "topics":["\(topic)"],"relations":[],
       "support":{"person":"Sam"\(support ? ",\"debriefOn\":\"2026-08-01\"" : "")},
       "offer":{"remuneration":{"minor":15000,"currency":"USD"}}}
      """
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }
}
