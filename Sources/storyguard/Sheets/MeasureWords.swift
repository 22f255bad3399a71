import ConsentRegistry
import Notation

extension Measure {
  /// The measure as one line of a page.
  var inWords: String {
    "\(title): \(formula) Looked at: \(window)." + (floor.map { " Too few to tell \($0)." } ?? "")
  }

  /// The measure for programs: `title formula window floor`.
  var json: JSON {
    [
      "title": .string(title), "formula": .string(formula), "window": .string(window),
      "floor": .optional(floor),
    ]
  }
}
