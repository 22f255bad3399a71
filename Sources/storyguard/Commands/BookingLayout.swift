import ConsentRegistry
import LedgerStore
import Notation

/// How bookings and what became of them are shown.
enum BookingLayout {
  /// A yes, with its days; what a yes to a part leaves out is let go.
  static func confirmed(_ engagement: EngagementRecord, isPart: Bool) -> String {
    let days = engagement.sessions.filter { $0.state == .confirmed }.map(\.first)
    var seen: [String] = []
    for day in days.sorted() where !seen.contains(day.inWords) { seen.append(day.inWords) }
    return "Confirmed for \(seen.isEmpty ? "the days asked for" : seen.joined(separator: ", ")).\n"
      + (isPart ? "What else was asked for is let go. That is no decline.\n" : "")
  }

  /// What was noted of a booking.
  static func became(
    of engagement: EngagementRecord, _ endedEarly: Bool, _ missedOut: Bool
  ) -> String {
    func count(_ state: SessionState) -> String {
      counted(engagement.sessions.filter { $0.state == state }.count, "session")
    }
    if missedOut {
      return "Noted: \(count(.didNotTakePlace)) didn't take place, and counts for nothing.\n"
    }
    if endedEarly {
      let released = engagement.sessions.contains { $0.state == .released }
      return "Noted: it was broken off. It counts whole, and the rest after it is the longest.\n"
        + (released ? "What was booked after it in the same block is let go.\n" : "")
    }
    let done = engagement.sessions.filter { $0.state == .completed }.count
    // What the peer never said yes to, or was let go, was no part of it.
    let agreed = engagement.sessions.filter {
      [.confirmed, .completed, .didNotTakePlace].contains($0.state)
    }
    return agreed.count <= 1
      ? "Noted: it took place.\n"
      : "Noted. Of this booking's \(agreed.count) sessions \(done) took place.\n"
  }

  /// What the peer alone is asked after a telling; only a day they choose is kept.
  static func longer(_ peer: PeerID) -> String {
    """
    Would you like longer before the next? `storyguard limits ready \(peer) --not-before DAY` keeps \
    it free until then. `storyguard pause set \(peer)` stops all asks. No reason is needed.

    """
  }

  /// What a coordinator has asked for, as they may know it.
  static func list(at desk: Desk<Ledger>, from day: Day?) throws -> Page {
    let asked = try desk.bookingsForAsker(from: day) { from throws(LedgerError) in
      try desk.ledger.bookings(of: nil, from: from).map { ($0.peer, $0.engagement) }
    }
    return Page(
      text: { terminal in
        guard !asked.isEmpty else {
          return "Nothing asked for from here on. `storyguard request FILE` puts a request to a "
            + "peer.\n"
        }
        return TextTable(
          [
            .left("booking"), .left("peer"), .left("event"), .left("use"), .left("day"),
            .left("standing"),
          ],
          rows: asked.map {
            [
              $0.engagement.text, $0.peer.text, $0.event?.text ?? "", $0.use.text, $0.day.inWords,
              $0.state.inWords,
            ]
          }
        ).text(on: terminal)
      },
      json: {
        .array(
          asked.map {
            [
              "engagement": .string($0.engagement.text), "peer": .string($0.peer.text),
              "event": .id($0.event), "session": .whole($0.session + 1),
              "use": .string($0.use.text), "day": .day($0.day),
              "state": .string($0.state.code),
            ]
          })
      })
  }

  /// The bookings that somebody should look at.
  static func review(_ bookings: [BookingToReview], of peer: PeerID) -> Page {
    Page(
      text: { _ in
        guard !bookings.isEmpty else { return "Nothing booked needs looking at.\n" }
        return bookings.map { booking in
          let reasons = booking.decision.reasons.map {
            "  \($0.rule.code): \(ReasonWords.detail($0))\n"
          }
          let first = booking.engagement.first?.inWords ?? ""
          return "\(booking.engagement.id), by \(booking.engagement.organisation), on \(first):\n"
            + reasons.joined()
        }.joined()
          + "Nothing is cancelled for this. Speak with each other; "
          + "`storyguard cancel \(peer) --engagement …` cancels.\n"
      },
      json: {
        .array(
          bookings.map {
            [
              "engagement": .string($0.engagement.id.text),
              "organisation": .string($0.engagement.organisation.text),
              "decision": DecisionNotation.json($0.decision),
            ]
          })
      })
  }
}

extension AskerState {
  /// The state in plain words.
  var inWords: String {
    switch self {
    case .waiting: "waiting for an answer"
    case .confirmed: "confirmed"
    case .done: "done"
    case .didNotTakePlace: "didn't take place"
    case .cancelledByOrganiser: "cancelled by you"
    case .notAvailable: "not available"
    }
  }
}

extension SessionMove {
  /// The step in plain words.
  var inWords: String {
    switch self {
    case .confirm: "say yes (`answer yes`)"
    case .decline: "say no (`answer not-this-one`)"
    case .complete: "note that it took place (`complete`)"
    case .endEarly: "note that it was broken off (`complete --ended-early`)"
    case .missOut: "note that it didn't take place (`complete --did-not-take-place`)"
    case .cancelByPeer: "cancel it (`cancel`)"
    case .cancelByOrganiser: "cancel it as the organiser (`cancel --by organiser`)"
    case .letGo: "let it go"
    }
  }
}
