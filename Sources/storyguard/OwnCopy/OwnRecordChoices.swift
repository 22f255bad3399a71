import ConsentRegistry
import LedgerStore
import Notation

/// The parts of a peer's own record that say what they have chosen, and all entries in order.
extension OwnRecordReading {
  var pauses: OwnRecord.Part {
    var rows = record.pauses.map {
      ["Pause", $0.from.inWords, $0.until?.inWords ?? "until you end it"]
    }
    if let day = record.notBefore { rows.append(["Not before", day.inWords, ""]) }
    return .init(
      name: "pauses", heading: "Your pauses",
      words: "Days without any ask. No reason was asked for, and none is kept.",
      columns: ["What", "From", "Until"], rows: rows, empty: "You have set no pause.")
  }

  var limits: OwnRecord.Part {
    let inForce = record.limits.inForce(on: today, over: policies.binding(on: today))
    var rows = record.limits.latest.values.sorted { $0.term.path < $1.term.path }.map { own in
      [
        own.term.path, short(own.value),
        inForce[own.term] == own.value
          ? "in force" : "in force from a week after you said it",
      ]
    }
    if record.refusesInTheRoom {
      rows.append([
        "not before people you work with, serve or are looked after by", "yes", "in force",
      ])
    }
    return .init(
      name: "limits", heading: "Your own limits",
      words: "They stand in place of the registry's. No organisation is told of them.",
      columns: ["Limit", "Yours", "Now"], rows: rows,
      empty: "You have set none; the registry's stand.")
  }

  var notes: OwnRecord.Part {
    .init(
      name: "notes", heading: "Your own notes",
      words:
        "Days on which you told your story elsewhere. They rest you, and nobody else sees them.",
      columns: ["Day"], rows: record.ownTellings.sorted().map { [$0.inWords] },
      empty: "You have noted none.")
  }

  var relations: OwnRecord.Part {
    var rows = record.ties.sorted { $0.key < $1.key }.map { organisation, relations in
      [
        name(of: organisation), relations.words.map { plain($0.code) }.joined(separator: ", "),
      ]
    }
    for waiver in record.waives.words { rows.append(["You do without", plain(waiver.code)]) }
    return .init(
      name: "relations", heading: "Who is what to you",
      words:
        "Where an organisation is more to you than a host, a contact of your choice stands by.",
      columns: ["Who", "What"], rows: rows, empty: "Nothing is noted.")
  }

  /// Every entry, whatever its kind, so that nothing can be missing.
  var everything: OwnRecord.Part {
    let rows = entries.map { entry in
      [
        record.formerly.isEmpty ? "\(entry.revision)" : "\(entry.peer) \(entry.revision)",
        record.zone.day(at: entry.recorded).inWords, who(entry.actor),
        plain(entry.kind.split(separator: ".").joined(separator: ": ")),
        entry.body.toldInWords,
      ]
    }
    return .init(
      name: "everything", heading: "Everything, entry by entry",
      words: "The whole record in the order in which it was written down, with nothing left out.",
      columns: ["Number", "Written down on", "By", "What", "All that it says"], rows: rows,
      empty: "")
  }

  private func who(_ actor: Actor) -> String {
    switch actor.role {
    case .peer: "you"
    case .custodian: actor.id.map { "the custodian, \($0)" } ?? "the custodian"
    case .supporter: actor.id.map { "your supporter, \($0)" } ?? "a supporter"
    case .coordinator: actor.id.map { "a coordinator, \($0)" } ?? "a coordinator"
    }
  }

  private func short(_ number: Double) -> String {
    let text = String(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension JSON {
  /// The members in a line, without what is empty: `organisation riverside; day 2026-05-01`.
  fileprivate var toldInWords: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "yes" : "no"
    case .number(let digits): digits
    case .string(let text): text
    case .array(let items):
      items.map(\.toldInWords).filter { !$0.isEmpty }.joined(separator: ", ")
    case .object(let members):
      members.filter { $0.name != "sealed" }.compactMap { member in
        let value = member.value.toldInWords
        return value.isEmpty ? nil : "\(plain(member.name)): \(value)"
      }.joined(separator: "; ")
    }
  }
}
