/// `rest.period`: too few full days without a telling between this block and another.
///
/// Rest of 14 days, a telling on 1 May: 2 to 15 May rest, 16 May is free again.
///
/// A block rests from its first to its last counting telling. It takes up those days and its rest
/// after them; so does the asked one. Two blocks are far enough apart just when neither one's
/// days-and-rest touch the other's, which holds for earlier, later and overlapping blocks alike.
enum RestPeriod: Rule {
  static let code = RuleCode.restPeriod

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    guard let asked = block.tellings else { return nil }
    let rest = inquiry.policy.rest
    var askedChannels = Choices<Channel>()
    for session in block.sessions where session.kind == .telling {
      askedChannels.insert(session.channel)
    }
    let askedRest = rest.days(after: askedChannels, endedEarly: false)
    let busyUntil = asked.last.number + askedRest
    var farthest: (reach: Int, block: UseCalendar.RestingBlock, rest: Int)?
    for other in inquiry.standing.calendar.blocks where other.first.number <= busyUntil {
      let otherRest = rest.days(after: other.channels, endedEarly: other.endedEarly)
      let reach = other.last.number + otherRest
      guard reach >= asked.first.number else { continue }
      // Of two that reach as far the later block is told, whatever their order.
      if let farthest,
        (reach, other.last, other.first)
          <= (farthest.reach, farthest.block.last, farthest.block.first)
      {
        continue
      }
      farthest = (reach, other, otherRest)
    }
    guard let farthest else { return nil }
    let facts: Facts =
      if farthest.block.last < asked.first {
        .restAfter(farthest.block.last, days: farthest.rest)
      } else if farthest.block.first > asked.last {
        .restBefore(farthest.block.first, days: askedRest)
      } else {
        .tellingsOverlap(farthest.block.first, farthest.block.last)
      }
    return Finding(facts, retry: .after(days: farthest.reach + 1 - asked.first.number))
  }

  /// Whether the asked tellings stand within the rest of a block that ended early, or overlap it.
  ///
  /// The asker is told no day then: it would show how long that rest is, and so what happened.
  static func isWithinRestAfterEndingEarly(_ inquiry: Inquiry, _ block: Block) -> Bool {
    guard let asked = block.tellings else { return false }
    return inquiry.standing.calendar.blocks.contains {
      $0.endedEarly && $0.first <= asked.last
        && asked.first.number <= $0.last.number
          + inquiry.policy.rest.days(after: $0.channels, endedEarly: true)
    }
  }
}

extension Policy.Rest {
  /// The full days of rest after a block whose tellings went through these channels.
  ///
  /// The longest among its tellings; for a channel the longer of `days` and its own. A block with
  /// one that ended early has the longest of all rests in force.
  func days(after channels: Choices<Channel>, endedEarly: Bool) -> Int {
    if endedEarly { return max(days, self.endedEarly, byChannel.all.max() ?? 0) }
    var longest = days
    channels.forEach { longest = max(longest, byChannel[$0] ?? 0) }
    return longest
  }
}
