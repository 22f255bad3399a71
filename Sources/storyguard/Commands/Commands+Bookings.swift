import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  private static let whichBooking: [Option] = [
    .value("--event", "EVENT", "the event it is for"),
    .value("--engagement", "ENGAGEMENT", "the booking's own id"),
    .list("--session", "NUMBER", "only these sessions: 1 is the first"),
  ]

  static let bookings: [Command] = [
    Command(
      "cancel", summary: "cancel a booking, as the peer or as the organiser",
      discussion: """
        As the peer: no reason is asked for, none is kept, and no quiet period starts. As the \
        coordinator who asked, or with --by organiser: the fee stays due if it comes later than the \
        notice that an ask has to give.
        """,
      arguments: [.peer],
      options: whichBooking + [
        .value("--by", "WHO", "whose cancelling it is", accepts: .words(CancelledBy.self))
      ],
      examples: [
        "storyguard cancel maya --event spring-training --as peer:maya",
        "storyguard cancel maya --engagement k3m9x2 --as coordinator:kit",
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let whom: CancelledBy =
        try invocation.wordIfGiven("--by")
        ?? (surroundings.actor.role == .coordinator ? .organiser : .peer)
      let sessions = try invocation.sessions()
      return try surroundings.atDesk { desk in
        let id = try surroundings.engagement(invocation, of: peer, at: desk)
        _ = try desk.cancel(id, only: sessions, of: peer, by: whom)
        surroundings.write(
          whom == .peer
            ? "Cancelled. That is all that is needed.\n"
            : "Cancelled. The peer is told that it won't take place.\n")
        return .done
      }
    },
    Command(
      "complete", summary: "note what became of a confirmed booking",
      discussion: """
        Without an option: it took place. One that was broken off counts whole and rests longest; \
        what was booked after it in the same block is let go. One that didn't take place counts \
        for nothing. No reason is asked for, and none is kept.
        """,
      arguments: [.peer],
      options: whichBooking + [
        .flag("--ended-early", "it was broken off"),
        .flag("--did-not-take-place", "it was booked and didn't take place"),
      ],
      examples: [
        "storyguard complete maya --event spring-training",
        "storyguard complete maya --event spring-training --session 2 --ended-early",
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let endedEarly = try invocation.flag("--ended-early")
      let missedOut = try invocation.flag("--did-not-take-place")
      guard !(endedEarly && missedOut) else {
        throw invocation.misuse(.notTogether("--ended-early", "--did-not-take-place"))
      }
      let sessions = try invocation.sessions()
      return try surroundings.atDesk { desk in
        let id = try surroundings.engagement(invocation, of: peer, at: desk)
        let after: EngagementRecord
        if endedEarly {
          after = try desk.endEarly(id, session: sessions?.first ?? 0, of: peer)
        } else if missedOut {
          after = try desk.missOut(id, only: sessions, of: peer)
        } else {
          after = try desk.complete(id, only: sessions, of: peer)
        }
        surroundings.write(BookingLayout.became(of: after, endedEarly, missedOut))
        if surroundings.actor.role == .coordinator {
          surroundings.write("The peer is told, and can put it right.\n")
        }
        if surroundings.actor.role == .peer, !missedOut {
          surroundings.write(BookingLayout.longer(peer))
        }
        return .done
      }
    },
    Command(
      "booking", "list", summary: "list what a coordinator has asked for, and where it stands",
      discussion: """
        For the coordinator who asked. How an ask ended is the peer's own matter: it reads "not \
        available".
        """,
      options: [.value("--from", "DAY", "from this day on; otherwise from today")],
      examples: ["storyguard booking list --as coordinator:kit"]
    ) { invocation, surroundings in
      let from = try invocation.dayIfGiven("--from")
      return try surroundings.atDesk { desk in
        surroundings.show(try BookingLayout.list(at: desk, from: from))
        return .done
      }
    },
    Command(
      "booking", "review", summary: "list bookings that would not be let through any more",
      discussion: """
        A use entered late, a consent that ends or a limit may stand against what is booked by \
        now. Nothing is cancelled for that: look at it, and speak with each other.
        """,
      arguments: [.peer], examples: ["storyguard booking review maya"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      return try surroundings.atDesk { desk in
        surroundings.show(BookingLayout.review(try desk.bookingsToReview(of: peer), of: peer))
        return .done
      }
    },
  ]
}

extension Invocation {
  /// The sessions named, by place: `1` is the first.
  func sessions() throws -> [Int]? {
    let numbers = try readAll("--session", as: "a session's number, 1 for the first") {
      Int($0).flatMap { $0 > 0 ? $0 - 1 : nil }
    }
    return numbers.isEmpty ? nil : Array(Set(numbers)).sorted()
  }
}
