import ConsentRegistry
import Notation

/// How a decision is shown: in plain words, or as JSON.
enum DecisionLayout {
  /// The full decision, or the custodian's; the peer is spoken to directly, and told what is next.
  static func page(
    _ decision: Decision, toPeer isPeer: Bool = false, next: [String] = []
  ) -> Page {
    Page(
      text: { _ in
        var lines: [String] = []
        if decision.permit != nil {
          lines.append("Yes: nothing stands against asking.")
        } else {
          lines.append("Not now. \(counted(decision.reasons.count, "reason")):")
          for reason in decision.reasons {
            let words =
              isPeer ? ReasonWords.detailToPeer(reason) : ReasonWords.detail(reason)
            lines.append("  \(reason.rule.code): \(words)")
          }
          lines.append(
            decision.earliest.map { "The first day on which all of it would pass: \($0.inWords)." }
              ?? "No later day alone is known to make it a yes: what is named above would have to "
              + "change first.")
        }
        lines += warnings(decision.warnings) + next
        return lines.joined(separator: "\n") + "\n"
      },
      json: { DecisionNotation.json(decision) })
  }

  /// The asker's decision.
  static func page(_ decision: AskerDecision) -> Page {
    Page(
      text: { _ in
        var lines: [String] = []
        if decision.isPermitted {
          lines.append("Yes: this may be put to the peer.")
        } else {
          lines.append("This can't be put to the peer as it stands.")
          lines += decision.reasons.map { "  \($0.code): \(ReasonWords.detail($0))" }
          if decision.isAvailable == false {
            lines.append(
              decision.notBefore.map { "Not available before \($0.inWords)." }
                ?? "Not available at present.")
          }
        }
        lines += warnings(decision.warnings)
        if !decision.isPermitted { lines.append(ReasonWords.alternative) }
        return lines.joined(separator: "\n") + "\n"
      },
      json: { DecisionNotation.json(decision) })
  }

  /// A hold that a permit has placed.
  static func held(_ engagement: EngagementRecord, _ decision: Decision) -> Page {
    let until = engagement.replyUntil?.inWords ?? "then"
    return Page(
      text: { _ in
        """
        Asked. The peer may answer through \(until); silence is no.
        The ask's id is \(engagement.id).

        """ + warnings(decision.warnings).map { $0 + "\n" }.joined()
      },
      json: {
        [
          "verdict": "permit", "engagement": .string(engagement.id.text),
          "replyUntil": .day(engagement.replyUntil),
          "sessions": .array(
            engagement.sessions.map { ["use": .string($0.use.text), "day": .day($0.first)] }),
        ]
      })
  }

  private static func warnings(_ warnings: [Warning]) -> [String] {
    warnings.map { "Please note (\($0.code)): \(ReasonWords.detail($0))" }
  }
}
