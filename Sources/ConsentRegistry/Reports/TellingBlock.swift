/// The tellings of one engagement, from the first day of the first to the last day of the last.
struct TellingBlock {
  let engagement: EngagementID
  /// The tellings, in the order of day and then id.
  private(set) var uses: [CountedUse]
  private(set) var first: Day
  private(set) var last: Day
  private var channels: Choices<Channel>
  private var endedEarly: Bool

  private init(_ use: CountedUse) {
    engagement = use.engagement
    uses = [use]
    first = use.first
    last = use.last
    channels = [use.channel]
    endedEarly = use.state == .endedEarly
  }

  private mutating func join(_ use: CountedUse) {
    uses.append(use)
    first = min(first, use.first)
    last = max(last, use.last)
    channels.insert(use.channel)
    endedEarly = endedEarly || use.state == .endedEarly
  }

  /// The full days of rest that it needs after its last day.
  func rest(under policy: Policy) -> Int {
    policy.rest.days(after: channels, endedEarly: endedEarly)
  }

  /// The blocks that some uses make up, by their first day; exposures don't rest and are left out.
  static func blocks(of uses: [CountedUse]) -> [TellingBlock] {
    var places: [EngagementID: Int] = [:]
    var blocks: [TellingBlock] = []
    for use in uses where use.kind == .telling {
      if let place = places[use.engagement] {
        blocks[place].join(use)
      } else {
        places[use.engagement] = blocks.count
        blocks.append(TellingBlock(use))
      }
    }
    return blocks.sorted {
      ($0.first, $0.last, $0.engagement) < ($1.first, $1.last, $1.engagement)
    }
  }
}
