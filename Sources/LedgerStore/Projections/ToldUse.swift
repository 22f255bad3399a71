import ConsentRegistry

/// A use that took place, as the column `told` packs it into one number.
///
/// From the lowest bit: kind 1, channel 4, ended early 1, revision 32, days after the first 22. The
/// revision stands for the engagement: an entry touches one engagement, and all its rows then say
/// so; no two of a chain share one.
struct ToldUse: Equatable {
  let kind: UseKind
  let channel: Channel
  let endedEarly: Bool
  let revision: Int32
  let length: Int32

  /// The number that the column holds.
  var packed: Int64 {
    Int64(kind.rawValue) | Int64(channel.rawValue) << 1 | (endedEarly ? 1 << 5 : 0)
      | Int64(revision) << 6 | Int64(length) << 38
  }
}

extension UseRow {
  /// What the column `told` is to hold, as a use that took place; nothing for any other.
  var told: ToldUse? {
    guard let state = SessionState(number: state), state.tookPlace,
      let kind = UseKind(number: kind), let channel = Channel(number: channel),
      let first = Day(stored: day), let last = Day(stored: last)
    else { return nil }
    return ToldUse(
      kind: kind, channel: channel, endedEarly: state == .endedEarly,
      revision: Int32(clamping: revision), length: Int32(clamping: first.days(until: last)))
  }
}

extension SlimUse {
  /// The use of a day that the column packs; nothing if no kind or channel has that number.
  init?(day: Int64, told: Int64) {
    guard let kind = UseKind(rawValue: UInt8(truncatingIfNeeded: told & 1)),
      let channel = Channel(rawValue: UInt8(truncatingIfNeeded: told >> 1 & 15))
    else { return nil }
    let first = Int32(truncatingIfNeeded: day)
    self.init(
      day: first, last: first &+ Int32(truncatingIfNeeded: told >> 38),
      block: Int32(truncatingIfNeeded: told >> 6), kind: kind, channel: channel,
      endedEarly: told >> 5 & 1 == 1)
  }
}
