import ConsentRegistry
import LedgerStore
import Notation

extension Commands {
  static let asks: [Command] = [
    Command(
      "check", summary: "say whether a request could be put to a peer, without asking anybody",
      discussion: """
        Prints every reason against it at once, each with the first day it would pass, and the \
        first day on which all would. As a coordinator (--as coordinator:ID) it tells what can be \
        mended, and nothing private.

        --worlds reads one JSON object a line, each with a standing, a policy, a day and a \
        request, and prints one decision a line, touching no registry.
        """,
      arguments: [Argument("file", "the request, as JSON", count: .optional, accepts: .file)],
      options: [
        .value("--worlds", "FILE", "decide each world of this file instead", accepts: .file)
      ],
      examples: [
        "storyguard check request.json", "storyguard check request.json --as coordinator:kit",
        "storyguard check --worlds worlds.jsonl",
      ]
    ) { invocation, surroundings in
      let file = try invocation.argumentIfGiven("file")
      let worlds = try invocation.valueIfGiven("--worlds")
      switch (file, worlds) {
      case (nil, let worlds?): return try Worlds(surroundings).decide(file: worlds)
      case (let file?, nil): return try surroundings.check(file: file)
      case (nil, nil): throw invocation.misuse(.missingArgument("file"))
      case (_?, _?): throw invocation.misuse(.notTogether("FILE", "--worlds"))
      }
    },
    Command(
      "request", summary: "put a request to a peer, if nothing stands against it",
      discussion: """
        A permit places a hold, which the peer may answer; silence is no. A refused request is \
        listed for the peer, silently.

        With --replaces it edits a booking: that one stands until the yes, and refusing the edit \
        is no decline. One that only shortens, drops a session or raises pay needs no answer.
        """,
      arguments: [Argument("file", "the request, as JSON", accepts: .file)],
      options: [
        .value("--id", "ENGAGEMENT", "an id for the ask; otherwise one is made"),
        .value("--replaces", "ENGAGEMENT", "the booking that this is to take the place of"),
      ],
      examples: ["storyguard request request.json --as coordinator:kit"]
    ) { invocation, surroundings in
      let path = try invocation.argument("file")
      let (request, peer) = try surroundings.request(file: path)
      guard request.coordinator != nil else { throw Failure.requestNamesNoCoordinator(path) }
      let id: EngagementID? = try invocation.idIfGiven("--id")
      let old: EngagementID? = try invocation.idIfGiven("--replaces")
      return try surroundings.atDesk { desk in
        if let old {
          return try surroundings.edit(old, to: request, of: peer, as: id, at: desk)
        }
        return try surroundings.ask(request, of: peer, as: id, at: desk)
      }
    },
    Command(
      "answer", summary: "record the peer's answer to an ask",
      discussion: """
        A yes is decided anew. "Not this one" keeps the organisation quiet for a while, for this \
        purpose; "not this kind" for longer. A yes may be to a part: the other sessions are let \
        go, and that is no decline. No reason is asked for.
        """,
      arguments: [
        .peer,
        Argument(
          "answer", "the peer's answer", accepts: .oneOf(AnswerWord.allCases.map(\.rawValue))),
      ],
      options: [
        .value("--event", "EVENT", "the event it is for"),
        .value("--engagement", "ENGAGEMENT", "the ask's own id"),
        .list("--session", "NUMBER", "yes to these sessions only: 1 is the first"),
        .witness,
      ],
      examples: [
        "storyguard answer maya yes --event spring-training --as peer:maya",
        "storyguard answer maya not-this-one --engagement k3m9x2",
      ]
    ) { invocation, surroundings in
      let peer = try invocation.peer()
      let word = try invocation.read("answer", as: "yes, not-this-one or not-this-kind") {
        AnswerWord(rawValue: $0)
      }
      let sessions = try invocation.sessions()
      guard sessions == nil || word == .yes else {
        throw invocation.misuse(.notTogether("--session", word.rawValue))
      }
      let witness: WitnessID? = try invocation.idIfGiven("--witness")
      return try surroundings.atDesk { desk in
        let desk = desk.witnessed(by: witness)
        let id = try surroundings.engagement(invocation, of: peer, at: desk)
        switch try desk.answer(word.answer, to: id, only: sessions, of: peer) {
        case .answered(let engagement):
          surroundings.write(
            word == .yes
              ? BookingLayout.confirmed(engagement, isPart: sessions != nil)
              : "Noted. That is all that is needed.\n")
          return .done
        case .denied(let decision):
          surroundings.show(
            DecisionLayout.page(decision, toPeer: surroundings.actor.role == .peer))
          return .denied
        }
      }
    },
  ]
}

/// A peer's answers, as they are typed.
enum AnswerWord: String, CaseIterable {
  case yes
  case notThisOne = "not-this-one"
  case notThisKind = "not-this-kind"

  var answer: Answer {
    switch self {
    case .yes: .yes
    case .notThisOne: .notThisOne
    case .notThisKind: .notThisKind
    }
  }
}

extension Surroundings {
  /// Reads a request and whom it asks.
  func request(file path: String) throws -> (UseRequest, PeerID) {
    let json = try json(file: path)
    let request: UseRequest
    do throws(JSONFault) {
      request = try RequestNotation(zones: SystemZones.find).request(from: json)
    } catch {
      throw Failure.json(path, error)
    }
    guard let peer = request.peer else { throw Failure.requestNamesNoPeer(path) }
    for (place, session) in request.sessions.enumerated() {
      if let minutes = session.minutes, minutes < 1 {
        throw Failure.json(
          path,
          .impossible(
            JSONPath.root.member("sessions").item(place).member("minutes"),
            why: "must be 1 or more"))
      }
    }
    let ids: [(String, String?)] = [
      ("peer", peer.text), ("story", request.story.text),
      ("organisation", request.organisation.text), ("coordinator", request.coordinator?.text),
      ("event.id", request.event?.text),
    ]
    // Ids stand in entries for good, and names mustn't.
    for case (let name, let id?) in ids where !Invocation.isPlainID(id) {
      throw Failure.json(
        path,
        .impossible(
          name.split(separator: ".").reduce(JSONPath.root) { $0.member(String($1)) },
          why: "must be an id of lower-case letters, digits, - _ and ."))
    }
    return (request, peer)
  }

  /// Decides a request without asking anybody, for whoever reads.
  func check(file path: String) throws -> ExitStatus {
    let (request, peer) = try request(file: path)
    if actor.role == .coordinator {
      // The peer is shown who looked.
      let decision = try atDesk { try $0.checkForAsker(request, of: peer) }
      show(DecisionLayout.page(decision))
      return decision.isPermitted ? .done : .denied
    }
    let desk = try desk(ledger(.readOnly))
    let decision = try desk.check(request, of: peer)
    show(DecisionLayout.page(decision, toPeer: actor.role == .peer))
    return decision.permit == nil ? .denied : .done
  }

  /// Puts a request to a peer, and tells whoever asks what came of it.
  func ask(
    _ request: UseRequest, of peer: PeerID, as id: EngagementID?, at desk: Desk<Ledger>
  ) throws -> ExitStatus {
    switch try desk.ask(request, of: peer, as: id) {
    case .held(let engagement, let decision):
      show(DecisionLayout.held(engagement, decision))
      return .done
    case .denied(let decision):
      show(DecisionLayout.page(decision))
      return .denied
    case .toldToAsker(let decision):
      show(DecisionLayout.page(decision))
      return .denied
    }
  }

  /// Edits a booking, and tells whoever asks what came of it.
  func edit(
    _ old: EngagementID, to request: UseRequest, of peer: PeerID, as id: EngagementID?,
    at desk: Desk<Ledger>
  ) throws -> ExitStatus {
    switch try desk.edit(old, to: request, of: peer, as: id) {
    case .amended(let engagement):
      write(
        "Changed. It asks for less, or pays more, so nobody has to answer: "
          + "\(engagement.id) stands as you say now.\n")
      return .done
    case .held(let engagement, let decision):
      show(DecisionLayout.held(engagement, decision))
      write("The booking \(old) stands as it was until the yes.\n")
      return .done
    case .denied(let decision):
      show(DecisionLayout.page(decision))
      return .denied
    case .toldToAsker(let decision):
      show(DecisionLayout.page(decision))
      return .denied
    }
  }

  /// The engagement that was named by its event or its own id.
  func engagement(
    _ invocation: Invocation, of peer: PeerID, at desk: Desk<Ledger>
  ) throws -> EngagementID {
    let id: EngagementID? = try invocation.idIfGiven("--engagement")
    let event: EventID? = try invocation.idIfGiven("--event")
    guard id != nil || event != nil else { throw Failure.nothingToAnswer }
    return try desk.engagement(of: peer, id: id, event: event)
  }
}
