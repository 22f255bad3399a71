/// How a figure of a report is worked out, in plain words, so that nobody has to take it on trust.
public struct Measure: Hashable, Sendable {
  /// What it is called: `story-only share`.
  public let title: String
  /// How it is worked out, in one plain sentence.
  public let formula: String
  /// The days that it looks at.
  public let window: String
  /// From how much on it tells something; nothing if it always does.
  public let floor: String?

  /// A measure in words.
  public init(title: String, formula: String, window: String, floor: String? = nil) {
    self.title = title
    self.formula = formula
    self.window = window
    self.floor = floor
  }
}
