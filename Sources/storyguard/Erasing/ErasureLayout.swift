import ConsentRegistry
import LedgerStore
import Notation

/// What an erasure would do and has done, in words: who is to be told, and which files are left.
struct ErasureLayout {
  let plan: Erasing.Plan
  let names: [OrganisationID: String]

  /// What would go, and what stays.
  func preview() -> Page {
    Page(
      text: { _ in
        let records = plan.person.ids.count
        return "Nothing is erased yet. This would go, for good: "
          + "\(counted(plan.entries, "entry", "entries"))"
          + (records > 1 ? " of \(counted(records, "record"))" : "")
          + ", with every name, contact, story, consent, ask and note in them.\n"
          + files(
            plan.files.filter { $0.kind == .export }, "These files were written from it and go too:"
          ) + Surroundings.copiesGoToo
          + files(
            plan.files.filter { $0.kind == .backup },
            "It is also taken out of these backups, where they can be reached:")
          + holders(isDone: false)
            + """
            What stays: that one person was erased on that day, and to how many it was told. A keyed \
            fingerprint beside the registry keeps an old sheet or backup from bringing them back; it \
            names nobody. Everybody else's records stay as they are.
            To go on: storyguard peer erase \(plan.peer)

            """
      },
      json: { json(nil) })
  }

  /// What was done.
  func done(_ outcome: Erasing.Outcome) -> Page {
    Page(
      text: { _ in
        "Erased. What is left here says nothing of who it was.\n" + holders(isDone: true)
          + files(outcome.removed, "Removed:")
          + files(outcome.cleaned, "Taken out of these backups too:")
          + files(
            outcome.toDestroy.filter { $0.kind == .export },
            "These were written for the peer, and aren't there as they were. They are the peer's "
              + "own, to keep or to destroy:")
          + files(
            outcome.toDestroy.filter { $0.kind == .backup },
            "These may still hold it, and couldn't be reached: destroy them, wherever they are "
              + "now:")
          + (outcome.isTidy
            ? ""
            : "Another program is reading the registry. What the file's free space still holds "
              + "goes with the next command that writes; stop that program, and run "
              + "`storyguard backup` or any other soon.\n")
          + "Copies that were carried elsewhere by hand are known to nobody here. "
          + "An old sheet or backup can't bring the record back.\n"
      },
      json: { json(outcome) })
  }

  private func holders(isDone: Bool) -> String {
    guard !plan.holders.isEmpty else {
      return "No organisation has used the story, so nobody has to be told.\n"
    }
    let lines = plan.holders.map { "  \(inWords($0))\n" }.joined()
    return (isDone ? "Tell" : "You would tell")
      + " \(plan.holders.count == 1 ? "this organisation" : "these organisations"):\n" + lines
      + "Ask each to take down and delete all that it holds of the story, to pass this on to "
      + "whoever had it from them, and to say when it is done.\n"
  }

  private func inWords(_ holder: HolderToTell) -> String {
    var parts: [String] = []
    if holder.tellings > 0 { parts.append(counted(holder.tellings, "telling")) }
    if holder.exposures > 0 { parts.append(counted(holder.exposures, "exposure")) }
    if !holder.placed.isEmpty {
      parts.append("to take down: " + holder.placed.joined(separator: ", "))
    }
    if !holder.booked.isEmpty {
      parts.append(
        "what is booked for \(holder.booked.map(\.inWords).joined(separator: ", ")) is off")
    }
    let name = names[holder.organisation].map { " (\($0.asOneLine))" } ?? ""
    return "\(holder.organisation)\(name): \(parts.joined(separator: "; "))"
  }

  private func files(_ files: [WrittenFile], _ heading: String) -> String {
    guard !files.isEmpty else { return "" }
    return heading + "\n"
      + files.map { "  \(PrivateFile.shown($0.path)) (\($0.kind.rawValue), \($0.day.inWords))\n" }
      .joined()
  }

  private func json(_ outcome: Erasing.Outcome?) -> JSON {
    func paths(_ files: [WrittenFile]) -> JSON { .array(files.map { .string($0.path) }) }
    return [
      "erased": .bool(outcome != nil), "entries": .whole(plan.entries),
      "tell": .array(
        plan.holders.map {
          [
            "organisation": .id($0.organisation), "name": .optional(names[$0.organisation]),
            "tellings": .whole($0.tellings), "exposures": .whole($0.exposures),
            "placed": .array($0.placed.map { .string($0) }),
            "booked": .array($0.booked.map { .day($0) }),
          ]
        }),
      "files": outcome == nil ? paths(plan.files) : .null,
      "removed": paths(outcome?.removed ?? []), "cleaned": paths(outcome?.cleaned ?? []),
      "destroy": paths(outcome?.toDestroy ?? []), "tidy": .bool(outcome?.isTidy ?? true),
    ]
  }
}
