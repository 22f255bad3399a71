/// A step in the life of a recording, print, post or page.
public enum PlacingStep: Hashable, Sendable {
  /// The peer releases the final version of a recording or text for use.
  case versionReleased(UseID, day: Day)
  /// A recording, print, post or page is out there.
  case placed(Placement)
  /// Somebody says where it stands since a day, and how one can see that.
  case moved(PlacementID, to: PlacementState, day: Day, proof: String?)
  /// A withdrawal asks for it to be taken down.
  case removalOpened(PlacementID, day: Day, deadline: Day)
}
