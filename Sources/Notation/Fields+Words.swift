package import ConsentRegistry

/// Finds a zone by its exact IANA name; the edge knows how.
package typealias ZoneFinder = @Sendable (String) -> Zone?

extension Fields {
  /// A word of one of the core's closed lists that must be there.
  package mutating func word<W: Word>(_ name: String, as kind: W.Type = W.self) throws(JSONFault)
    -> W
  {
    let (json, path) = try required(name)
    return try json.word(at: path)
  }

  /// A word of one of the core's closed lists, if there is one.
  package mutating func optionalWord<W: Word>(
    _ name: String, as kind: W.Type = W.self
  ) throws(JSONFault) -> W? {
    guard let (json, path) = value(name) else { return nil }
    return try json.word(at: path)
  }

  /// The words of a list, as a set; none if there is no list.
  package mutating func words<W: Word>(
    _ name: String, as kind: W.Type = W.self
  ) throws(JSONFault) -> Choices<W> {
    var choices = Choices<W>()
    for (json, path) in try optionalArray(name) { choices.insert(try json.word(at: path)) }
    return choices
  }

  /// An id that must be there.
  package mutating func id<Subject>(
    _ name: String, of kind: Subject.Type = Subject.self
  ) throws(JSONFault) -> ID<Subject> {
    try parsed(name, "must be an id of 1 to 100 characters", ID<Subject>.init)
  }

  /// An id, if there is one.
  package mutating func optionalID<Subject>(
    _ name: String, of kind: Subject.Type = Subject.self
  ) throws(JSONFault) -> ID<Subject>? {
    try optionalParsed(name, "must be an id of 1 to 100 characters", ID<Subject>.init)
  }

  /// The ids of a list; none if there is no list.
  package mutating func ids<Subject>(
    _ name: String, of kind: Subject.Type = Subject.self
  ) throws(JSONFault) -> [ID<Subject>] {
    var ids: [ID<Subject>] = []
    for (json, path) in try optionalArray(name) {
      guard let id = ID<Subject>(try json.string(at: path)) else {
        throw .impossible(path, why: "must be an id of 1 to 100 characters")
      }
      ids.append(id)
    }
    return ids
  }

  /// A day such as 2026-05-01 that must be there.
  package mutating func day(_ name: String) throws(JSONFault) -> Day {
    try parsed(name, "must be a day that exists, such as 2026-05-01") { Day($0) }
  }

  /// A day such as 2026-05-01, if there is one.
  package mutating func optionalDay(_ name: String) throws(JSONFault) -> Day? {
    try optionalParsed(name, "must be a day that exists, such as 2026-05-01") { Day($0) }
  }

  /// A date and time such as 2026-05-01T18:00 that must be there.
  package mutating func localTime(_ name: String) throws(JSONFault) -> LocalTime {
    try parsed(name, "must be a date and time such as 2026-05-01T18:00") { LocalTime($0) }
  }

  /// A zone by its exact IANA name that must be there.
  package mutating func zone(_ name: String, _ find: ZoneFinder) throws(JSONFault) -> Zone {
    try parsed(name, "must be an exact IANA zone name such as America/Chicago", find)
  }
}

extension JSON {
  /// One of a closed list's words, written here; throws `notAChoice` with the nearest one.
  package func word<W: Word>(at path: JSONPath, as kind: W.Type = W.self) throws(JSONFault) -> W {
    let text = try string(at: path)
    guard let word = W(code: text) else {
      let choices = W.allCases.map(\.code)
      throw .notAChoice(
        path, choices: choices, nearest: nearestName(to: text, among: choices))
    }
    return word
  }

  /// The words of a set, in the order of their list.
  package static func words<W: Word>(_ choices: Choices<W>) -> JSON {
    .array(choices.words.map { .string($0.code) })
  }

  /// A day, or `null` where there is none.
  package static func day(_ day: Day?) -> JSON { .optional(day?.description) }

  /// An id, or `null` where there is none.
  package static func id<Subject>(_ id: ID<Subject>?) -> JSON { .optional(id?.text) }
}
