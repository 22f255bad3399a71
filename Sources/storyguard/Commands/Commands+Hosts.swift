import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  static let hosts: [Command] = [
    Command(
      "host", "page", summary: "print the page that goes to the host of a confirmed booking",
      discussion: """
        How to introduce the peer, what to ask about, what to stay off, and how to stop. It holds \
        no other name, no history and no reason for anything.
        """,
      arguments: [.peer],
      options: [
        .value("--engagement", "ENGAGEMENT", "the booking's own id", required: true)
      ],
      examples: ["storyguard host page maya --engagement k3m9x2 --as coordinator:kit"]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let id: EngagementID = try invocation.id("--engagement")
      try surroundings.atDesk { desk in
        let page = try desk.hostPage(of: id, for: peer)
        let number = try desk.ledger.permitNumber(of: page.engagement, of: page.peer)
        surroundings.show(HostLayout(host: page, number: number).page)
      }
      return .done
    },
    Command(
      "host", "verify", summary: "say whether a permit of this number stands, and nothing else",
      discussion: """
        One that was withdrawn, one that is over, one that was mistyped and one that was never \
        given read alike.
        """,
      arguments: [Argument("number", "the number on the host page")],
      examples: ["storyguard host verify 7KQM-2RXW-HV9D"]
    ) { invocation, surroundings in
      let ledger = try surroundings.ledger(.readOnly)
      let stands = try surroundings.stands(try invocation.argument("number"), in: ledger)
      surroundings.show(
        Page(
          text: { _ in
            stands
              ? "A permit of this number stands.\n" : "No permit of this number stands.\n"
          }, json: { ["stands": .bool(stands)] }))
      return stands ? .done : .denied
    },
  ]
}

extension Surroundings {
  fileprivate func stands(_ number: String, in ledger: Ledger) throws -> Bool {
    guard let permit = try ledger.permit(numbered: number),
      let record = try ledger.record(of: permit.peer),
      let engagement = record.engagement(permit.engagement)
    else { return false }
    return engagement.stands(on: try moment(in: ledger).today(in: record.zone))
  }
}
