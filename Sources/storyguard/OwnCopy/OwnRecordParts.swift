import ConsentRegistry
import LedgerStore
import Notation

/// The parts of a peer's own record that say what they have granted and what was done.
extension OwnRecordReading {
  var you: OwnRecord.Part {
    let words = record.words
    var rows = [["Your id here", record.peer.text], ["Home", record.zone.id]]
    func add(_ label: String, _ text: String?) { if let text { rows.append([label, text]) } }
    add("Your name", words.name)
    add("Introduce me as", words.introduceMeAs)
    add("Ask me about", words.askMeAbout)
    add("How to reach you", record.reach.address(or: words))
    add("Claimed", record.isClaimed ? "yes: you have said that this is you" : "not yet")
    for other in record.formerly { rows.append(["Joined with", other.text]) }
    return .init(
      name: "you", heading: "About you", words: "Who you are here, in your own words.",
      columns: ["What", "Written down"], rows: rows, empty: "")
  }

  var stories: OwnRecord.Part {
    let rows = record.boundaries.sorted { $0.key < $1.key }.map { story, boundary in
      func topics(_ openness: Openness) -> String {
        let topics = boundary.topics.filter { $0.value == openness }.keys.sorted()
        return topics.isEmpty ? "none" : topics.joined(separator: ", ")
      }
      return [
        story.text, record.labels[story] ?? "", topics(.share), topics(.askFirst),
        topics(.offLimits),
      ]
    }
    return .init(
      name: "stories", heading: "Your stories",
      words: "Only a label and topics are kept, never the story itself.",
      columns: ["Story", "Label", "Open", "Ask me first", "Off limits"], rows: rows,
      empty: "You have named no story.")
  }

  var consents: OwnRecord.Part {
    let rows = record.consents.enumerated().map { place, consent in
      [
        consent.id?.text ?? "", consent.story.text,
        consent.organisations.map(name(of:)).joined(separator: ", "), all(consent.purposes),
        all(consent.channels), all(consent.audiences), plain(consent.attribution.code),
        consent.recording ? "yes" : "no", consent.reuse ? "yes" : "no",
        consent.from.inWords, consent.until.inWords, standing(consent, at: place),
      ]
    }
    return .init(
      name: "consents", heading: "What you have granted",
      words: "A consent only lets somebody ask. Each use needed, and needs, your own yes.",
      columns: [
        "Consent", "Story", "Who may ask", "What for", "How", "Before whom", "Named as",
        "May be recorded", "May be used again", "From", "Until", "Now",
      ], rows: rows, empty: "You have granted nothing.")
  }

  var withdrawals: OwnRecord.Part {
    let rows = record.revocations.map { [$0.day.inWords, ConsentLayout.inWords($0.scope)] }
    return .init(
      name: "withdrawals", heading: "What you have withdrawn", words: "It acted at once.",
      columns: ["Day", "What"], rows: rows, empty: "You have withdrawn nothing.")
  }

  var uses: OwnRecord.Part {
    let rows = sessions(in: [.completed, .endedEarly, .didNotTakePlace]).map { use in
      [
        use.session.first.inWords, name(of: use.engagement.organisation),
        use.engagement.event.map { record.eventNames[$0] ?? $0.text } ?? "",
        "\(use.session.kind.code), \(plain(use.session.channel.code))",
        use.session.purpose.map { plain($0.code) } ?? "not said",
        use.session.audience.map { plain($0.code) } ?? "not said", use.engagement.story.text,
        went(use.session.state), said(of: use), origin(use.engagement.origin),
        use.session.use.text,
      ]
    }
    return .init(
      name: "uses", heading: "How your story was used",
      words:
        "Every use that was asked for here, or written down afterwards. If one wasn't so: "
        + "`storyguard use dispute \(record.peer) USE`.",
      columns: [
        "Day", "By", "Event", "What", "What for", "Before whom", "Story", "How it went",
        "What was said of it", "How it came here", "Use",
      ], rows: rows, empty: "No use is written down.")
  }

  var asks: OwnRecord.Part {
    let rows = record.engagements.filter { $0.askedOn != nil }.map { ask in
      [
        ask.askedOn?.inWords ?? "", name(of: ask.organisation),
        ask.request?.words.eventName ?? ask.event?.text ?? "", ask.first?.inWords ?? "",
        ask.request.map(AskLayout.pay) ?? "",
        record.bookings.answers[ask.id].map { "\(plain($0.answer.code)), on \($0.day.inWords)" }
          ?? "no answer",
        ask.sessions.map { toldToYou(ask.state(of: $0, on: today)) }.joined(separator: "; "),
        ask.id.text,
      ]
    }
    return .init(
      name: "asks", heading: "What you were asked",
      words: "Every ask that was put to you. No answer is held against you.",
      columns: [
        "Asked on", "By", "Event", "For", "Pay", "Your answer", "What became of it", "Ask",
      ], rows: rows, empty: "Nobody has asked you for anything.")
  }

  var attempts: OwnRecord.Part {
    let rows = record.attempts(on: today).map { attempt in
      let ask = attempt.ask
      return [
        String(attempt.number), ask.day.inWords, name(of: ask.organisation),
        ask.request.words.eventName ?? ask.request.event?.text ?? "", ask.blockStarts.inWords,
        AskLayout.pay(ask.request), ask.rules.map(\.heldBackBecause).joined(separator: "; "),
        became(attempt),
      ]
    }
    return .init(
      name: "attempts", heading: "What was held back for you",
      words:
        "Asks that didn't reach you, as a rule of yours or of the registry stood against them. "
        + "To take one up by its number: `storyguard ask take-up \(record.peer) NUMBER`. If a "
        + "limit still stands in its way, `storyguard help ask set-aside` says how you may set it "
        + "aside for that one ask.",
      columns: ["Number", "Asked on", "By", "Event", "For", "Pay", "Held back, as", "Now"],
      rows: rows, empty: "Nothing was held back.")
  }

  private func became(_ attempt: Attempt) -> String {
    if let id = attempt.takenUpAs { return "taken up: \(id)" }
    if attempt.askedAgainAs != nil { return "asked again since" }
    if attempt.ask.blockStarts < today { return "over" }
    return attempt.setAside.isEmpty ? "yours to take up" : AttemptLayout.standing(attempt)
  }

  private func standing(_ consent: Consent, at place: Int) -> String {
    if record.isWithdrawn(consentAt: place) { return "withdrawn" }
    if today < consent.from { return "not begun yet" }
    return today > consent.until ? "ended" : "in force"
  }

  private func went(_ state: SessionState) -> String {
    switch state {
    case .endedEarly: "it ended early"
    case .didNotTakePlace: "it didn't take place, and counts for nothing"
    default: "it took place"
    }
  }

  /// What was put right of a use, that the peer says it wasn't so, and what was answered.
  private func said(of use: TakenPlace) -> String {
    var said = corrections(of: use.engagement.id).map { "put right on \($0)" }
    if let dispute = record.bookings.disputes[use.session.use] {
      said.append("you say it wasn't so, since \(dispute.day.inWords)")
      said += dispute.answers.map {
        "\(name(of: $0.organisation)) said on \($0.day.inWords): \($0.words ?? "(words erased)")"
      }
      if dispute.answers.isEmpty { said.append("no answer yet") }
    }
    return said.joined(separator: "; ")
  }

  /// The days on which something of a booking was put right; the record folds only what it came to.
  private func corrections(of engagement: EngagementID) -> [String] {
    entries.filter {
      $0.kind == "booking.corrected" && $0.body["engagement"]?["id"] == .string(engagement.text)
    }.map { record.zone.day(at: $0.recorded).inWords }
  }

  private func origin(_ origin: Origin) -> String {
    switch origin {
    case .permitted: "asked for, and you said yes"
    case .firstAsked: "a first ask, and you said yes to this use alone"
    case .excepted: "asked for, and you set a limit aside"
    case .recorded: "written down afterwards"
    case .imported: "from a spreadsheet"
    }
  }

  private func toldToYou(_ state: SessionState) -> String {
    switch state {
    case .held: "waiting for your answer"
    case .declined: "you said no"
    case .cancelledByPeer: "you cancelled"
    case .released: "let go, by what you withdrew or paused"
    default: state.inWords
    }
  }

  private func all<W: Word>(_ choices: Choices<W>) -> String {
    choices.words.map { plain($0.code) }.joined(separator: ", ")
  }
}
