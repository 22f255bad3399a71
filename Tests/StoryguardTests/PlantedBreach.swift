import Foundation
import Notation

/// One breach as a page of the samples lists it, or as the report does.
struct PlantedBreach: Hashable, Comparable, CustomStringConvertible {
  let peer: String
  let day: String
  let rule: String
  /// Full days of rest, or how many uses.
  let measured: Int
  let limit: Int?
  /// The days of a cap.
  let window: Int?

  var description: String {
    "\(peer) \(day) \(rule) \(measured) \(limit.map(String.init) ?? "?") "
      + (window.map(String.init) ?? "-")
  }

  static func < (one: Self, other: Self) -> Bool { one.description < other.description }

  /// The same as a custodian reads it where the limit is the peer's own choice: with no number.
  var withoutLimit: Self {
    Self(peer: peer, day: day, rule: rule, measured: measured, limit: nil, window: nil)
  }

  func said(of other: String) -> Self {
    Self(peer: other, day: day, rule: rule, measured: measured, limit: limit, window: window)
  }
}

extension PlantedBreach {
  /// One row of the table under "What is planted", with the organisation that asked.
  ///
  /// `| maya | 2025-09-30 | cap | telling 3 within 30 days; at most 2 | … | harbour-trust |`
  static func row(_ cells: [String]) -> (breach: Self, organisation: String)? {
    guard cells.count == 6 else { return nil }
    let (peer, day, rule, what) = (cells[0], cells[1], cells[2], cells[3])
    let numbers = numbers(in: what)
    switch rule {
    case "rest" where numbers.count == 2:
      return (
        Self(
          peer: peer, day: day, rule: "rest.period", measured: numbers[0], limit: numbers[1],
          window: nil), cells[5]
      )
    case "cap" where numbers.count == 3:
      return (
        Self(
          peer: peer, day: day, rule: "cap.rolling", measured: numbers[0], limit: numbers[2],
          window: numbers[1]), cells[5]
      )
    default: return nil
    }
  }

  /// One line of a list, its peer by name.
  ///
  /// `- June Tallowmere, rest: 2025-10-14 then 2025-11-08 (24 of 28 days)`
  /// `- June Tallowmere, cap: telling 2 within 30 days on 2025-11-08; at most 1`
  static func line(_ line: String) -> Self? {
    if let rest = line.wholeMatch(of: /- (.+), rest: \S+ then (\S+) \((\d+) of (\d+) days\)/),
      let days = Int(rest.3), let due = Int(rest.4)
    {
      return Self(
        peer: String(rest.1), day: String(rest.2), rule: "rest.period", measured: days, limit: due,
        window: nil)
    }
    if let cap = line.wholeMatch(
      of: /- (.+), cap: \w+ (\d+) within (\d+) days on (\S+); at most (\d+)/),
      let count = Int(cap.2), let days = Int(cap.3), let atMost = Int(cap.5)
    {
      return Self(
        peer: String(cap.1), day: String(cap.4), rule: "cap.rolling", measured: count,
        limit: atMost, window: days)
    }
    return nil
  }

  /// One breach of `report overuse --format json`.
  init?(_ json: JSON) {
    guard let peer = json["peer"]?.words, let day = json["day"]?.words,
      let rule = json["rule"]?.words, let measured = json["measured"]?.number
    else { return nil }
    self.init(
      peer: peer, day: day, rule: rule, measured: measured, limit: json["limit"]?.number,
      window: json["window"]?.number)
  }

  private static func numbers(in text: String) -> [Int] {
    text.matches(of: /\d+/).compactMap { Int($0.0) }
  }
}

/// A page in Markdown, taken apart as far as the tests need it.
struct MarkdownPage {
  let lines: [String]

  init(_ text: String) { lines = text.components(separatedBy: "\n") }

  /// The lines under a heading, up to the next heading of the same rank or a higher one.
  func section(_ heading: String) -> MarkdownPage? {
    guard let start = lines.firstIndex(of: heading) else { return nil }
    let rank = heading.prefix { $0 == "#" }.count
    var isCode = false
    let rest = lines[(start + 1)...].prefix { line in
      if line.hasPrefix("```") { isCode.toggle() }
      let marks = line.prefix { $0 == "#" }.count
      return isCode || marks == 0 || marks > rank
    }
    return MarkdownPage(rest.joined(separator: "\n"))
  }

  /// The rows of all tables, each a list of cells without the marks of code and of weight.
  var rows: [[String]] {
    lines.filter { $0.hasPrefix("|") && !$0.hasPrefix("|---") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.replacing("`", with: "").replacing("*", with: "")
          .trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// The blocks of code in one language, each with the line of the page on which it begins.
  func code(_ language: String) -> [(line: Int, text: [String])] {
    var blocks: [(line: Int, text: [String])] = []
    var open: (language: String, line: Int, text: [String])?
    for (index, line) in lines.enumerated() {
      if let block = open {
        if line == "```" {
          if block.language == language { blocks.append((block.line, block.text)) }
          open = nil
        } else {
          open?.text.append(line)
        }
      } else if line.hasPrefix("```") {
        open = (String(line.dropFirst(3)), index + 2, [])
      }
    }
    return blocks
  }
}
