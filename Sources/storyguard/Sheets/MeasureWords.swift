import ConsentRegistry
import Notation

extension Measure {
  /// The measure as one line of a page.
  var inWords: String { "\(title): \(sentences)" }

  /// How it is worked out, from which days, and from how much on.
  var sentences: String {
    "\(formula) Looked at: \(window)."
      + (floor.map { " Only with \($0); otherwise it says \"too few to tell\"." } ?? "")
  }

  /// The measure for programs: `title formula window floor`.
  var json: JSON {
    [
      "title": .string(title), "formula": .string(formula), "window": .string(window),
      "floor": .optional(floor),
    ]
  }
}
