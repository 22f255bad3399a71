/// One use that took place, as the search for breaches sees it: a few bytes, and no ids.
///
/// A store with millions of uses reads these, and the ids only of what was found.
public struct SlimUse: Hashable, Sendable {
  /// The number of the day on which it counts.
  public let day: Int32
  /// The number of the last day it takes up.
  public let last: Int32
  /// The number of its block among the peer's own, from 0.
  public let block: Int32
  /// Telling or exposure.
  public let kind: UseKind
  /// The way it reaches people.
  public let channel: Channel
  /// Whether it ended early.
  public let endedEarly: Bool

  /// A use from its days, its block and how it went.
  public init(
    day: Int32, last: Int32, block: Int32, kind: UseKind, channel: Channel, endedEarly: Bool
  ) {
    self.day = day
    self.last = last
    self.block = block
    self.kind = kind
    self.channel = channel
    self.endedEarly = endedEarly
  }
}

extension SlimUse {
  /// The use with the number that its block has among the peer's.
  init(_ use: CountedUse, block: Int32) {
    self.init(
      day: Int32(clamping: use.first.number), last: Int32(clamping: use.last.number), block: block,
      kind: use.kind, channel: use.channel, endedEarly: use.state == .endedEarly)
  }

  /// Some uses in the same order, their blocks numbered in the order of the engagements' ids.
  static func list(of uses: [CountedUse]) -> [SlimUse] {
    var numbers: [EngagementID: Int32] = [:]
    for (number, engagement) in Set(uses.map(\.engagement)).sorted().enumerated() {
      numbers[engagement] = Int32(clamping: number)
    }
    return uses.map { SlimUse($0, block: numbers[$0.engagement] ?? 0) }
  }
}
