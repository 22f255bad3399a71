/// A peer's own limits, to be written and to be merged.
struct GeneratorLimits {
  /// What counts.
  var merged = NaiveLimits()
  /// Keys written as null beside those that count.
  var nulls: Set<String> = []

  var json: GeneratorJSON {
    var fields: [(String, GeneratorJSON)] = []
    func section(_ name: String, _ leaves: [(String, GeneratorJSON?)]) {
      let written = leaves.compactMap { leaf -> (String, GeneratorJSON)? in
        if let value = leaf.1 { return (leaf.0, value) }
        return nulls.contains("\(name).\(leaf.0)") ? (leaf.0, .null) : nil
      }
      if !written.isEmpty {
        fields.append((name, .object(written)))
      } else if nulls.contains(name) {
        fields.append((name, .null))
      }
    }
    func table(_ counts: [String: Int?]??) -> GeneratorJSON? {
      guard let counts = counts ?? nil else { return nil }
      return .object(
        counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.map { .int($0) } ?? .null) })
    }
    section(
      "rest",
      [
        ("days", merged.rest?.days.map { .int($0) }), ("byChannel", table(merged.rest?.byChannel)),
        ("endedEarly", merged.rest?.endedEarly.map { .int($0) }),
      ])
    if let caps = merged.caps {
      fields.append(
        (
          "caps",
          .list(
            caps.map {
              .object([
                ("kind", .text($0.kind)), ("atMost", .int($0.atMost ?? 1)), ("days", .int($0.days)),
              ])
            })
        ))
    }
    section(
      "engagement",
      [
        ("tellings", merged.engagement?.tellings.map { .int($0) }),
        ("tellingsPerDay", merged.engagement?.tellingsPerDay.map { .int($0) }),
      ])
    if let lifetime = merged.lifetime {
      fields.append(("lifetime", .int(lifetime)))
    } else if nulls.contains("lifetime") {
      fields.append(("lifetime", .null))
    }
    var weights: GeneratorJSON?
    if let written = merged.load?.weights {
      weights = .object(
        written.sorted { $0.key < $1.key }.map { ($0.key, .double($0.value ?? 1)) })
    }
    section(
      "load",
      [
        ("halfLife", merged.load?.halfLife.map { .int(Int($0)) }),
        ("limit", merged.load?.limit.map { .double($0) }), ("weights", weights),
      ])
    section(
      "asks",
      [
        ("atMost", merged.asks?.atMost.map { .int($0) }),
        ("perOrganisation", merged.asks?.perOrganisation.map { .int($0) }),
        ("days", merged.asks?.days.map { .int($0) }),
      ])
    section(
      "notice",
      [
        ("days", merged.notice?.days.map { .int($0) }),
        ("byChannel", table(merged.notice?.byChannel)),
      ])
    section("session", [("longMinutes", merged.session?.longMinutes.map { .int($0) })])
    return .object(fields)
  }
}
