/// How open a topic of a story is, as the peer has set it.
public enum Openness: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// May be spoken of.
  case share
  /// May be asked for; the peer is asked about it first.
  case askFirst
  /// Not open.
  case offLimits
}

/// What a peer has said of the topics of one story; an unlisted topic isn't open.
public struct Boundary: Hashable, Sendable {
  /// Each topic, in the peer's own words, with how open it is.
  public let topics: [String: Openness]

  /// The topics of a story with how open each is.
  public init(topics: [String: Openness]) { self.topics = topics }

  /// Whether a topic may be asked for: off limits and unlisted read alike.
  public func isOpen(_ topic: String) -> Bool {
    switch topics[topic] {
    case .share, .askFirst: true
    case .offLimits, nil: false
    }
  }
}
