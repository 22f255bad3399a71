import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  static let toBegin: [Command] = [
    Command(
      "demo", summary: "show a made-up coalition's year, with its overused peers marked",
      discussion: """
        Makes a registry of its own, plays a year of invented story uses into it, and prints the \
        usage report. Your own registry isn't touched.
        """,
      options: [
        .value(
          "--keep", "PATH", "keep the made-up registry there, to try things on", accepts: .file)
      ],
      examples: ["storyguard demo", "storyguard demo --keep riverside.db"]
    ) { invocation, surroundings in
      try Demo(surroundings).play(keeping: invocation.valueIfGiven("--keep"))
    },
    Command(
      "init", summary: "make a new registry",
      discussion: """
        Whoever can read the file can read everything in it: keep it where only the custodian \
        can. A court may demand it. Nobody may require a peer to join or to hand over a copy.
        """,
      options: [
        .flag("--rehearsal", "a registry for practice, whose clock can be set with --now"),
        .value("--policy", "FILE", "the first policy; otherwise the initial one", accepts: .file),
      ],
      examples: ["storyguard init", "storyguard init --registry practice.db --rehearsal"]
    ) { invocation, surroundings in
      var policy = Policy.initial
      if let path = try invocation.valueIfGiven("--policy") {
        let json = try surroundings.json(file: path)
        do throws(JSONFault) {
          policy = try PolicyNotation.policy(from: json)
        } catch {
          throw Failure.json(path, error)
        }
        guard policy.version == 1 else { throw Failure.policyVersion(expected: 1) }
      }
      let isRehearsal = try invocation.flag("--rehearsal")
      if surroundings.now != nil, !isRehearsal { throw LedgerError.notARehearsal }
      try Surroundings.mustHaveFolder(for: surroundings.registry)
      _ = try Ledger.create(
        path: surroundings.registry, isRehearsal: isRehearsal, policy: policy,
        now: surroundings.now ?? surroundings.console.clock(), actor: surroundings.actor,
        tools: Surroundings.tools)
      surroundings.write(
        """
        Made a registry at \(surroundings.registry).
        Whoever can read this file can read everything in it: keep it where only you can.
        \(policy.agreedWith == nil ? "Its limits are not agreed with peers yet.\n" : "")\
        Next: `storyguard import uses.csv`, or `storyguard peer add`.

        """)
      return .done
    },
    Command(
      "import", summary: "bring in the spreadsheet of past uses that you keep today",
      discussion: """
        Reads a CSV file: commas, semicolons or tabs, in UTF-8. Columns are found by their names, \
        or by --map. Columns that aren't mapped are never stored. All lines are taken, or none; \
        each bad one is named. A second import of the same file adds nothing.

        Peers that it finds are unclaimed: counted and resting, and askable for nothing until they \
        or a recorded consent say so.

        Where days are written like 03/04/2025 and nothing settles which number is the month, say \
        so: --map day=Date:day-first or --map day=Date:month-first.

        The fields are \(ImportField.allCases.map(\.rawValue).joined(separator: ", ")); \
        the first three are needed.
        """,
      arguments: [Argument("file", "the spreadsheet, saved as CSV", accepts: .file)],
      options: [
        .many("--map", "FIELD=COLUMN", "which column holds a field, such as peer=Speaker"),
        .value("--zone", "ZONE", "where peers live and events are; otherwise this machine's zone"),
        .flag("--dry-run", "only say what would be added"),
      ],
      examples: [
        "storyguard import uses.csv --dry-run",
        "storyguard import uses.csv --zone America/Chicago --map day=When:day-first",
      ]
    ) { invocation, surroundings in
      try surroundings.mustBeCustodian()
      return try Import(invocation, surroundings).run()
    },
  ]
}
