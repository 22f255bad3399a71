/// Looks for the first day to which a block can be moved so that some rules pass.
struct DaySearch {
  private let inquiry: Inquiry
  private let horizon: Int
  private var block: Block

  init(inquiry: Inquiry, horizon: Int) {
    self.inquiry = inquiry
    self.horizon = horizon
    block = Block(inquiry.request, home: inquiry.standing.zone)
  }

  /// Every rule that isn't set aside.
  var active: [any Rule.Type] {
    inquiry.setAside.isEmpty
      ? Rules.all : Rules.all.filter { !inquiry.setAside.contains($0.code) }
  }

  /// The home day on which the block first starts for the smallest move, from none up to the
  /// horizon, at which all the rules pass; nothing if there is none.
  ///
  /// A rule that fails says how many days it is sure to go on failing. Where clocks change that
  /// count may be off by a day at either end, so two days of it aren't trusted.
  mutating func firstDay(
    passing rules: [any Rule.Type], on accepts: (Day) -> Bool = { _ in true }
  ) -> Day? {
    let margin = block.isRigid ? 0 : 2
    var shift = 0
    while shift <= horizon {
      block.move(inquiry.request, by: shift)
      var step = accepts(block.first) ? 0 : 1
      for rule in rules {
        guard let finding = rule.finding(inquiry, block) else { continue }
        switch finding.retry {
        case .never: return nil
        case .after(let days): step = max(step, days - margin, 1)
        }
      }
      if step == 0 { return block.first }
      shift += step
    }
    return nil
  }
}
