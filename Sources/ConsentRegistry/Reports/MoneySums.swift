/// Money summed up currency by currency; nothing is ever added up or averaged across them.
struct MoneySums: Hashable, Sendable {
  private var minor: [String: Int] = [:]

  mutating func add(_ money: Money) {
    let (sum, isTooMuch) = minor[money.currency, default: 0].addingReportingOverflow(money.minor)
    minor[money.currency] = isTooMuch ? .max : sum
  }

  mutating func add(_ sums: some Sequence<Money>) {
    for money in sums { add(money) }
  }

  /// Raises what there is in a currency to an amount, if it is less.
  mutating func raise(to money: Money) {
    minor[money.currency] = max(minor[money.currency] ?? 0, money.minor)
  }

  /// The sums by the letters of their currency.
  var list: [Money] {
    minor.sorted { $0.key < $1.key }.compactMap { Money(minor: $0.value, currency: $0.key) }
  }
}
