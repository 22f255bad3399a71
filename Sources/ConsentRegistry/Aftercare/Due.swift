/// The parts of what is paid for a use, kept apart: pay for the work never stands in for costs.
public enum PayKind: UInt8, Word {
  /// The words as written.
  public static let codes = spelling

  /// Pay for the work.
  case remuneration
  /// Costs paid back, such as travel.
  case reimbursement
  /// Something given in place of money; a voucher counts.
  case inKind
}

/// A fee that the peer says is missing, and that no booking here is about.
public struct Fee: Hashable, Sendable {
  /// Its id.
  public let id: FeeID
  /// Who owes it.
  public let organisation: OrganisationID
  /// How much it is, where the peer has said so.
  public let amount: Money?
  /// The day by which it was to be paid.
  public let dueOn: Day

  /// A fee with its day.
  public init(id: FeeID, organisation: OrganisationID, amount: Money?, dueOn: Day) {
    self.id = id
    self.organisation = organisation
    self.amount = amount
    self.dueOn = dueOn
  }
}

/// Something that an organisation owes a peer by a day, with what each side says of it.
///
/// A talk on 1 May 2026 with 30 days to pay is due on 31 May, and overdue from 1 June. Once the
/// peer has said that it is missing, only the peer's own word ends it.
public struct Due: Hashable, Sendable {
  /// What it is owed for.
  public enum Cause: Hashable, Sendable {
    /// A booking, and which part of what was offered for it.
    case engagement(EngagementID, PayKind)
    /// Work that needed no story.
    case work(WorkOfferID)
    /// A fee that the peer has recorded.
    case fee(FeeID)
  }

  /// Where it stands on a day.
  public enum State: UInt8, Word {
    /// The words as written.
    public static let codes = spelling

    case due, overdue, paid
  }

  /// What it is owed for.
  public let cause: Cause
  /// Who owes it.
  public let organisation: OrganisationID
  /// How much, where it is money and somebody has said how much.
  public let amount: Money?
  /// What is given in place of money, in the words of whoever offered it.
  public let words: String?
  /// The last day on which it is paid in time.
  public let dueOn: Day
  /// What each side has said of it.
  public let said: PayWords

  init(
    _ cause: Cause, by organisation: OrganisationID, amount: Money?, words: String? = nil,
    dueOn: Day, said: PayWords?
  ) {
    self.cause = cause
    self.organisation = organisation
    self.amount = amount
    self.words = words
    self.dueOn = dueOn
    self.said = said ?? PayWords()
  }

  /// The day on which the organisation says it had paid all of it.
  ///
  /// Of 150 dollars, 100 paid on 3 May and 50 on 9 May: 9 May.
  public var saidPaidOn: Day? {
    var sum = 0
    for payment in said.payments {
      guard let paid = payment.amount, let amount else { return payment.day }
      guard paid.currency == amount.currency else { continue }
      sum += paid.minor
      if sum >= amount.minor { return payment.day }
    }
    return nil
  }

  /// The day on which it was paid, by the word that counts; nothing while it is owed.
  public var paidOn: Day? {
    guard said.missingSince == nil else { return nil }
    guard let saidPaidOn, let confirmed = said.confirmedOn else {
      return saidPaidOn ?? said.confirmedOn
    }
    return min(saidPaidOn, confirmed)
  }

  /// Where it stands on a day: overdue from the day after `dueOn`.
  public func state(on today: Day) -> State {
    if paidOn != nil { return .paid }
    return today > dueOn ? .overdue : .due
  }
}

/// What the organisation and the peer say of one thing owed, each in their own place.
public struct PayWords: Hashable, Sendable {
  /// A payment, as the organisation says.
  public struct Payment: Hashable, Sendable {
    /// How much; nothing means all of it.
    public let amount: Money?
    /// On which day.
    public let day: Day
  }

  /// What an organisation says to pay that the peer misses.
  public struct Answer: Hashable, Sendable {
    /// Which organisation.
    public let organisation: OrganisationID
    /// In its own words, unless they were erased.
    public let words: String?
    /// On which day.
    public let day: Day
  }

  /// What the organisation says it paid, in the order said.
  public internal(set) var payments: [Payment] = []
  /// The day on which the peer said that it has come.
  public internal(set) var confirmedOn: Day?
  /// The day since which the peer has said that it is missing; their latest word counts.
  public internal(set) var missingSince: Day?
  /// What the organisation says to that.
  public internal(set) var answers: [Answer] = []
}
