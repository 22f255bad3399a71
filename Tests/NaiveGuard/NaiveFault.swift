/// Why a world line could not be decided.
public enum NaiveFault: Error, Equatable {
  /// The line is not a world in JSON.
  case unreadableWorld
  /// A day is not a civil day of the calendar.
  case unreadableDay
  /// A local time is not `YYYY-MM-DDTHH:MM`.
  case unreadableTime
  /// A zone's name is not known.
  case unknownZone
  /// A session has neither a start nor a day, or the request has no sessions.
  case noSessions
}
