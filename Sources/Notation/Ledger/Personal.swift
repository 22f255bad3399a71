/// Words that people wrote themselves, marked within a body until the store puts them apart.
///
/// In a body the mark is `{"personal":"…"}`; the store keeps the text in a row of its own and
/// leaves `{"sealed":"…"}` with a salted digest. Erasing the row leaves the body whole.
extension JSON {
  /// A text marked as personal, or `null` where there is none.
  static func personal(_ text: String?) -> JSON {
    guard let text else { return .null }
    return ["personal": .string(text)]
  }

  /// The same with each personal text replaced by what `seal` makes of it.
  ///
  /// `seal` takes the text and returns the digest that stands for it.
  package func sealed(_ seal: (String) -> String) -> JSON {
    switch self {
    case .object(let members):
      if members.count == 1, members[0].name == "personal",
        case .string(let text) = members[0].value
      {
        return ["sealed": .string(seal(text))]
      }
      return .object(members.map { Member(name: $0.name, value: $0.value.sealed(seal)) })
    case .array(let items): return .array(items.map { $0.sealed(seal) })
    default: return self
    }
  }

  /// The same with each digest replaced by its text; an erased text is left out.
  package func unsealed(_ open: (String) -> String?) -> JSON {
    switch self {
    case .object(let members):
      if members.count == 1, members[0].name == "sealed",
        case .string(let digest) = members[0].value
      {
        return open(digest).map(JSON.string) ?? .null
      }
      return .object(members.map { Member(name: $0.name, value: $0.value.unsealed(open)) })
    case .array(let items):
      return .array(items.map { $0.unsealed(open) }.filter { $0 != .null })
    default: return self
    }
  }

  /// The digests of all texts that have been put apart.
  package var sealedDigests: [String] {
    switch self {
    case .object(let members):
      if members.count == 1, members[0].name == "sealed",
        case .string(let digest) = members[0].value
      {
        return [digest]
      }
      return members.flatMap(\.value.sealedDigests)
    case .array(let items): return items.flatMap(\.sealedDigests)
    default: return []
    }
  }
}
