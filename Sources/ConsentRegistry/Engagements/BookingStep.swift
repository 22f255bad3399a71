/// A step in the life of a booking, after the ask.
public enum BookingStep: Hashable, Sendable {
  /// The peer says yes to some sessions of an ask; the others are let go, and that is no decline.
  case answeredInPart(EngagementID, sessions: [Int], day: Day)
  /// A session had to be broken off: it counts whole, and the booked ones after it are cancelled.
  case endedEarly(EngagementID, session: Int, day: Day)
  /// Sessions that were booked and did not take place; no reason is kept.
  case didNotTakePlace(EngagementID, sessions: [Int], day: Day)
  /// The peer cancels sessions; no reason is kept.
  case cancelledByPeer(EngagementID, sessions: [Int], day: Day)
  /// The organiser cancels sessions, or drops them from the booking.
  case cancelledByOrganiser(EngagementID, sessions: [Int], day: Day)
  /// The booking as it stands from now on, where no answer is needed: shorter, or better paid.
  case amended(EngagementRecord, day: Day)
  /// What was recorded, put right by a further entry.
  case corrected(EngagementRecord, day: Day)
  /// The peer says that a recorded use wasn't so; it rests them still, and is marked.
  case disputed(UseID, day: Day)
  /// What the organisation says to something that the peer has disputed.
  case disputeAnswered(UseID, organisation: OrganisationID, words: String?, day: Day)
}
