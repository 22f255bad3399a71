package import ConsentRegistry

/// How decisions are written: one for those who may read everything, one for the asker.
package enum DecisionNotation {
  /// The full decision, as the peer and the custodian's records have it.
  package static func json(_ decision: Decision) -> JSON {
    [
      "verdict": decision.permit == nil ? "deny" : "permit",
      "earliest": .day(decision.earliest),
      "reasons": .array(
        decision.reasons.map {
          [
            "rule": .string($0.rule.code), "liftsOn": .day($0.liftsOn),
            "detail": .string(ReasonWords.detail($0)),
          ]
        }),
      "warnings": json(decision.warnings),
      "revision": .whole(decision.revision),
      "policyVersion": .whole(decision.policyVersion),
    ]
  }

  /// The asker's decision: what they can mend, and whether the peer is available.
  package static func json(_ decision: AskerDecision) -> JSON {
    var members = [
      Member(name: "verdict", value: decision.isPermitted ? "permit" : "deny"),
      Member(
        name: "reasons",
        value: .array(
          decision.reasons.map {
            ["rule": .string($0.code), "detail": .string(ReasonWords.detail($0))]
          })),
      Member(name: "available", value: decision.isAvailable.map(JSON.bool) ?? .null),
      Member(name: "notBefore", value: .day(decision.notBefore)),
      Member(name: "warnings", value: json(decision.warnings)),
    ]
    if !decision.isPermitted {
      members.append(Member(name: "alternative", value: .string(ReasonWords.alternative)))
    }
    return .object(members)
  }

  private static func json(_ warnings: [Warning]) -> JSON {
    .array(
      warnings.map {
        ["rule": .string($0.code), "detail": .string(ReasonWords.detail($0))]
      })
  }
}
