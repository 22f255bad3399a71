import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  static let policies: [Command] = [
    Command(
      "policy", "show", summary: "show the policy that binds today, or another version",
      options: [.value("--version-number", "NUMBER", "which version")],
      examples: ["storyguard policy show", "storyguard policy show --version-number 1"]
    ) { invocation, surroundings in
      let ledger = try surroundings.ledger(.readOnly)
      let policies = try ledger.policies()
      let today = try surroundings.moment(in: ledger).today(in: .utc)
      var policy = policies.binding(on: today)
      let wanted = try invocation.readIfGiven("--version-number", as: "a number") { Int($0) }
      if let wanted {
        guard let found = policies.versions.first(where: { $0.policy.version == wanted }) else {
          throw Failure.noSuchPolicy(wanted)
        }
        policy = found.policy
      }
      surroundings.write(PolicyNotation.json(policy).printed)
      if policy.agreedWith == nil {
        surroundings.complain("These numbers are not agreed with peers yet.\n")
      }
      return .done
    },
    Command(
      "policy", "default", summary: "show the policy that a new registry starts with",
      examples: ["storyguard policy default"]
    ) { _, surroundings in
      surroundings.write(PolicyNotation.json(.initial).printed)
      return .done
    },
    Command(
      "policy", "history", summary: "list every version, and from when it binds",
      discussion: "A looser policy binds from 30 days after it was stored and told.",
      examples: ["storyguard policy history"]
    ) { _, surroundings in
      let policies = try surroundings.ledger(.readOnly).policies()
      surroundings.show(PolicyLayout.history(policies))
      return .done
    },
    Command(
      "policy", "store", summary: "store a new version of the policy",
      discussion: """
        Give the whole policy, with `version` one more than the last. A tighter one binds today, a \
        looser one in 30 days. `agreedWith` names the peers' body that agreed to it.
        """,
      arguments: [Argument("file", "the policy, as JSON", accepts: .file)],
      examples: ["storyguard policy store policy.json"]
    ) { invocation, surroundings in
      try surroundings.mustBeCustodian()
      let path = try invocation.argument("file")
      let json = try surroundings.json(file: path)
      let policy: Policy
      do throws(JSONFault) {
        policy = try PolicyNotation.policy(from: json)
      } catch {
        throw Failure.json(path, error)
      }
      let ledger = try surroundings.ledger()
      let now = try surroundings.moment(in: ledger).now
      let isStored = try ledger.store(policy, by: surroundings.actor, at: now)
      let last = try ledger.policies().versions.last
      guard isStored, let last else {
        throw Failure.policyVersion(expected: (last?.policy.version ?? 0) + 1)
      }
      surroundings.write(
        "Stored. Version \(policy.version) binds from \(last.binds.inWords).\n")
      return .done
    },
  ]
}

/// How the versions of a policy are listed.
enum PolicyLayout {
  static func history(_ policies: PolicyHistory) -> Page {
    Page(
      text: { terminal in
        TextTable(
          [.right("version"), .left("stored"), .left("binds from"), .left("agreed with")],
          rows: policies.versions.map {
            [
              String($0.policy.version), $0.stored.inWords, $0.binds.inWords,
              $0.policy.agreedWith ?? "not agreed with peers",
            ]
          }
        ).text(on: terminal)
      },
      json: {
        .array(
          policies.versions.map {
            [
              "version": .whole($0.policy.version), "stored": .day($0.stored),
              "binds": .day($0.binds), "agreedWith": .optional($0.policy.agreedWith),
              "policy": PolicyNotation.json($0.policy),
            ]
          })
      })
  }
}
