import ConsentRegistry

/// A use that took place, packed into one number.
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

  /// The number into which it is packed.
  var packed: Int64 {
    Int64(kind.rawValue) | Int64(channel.rawValue) << 1 | (endedEarly ? 1 << 5 : 0)
      | Int64(revision) << 6 | Int64(length) << 38
  }
}

extension UseRow {
  /// What is packed of the row, as a use that took place; nothing for any other.
  var told: ToldUse? {
    if case .told(let use) = numbers.reading { use } else { nil }
  }

  /// Its numbers, as they are read alone.
  private var numbers: UseNumbers {
    UseNumbers(
      day: day, last: last, kind: kind, channel: channel, state: state, revision: revision,
      hasID: UseID(id) != nil)
  }
}

/// The numbers of a row of the table of uses, for whoever needs no word of it.
struct UseNumbers {
  /// What they stand for.
  enum Reading {
    case told(ToldUse)
    case notTold
    /// No use has such numbers: reading the row in full says which entry it is of.
    case damaged
  }

  let day: Int
  let last: Int
  let kind: Int
  let channel: Int
  let state: Int
  let revision: Int
  let hasID: Bool

  static let columns: StaticString = """
    day, last, kind, channel, state, revision, length(id) BETWEEN 1 AND 100
    """

  var reading: Reading {
    guard let state = SessionState(number: state), let kind = UseKind(number: kind),
      let channel = Channel(number: channel), let first = Day(stored: day),
      let last = Day(stored: last), first <= last, hasID,
      let revision = Int32(exactly: revision), revision > 0
    else { return .damaged }
    guard state.tookPlace else { return .notTold }
    return .told(
      ToldUse(
        kind: kind, channel: channel, endedEarly: state == .endedEarly, revision: revision,
        length: Int32(clamping: first.days(until: last))))
  }
}

extension UseNumbers {
  /// The numbers of the row that a query of `columns`, from a column on, stands on.
  init(_ row: borrowing Row, from first: Int = 0) {
    func whole(_ column: Int) -> Int { Int(row.int64(first + column)) }
    self.init(
      day: whole(0), last: whole(1), kind: whole(2), channel: whole(3), state: whole(4),
      revision: whole(5), hasID: whole(6) == 1)
  }
}

extension SlimUse {
  /// The use of a day that is packed in a number; nothing if no kind or channel has that number.
  init?(day: Int32, told: Int64) {
    guard told > 0, let kind = UseKind(rawValue: UInt8(truncatingIfNeeded: told & 1)),
      let channel = Channel(rawValue: UInt8(truncatingIfNeeded: told >> 1 & 15))
    else { return nil }
    self.init(
      day: day, last: day &+ Int32(truncatingIfNeeded: told >> 38),
      block: Int32(truncatingIfNeeded: told >> 6), kind: kind, channel: channel,
      endedEarly: told >> 5 & 1 == 1)
  }
}
