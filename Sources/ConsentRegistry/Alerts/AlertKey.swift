/// The stable name of one item of an alert, by which a later run knows what it has told before.
///
/// It is made of the code and of the ids and days that tell the item from every other, never of
/// the report's own day: `overuse.rest/maya/u-2/2026-05-15` on 20 May and on 20 June alike.
public struct AlertKey: Hashable, Comparable, Sendable {
  /// The key as written.
  public let text: String

  /// A key of a code and what tells the item apart; a `/` in an id is written `%2F`.
  init(_ code: AlertCode, _ parts: String...) {
    text = ([code.code] + parts.map(AlertKey.escaped)).joined(separator: "/")
  }

  /// The same key once a peer's record has gone into another: the peer's id in it is that one's.
  public func moved(from old: PeerID, to new: PeerID) -> AlertKey {
    let (old, new) = (AlertKey.escaped(old.text), AlertKey.escaped(new.text))
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return AlertKey(written: parts.map { $0 == old ? new : $0 }.joined(separator: "/"))
  }

  private init(written text: String) { self.text = text }

  /// Orders keys as texts.
  public static func < (left: AlertKey, right: AlertKey) -> Bool { left.text < right.text }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") }) else {
      return text
    }
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "/": escaped += "%2F"
      case "%": escaped += "%25"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}

extension AlertKey: CustomStringConvertible {
  /// The key as written.
  public var description: String { text }
}
