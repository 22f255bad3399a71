package import ConsentRegistry

/// How a policy is written, and read back strictly.
///
/// The same table of terms reads a whole policy, where every term must be there, and a peer's own
/// limits, where any may be.
package enum PolicyNotation {
  /// The sections of a policy in the order in which they are written, with the terms of each.
  private static let sections: [(name: String, terms: [Term])] = {
    var sections: [(name: String, terms: [Term])] = []
    for term in Term.all {
      let name = String(term.path.prefix { $0 != "." })
      if let place = sections.firstIndex(where: { $0.name == name }) {
        sections[place].terms.append(term)
      } else {
        sections.append((name, [term]))
      }
    }
    return sections
  }()

  /// Reads a whole policy: every term must be there, `lifetime`, `load` and single channels apart.
  ///
  /// - Throws: the first fault with its path, such as `rest.days`.
  package static func policy(from json: JSON, at path: JSONPath = .root) throws(JSONFault)
    -> Policy
  {
    try policy(from: json, at: path, sections: .whole)
  }

  /// Reads the policy of a world, where whole sections may be left out: the initial ones stand.
  static func policyOfWorld(from json: JSON, at path: JSONPath) throws(JSONFault) -> Policy {
    try policy(from: json, at: path, sections: .mayBeLeftOut)
  }

  /// Which parts of what is read may be missing.
  private enum Parts {
    /// Every section with every term: a policy.
    case whole
    /// Any section, but none in part: the policy of a world.
    case mayBeLeftOut
    /// Any term: a peer's own limits.
    case any
  }

  private static func policy(
    from json: JSON, at path: JSONPath, sections parts: Parts
  ) throws(JSONFault) -> Policy {
    var fields = try Fields(json, at: path)
    var policy = Policy.initial
    policy.version = try fields.int("version", in: 1...1_000_000)
    policy.agreedWith = try fields.optionalString("agreedWith")
    if fields.isWritten("rest") { policy.rest.byChannel = ByChannel() }
    if fields.isWritten("notice") { policy.notice.byChannel = ByChannel() }
    policy.caps = Caps(try caps(in: &fields, required: true))
    for own in try values(in: &fields, parts) { own.term.set(own.value, in: &policy) }
    try fields.end()
    return policy
  }

  /// Reads a peer's own limits: any of the terms that a peer may set, leaf by leaf.
  ///
  /// `{"rest":{"days":21},"caps":[{"kind":"telling","atMost":1,"days":30}]}`
  package static func limits(
    from json: JSON, at path: JSONPath, over policy: Policy
  ) throws(JSONFault) -> Limits {
    let own = try ownLimits(from: json, at: path)
    guard policy.merged(with: own).load.isWhole else {
      throw .missing(path.member("load").member("halfLife"))
    }
    return own
  }

  /// Reads a peer's own limits without looking at a policy beneath them.
  package static func ownLimits(
    from json: JSON, at path: JSONPath
  ) throws(JSONFault) -> Limits {
    var fields = try Fields(json, at: path)
    var own = Limits()
    for cap in try caps(in: &fields, required: false) {
      own[.cap(cap.kind, days: cap.days)] = Double(cap.atMost)
    }
    for value in try values(in: &fields, .any) {
      guard value.term.peerMay != .leaveIt else {
        throw fields.impossible("alerts", "belong to the registry; a peer has none of their own")
      }
      own[value.term] = value.value
    }
    try fields.end()
    return own
  }

  private static func caps(
    in fields: inout Fields, required: Bool
  ) throws(JSONFault) -> [Cap] {
    var caps: [Cap] = []
    let items = required ? try fields.array("caps") : try fields.optionalArray("caps")
    for (json, path) in items {
      var item = try Fields(json, at: path)
      let kind: UseKind = try item.word("kind")
      let atMost = try item.int("atMost", in: 0...10_000)
      let days = try item.int("days", in: Term.windows)
      try item.end()
      guard !caps.contains(where: { $0.kind == kind && $0.days == days }) else {
        throw .impossible(path, why: "repeats a kind and window that an earlier cap has")
      }
      caps.append(Cap(kind: kind, atMost: atMost, days: days))
    }
    return caps
  }

  private static func values(
    in fields: inout Fields, _ parts: Parts
  ) throws(JSONFault) -> [Limits.OwnValue] {
    var values: [Limits.OwnValue] = []
    for (name, terms) in sections {
      if let alone = terms.first, terms.count == 1, alone.path == name {
        if let value = try number(alone, named: name, in: &fields, required: false) {
          values.append(Limits.OwnValue(term: alone, value: value))
        }
        continue
      }
      let mayBeMissing = parts != .whole || name == "load"
      if mayBeMissing, fields.value(name) == nil { continue }
      var section = try fields.object(name)
      // Where a load is written in a policy, it is written whole.
      try read(terms, in: &section, isWhole: parts != .any, into: &values)
      try section.end()
    }
    return values
  }

  private static func read(
    _ terms: [Term], in section: inout Fields, isWhole: Bool, into values: inout [Limits.OwnValue]
  ) throws(JSONFault) {
    var nested: [String: Fields] = [:]
    for term in terms {
      let pieces = term.path.split(separator: ".").map(String.init)
      if pieces.count == 2 {
        if let value = try number(term, named: pieces[1], in: &section, required: isWhole) {
          values.append(Limits.OwnValue(term: term, value: value))
        }
      } else {
        // One value for each channel: `byChannel`, `weights`.
        var inner: Fields
        if let open = nested[pieces[1]] {
          inner = open
        } else if let open = try section.optionalObject(pieces[1]) {
          inner = open
        } else {
          continue
        }
        if let value = try number(term, named: pieces[2], in: &inner, required: false) {
          values.append(Limits.OwnValue(term: term, value: value))
        }
        nested[pieces[1]] = inner
      }
    }
    for (_, inner) in nested { try inner.end() }
  }

  private static func number(
    _ term: Term, named name: String, in fields: inout Fields, required: Bool
  ) throws(JSONFault) -> Double? {
    if !required, fields.value(name) == nil { return nil }
    guard !term.isWhole else {
      return Double(
        try fields.int(name, in: Int(term.range.lowerBound)...Int(term.range.upperBound)))
    }
    let value = try fields.number(name)
    guard term.range.contains(value) else {
      throw fields.impossible(name, "lies outside what this number may be")
    }
    return value
  }
}

extension PolicyNotation {
  /// A whole policy as JSON, in the order of its sections.
  package static func json(_ policy: Policy) -> JSON {
    var members = [
      Member(name: "version", value: .whole(policy.version)),
      Member(name: "agreedWith", value: .optional(policy.agreedWith)),
    ]
    for (name, terms) in sections {
      if name == "load", policy.load.limit == nil {
        members.append(Member(name: name, value: .null))
      } else if let alone = terms.first, terms.count == 1, alone.path == name {
        members.append(Member(name: name, value: number(alone, alone.value(in: policy))))
      } else {
        members.append(Member(name: name, value: section(terms) { $0.value(in: policy) }))
      }
      if name == "rest" { members.append(Member(name: "caps", value: json(policy.caps.list))) }
    }
    return .object(members)
  }

  /// A peer's own limits as JSON, leaf by leaf.
  package static func json(_ limits: Limits) -> JSON {
    var members: [Member] = []
    let caps = limits.values.compactMap { own -> Cap? in
      let pieces = own.term.path.split(separator: ".")
      guard pieces.count == 3, pieces[0] == "caps", let kind = UseKind(code: String(pieces[1])),
        let days = Int(pieces[2])
      else { return nil }
      return Cap(kind: kind, atMost: Int(own.value), days: days)
    }
    for (name, terms) in sections where terms.contains(where: { limits[$0] != nil }) {
      if let alone = terms.first, terms.count == 1, alone.path == name {
        members.append(Member(name: name, value: number(alone, limits[alone])))
      } else {
        members.append(Member(name: name, value: section(terms) { limits[$0] }))
      }
    }
    if !caps.isEmpty { members.append(Member(name: "caps", value: json(caps))) }
    return .object(members)
  }

  private static func json(_ caps: [Cap]) -> JSON {
    .array(
      caps.map {
        ["kind": .string($0.kind.code), "atMost": .whole($0.atMost), "days": .whole($0.days)]
      })
  }

  private static func section(_ terms: [Term], _ value: (Term) -> Double?) -> JSON {
    var members: [Member] = []
    for term in terms {
      guard let value = value(term) else { continue }
      let pieces = term.path.split(separator: ".").map(String.init)
      let leaf = Member(name: pieces[pieces.count - 1], value: number(term, value))
      guard pieces.count == 3 else {
        members.append(leaf)
        continue
      }
      if let place = members.firstIndex(where: { $0.name == pieces[1] }),
        case .object(let inner) = members[place].value
      {
        members[place] = Member(name: pieces[1], value: .object(inner + [leaf]))
      } else {
        members.append(Member(name: pieces[1], value: .object([leaf])))
      }
    }
    return .object(members)
  }

  private static func number(_ term: Term, _ value: Double?) -> JSON {
    guard let value else { return .null }
    return term.isWhole ? .whole(Int(value)) : .decimal(value)
  }
}
