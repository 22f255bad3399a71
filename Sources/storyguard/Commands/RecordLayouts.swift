import ConsentRegistry
import LedgerStore
import Notation

/// What a peer is told who has taken on the record that an import made.
enum ClaimLayout {
  static func page(_ record: PeerRecord, names: [OrganisationID: String]) -> Page {
    let uses = PeerUses(record, on: Day(number: 0)).uses
    return Page(
      text: { terminal in
        var text = "This record is yours now: \(record.peer), at home in \(record.zone.id).\n"
        if uses.isEmpty {
          text += "The sheet said nothing of any use of your story.\n"
        } else {
          text += "This is what the sheet said of you. It counts, and rests you:\n"
          text += TextTable(
            [.left("use"), .left("day"), .left("what"), .left("for whom"), .left("what for")],
            rows: uses.map { use in
              [
                use.use.text, use.first.inWords, "\(use.kind.code), \(use.channel.inWords)",
                names[use.organisation] ?? use.organisation.text,
                use.purpose?.inWords ?? "not said",
              ]
            }
          ).text(on: terminal)
          text +=
            "If one of these isn't yours, or wasn't so, say so: "
            + "`storyguard use dispute \(record.peer) USE` marks it, and whoever it is from may "
            + "answer. It still rests you.\n"
        }
        return text
          + "You can be asked for something once you have told of a story and given a consent, and "
          + "each time the answer is yours. Next: `storyguard story add \(record.peer) …`.\n"
      },
      json: {
        [
          "peer": .id(record.peer), "zone": .string(record.zone.id),
          "claimed": .bool(record.isClaimed),
          "uses": .array(uses.map { ReportUse.json($0, for: .peer) }),
        ]
      })
  }
}

/// What came of joining two records.
enum MergeLayout {
  static func page(_ joined: Joined, other: PeerID) -> Page {
    Page(
      text: { _ in
        let keep = joined.record.peer
        var text =
          "Joined: \(other) is now part of \(keep). "
          + "\(counted(joined.engagements, "engagement")) came over; rest and caps now count both.\n"
        if !joined.letGo.engagements.isEmpty {
          text += joined.letGo.inWords(because: "no longer covered, or inside a pause")
        }
        if !joined.consentsLeftBehind.isEmpty {
          let ids = joined.consentsLeftBehind.map(\.text).joined(separator: ", ")
          text +=
            "These consents grant nothing more, as they have ended or something of them was "
            + "withdrawn: \(ids). They can be asked for afresh.\n"
        }
        if !joined.lookAlikes.isEmpty {
          let pairs = joined.lookAlikes.map { "  \($0.0) and \($0.1)\n" }.joined()
          text +=
            "These look alike, and both count. If two are one and the same, dispute one, with "
            + "`storyguard use dispute \(keep) USE`:\n" + pairs
        }
        return text + "A line of a sheet that means \(other) goes to \(keep) from now on.\n"
      },
      json: {
        [
          "peer": .id(joined.record.peer), "joined": .id(other),
          "engagements": .whole(joined.engagements),
          "released": .array(joined.letGo.engagements.map { .id($0) }),
          "consentsLeftOut": .array(joined.consentsLeftBehind.map { .id($0) }),
          "lookAlikes": .array(
            joined.lookAlikes.map { .array([.id($0.0), .id($0.1)]) }),
        ]
      })
  }
}
