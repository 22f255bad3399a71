/// The counting uses of one peer, laid out by day once, so that each rule only has to look.
struct UseCalendar: Sendable {
  /// The days from the first to the last counting telling of one block, and what it rests by.
  struct RestingBlock: Sendable {
    var first: Day
    var last: Day
    var channels: Choices<Channel>
    var endedEarly: Bool
  }

  /// A counting telling: its day, its channel and its story.
  struct Telling: Sendable {
    let day: Day
    let channel: Channel
    let story: StoryID
  }

  /// The blocks that hold a counting telling, the peer's own notes among them.
  private(set) var blocks: [RestingBlock] = []
  /// The day numbers of counting tellings, in order.
  private(set) var tellingDays: [Int] = []
  /// The day numbers of counting exposures, in order.
  private(set) var exposureDays: [Int] = []
  /// Each counting telling, in order of day.
  private(set) var tellings: [Telling] = []

  init(engagements: some Sequence<Engagement>, ownTellings: [Day]) {
    for engagement in engagements { add(engagement) }
    for day in ownTellings {
      // A day in the peer's own notes rests like an in-person block of that day, and counts nowhere.
      blocks.append(
        RestingBlock(first: day, last: day, channels: [.inPerson], endedEarly: false))
    }
    tellings.sort { $0.day < $1.day }
    tellingDays = tellings.map(\.day.number)
    exposureDays.sort()
  }

  /// The day numbers of one kind, in order.
  func days(of kind: UseKind) -> [Int] {
    switch kind {
    case .telling: tellingDays
    case .exposure: exposureDays
    }
  }

  private mutating func add(_ engagement: Engagement) {
    var block: RestingBlock?
    for session in engagement.sessions where session.state.counts {
      guard session.kind == .telling else {
        exposureDays.append(session.first.number)
        continue
      }
      tellings.append(
        Telling(day: session.first, channel: session.channel, story: engagement.story))
      var joined =
        block
        ?? RestingBlock(
          first: session.first, last: session.last, channels: [], endedEarly: false)
      joined.first = min(joined.first, session.first)
      joined.last = max(joined.last, session.last)
      joined.channels.insert(session.channel)
      if session.state == .endedEarly { joined.endedEarly = true }
      block = joined
    }
    if let block { blocks.append(block) }
  }
}
