/// A figure as a report explains it to whoever reads it: what it is, how it is worked out, from
/// which days, and from how much on it says anything.
///
/// A figure below its floor reads "too few to tell"; it is never shown as 0.
public struct Measure: Hashable, Sendable {
  /// What it is called.
  public let title: String
  /// How it is worked out, in one plain sentence.
  public let formula: String
  /// The days that it is about.
  public let window: String
  /// From how much on it is told; nothing if it always is.
  public let floor: String?

  /// A measure in words.
  public init(_ title: String, _ formula: String, window: String, floor: String? = nil) {
    self.title = title
    self.formula = formula
    self.window = window
    self.floor = floor
  }
}

extension Measure {
  /// The words for a window of days that ends on the report's day, that day included.
  static func last(_ days: Int) -> String {
    days == 1 ? "the report's day" : "the \(days) days that end on the report's day"
  }

  /// The words for what a report counts by the period asked for.
  static let asAskedFor = "the days asked for; otherwise all up to the report's day"
  /// The words for what is so on one day.
  static let onTheDay = "the report's day"
}
