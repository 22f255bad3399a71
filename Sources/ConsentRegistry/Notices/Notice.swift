/// That something is waiting for somebody to look at; what it is they read in the registry itself.
public struct Notice: Hashable, Sendable {
  /// What it is about.
  public enum Code: UInt8, Word {
    /// The words as written.
    public static let codes = spelling

    /// To the peer: an ask waits for an answer.
    case askWaiting
    /// To the peer: the time to answer is about to end.
    case replyEnds
    /// To whoever asked: the peer has said yes.
    case confirmed
    /// To whoever asked: not available, whatever the reason.
    case notAvailable
    /// To whoever asked: what was agreed is no longer available.
    case noLongerAvailable
    /// To the peer: the organiser has cancelled.
    case cancelledByOrganiser
    /// To the peer: what was agreed has become shorter, or better paid.
    case bookingChanged
    /// To a holder: something has to come down.
    case removalAsked
    /// To the peer: work that needs no story is offered.
    case workOffered
    /// To whoever offered it: the peer has said yes to work.
    case workAccepted
    /// To the peer: whoever asked has noted what became of a booking.
    case bookingClosed
  }

  /// For whom it is.
  public struct Reader: Hashable, Sendable {
    /// In which role.
    public enum Role: UInt8, Word {
      /// The words as written.
      public static let codes = spelling

      case peer, coordinator, holder
    }

    /// The role.
    public let role: Role
    /// Who, by id.
    public let id: String

    /// Somebody in a role.
    public init(_ role: Role, _ id: String) {
      self.role = role
      self.id = id
    }
  }

  /// What it is about.
  public let code: Code
  /// For whom it is.
  public let reader: Reader
  /// Which organisation it has to do with, if any.
  public let organisation: OrganisationID?
  /// Which ask or booking, if any.
  public let engagement: EngagementID?
  /// The home day of the peer from which it may be sent.
  public let due: Day
  /// Whether it is sent only if the ask has lapsed by then.
  public let onlyIfLapsed: Bool

  /// A notice for a reader, from a day on.
  public init(
    _ code: Code, to reader: Reader, organisation: OrganisationID?, engagement: EngagementID?,
    due: Day, onlyIfLapsed: Bool = false
  ) {
    self.code = code
    self.reader = reader
    self.organisation = organisation
    self.engagement = engagement
    self.due = due
    self.onlyIfLapsed = onlyIfLapsed
  }

  /// Whether a notice may go out.
  public enum Readiness: Hashable, Sendable {
    /// It may be sent now.
    case now
    /// It has to wait.
    case later
    /// What it was about is over; it is never sent.
    case never
  }
}
