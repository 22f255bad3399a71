import ConsentRegistry
import Notation

/// The one page of a withdrawal for the peer, and for who stands by them: all that happened.
struct WithdrawalLayout {
  let withdrawal: Withdrawal
  let peer: PeerID
  /// Whether it is the peer who reads.
  let isPeer: Bool
  /// Whether nothing was changed, and this is only what would happen.
  let isDryRun: Bool
  /// An organisation named in it that nothing here knows.
  let unknown: [UnknownOrganisation]

  var page: Page { Page(text: text, json: { json }) }

  private func text(on terminal: Terminal) -> String {
    let (you, yours) = isPeer ? ("you", "yours") : ("the peer", "theirs")
    let what = ConsentLayout.inWords(withdrawal.scope)
    var text =
      isDryRun
      ? "This is what withdrawing \(what) would do. Nothing has been changed.\n"
      : "Withdrawn: \(what). From now on nothing new may be asked for under it.\n"
    text += unknown.map(\.inWords).joined()
    func part(_ heading: String, _ table: String, _ note: String = "") {
      guard !table.isEmpty else { return }
      text += "\(heading)\n" + table.indented + (note.isEmpty ? "" : "  \(note)\n")
    }
    part(
      "Let go at once:", bookings(withdrawal.released, terminal),
      "\(isPeer ? "You owe" : "The peer owes") nobody a reason, and nothing is held against "
        + "\(isPeer ? "you" : "them").")
    part("Asks that were waiting, and are let go:", bookings(withdrawal.holdsEnded, terminal))
    part(
      "Has begun by now, and is left as it is:", bookings(withdrawal.begun, terminal),
      "\(you.capitalizedFirst) may stop at any moment. If it didn't take place: "
        + "`storyguard complete \(peer) --engagement … --did-not-take-place`.")
    part(
      "Must come down:",
      placements(withdrawal.mustComeDown, "by", terminal) { kept in
        kept.openTask.map { "\($0.deadline.inWords)" + overdue($0) } ?? ""
      }, "Each stays open until it is said what became of it: `storyguard placement tasks \(peer)`."
    )
    part(
      "Can't be called back:",
      placements(withdrawal.beyondRecall, "why", terminal, PlacementLayout.whyBeyondRecall),
      withdrawal.beyondRecall.contains { $0.placement.medium == .print }
        ? "Of what is printed, no more copies may be made or handed out." : "")
    part(
      "Had come down before:",
      placements(withdrawal.removedBefore, "on", terminal) {
        $0.since(on: withdrawal.day).inWords
      })
    part(
      "Its holder has refused to take it down:",
      placements(withdrawal.refusedBefore, "on", terminal) {
        $0.since(on: withdrawal.day).inWords
      }, "The custodian can take this further with \(you).")
    part(
      "Shown, and nobody has said where it is:", shown(terminal),
      "Once it is said where, it must come down too: `storyguard placement add \(peer) --use USE "
        + "--medium page --holder ORGANISATION --address …`.")
    part(
      "Not part of this, and staying out there:",
      placements(withdrawal.staying, "for", terminal) { $0.placement.purpose?.code ?? "not known" })
    // Whose first asks are taken is the peer's own to know.
    if isPeer { text += firstAsks }
    if isBare {
      return text
        + "Nothing was booked under it, and nothing of \(yours) that it reaches is known to be out "
        + "there.\n"
    }
    return text
      + "Organisations are told only which of their own bookings are gone, and what they hold "
      + "that must come down.\n"
  }

  /// What becomes of the first asks that the peer takes, and how to stop them for good.
  private var firstAsks: String {
    func stop(_ organisation: OrganisationID) -> String {
      "  `storyguard ask first \(peer) --organisation \(organisation) --stop`\n"
    }
    func list(_ organisations: [OrganisationID]) -> String {
      organisations.map(\.text).joined(separator: ", ")
    }
    let (held, left) = (withdrawal.firstAsksHeldBack, withdrawal.firstAsksLeft)
    return
      (held.isEmpty
      ? ""
      : "First asks from \(list(held)), which you have agreed to see, are held back by this too, "
        + "until they are agreed to anew. To take that agreement back:\n"
        + held.map(stop).joined())
      + (left.isEmpty
        ? ""
        : "You still take first asks from \(list(left)), for what this "
          + "doesn't reach. To stop them:\n" + left.map(stop).joined())
  }

  private var isBare: Bool {
    let placements =
      withdrawal.mustComeDown + withdrawal.beyondRecall + withdrawal.removedBefore
      + withdrawal.refusedBefore + withdrawal.staying
    return placements.isEmpty && withdrawal.shownUnplaced.isEmpty
      && withdrawal.engagements.isEmpty && withdrawal.begun.isEmpty
  }

  private func overdue(_ task: RemovalTask) -> String {
    task.isOverdue(on: withdrawal.day) ? ", overdue" : ""
  }

  private func shown(_ terminal: Terminal) -> String {
    guard !withdrawal.shownUnplaced.isEmpty else { return "" }
    return TextTable(
      [.left("day"), .left("organisation"), .left("channel"), .left("use")],
      rows: withdrawal.shownUnplaced.map {
        [$0.day.inWords, $0.organisation.text, $0.channel.inWords, $0.use.text]
      }
    ).text(on: terminal)
  }

  private func bookings(_ bookings: [Withdrawal.Booking], _ terminal: Terminal) -> String {
    guard !bookings.isEmpty else { return "" }
    return TextTable(
      [.left("booking"), .left("organisation"), .left("day"), .left("")],
      rows: bookings.map { booking in
        [
          booking.event?.text ?? booking.engagement.text, booking.organisation.text,
          booking.first.inWords, booking.isPart ? "the rest of it stays booked" : "",
        ]
      }
    ).text(on: terminal)
  }

  private func placements(
    _ placements: [PlacementRecord], _ heading: String, _ terminal: Terminal,
    _ last: (PlacementRecord) -> String
  ) -> String {
    guard !placements.isEmpty else { return "" }
    return TextTable(
      [.left("placement"), .left("what"), .left("holder"), .left(heading), .left("where")],
      rows: placements.map { kept in
        let placement = kept.placement
        return [
          placement.id.text, placement.medium.code, PlacementLayout.holder(placement), last(kept),
          placement.address ?? "",
        ]
      }
    ).text(on: terminal)
  }

  private var json: JSON {
    func bookings(_ bookings: [Withdrawal.Booking]) -> JSON {
      .array(
        bookings.map {
          [
            "engagement": .string($0.engagement.text),
            "organisation": .string($0.organisation.text), "event": .id($0.event),
            "firstDay": .day($0.first), "sessions": .whole($0.sessions), "part": .bool($0.isPart),
          ]
        })
    }
    func placements(_ placements: [PlacementRecord]) -> JSON {
      .array(placements.map { PlacementLayout.json($0, on: withdrawal.day) })
    }
    let members: JSON = [
      "dryRun": .bool(isDryRun), "day": .day(withdrawal.day),
      "scope": ConsentNotation.json(withdrawal.scope),
      "unknownOrganisations": .array(unknown.map(\.json)),
      "released": bookings(withdrawal.released),
      "holdsEnded": bookings(withdrawal.holdsEnded), "begun": bookings(withdrawal.begun),
      "mustComeDown": placements(withdrawal.mustComeDown),
      "beyondRecall": placements(withdrawal.beyondRecall),
      "removedBefore": placements(withdrawal.removedBefore),
      "refusedBefore": placements(withdrawal.refusedBefore),
      "staying": placements(withdrawal.staying),
      "shownUnplaced": .array(
        withdrawal.shownUnplaced.map {
          [
            "use": .string($0.use.text), "day": .day($0.day),
            "organisation": .string($0.organisation.text), "channel": .string($0.channel.code),
          ]
        }),
    ]
    guard isPeer, case .object(let all) = members else { return members }
    func list(_ organisations: [OrganisationID]) -> JSON {
      .array(organisations.map { .string($0.text) })
    }
    return .object(
      all + [
        Member(name: "firstAsksHeldBack", value: list(withdrawal.firstAsksHeldBack)),
        Member(name: "firstAsksLeft", value: list(withdrawal.firstAsksLeft)),
      ])
  }
}

extension String {
  /// Each of its lines set in by two spaces.
  var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }
}
