package import ConsentRegistry

extension JSON {
  /// An amount of money, or `null` where there is none.
  package static func money(_ money: Money?) -> JSON {
    guard let money else { return .null }
    return ["minor": .whole(money.minor), "currency": .string(money.currency)]
  }
}

extension Fields {
  /// An amount of money above zero, if there is one: `{"minor":15000,"currency":"USD"}`.
  mutating func optionalMoney(_ name: String) throws(JSONFault) -> Money? {
    guard var money = try optionalObject(name) else { return nil }
    let minor = try money.int("minor", in: 1...1_000_000_000)
    let currency = try money.string("currency")
    try money.end()
    guard let amount = Money(minor: minor, currency: currency) else {
      throw money.impossible("currency", "must be three capital letters such as USD")
    }
    return amount
  }
}
