extension TokenizationReport {
  /// What each figure is, in words.
  public var measures: [Measure] {
    let window = "the days asked for; otherwise \(Measure.last(TokenizationReport.days))"
    let story = "at least \(alerts.storyOnlyFrom) in all"
    return [
      Measure(
        "Story-only share of what was offered",
        "Asks for a peer's story, held back or not, divided by those asks and the offers of work "
          + "that needs no story together; every answer counts alike.", window: window, floor: story
      ),
      Measure(
        "Story-only share of what was done",
        "Engagements in which the story was told, divided by those and the work done together.",
        window: window, floor: story),
      Measure(
        "Largest share of one peer",
        "The tellings of the peer who told most for an organisation, divided by all of its "
          + "tellings.", window: concentrationWindow, floor: concentrationFloor),
      Measure(
        "Spread (HHI)",
        "Each peer's share of an organisation's tellings multiplied by itself, all added up: 1 if "
          + "one peer told all of them, near 0 if they are spread over many.",
        window: concentrationWindow, floor: concentrationFloor),
      Measure("Asks", "Asks that were put to peers here, edits among them.", window: window),
      Measure(
        "Held back", "Requests that weren't put to a peer, as a rule stood against them.",
        window: window),
      Measure(
        "Asks after a no",
        "Requests held back because the peer had answered no, hadn't answered, or wanted to be left "
          + "in peace for a while; only ever added up over all peers.", window: window,
        floor: "at least \(alerts.concentrationDays) days to look at"),
      Measure(
        "Asked for more after a yes",
        "Edits of a booking that the peer had said yes to, with more sessions, longer, or with a "
          + "topic or a channel that it didn't have.", window: window),
      Measure(
        "Unpaid share", "Asks that say outright \"unpaid\", divided by all asks.", window: window,
        floor: "at least \(AskCounts.unpaidFrom) asks"),
      Measure(
        "No contact",
        "Peers with whom an organisation didn't check in, to whom it gave nothing and offered no "
          + "work within \(alerts.noContactDays) days of their last telling for it that was "
          + "asked for here; another ask or pay isn't contact.",
        window: "last tellings of the \(ReportedPeer.noContactLooksBack) days before the report's "
          + "day"),
    ]
  }

  private var concentrationWindow: String { Measure.last(alerts.concentrationDays) }

  private var concentrationFloor: String {
    "at least \(alerts.concentrationFromTellings) tellings, and at least "
      + "\(alerts.concentrationFromPeers) peers whom it could have asked"
  }
}
