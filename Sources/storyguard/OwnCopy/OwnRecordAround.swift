import ConsentRegistry
import Notation

/// The parts of a peer's own record on who is around them: who looks, who is quiet, who stands by.
extension OwnRecordReading {
  var looks: OwnRecord.Part {
    let rows = record.asking.checks.map {
      [
        $0.day.inWords, name(of: $0.organisation), $0.coordinator?.text ?? "", $0.starts.inWords,
      ]
    }
    return .init(
      name: "looks", heading: "Who looked whether you could be asked", words: "",
      columns: ["On", "Organisation", "Who", "For a day from"], rows: rows,
      empty: "Nobody has looked.")
  }

  var quiet: OwnRecord.Part {
    var rows = running.map { quiet in
      [
        name(of: quiet.period.organisation), "not to ask you for now",
        quiet.period.purpose?.inWords ?? "everything",
        quiet.period.until.inWords, quiet.cause.inWords,
      ]
    }
    rows += record.takesFirstAsksFrom.map {
      [name(of: $0), "may put a first ask to you", "what no consent covers", "", "you chose it"]
    }
    rows += record.asking.outside.map {
      [
        name(of: $0.organisation), "asked you outside the registry", $0.words ?? "",
        $0.day.inWords, "",
      ]
    }
    return .init(
      name: "quiet", heading: "Who may ask you, and who isn't to for now",
      words: "Only you end a quiet time early: `storyguard ask end-quiet \(record.peer)`.",
      columns: ["Organisation", "What", "For", "Last day, or day", "Because"], rows: rows,
      empty: "No organisation is quiet, and you take no first asks.")
  }

  /// The quiet periods that run or are to come.
  var running: [CausedQuiet] {
    record.quiet(on: today, policy: policy).filter { $0.period.until >= today }
  }

  var standBy: OwnRecord.Part {
    var rows = record.supporters.named.sorted { $0.key < $1.key }.map { supporter, place in
      ["Supporter", supporter.text, place.map(name(of:)) ?? "of no organisation"]
    }
    if let contact = record.independentContact {
      rows.append([
        "Independent contact", "", contact.organisation.map(name(of:)) ?? "of no organisation",
      ])
    }
    return .init(
      name: "standby", heading: "Who stands by you",
      words:
        "A supporter may tighten, pause, decline and withdraw for you; never grant, accept or "
        + "loosen.",
      columns: ["What", "Who", "Where they belong"], rows: rows,
      empty: "Nobody is named. `storyguard peer supporter \(record.peer) …` names somebody.")
  }

  var reached: OwnRecord.Part {
    let reach = record.reach
    return .init(
      name: "reached", heading: "How you want to be reached", words: "",
      columns: ["What", "As you said"],
      rows: [
        ["Messages go to", reach.address(or: record.words) ?? "nobody: no address is noted"],
        ["Reminders", reach.wantsReminders ? "one reminder for an ask" : "no reminders"],
        [
          "Your no is told",
          reach.tellsNoesAtTheEnd ? "when the time to answer ends" : "at once",
        ],
        [
          "Rotation",
          reach.takesPartInRotation
            ? "you take part: you are thought of in turn" : "you don't take part",
        ],
      ], empty: "")
  }
}
