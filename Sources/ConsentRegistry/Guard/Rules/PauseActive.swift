/// `pause.active`: today, or any day of the block, lies in a pause.
///
/// A pause from 1 to 7 May refuses an ask made on 3 May for June, and an ask made on 20 April for
/// 7 May; asked on 20 April, 8 May passes.
enum PauseActive: Rule {
  static let code = RuleCode.pauseActive

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    let running = inquiry.standing.pauses.filter { $0.touches(inquiry.today, inquiry.today) }
    if !running.isEmpty {
      // Of several, the one that ends last is told.
      let isOpen = running.contains { $0.until == nil }
      return Finding(
        .pausedToday(until: isOpen ? nil : running.compactMap(\.until).max()), retry: .never)
    }
    var then: (until: Day?, wait: Int?)?
    for pause in inquiry.standing.pauses where pause.touches(block.first, block.last) {
      guard let until = pause.until else {
        // Open-ended: every later block lies in it too.
        return Finding(.pausedThen(until: nil), retry: .never)
      }
      let wait = block.first.days(until: until) + 1
      if wait > then?.wait ?? 0 { then = (until, wait) }
    }
    guard let then, let wait = then.wait else { return nil }
    return Finding(.pausedThen(until: then.until), retry: .after(days: wait))
  }
}
