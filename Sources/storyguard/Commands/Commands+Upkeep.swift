import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  static let upkeep: [Command] = [
    Command(
      "audit", summary: "read the whole ledger again, and say whether everything agrees",
      discussion: """
        Finds damage and careless edits. Somebody who can write the file could make all of it \
        anew: that is found only against heads that were exported and are kept elsewhere.
        """,
      options: [
        .flag("--heads", "print where every chain stands now, to keep elsewhere"),
        .value("--against", "FILE", "compare with heads that were printed earlier", accepts: .file),
        .value(
          "--copy", "FILE", "check a peer's own copy instead; this needs no registry",
          accepts: .file),
      ],
      examples: [
        "storyguard audit", "storyguard audit --heads > heads.json",
        "storyguard audit --against heads.json", "storyguard audit --copy maya.jsonl",
      ]
    ) { invocation, surroundings in
      if let path = try invocation.valueIfGiven("--copy") {
        return try surroundings.auditCopy(path)
      }
      try surroundings.mustBeCustodian()
      let ledger = try surroundings.ledger(.readOnly)
      let forgotten = try Forgotten(beside: surroundings.registry, ledger)
      if forgotten.unfinished != nil {
        surroundings.complain(
          "An erasure was begun and cut off. The next command that writes finishes it.\n")
      }
      if try invocation.flag("--heads") {
        surroundings.write(AuditLayout.json(try ledger.heads()).printed)
        return .done
      }
      var exported: [ExportedHead] = []
      if let path = try invocation.valueIfGiven("--against") {
        let json = try surroundings.json(file: path)
        do throws(JSONFault) {
          exported = try AuditLayout.heads(from: json)
        } catch {
          throw Failure.json(path, error)
        }
      }
      let isCompared = !exported.isEmpty
      // The chain of somebody who was erased since ended as it should: it isn't there any more.
      let prefix = "peer:"
      let here = Set(try ledger.heads().map(\.chain))
      let before = exported.count
      exported = try exported.filter { head in
        try here.contains(head.chain) || !head.chain.hasPrefix(prefix)
          || !forgotten.covers(id: String(head.chain.dropFirst(prefix.count)))
      }
      let report = try ledger.audit(against: exported)
      surroundings.show(
        AuditLayout.page(report, isCompared: isCompared, erased: before - exported.count))
      return report.findings.isEmpty ? .done : .failed
    },
    Command(
      "completions", summary: "print what lets your shell complete these words",
      arguments: [Argument("shell", "your shell", accepts: .oneOf(Shell.names))],
      examples: [
        "storyguard completions bash > ~/.local/share/bash-completion/completions/storyguard"
      ]
    ) { invocation, surroundings in
      let shell = try invocation.read("shell", as: "bash, zsh or fish") { Shell(rawValue: $0) }
      surroundings.write(Completions(table: .storyguard).script(for: shell))
      return .done
    },
  ]
}

/// How an audit is shown, and how heads are written and read back.
enum AuditLayout {
  static func page(_ report: AuditReport, isCompared: Bool, erased: Int = 0) -> Page {
    Page(
      text: { _ in
        let read =
          "Read \(counted(report.chains, "chain")) with \(counted(report.entries, "entry", "entries"))"
        guard !report.findings.isEmpty else {
          return "\(read): all of it agrees"
            + (isCompared
              ? ", with the exported heads too.\n"
                + (erased == 0
                  ? "" : "\(counted(erased, "chain")) of those heads has been erased since.\n")
              : ".\nTo find later whether an end was cut off, keep elsewhere what `storyguard audit --heads` "
                + "prints, and compare: --against FILE.\n")
        }
        let lines = report.findings.map { finding in
          let place = finding.chain.isEmpty ? "the file" : finding.chain
          let revision = finding.revision.map { ", revision \($0)" } ?? ""
          return "  \(place)\(revision): \(words(finding.fault))\n"
        }
        return "\(read): \(counted(report.findings.count, "thing")) "
          + "\(report.findings.count == 1 ? "doesn't" : "don't") agree.\n" + lines.joined()
          + "Go back to your last backup, and compare.\n"
      },
      json: {
        [
          "chains": .whole(report.chains), "entries": .whole(report.entries),
          "findings": .array(
            report.findings.map {
              [
                "chain": .string($0.chain), "revision": $0.revision.map { .whole($0) } ?? .null,
                "fault": .string($0.fault.rawValue),
              ]
            }),
        ]
      })
  }

  static func json(_ heads: [ExportedHead]) -> JSON {
    .array(
      heads.map {
        [
          "chain": .string($0.chain), "revision": .whole($0.revision),
          "digest": .string($0.digest),
        ]
      })
  }

  static func heads(from json: JSON) throws(JSONFault) -> [ExportedHead] {
    var heads: [ExportedHead] = []
    for (item, path) in try json.array(at: .root) {
      var fields = try Fields(item, at: path)
      heads.append(
        ExportedHead(
          chain: try fields.string("chain"),
          revision: try fields.int("revision", in: 0 ... .max),
          digest: try fields.string("digest")))
      try fields.end()
    }
    return heads
  }

  static func words(_ fault: AuditFinding.Fault) -> String {
    switch fault {
    case .digest: "the entry isn't what was recorded"
    case .link: "the entry doesn't follow on the one before it"
    case .order: "a revision is missing or stands twice"
    case .time: "the entry is dated before the one ahead of it"
    case .unreadable: "the entry can't be read"
    case .head: "the chain doesn't end where it should"
    case .personal: "a personal text is missing or was changed"
    case .projection: "a table for reading isn't what the entries add up to"
    case .checkpoint: "the chains aren't what they were at this checkpoint"
    case .exportedHead: "the chain isn't what it was when its head was exported"
    case .file: "the file itself is damaged"
    }
  }
}
