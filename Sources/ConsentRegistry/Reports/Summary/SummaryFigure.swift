/// What a summary counts, for each organisation and quarter.
public enum SummaryFigure: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// Peers who told their story at least once.
  case peers
  /// Tellings that took place.
  case tellings
  /// Exposures that took place.
  case exposures
  /// Pay due in the quarter that was paid by its due day.
  case paidOnTime
  /// Pay due in the quarter that was paid after it.
  case paidLate
  /// Pay due in the quarter that is still owed.
  case payOverdue
  /// Check-ins due in the quarter that were made by their due day.
  case checkInsInTime
  /// Check-ins due in the quarter that were made after it.
  case checkInsLate
  /// Check-ins due in the quarter that weren't made.
  case checkInsOverdue
  /// Work that needed no story and was done.
  case workDone
  /// Tellings that came before the rest was over.
  case breachesOfRest
  /// Uses that were more than a cap allows, once for each cap.
  case breachesOfCaps
  /// Telling days on which more weighed on a peer than the limit.
  case breachesOfLoad

  /// The figures which this one can't be greater than, taken together; none for most.
  ///
  /// Twelve peers who told mean at least twelve tellings: so a figure tells something of those that
  /// it hangs on, and may be printed only where they are.
  var hangsOn: [SummaryFigure] {
    switch self {
    case .peers, .breachesOfRest, .breachesOfLoad: [.tellings]
    case .breachesOfCaps: [.tellings, .exposures]
    default: []
    }
  }

  /// Whether its total is the sum of its parts: a peer who told in two quarters is one peer.
  var addsUp: Bool { self != .peers }
}
