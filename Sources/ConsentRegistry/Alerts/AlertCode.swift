/// The stable name of an alert, as it is written in reports and files.
public enum AlertCode: UInt8, Word {
  /// The words as written: `overuse.rest`.
  public static let codes = [
    "overuse.rest", "overuse.cap", "overuse.load", "nearing.cap", "asks.pressure",
    "token.storyOnly", "token.concentration", "org.noContact", "care.overdue", "pay.overdue",
    "removal.overdue", "consent.ending", "booking.review", "booking.unclosed", "exception.used",
  ]

  /// Rest was broken.
  case overuseRest
  /// A cap was broken.
  case overuseCap
  /// More weighed on a peer than may.
  case overuseLoad
  /// A cap is nearly full.
  case nearingCap
  /// A peer is asked more often than may be.
  case asksPressure
  /// Nearly all that a peer did was telling their story.
  case tokenStoryOnly
  /// Much of what was told for an organisation was told by one peer.
  case tokenConcentration
  /// An organisation hasn't been in touch since a peer told their story for it.
  case orgNoContact
  /// A check-in is overdue.
  case careOverdue
  /// Pay is overdue.
  case payOverdue
  /// Something should have been taken down by now.
  case removalOverdue
  /// A consent ends soon.
  case consentEnding
  /// A booking would not be permitted any more.
  case bookingReview
  /// Nobody has said what became of a booking.
  case bookingUnclosed
  /// A peer has set a limit aside for an organisation.
  case exceptionUsed

  /// How grave it is.
  public var severity: Severity {
    switch self {
    case .overuseRest, .overuseCap, .overuseLoad, .careOverdue, .removalOverdue: .critical
    case .nearingCap, .asksPressure, .tokenStoryOnly, .tokenConcentration, .orgNoContact,
      .payOverdue, .bookingReview:
      .warning
    case .consentEnding, .bookingUnclosed, .exceptionUsed: .notice
    }
  }
}

/// How grave an alert is: `notice < warning < critical`.
public enum Severity: UInt8, Word, Comparable {
  /// The words as written.
  public static let codes = spelling

  /// Good to know, and easily put right now.
  case notice
  /// Somebody should look at it soon.
  case warning
  /// A peer has been harmed, or is owed something that can't wait.
  case critical

  /// Orders from the least grave to the gravest.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }
}
