/// What was typed, parted into words and options but not yet checked.
///
/// `--as peer:p-7 consent grant --until=2026-05-01` gives the words `consent`, `grant` and the
/// options `--as` with `peer:p-7` and `--until` with `2026-05-01`.
struct SplitLine {
  /// An option as it was typed.
  struct Given: Equatable {
    let name: String
    let value: String?
  }

  private(set) var words: [String] = []
  private(set) var options: [Given] = []

  /// Parts a line; `takesValue` says of an option's name whether a value follows it.
  init(_ line: [String], takesValue: (String) -> Bool) {
    var rest = line[...]
    while let part = rest.popFirst() {
      if part == "--" {
        words += rest
        return
      }
      guard Self.isOption(part) else {
        words.append(part)
        continue
      }
      if part.hasPrefix("--"), let equals = part.firstIndex(of: "=") {
        let value = String(part[part.index(after: equals)...])
        options.append(Given(name: String(part[..<equals]), value: value))
      } else if takesValue(part), let next = rest.first, !Self.isOption(next), next != "--" {
        options.append(Given(name: part, value: next))
        rest.removeFirst()
      } else {
        options.append(Given(name: part == "-h" ? "--help" : part, value: nil))
      }
    }
  }

  /// Tells options from words; a lone `-` (standard input) and `-5` are words.
  private static func isOption(_ part: String) -> Bool {
    guard part.count > 1, part.hasPrefix("-"), part != "--" else { return false }
    return part.hasPrefix("--") || !(part.dropFirst().first?.isNumber ?? false)
  }
}
