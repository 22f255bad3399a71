/// A strict reading of one object: what nobody asked for is refused at the end.
///
/// ```swift
/// var fields = try Fields(json, at: .root)
/// let minutes = try fields.int("minutes", in: 1...1440)
/// try fields.end()  // {"minutes":15,"minuts":5} throws `unknown` at `minuts`, nearest `minutes`
/// ```
/// An absent value and an explicit `null` are the same: `missing` where it is needed, none where it
/// isn't. Every reading throws a ``JSONFault`` with the place of the value.
package struct Fields: Sendable {
  /// Where the object stands.
  package let path: JSONPath
  private let members: [Member]
  private var asked: [String] = []

  /// Opens an object for reading; throws `wrongKind` for any other value.
  package init(_ json: JSON, at path: JSONPath = .root) throws(JSONFault) {
    guard case .object(let members) = json else { throw .wrongKind(path, expected: .object) }
    self.path = path
    self.members = members
  }

  /// The value with its place, if it is there and isn't `null`; its name counts as known.
  package mutating func value(_ name: String) -> (JSON, JSONPath)? {
    asked.append(name)
    guard let value = members.first(where: { $0.name == name })?.value, value != .null else {
      return nil
    }
    return (value, path.member(name))
  }

  /// The value with its place; throws `missing` if it is absent or `null`.
  ///
  /// Where a name nobody has asked for yet stands that resembles it, the slip is told instead:
  /// `{"strat":…}` throws `unknown` at `strat`, nearest `start`.
  package mutating func required(_ name: String) throws(JSONFault) -> (JSON, JSONPath) {
    if let found = value(name) { return found }
    let strays = members.map(\.name).filter { !asked.contains($0) }
    guard !isWritten(name),
      let slip = strays.first(where: { nearestName(to: $0, among: [name]) != nil })
    else { throw .missing(path.member(name)) }
    throw .unknown(path.member(slip), nearest: name)
  }

  /// Whether the name is written at all, be it with `null`; asking doesn't make it known.
  package func isWritten(_ name: String) -> Bool { members.contains { $0.name == name } }

  /// The fault to throw when a value can't be so: `throw fields.impossible("until", "comes …")`.
  package func impossible(_ name: String, _ why: JSONFault.Why) -> JSONFault {
    .impossible(path.member(name), why: why)
  }

  /// Ends the reading; throws `unknown` for the first name written that nobody asked for.
  package func end() throws(JSONFault) {
    guard let stray = members.first(where: { !asked.contains($0.name) }) else { return }
    throw .unknown(path.member(stray.name), nearest: nearestName(to: stray.name, among: asked))
  }
}
