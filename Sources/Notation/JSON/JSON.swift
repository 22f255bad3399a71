/// One JSON value, with numbers and members kept exactly as they were written.
///
/// ```swift
/// let decision: JSON = ["verdict": "deny", "revision": 17, "reasons": []]
/// decision.text  // {"verdict":"deny","revision":17,"reasons":[]}
/// ```
package enum JSON: Equatable, Sendable {
  /// The word `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, as the characters that stood in the text: `1.50` stays `1.50`.
  ///
  /// Whoever builds one by hand answers for its spelling; ``whole(_:)`` and ``decimal(_:)`` don't
  /// go wrong.
  case number(String)
  /// A text, with its escapes already undone.
  case string(String)
  /// A list of values.
  case array([JSON])
  /// Named values, in the order in which they were written.
  case object([Member])
}

/// One named value of an object.
package struct Member: Equatable, Sendable {
  /// The name before the colon.
  package let name: String
  /// The value after the colon.
  package let value: JSON

  /// Puts a name to a value.
  package init(name: String, value: JSON) {
    self.name = name
    self.value = value
  }
}

extension JSON {
  /// A whole number.
  package static func whole(_ value: some BinaryInteger) -> JSON { .number(String(value)) }

  /// A number with a fraction; `null` for infinity and for what is no number, which JSON can't say.
  package static func decimal(_ value: Double) -> JSON {
    value.isFinite ? .number(String(value)) : .null
  }

  /// A text, or `null` where there is none.
  package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// The value of the member with this name, if this is an object that has one.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The item at this place, counted from 0, if this is an array that reaches so far.
  package subscript(index: Int) -> JSON? {
    guard case .array(let items) = self, items.indices.contains(index) else { return nil }
    return items[index]
  }
}

extension JSON: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A text written in code.
  package init(stringLiteral value: String) { self = .string(value) }
  /// A whole number written in code.
  package init(integerLiteral value: Int) { self = .whole(value) }
  /// `true` or `false` written in code.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A list written in code.
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// Named values written in code, in that order.
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member(name: $0.0, value: $0.1) })
  }
}
