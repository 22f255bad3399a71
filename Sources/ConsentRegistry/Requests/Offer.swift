/// An amount of money in the smallest unit of its currency: 15000 USD cents are 150 dollars.
public struct Money: Hashable, Sendable {
  /// The amount in the smallest unit (cents, pence).
  public let minor: Int
  /// The three capital letters of ISO 4217, such as `USD`.
  public let currency: String

  /// An amount, or nothing if it is below zero or the currency isn't three capital letters.
  public init?(minor: Int, currency: String) {
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard minor >= 0, currency.utf8.count == 3, currency.utf8.allSatisfy(letters.contains)
    else { return nil }
    self.minor = minor
    self.currency = currency
  }
}

/// What an organisation offers for a use: pay, costs and things apart, or an outright "unpaid".
public struct Offer: Hashable, Sendable {
  /// Pay for the work.
  public let remuneration: Money?
  /// Costs paid back, such as travel.
  public let reimbursement: Money?
  /// Whether something is given in place of money, such as a voucher; what it is, is free text.
  public let inKind: Bool
  /// Whether the organisation says outright that it doesn't pay.
  public let unpaid: Bool

  /// An offer with each of its parts.
  public init(
    remuneration: Money? = nil, reimbursement: Money? = nil, inKind: Bool = false,
    unpaid: Bool = false
  ) {
    self.remuneration = remuneration
    self.reimbursement = reimbursement
    self.inKind = inKind
    self.unpaid = unpaid
  }

  /// Whether the peer can tell what they would get: pay, something in place of it, or "unpaid".
  ///
  /// Costs paid back are not pay: travel alone leaves the question open.
  public var statesPay: Bool { unpaid || remuneration != nil || inKind }
}
