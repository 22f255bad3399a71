/// A person's name folded for comparing, so that one person's several spellings meet.
///
/// `María  Lopez`, `maria lopez` and `Lopez, Maria` give one key. Capitals, marks on Latin
/// letters, spaces, full stops, hyphens and apostrophes make no difference; `Jr`, `Sr` and `II` to
/// `IV` do, since they tell two people apart. It says nothing when printed.
package struct PersonKey: Hashable, Sendable {
  /// The folded name, such as `maria lopez`: as private as the name itself.
  package let folded: String

  /// Folds a name; there is no key for one without a letter or digit.
  package init?(_ name: String) {
    var parts = name.split(separator: ",").map { Self.words(in: String($0)) }
    parts.removeAll { $0.isEmpty }
    var suffix: [String] = []
    if parts.count > 1, let last = parts.last, last.count == 1, Self.suffixes.contains(last[0]) {
      suffix = parts.removeLast()
    }
    // "Lopez, Maria" is turned; more commas than that tell nothing about the order.
    if parts.count == 2 { parts.reverse() }
    let words = parts.flatMap { $0 } + suffix
    guard !words.isEmpty else { return nil }
    folded = words.joined(separator: " ")
  }

  private static let suffixes: Set = ["jr", "sr", "ii", "iii", "iv"]

  private static func words(in part: String) -> [String] {
    var kept = String.UnicodeScalarView()
    for scalar in part.foldedLatin.unicodeScalars {
      switch scalar {
      case "'", "\u{2018}", "\u{2019}", "\u{2BC}", "`", "\u{B4}": continue
      // Marks that are not seen: soft hyphen, zero-width ones, BOM.
      case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}": continue
      default:
        let properties = scalar.properties
        let isWritten =
          properties.isAlphabetic || properties.numericType != nil
          || properties.generalCategory == .nonspacingMark
        kept.append(isWritten ? scalar : " ")
      }
    }
    return String(kept).split(separator: " ").map(String.init)
  }
}

extension PersonKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Two plain words, never the name.
  package var description: String { "a person" }
  /// Two plain words, never the name.
  package var debugDescription: String { description }
  /// A mirror that shows nothing.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
