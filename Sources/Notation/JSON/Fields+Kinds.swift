extension Fields {
  /// A text that must be there.
  package mutating func string(_ name: String) throws(JSONFault) -> String {
    let (json, path) = try required(name)
    return try json.string(at: path)
  }

  /// A text, if there is one.
  package mutating func optionalString(_ name: String) throws(JSONFault) -> String? {
    guard let (json, path) = value(name) else { return nil }
    return try json.string(at: path)
  }

  /// A text that must be there and that `read` understands, such as a day.
  ///
  /// `try fields.parsed("until", "must be a day such as 2026-05-01") { Day($0) }`
  /// - Throws: `impossible` with these words if `read` returns nothing.
  package mutating func parsed<Value>(
    _ name: String, _ why: JSONFault.Why, _ read: (String) -> Value?
  ) throws(JSONFault) -> Value {
    guard let value = read(try string(name)) else { throw impossible(name, why) }
    return value
  }

  /// A text that `read` must understand, if there is one; see ``parsed(_:_:_:)``.
  package mutating func optionalParsed<Value>(
    _ name: String, _ why: JSONFault.Why, _ read: (String) -> Value?
  ) throws(JSONFault) -> Value? {
    guard let text = try optionalString(name) else { return nil }
    guard let value = read(text) else { throw impossible(name, why) }
    return value
  }

  /// A whole number within bounds that must be there.
  package mutating func int(
    _ name: String, in allowed: ClosedRange<Int>
  ) throws(JSONFault) -> Int {
    let (json, path) = try required(name)
    return try json.int(at: path, in: allowed)
  }

  /// A whole number within bounds, if there is one.
  package mutating func optionalInt(
    _ name: String, in allowed: ClosedRange<Int>
  ) throws(JSONFault) -> Int? {
    guard let (json, path) = value(name) else { return nil }
    return try json.int(at: path, in: allowed)
  }

  /// A finite number that must be there.
  package mutating func number(_ name: String) throws(JSONFault) -> Double {
    let (json, path) = try required(name)
    return try json.number(at: path)
  }

  /// A finite number, if there is one.
  package mutating func optionalNumber(_ name: String) throws(JSONFault) -> Double? {
    guard let (json, path) = value(name) else { return nil }
    return try json.number(at: path)
  }

  /// `true` or `false`, or the default where nothing is said.
  package mutating func bool(_ name: String, default other: Bool) throws(JSONFault) -> Bool {
    try optionalBool(name) ?? other
  }

  /// `true` or `false`, if either is said.
  package mutating func optionalBool(_ name: String) throws(JSONFault) -> Bool? {
    guard let (json, path) = value(name) else { return nil }
    return try json.bool(at: path)
  }

  /// One of a closed set of words that must be there.
  package mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ name: String, as kind: Choice.Type = Choice.self
  ) throws(JSONFault) -> Choice {
    let (json, path) = try required(name)
    return try json.choice(at: path)
  }

  /// One of a closed set of words, if there is one.
  package mutating func optionalChoice<Choice: CaseIterable & RawRepresentable<String>>(
    _ name: String, as kind: Choice.Type = Choice.self
  ) throws(JSONFault) -> Choice? {
    guard let (json, path) = value(name) else { return nil }
    return try json.choice(at: path)
  }
}
