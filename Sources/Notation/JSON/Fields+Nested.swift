extension Fields {
  /// The items of a list that must be there, each with its place.
  package mutating func array(_ name: String) throws(JSONFault) -> [(JSON, JSONPath)] {
    let (json, path) = try required(name)
    return try json.array(at: path)
  }

  /// The items of a list, each with its place; none if there is no list.
  package mutating func optionalArray(_ name: String) throws(JSONFault) -> [(JSON, JSONPath)] {
    guard let (json, path) = value(name) else { return [] }
    return try json.array(at: path)
  }

  /// The texts of a list; none if there is no list.
  package mutating func strings(_ name: String) throws(JSONFault) -> [String] {
    var texts: [String] = []
    for (json, path) in try optionalArray(name) { texts.append(try json.string(at: path)) }
    return texts
  }

  /// The words of a list, each of a closed set; none if there is no list.
  package mutating func choices<Choice: CaseIterable & RawRepresentable<String>>(
    _ name: String, as kind: Choice.Type = Choice.self
  ) throws(JSONFault) -> [Choice] {
    var choices: [Choice] = []
    for (json, path) in try optionalArray(name) { choices.append(try json.choice(at: path)) }
    return choices
  }

  /// An object that must be there, opened for reading; end its reading too.
  package mutating func object(_ name: String) throws(JSONFault) -> Fields {
    let (json, path) = try required(name)
    return try Fields(json, at: path)
  }

  /// An object, if there is one, opened for reading; end its reading too.
  package mutating func optionalObject(_ name: String) throws(JSONFault) -> Fields? {
    guard let (json, path) = value(name) else { return nil }
    return try Fields(json, at: path)
  }

  /// The members of an object whose names are free, such as ids; none if there is no object.
  package mutating func entries(
    _ name: String
  ) throws(JSONFault) -> [(name: String, value: JSON, path: JSONPath)] {
    guard let (json, path) = value(name) else { return [] }
    return try json.entries(at: path)
  }
}
