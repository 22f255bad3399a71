/// One figure twice: as the organisation says it, and as peers have confirmed it.
///
/// Of 150 dollars that an organisation says it paid, and of which no peer has said that they came:
/// said 150, confirmed none.
public struct Said<Value> {
  /// Said by the organisation.
  public internal(set) var said: Value
  /// Confirmed by peers.
  public internal(set) var confirmed: Value

  /// A figure by each word.
  public init(said: Value, confirmed: Value) {
    self.said = said
    self.confirmed = confirmed
  }

  /// The figure by one of the two words.
  public subscript(word: Whose) -> Value {
    switch word {
    case .said: said
    case .confirmed: confirmed
    }
  }

  /// The same of both.
  func map<Other>(_ change: (Value) -> Other) -> Said<Other> {
    Said<Other>(said: change(said), confirmed: change(confirmed))
  }
}

/// Whose word a figure rests on.
public enum Whose: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// The organisation's own.
  case said
  /// That of peers.
  case confirmed
}

extension Said: Equatable where Value: Equatable {}
extension Said: Hashable where Value: Hashable {}
extension Said: Sendable where Value: Sendable {}

extension Said<Int> {
  /// Adds to what is said, and to what is confirmed if it is.
  mutating func add(_ value: Int, isConfirmed: Bool) {
    said += value
    if isConfirmed { confirmed += value }
  }
}
