import ConsentRegistry
import LedgerStore
import Notation

extension Invocation {
  /// An amount of money typed as an option beside `--currency`, if it was: `150.00`, `USD`.
  func moneyIfGiven(_ option: String) throws -> Money? {
    guard let minor = try readIfGiven(option, as: "an amount such as 150.00", Money.minor) else {
      return nil
    }
    return try read("--currency", as: "three capital letters such as USD") {
      Money(minor: minor, currency: $0)
    }
  }

  /// The organisation named, or the one that a coordinator was given a role in.
  ///
  /// - Throws: a misuse for a coordinator of whom neither is known.
  func organisation(at desk: Desk<Ledger>) throws -> OrganisationID? {
    if let named: OrganisationID = try idIfGiven("--organisation") { return named }
    guard desk.actor.role == .coordinator else { return nil }
    guard let own = desk.ownOrganisation else {
      throw misuse(.missingOption("--organisation ORGANISATION"))
    }
    return own
  }
}

extension Option {
  /// For whom a coordinator speaks.
  static let ownOrganisation = Option.value(
    "--organisation", "ORGANISATION", "the organisation that says so; coordinators name their own")
  /// The currency of an amount.
  static let currency = Option.value("--currency", "CURRENCY", "its currency, such as USD")
}

extension Money {
  /// The smallest units of an amount with at most two decimals: `150.5` is 15050.
  static func minor(_ text: String) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let cents = parts.count > 1 ? parts[1] : "0"
    guard (1...8).contains(parts[0].utf8.count), (1...2).contains(cents.utf8.count),
      (parts[0] + cents).utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let whole = Int(parts[0]), let fraction = Int(cents)
    else { return nil }
    let minor = whole * 100 + (cents.utf8.count == 1 ? fraction * 10 : fraction)
    return (1...1_000_000_000).contains(minor) ? minor : nil
  }
}

/// A length of time in words: `1 hour 30 minutes`.
func lengthInWords(minutes: Int) -> String {
  let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
  if hours == 0 { return counted(rest, "minute") }
  return counted(hours, "hour") + (rest == 0 ? "" : " " + counted(rest, "minute"))
}
