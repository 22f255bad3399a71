import ConsentRegistry
import LedgerStore
import Notation

extension Surroundings {
  /// Checks a peer's own copy, with no registry at hand.
  func auditCopy(_ path: String) throws -> ExitStatus {
    let bytes = try read(file: path)
    let audit: CopyAudit
    do throws(CopyFault) {
      audit = try CopyAudit(bytes, tools: Surroundings.tools)
    } catch {
      throw Failure.notACopy(path)
    }
    show(CopyAuditLayout.page(audit))
    return audit.faults.isEmpty ? .done : .failed
  }
}

/// How the check of a peer's own copy is shown.
enum CopyAuditLayout {
  static func page(_ audit: CopyAudit) -> Page {
    Page(
      text: { _ in
        let read =
          "The copy of \(audit.peer), written on \(audit.written.inWords): "
          + counted(audit.entries, "entry", "entries")
        guard !audit.faults.isEmpty else {
          let ends = audit.heads.map { "\($0.chain) at revision \($0.revision)" }
          return "\(read). All of it agrees: nothing in it was changed.\n"
            + "It ends with \(ends.joined(separator: ", ")). That the registry wrote it, and nobody "
            + "else, shows beside what `storyguard audit --heads` says there; --format json shows "
            + "the digests.\n"
        }
        return "\(read). It isn't as it was written:\n"
          + audit.faults.map { "  \(words($0))\n" }.joined()
          + "Go back to the copy you first had.\n"
      },
      json: {
        [
          "peer": .id(audit.peer), "written": .day(audit.written),
          "entries": .whole(audit.entries), "heads": AuditLayout.json(audit.heads),
          "findings": .array(audit.faults.map { .string(words($0)) }),
        ]
      })
  }

  private static func words(_ fault: CopyAudit.Fault) -> String {
    switch fault {
    case .unreadable(let line): "line \(line) can't be read"
    case .stray(let line): "line \(line) doesn't belong where it stands"
    case .bytes: "the bytes aren't those that were written, or the end is missing"
    case .entry(let finding):
      "\(finding.chain)\(finding.revision.map { ", revision \($0)" } ?? ""): "
        + AuditLayout.words(finding.fault)
    }
  }
}
