/// `load.limit`: on some telling day from the asked ones on, what weighs on the peer is too much.
///
/// `load(D) = Σ weight · 2^(−(D−d)/halfLife)` over the telling days d up to D. With a half-life of
/// 14 days and a limit of 1.4, tellings on 1 and 15 May weigh 1.5 on 15 May: refused.
enum LoadLimit: Rule {
  static let code = RuleCode.loadLimit
  /// How far above the limit still counts as at it, for rounding.
  static let tolerance = 1e-9
  /// The part of a load below which the asked tellings don't stand in the way of a later booking.
  static let least = 0.01

  static func finding(_ inquiry: Inquiry, _ block: Block) -> Finding? {
    let load = inquiry.policy.load
    guard let limit = load.limit, let halfLife = load.halfLife, block.tellings != nil
    else { return nil }
    let asked = block.sessions.filter { $0.kind == .telling }
      .map { (day: $0.first.number, weight: load.weights[$0.channel] ?? 1) }
    let booked = inquiry.standing.calendar.tellings
      .map { (day: $0.day.number, weight: load.weights[$0.channel] ?? 1) }
    guard let start = asked.map(\.day).min() else { return nil }

    func weight(of tellings: [(day: Int, weight: Double)], on day: Int) -> Double {
      tellings.reduce(0) { sum, telling in
        guard telling.day <= day else { return sum }
        return sum + telling.weight * powerOfHalf(Double(day - telling.day) / halfLife)
      }
    }

    let days = (asked + booked).map(\.day).filter { $0 >= start }.sorted()
    for day in days {
      let own = weight(of: asked, on: day)
      guard own > least, own + weight(of: booked, on: day) > limit + tolerance else { continue }
      return Finding(.loadTooHigh(on: Day(number: day), limit: limit), retry: .after(days: 1))
    }
    return nil
  }

  /// One half to the power of a number that isn't negative, to 15 digits.
  ///
  /// The standard library has no such function, and the core imports nothing: whole halvings are
  /// exact, and the rest of the exponent is below 1, where the series of e^x ends within 18 terms.
  static func powerOfHalf(_ exponent: Double) -> Double {
    guard exponent < 1_000 else { return 0 }
    // `rounded` would need the C library's mathematics, which whoever embeds the core may not link.
    let whole = Int(exponent)
    let x = -(exponent - Double(whole)) * 0.693_147_180_559_945_309_417
    var term = 1.0
    var sum = 1.0
    for n in 1...18 {
      term *= x / Double(n)
      sum += term
    }
    return sum * Double(sign: .plus, exponent: -whole, significand: 1)
  }
}
