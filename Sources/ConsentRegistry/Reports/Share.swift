/// A part of a whole that is counted: 8 of 10.
///
/// Both counts are kept, so that a share is compared as it is and can be shown as it was counted.
public struct Share: Hashable, Sendable {
  /// The part.
  public let part: Int
  /// The whole, of which the part is one.
  public let whole: Int

  /// A part of a whole.
  public init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// The share as a number from 0 to 1; 0 of nothing.
  public var value: Double { whole == 0 ? 0 : Double(part) / Double(whole) }

  /// Whether it is as large as a limit or larger: 8 of 10 is as large as 0.8.
  ///
  /// A quotient is rounded as the limit was when it was read, so equal ones stay equal.
  public func isAtLeast(_ limit: Double) -> Bool { value >= limit }

  /// The share, if there is enough to tell it from.
  func told(from floor: Int) -> Share? { whole > 0 && whole >= floor ? self : nil }
}
