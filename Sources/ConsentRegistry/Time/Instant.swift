/// A moment in time, in whole milliseconds since 1970 in UTC.
///
/// The ledger keeps when a thing was *recorded* as an instant and when it *happened* as a day.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the start of 1970, UTC.
  public let milliseconds: Int

  /// A moment by its milliseconds since the start of 1970, UTC.
  public init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// A moment written `2026-05-01T18:00:00Z`, with or without thousandths; anything else is nothing.
  public init?(_ text: some StringProtocol) {
    guard text.hasSuffix("Z") else { return nil }
    let body = text.dropLast()
    let pieces = body.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let wall = pieces[0]
    guard wall.utf8.count == 19 || wall.utf8.count == 16 else { return nil }
    var seconds = 0
    if wall.utf8.count == 19 {
      guard let read = Int(wall.suffix(2)), (0...59).contains(read),
        wall.utf8.dropLast(2).last == UInt8(ascii: ":")
      else { return nil }
      seconds = read
    }
    guard let local = LocalTime(wall.prefix(16)) else { return nil }
    var thousandths = 0
    if pieces.count == 2 {
      guard pieces[1].utf8.count == 3, let read = Int(pieces[1]), read >= 0 else { return nil }
      thousandths = read
    }
    self.init(milliseconds: (local.wallSeconds + seconds) * 1_000 + thousandths)
  }

  /// Orders by time.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Whole seconds since 1970, rounded down.
  var seconds: Int { milliseconds.flooredQuotient(dividingBy: 1_000) }
}

extension Instant: CustomStringConvertible {
  /// The moment as `2026-05-01T18:00:00.000Z`.
  public var description: String {
    let day = Day(number: seconds.flooredQuotient(dividingBy: 86_400))
    let secondOfDay = seconds - day.number * 86_400
    let thousandth = milliseconds - seconds * 1_000
    return "\(day)T" + padded(secondOfDay / 3_600, to: 2) + ":"
      + padded(secondOfDay / 60 % 60, to: 2) + ":" + padded(secondOfDay % 60, to: 2) + "."
      + padded(thousandth, to: 3) + "Z"
  }
}

extension Int {
  /// Division that rounds down, so that moments before 1970 fall on the right day.
  func flooredQuotient(dividingBy divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
