/// Words that people wrote themselves, marked within a body until the store puts them apart.
///
/// In a body the mark is `{"personal":"…"}`. The store keeps all such words of one entry in a row of
/// their own and leaves `{"personal":0}`, `{"personal":1}` in their places, beside one salted digest
/// over them under `sealed`. Erasing the row leaves the body, and so the chain, whole.
extension JSON {
  /// A text marked as personal, or `null` where there is none.
  static func personal(_ text: String?) -> JSON {
    guard let text else { return .null }
    return ["personal": .string(text)]
  }

  /// The body with each personal text replaced by its number, and the texts in that order.
  package var parted: (body: JSON, texts: [String]) {
    var texts: [String] = []
    let body = part(into: &texts)
    return (body, texts)
  }

  /// The body with each personal text as a plain one, for whoever may read it.
  package var inPlainWords: JSON {
    let (body, texts) = parted
    return body.joined(with: texts)
  }

  /// The same body with a digest over its personal texts.
  package func sealed(with digest: String) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object([Member(name: "sealed", value: .string(digest))] + members)
  }

  /// The digest over the personal texts that were put apart from this body, if any were.
  package var seal: String? {
    guard case .string(let digest)? = self["sealed"] else { return nil }
    return digest
  }

  /// The body with its personal texts in their places again; those that were erased are left out.
  package func joined(with texts: [String]) -> JSON {
    switch self {
    case .object(let members):
      if members.count == 1, members[0].name == "personal",
        case .number(let number) = members[0].value
      {
        guard let place = Int(number), texts.indices.contains(place) else { return .null }
        return .string(texts[place])
      }
      return .object(
        members.map { Member(name: $0.name, value: $0.value.joined(with: texts)) })
    case .array(let items):
      return .array(items.map { $0.joined(with: texts) }.filter { $0 != .null })
    default: return self
    }
  }

  private func part(into texts: inout [String]) -> JSON {
    switch self {
    case .object(let members):
      if members.count == 1, members[0].name == "personal",
        case .string(let text) = members[0].value
      {
        texts.append(text)
        return ["personal": .whole(texts.count - 1)]
      }
      var parted: [Member] = []
      for member in members {
        parted.append(Member(name: member.name, value: member.value.part(into: &texts)))
      }
      return .object(parted)
    case .array(let items):
      var parted: [JSON] = []
      for item in items { parted.append(item.part(into: &texts)) }
      return .array(parted)
    default: return self
    }
  }
}
