/// Strict readings of one value; each throws a ``JSONFault`` that names the place it is given.
extension JSON {
  /// The text, if this is one; otherwise it throws `wrongKind`.
  package func string(at path: JSONPath) throws(JSONFault) -> String {
    guard case .string(let text) = self else { throw .wrongKind(path, expected: .string) }
    return text
  }

  /// The whole number within bounds: `15` is one, `1.5`, `1.0` and `1e2` aren't.
  ///
  /// - Throws: `wrongKind`, or `outOfRange` for a whole number beyond the bounds or beyond an `Int`.
  package func int(
    at path: JSONPath, in allowed: ClosedRange<Int> = .min ... .max
  ) throws(JSONFault) -> Int {
    guard case .number(let lexeme) = self,
      lexeme.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) })
    else { throw .wrongKind(path, expected: .wholeNumber) }
    guard let value = Int(lexeme), allowed.contains(value) else {
      throw .outOfRange(path, allowed: allowed)
    }
    return value
  }

  /// The number as a `Double`; one too great for it throws `wrongKind`.
  package func number(at path: JSONPath) throws(JSONFault) -> Double {
    guard case .number(let lexeme) = self, let value = Double(lexeme), value.isFinite else {
      throw .wrongKind(path, expected: .number)
    }
    return value
  }

  /// `true` or `false`; anything else, `1` and `"true"` included, throws `wrongKind`.
  package func bool(at path: JSONPath) throws(JSONFault) -> Bool {
    guard case .bool(let value) = self else { throw .wrongKind(path, expected: .trueOrFalse) }
    return value
  }

  /// The items, each with its place; throws `wrongKind` if this is no array.
  package func array(at path: JSONPath) throws(JSONFault) -> [(JSON, JSONPath)] {
    guard case .array(let items) = self else { throw .wrongKind(path, expected: .array) }
    return items.enumerated().map { ($0.element, path.item($0.offset)) }
  }

  /// The members of an object whose names are free, such as ids; throws `wrongKind` otherwise.
  package func entries(
    at path: JSONPath
  ) throws(JSONFault) -> [(name: String, value: JSON, path: JSONPath)] {
    guard case .object(let members) = self else { throw .wrongKind(path, expected: .object) }
    return members.map { ($0.name, $0.value, path.member($0.name)) }
  }

  /// One of a closed set of words, spelt exactly; throws `wrongKind` or `notAChoice`.
  package func choice<Choice: CaseIterable & RawRepresentable<String>>(
    at path: JSONPath, as kind: Choice.Type = Choice.self
  ) throws(JSONFault) -> Choice {
    let word = try string(at: path)
    guard let choice = Choice(rawValue: word) else {
      let choices = Choice.allCases.map(\.rawValue)
      throw .notAChoice(path, choices: choices, nearest: nearestName(to: word, among: choices))
    }
    return choice
  }
}
