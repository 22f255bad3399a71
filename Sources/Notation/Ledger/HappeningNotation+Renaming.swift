package import ConsentRegistry

extension HappeningNotation {
  /// A happening with new ids of engagements, uses and stories in place of its old ones.
  ///
  /// It goes by the body that is written for it, so a new kind of happening needs nothing here:
  /// every id in it that has a new one gets it, unless its member names something else.
  ///
  /// - Returns: nothing if what comes out can't be read back.
  package func renamed(_ happening: Happening, _ ids: Renaming) -> Happening? {
    guard !ids.isEmpty else { return happening }
    let (body, texts) = HappeningNotation.body(of: happening).parted
    do throws(JSONFault) {
      return try self.happening(
        kind: HappeningNotation.kind(of: happening),
        body: body.renaming(ids, in: "").joined(with: texts))
    } catch {
      return nil
    }
  }
}

extension JSON {
  /// Members whose values are ids of something else, which may be spelt alike.
  private static let otherThings: Set<String> = [
    "organisation", "organisations", "event", "coordinator", "supporter", "peer", "consent",
    "witness", "holder",
  ]

  fileprivate func renaming(_ ids: Renaming, in name: String) -> JSON {
    switch self {
    case .string(let text):
      if JSON.otherThings.contains(name) { return self }
      if name == "story" {
        return .string(StoryID(text).flatMap { ids.stories[$0] }?.text ?? text)
      }
      if name == "use" || name == "uses" || name == "of" {
        return .string(UseID(text).flatMap { ids.uses[$0] }?.text ?? text)
      }
      return .string(EngagementID(text).flatMap { ids.engagements[$0] }?.text ?? text)
    case .array(let items): return .array(items.map { $0.renaming(ids, in: name) })
    case .object(let members):
      return .object(
        members.map {
          Member(name: $0.name, value: $0.value.renaming(ids, in: $0.name))
        })
    default: return self
    }
  }
}
