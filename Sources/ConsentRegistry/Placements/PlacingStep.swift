/// A step in the life of a recording, print, post or page.
public enum PlacingStep: Hashable, Sendable {
  /// The peer releases the final version of a recording or text for use.
  case versionReleased(UseID, day: Day)
}
