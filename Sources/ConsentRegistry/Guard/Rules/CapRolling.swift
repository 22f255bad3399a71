/// `cap.rolling`: some window of days that holds one of the asked uses would hold too many.
///
/// At most 2 in 30 days, tellings on days 0 and 15: day 29 is refused (days 0 to 29 would hold
/// three), day 30 passes. Past and future count alike, and windows never start with the calendar.
enum CapRolling: Rule {
  static let code = RuleCode.capRolling

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    var worst: Finding?
    var longestWait = 0
    var shortest: Cap?
    for cap in inquiry.policy.caps.list {
      let booked = inquiry.standing.calendar.days(of: cap.kind)
      guard let full = fullWindow(cap, booked: booked, block: block) else { continue }
      // Of two that wait as long the shorter window is told, whatever the order of the caps.
      guard
        (full.wait, shortest?.days ?? 0, shortest?.kind.rawValue ?? 0)
          > (longestWait, cap.days, cap.kind.rawValue)
      else { continue }
      longestWait = full.wait
      shortest = cap
      worst = Finding(
        .capFull(cap, windowFrom: Day(number: full.start), wouldHold: full.count),
        retry: .after(days: full.wait))
    }
    return worst
  }

  /// A window over the cap that holds an asked use, and how many days the block stays in one.
  ///
  /// Only windows that start on a use need be tried: any other can be moved later to its first
  /// use without losing one. While all asked uses of a window that starts on a booked use stay in
  /// it, it stays over the cap; so the block may pass first when its last one has left.
  private static func fullWindow(
    _ cap: Cap, booked: [Int], block: Block
  ) -> (start: Int, count: Int, wait: Int)? {
    var lowest = Int.max
    var highest = Int.min
    var askedCount = 0
    for session in block.sessions where session.kind == cap.kind {
      lowest = min(lowest, session.first.number)
      highest = max(highest, session.first.number)
      askedCount += 1
    }
    guard askedCount > 0 else { return nil }
    var worst: (start: Int, count: Int, wait: Int)?

    func look(from start: Int, isBooked: Bool) {
      let end = start + cap.days - 1
      var asked = 0
      var lastAsked = Int.min
      for session in block.sessions where session.kind == cap.kind {
        let day = session.first.number
        guard start <= day, day <= end else { continue }
        asked += 1
        lastAsked = max(lastAsked, day)
      }
      guard asked > 0 else { return }
      let before = booked.countOfElements(upTo: start - 1)
      let count = asked + booked.countOfElements(upTo: end) - before
      guard count > cap.atMost else { return }
      let wait = isBooked ? end + 1 - lastAsked : 1
      if wait > worst?.wait ?? 0 { worst = (start, count, wait) }
    }

    // Fewer in reach than the cap allows: no window needs a closer look.
    let from = booked.countOfElements(upTo: lowest - cap.days)
    let to = booked.countOfElements(upTo: highest + cap.days - 1)
    guard askedCount + to - from > cap.atMost else { return nil }
    for index in from..<to where booked[index] <= highest {
      look(from: booked[index], isBooked: true)
    }
    for session in block.sessions where session.kind == cap.kind {
      look(from: session.first.number, isBooked: false)
    }
    return worst
  }
}
