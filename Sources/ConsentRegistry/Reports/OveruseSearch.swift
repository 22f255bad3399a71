/// The one search for broken limits, over uses without their ids.
///
/// It is kept from peer to peer, with the room that it has made for itself. Each limit has a file of
/// its own.
public struct OveruseSearch: Sendable {
  /// A limit that was broken: by which use, and what is needed to tell it in full.
  struct Finding {
    enum What {
      case rest(earlier: Int32, later: Int32, days: Int, due: Int, registrysDue: Int)
      case cap(Cap, from: Int32, to: Int32, registrys: Int?)
      case load(span: Int)
    }

    let rule: RuleCode
    /// The place of the breaking use among all.
    let breaking: Int
    let what: What
  }

  /// A use of one kind: its day, and its place among all uses.
  struct Dated {
    let day: Int32
    let place: Int32
  }

  let lowest: Int32
  let highest: Int32
  /// What was found for the peer looked at last, in no order that is to be relied on but that of
  /// the caps on one use.
  var findings: [Finding] = []
  /// Whether two blocks took up the very same days: which of them comes first hangs on their ids.
  var hasTwins = false
  var blocks: [SlimBlock] = []
  var tellings: [Dated] = []
  var exposures: [Dated] = []
  /// Where each block stands among `blocks`, found by its number; a slot that is free holds -1.
  private var slots: [Int32] = []

  /// A search for breaches whose day lies in a period.
  public init(period: ReportPeriod) {
    lowest = period.from.map { Int32(clamping: $0.number) } ?? .min
    highest = period.to.map { Int32(clamping: $0.number) } ?? .max
  }

  /// Whether some limit was broken; where that hangs on the order of ids, it says so as well.
  ///
  /// - Parameters:
  ///   - uses: what took place up to the report's day, in the order of day and then id.
  ///   - limits: the limits in force for the peer.
  /// - Returns: whether `OveruseReport.breaches` is worth asking for the peer.
  public mutating func mayHaveFound(in uses: [SlimUse], under limits: LimitSpans) -> Bool {
    search(uses, under: limits)
    return hasTwins || !findings.isEmpty
  }

  mutating func search(_ uses: [SlimUse], under limits: LimitSpans) {
    findings.removeAll(keepingCapacity: true)
    hasTwins = false
    arrange(uses)
    findRest(under: limits)
    findCaps(on: .telling, tellings, under: limits)
    findCaps(on: .exposure, exposures, under: limits)
    findLoad(uses, under: limits)
  }

  func isInPeriod(_ day: Int32) -> Bool { lowest <= day && day <= highest }

  /// Parts the uses by kind, and puts the tellings into blocks by their first day.
  private mutating func arrange(_ uses: [SlimUse]) {
    blocks.removeAll(keepingCapacity: true)
    tellings.removeAll(keepingCapacity: true)
    exposures.removeAll(keepingCapacity: true)
    emptySlots(for: uses.count)
    for place in uses.indices {
      let use = uses[place]
      let dated = Dated(day: use.day, place: Int32(truncatingIfNeeded: place))
      guard use.kind == .telling else {
        exposures.append(dated)
        continue
      }
      tellings.append(dated)
      let block = placeOfBlock(use.block)
      if block == blocks.count {
        blocks.append(SlimBlock(use, at: dated.place))
      } else {
        blocks[block].join(use)
      }
    }
    // By their first day they stand already.
    let isInOrder = blocks.indices.dropFirst().allSatisfy { blocks[$0 - 1] < blocks[$0] }
    if !isInOrder { blocks.sort(by: <) }
  }

  /// Frees at least two slots for each use, a power of two in all.
  private mutating func emptySlots(for count: Int) {
    var size = 16
    while size < 2 * count { size *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(-1, count: size))
  }

  /// Where a block stands among those met so far; behind the last of them if it is new.
  private mutating func placeOfBlock(_ number: Int32) -> Int {
    // The sessions of a block mostly follow each other.
    if let last = blocks.last, last.number == number { return blocks.count - 1 }
    var slot = Int(UInt32(bitPattern: number) &* 0x9E37_79B1 >> 8) & (slots.count - 1)
    while slots[slot] >= 0, blocks[Int(slots[slot])].number != number {
      slot = (slot + 1) & (slots.count - 1)
    }
    if slots[slot] < 0 { slots[slot] = Int32(truncatingIfNeeded: blocks.count) }
    return Int(slots[slot])
  }
}

/// The tellings of one block: from the first day of the first to the last day of the last.
struct SlimBlock {
  let number: Int32
  /// The place of its first telling among all uses.
  let place: Int32
  let first: Int32
  private(set) var last: Int32
  private var channels: Choices<Channel>
  private var endedEarly: Bool

  init(_ use: SlimUse, at place: Int32) {
    number = use.block
    self.place = place
    first = use.day
    last = use.last
    // Not from a list, which would be room made and given back for each of millions.
    channels = Choices()
    channels.insert(use.channel)
    endedEarly = use.endedEarly
  }

  /// Takes in a telling of the block, of the same day as its first or a later one.
  mutating func join(_ use: SlimUse) {
    last = max(last, use.last)
    channels.insert(use.channel)
    endedEarly = endedEarly || use.endedEarly
  }

  /// The full days of rest that it needs after its last day.
  func rest(under policy: Policy) -> Int {
    policy.rest.days(after: channels, endedEarly: endedEarly)
  }

  static func < (left: SlimBlock, right: SlimBlock) -> Bool {
    (left.first, left.last, left.number) < (right.first, right.last, right.number)
  }
}
